#include "broker/simulate/lobby.h"

#include "broker/simulate/arrivals.h"
#include "broker/simulate/idle_time.h"
#include "broker/simulate/policies.h"

#include <algorithm>
#include <cmath>

namespace usher::simulate {

using namespace protocol;
using forecast::Chance;
using forecast::Newcomer;
using outlet::Index;
using outlet::Kind;
using outlet::Standing;

namespace {

double draw(const Length& length, Chance& chance) {
    switch (length.shape) {
    case Shape::Exponential:
        return chance.exponential(length.mean);
    case Shape::Lognormal:
        return chance.lognormal(length.mean, length.cv);
    case Shape::Deterministic:
        break;
    }
    return length.mean;
}

/// The scenario as a World of forecast::Roll.
class Lobby {
public:
    Lobby(const Scenario& scenario, const outlet::Floor& floor, std::uint64_t seed,
          std::uint64_t replication)
        : scenario_{scenario}, floor_{floor}, seed_{seed},
          replication_{replication}, scale_{millisPerUnit(scenario)},
          arrivals_{scenario.classes, seed, replication}, idle_{scenario} {
        waits_.resize(scenario.classes.size());
        if (scenario.arrivals)
            unmeasured_ = static_cast<std::uint32_t>(scenario.warmup *
                                                     static_cast<double>(*scenario.arrivals));
        else
            beginAt(millis(scenario.warmup * *scenario.minutes));
        for (Index counter = 0; counter < floor.counters(); ++counter) {
            Chance teller{seed, replication, counter, 't'};
            pace_.push_back(teller.lognormal(1, scenario.tellerCv));
        }
    }

    void watch(const outlet::Line& line) { line_ = &line; }

    std::optional<Newcomer> arrival() {
        if (scenario_.arrivals && result_.arrivals == *scenario_.arrivals)
            return std::nullopt;
        const auto coming = arrivals_.next();
        if (!coming || (scenario_.minutes && coming->at >= *scenario_.minutes))
            return std::nullopt;
        const auto number = static_cast<std::uint32_t>(++result_.arrivals);
        if (scenario_.arrivals && number == unmeasured_ + 1)
            beginAt(millis(coming->at));
        const auto index = static_cast<Index>(coming->customerClass);
        const Moment at = millis(coming->at);
        Newcomer one{{index, index}, {at - floor_.headStart(index), at, {number}}};
        if (const auto& patience = scenario_.classes[index].patience) {
            Chance chance{seed_, replication_, number, 'p'};
            one.leaves = later(at, draw(*patience, chance));
        }
        return one;
    }

    Moment call(const rules::Candidate& one, Index counter, Moment now) {
        const CustomerClass& mine = scenario_.classes[one.kind.service];
        Chance chance{seed_, replication_, one.standing.ticket.value, 's'};
        const Moment until = later(now, draw(mine.service, chance) * pace_[counter]);
        idle_.advance(*line_, one.kind, one.standing, now);
        idle_.busy(counter, until);
        if (measured(one.standing)) {
            const double wait = units(now - one.standing.arrival);
            Waits& waits = waits_[one.kind.service];
            waits.served(wait);
            if (mine.target && wait > *mine.target)
                waits.late();
            notePassed(one, counter, now);
        }
        busy_ += std::max<std::int64_t>(0, (until - std::max(now, measuredFrom_)).count());
        end_ = std::max(end_, until);
        return until;
    }

    void left(const Kind& kind, const Standing& one, Moment now) {
        idle_.advance(*line_, kind, one, now);
        if (!measured(one))
            return;
        Waits& waits = waits_[kind.service];
        waits.gaveUp(units(now - one.arrival));
        if (const auto target = scenario_.classes[kind.service].target;
            target && units(now - one.arrival) > *target)
            waits.late();
    }

    static void met(std::size_t, Moment) {}
    static bool enough() { return false; }

    Result result(const std::vector<double>& beyond) {
        const double span = static_cast<double>((end_ - measuredFrom_).count());
        result_.utilisation = span <= 0 ? 0 : static_cast<double>(busy_) / span / floor_.counters();
        result_.idleWatched = idle_.perDesk();
        const auto tiers = tiersOf(scenario_);
        std::vector<Waits> byTier(tiers.size());
        Waits all;
        for (std::size_t i = 0; i < waits_.size(); ++i) {
            all.add(waits_[i]);
            const auto at = std::find(tiers.begin(), tiers.end(), scenario_.classes[i].tier);
            if (tiers.size() < waits_.size())
                byTier[static_cast<std::size_t>(at - tiers.begin())].add(waits_[i]);
            result_.classes.push_back(waits_[i].figures(beyond));
        }
        if (tiers.size() < waits_.size())
            for (Waits& one : byTier)
                result_.tiers.push_back(one.figures(beyond));
        result_.all = all.figures(beyond);
        return std::move(result_);
    }

private:
    /// Nothing happens later; far enough from where the milliseconds end.
    static constexpr double horizon = 0x1p61;

    [[nodiscard]] Moment millis(double units) const {
        return {std::llround(std::min(units * scale_, horizon))};
    }
    [[nodiscard]] Moment later(Moment now, double units) const {
        return std::min(now + Millis{millis(units).ms}, Moment{std::llround(horizon)});
    }
    void beginAt(Moment moment) {
        measuredFrom_ = moment;
        busy_ = 0;
        idle_.beginAt(moment);
    }
    [[nodiscard]] double units(Millis span) const {
        return static_cast<double>(span.count()) / scale_;
    }
    [[nodiscard]] bool measured(const Standing& one) const {
        return one.ticket.value > unmeasured_ && one.arrival >= measuredFrom_;
    }

    void notePassed(const rules::Candidate& called, Index counter, Moment now) {
        forTakeable(floor_, *line_, counter, now, [&](const outlet::Row& row, const Standing& one) {
            if (one.arrival < called.standing.arrival)
                waits_[row.kind().service].overtakenBy(
                    units(called.standing.arrival - one.arrival));
        });
    }

    const Scenario& scenario_;
    const outlet::Floor& floor_;
    const outlet::Line* line_ = nullptr;
    std::uint64_t seed_;
    std::uint64_t replication_;
    double scale_;
    Arrivals arrivals_;
    IdleTime idle_;
    std::uint32_t unmeasured_ = 0;
    Moment measuredFrom_;
    std::vector<double> pace_;
    std::int64_t busy_ = 0;
    Moment end_;
    std::vector<Waits> waits_;
    Result result_;
};

template <class Rule>
Result play(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication,
            const std::vector<double>& beyond, Rule rule) {
    const outlet::Floor floor = floorOf(scenario);
    Lobby lobby{scenario, floor, seed, replication};
    forecast::Roll roll{floor, lobby, rule, scenario.idleChoice};
    lobby.watch(roll.line());
    for (Index counter = 0; counter < floor.counters(); ++counter)
        roll.idle(counter, {});
    roll.run({});
    return lobby.result(beyond);
}

} // namespace

Result replicate(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication,
                 const std::vector<double>& beyond) {
    if (scenario.policy == Policy::Accumulating) {
        std::vector<double> weights;
        for (const CustomerClass& one : scenario.classes)
            weights.push_back(one.weight);
        return play(scenario, seed, replication, beyond, Accumulating{weights});
    }
    if (scenario.policy == Policy::Reserve) {
        std::vector<std::uint32_t> reserves;
        for (const CustomerClass& one : scenario.classes)
            reserves.push_back(one.reserve);
        return play(scenario, seed, replication, beyond, Reserve{reserves});
    }
    return play(scenario, seed, replication, beyond, forecast::HeadStart{});
}

} // namespace usher::simulate
