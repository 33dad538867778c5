// A scenario as forecast::Roll wants it: who comes, how long a service takes, and what came of it.
//
// Every draw asks a stream named by seed, replication and customer (or counter), never one that
// depends on what was called before: so customers are the same whatever the rule.
#pragma once

#include "broker/simulate/arrivals.h"
#include "broker/simulate/idle_time.h"
#include "broker/simulate/measure.h"
#include "broker/simulate/overtaking.h"

#include "broker/forecast/roll.h"

namespace usher::simulate {

class World {
public:
    /// Keeps both; `floor` is floorOf(scenario).
    World(const Scenario& scenario, const outlet::Floor& floor, std::uint64_t seed,
          std::uint64_t replication);
    /// The line its customers stand in.
    void watch(const outlet::Line& line) { line_ = &line; }

    std::optional<forecast::Newcomer> arrival();
    protocol::Moment call(const rules::Candidate& one, outlet::Index counter, protocol::Moment now);
    void left(const outlet::Kind& kind, const outlet::Standing& one, protocol::Moment now);
    static void met(std::size_t, protocol::Moment) {}
    static bool enough() { return false; }

    [[nodiscard]] Result result(const std::vector<double>& beyond);
    /// By tier.
    [[nodiscard]] std::vector<Waits> waitsOfTiers() const;
    [[nodiscard]] std::vector<double> idleWatched() const { return idle_.perDesk(); }

private:
    /// Nothing happens later; far enough from where the milliseconds end.
    static constexpr double horizon = 0x1p61;

    [[nodiscard]] protocol::Moment millis(double units) const;
    [[nodiscard]] protocol::Moment later(protocol::Moment now, double units) const;
    [[nodiscard]] double units(protocol::Millis span) const {
        return static_cast<double>(span.count()) / scale_;
    }
    [[nodiscard]] bool measured(const outlet::Standing& one) const {
        return one.ticket.value > unmeasured_ && one.arrival >= measuredFrom_;
    }
    void beginAt(protocol::Moment moment);
    void noteOvertaken(const outlet::Standing& by, outlet::Index counter, protocol::Moment now);
    void note(Waits& waits, const CustomerClass& mine, const outlet::Standing& one, double wait);

    const Scenario& scenario_;
    const outlet::Floor& floor_;
    const outlet::Line* line_ = nullptr;
    std::uint64_t seed_;
    std::uint64_t replication_;
    double scale_;
    Arrivals arrivals_;
    IdleTime idle_;
    Overtaking overtaking_;
    std::uint64_t arrived_ = 0;
    std::uint32_t unmeasured_ = 0;
    protocol::Moment measuredFrom_;
    std::vector<double> pace_; ///< by counter
    std::int64_t busy_ = 0;
    protocol::Moment end_;
    std::vector<Waits> waits_; ///< by class
};

} // namespace usher::simulate
