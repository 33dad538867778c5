// One future of an outlet out of many: a World for Roll, drawn from a Start and a Model.
//
// Every draw has a name (seed, replication, whose): customer n needs the same service, and the same
// people come, in two futures that differ in one decision. What is not known for sure (a service's
// mean, a teller's factor) is drawn once per future, so that doubt widens the forecast.
#pragma once

#include "broker/forecast/chance.h"
#include "broker/forecast/model.h"
#include "broker/forecast/roll.h"
#include "broker/forecast/start.h"

namespace usher::forecast {

class Future {
public:
    /// Nobody comes after `until`, nor after the outlet closes. Keeps references to neither.
    Future(const Start& start, const Model& model, std::uint64_t seed, protocol::Moment until);

    /// Goes back to the start, for another future.
    void begin(std::uint64_t replication);
    /// Sets a roll to how this future begins. Once after each begin().
    template <class World, class Rule>
    void enter(Roll<World, Rule>& roll) {
        roll.begin(line_);
        for (outlet::Index counter = 0; counter < counters_.size(); ++counter) {
            if (counters_[counter].desk == protocol::Desk::Standby)
                roll.idle(counter, counters_[counter].since);
            else if (const auto free = freeAgain(counter))
                roll.busy(counter, *free);
        }
    }

    // What a World has; a World that measures keeps a Future and passes these on.
    [[nodiscard]] std::optional<Newcomer> arrival();
    [[nodiscard]] protocol::Moment call(const rules::Candidate& one, outlet::Index counter,
                                        protocol::Moment now);

    /// When a counter that has something to do at the start is free in this future; nothing: it
    /// stays away, or stands by.
    [[nodiscard]] std::optional<protocol::Moment> freeAgain(outlet::Index counter) const;

    /// Tickets that are not there yet are numbered from here.
    static constexpr std::uint32_t firstNewcomer = 0x8000'0000U;

private:
    /// A kind of newcomer, and the share of all up to and including it.
    struct Coming {
        double upTo{};
        outlet::Kind kind;
    };

    void expect(const Start& start, const Model& model, protocol::Moment until);
    [[nodiscard]] double restOfCall(const Lognormal& service, double elapsed, Chance& chance) const;
    /// From the end of a service until the counter calls again.
    [[nodiscard]] double turnround(Chance& chance) const;
    [[nodiscard]] Lognormal length(outlet::Index service, outlet::Index counter) const;

    std::uint64_t seed_;
    protocol::Moment now_;
    protocol::Moment midnight_;
    outlet::Line line_;
    std::vector<AtCounter> counters_;
    std::vector<Lognormal> services_; ///< the best guesses
    std::vector<double> doubts_;
    std::vector<Lognormal> tellers_; ///< by counter
    std::vector<protocol::Millis> headStarts_;
    struct {
        Lognormal walk, gap, pause, absence;
        double noShow{}, pausing{};
        bool nothing{};
    } between_;
    std::array<double, Traffic::slots> rate_{}; ///< customers per millisecond
    std::vector<Coming> kinds_;
    double until_{}; ///< milliseconds after midnight, as is at_

    // Of this future.
    std::uint64_t replication_{};
    std::vector<double> means_;   ///< by service
    std::vector<double> factors_; ///< by counter: logarithms
    Chance arrivals_{};
    double at_{};
    std::uint32_t came_{};
};

} // namespace usher::forecast
