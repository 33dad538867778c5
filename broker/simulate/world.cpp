#include "broker/simulate/world.h"

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
    case Shape::Erlang: {
        double all = 0;
        for (unsigned stage = 0; stage < length.stages; ++stage)
            all += chance.exponential(length.mean / length.stages);
        return all;
    }
    case Shape::Deterministic:
        break;
    }
    return length.mean;
}

std::size_t placeOf(const std::string& tier, const std::vector<std::string>& tiers) {
    return static_cast<std::size_t>(std::find(tiers.begin(), tiers.end(), tier) - tiers.begin());
}

} // namespace

World::World(const Scenario& scenario, const outlet::Floor& floor, std::uint64_t seed,
             std::uint64_t replication)
    : scenario_{scenario}, floor_{floor}, seed_{seed},
      replication_{replication}, scale_{millisPerUnit(scenario)},
      arrivals_{scenario.classes, seed, replication}, idle_{scenario}, overtaking_{scenario},
      waits_(scenario.classes.size()) {
    if (scenario.arrivals)
        unmeasured_ =
            static_cast<std::uint32_t>(scenario.warmup * static_cast<double>(*scenario.arrivals));
    else
        beginAt(millis(scenario.warmup * *scenario.minutes));
    for (Index counter = 0; counter < floor.counters(); ++counter) {
        Chance teller{seed, replication, counter, 't'};
        pace_.push_back(teller.lognormal(1, scenario.tellerCv));
    }
}

std::optional<Newcomer> World::arrival() {
    if (scenario_.arrivals && arrived_ == *scenario_.arrivals)
        return std::nullopt;
    const auto coming = arrivals_.next();
    if (!coming || (scenario_.minutes && coming->at >= *scenario_.minutes))
        return std::nullopt;
    const auto number = static_cast<std::uint32_t>(++arrived_);
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

Moment World::call(const rules::Candidate& one, Index counter, Moment now) {
    const CustomerClass& mine = scenario_.classes[one.kind.service];
    Chance chance{seed_, replication_, one.standing.ticket.value, 's'};
    const Moment until = later(now, draw(mine.service, chance) * pace_[counter]);
    if (idle_.watches()) {
        idle_.advance(*line_, one.kind, one.standing, now);
        idle_.busy(counter, until);
    }
    if (overtaking_.watches())
        overtaking_.called(floor_, *line_, one, counter, now);
    if (measured(one.standing)) {
        Waits& waits = waits_[one.kind.service];
        const double wait = units(now - one.standing.arrival);
        waits.served(wait);
        note(waits, mine, one.standing, wait);
        if (line_->rows().size() > 1) // nobody is overtaken in a row of their own
            noteOvertaken(one.standing, counter, now);
    }
    busy_ += std::max<std::int64_t>(0, (until - std::max(now, measuredFrom_)).count());
    end_ = std::max(end_, until);
    return until;
}

void World::noteOvertaken(const Standing& by, Index counter, Moment now) {
    forTakeable(floor_, *line_, counter, now, [&](const outlet::Row& row, const Standing& first) {
        if (first.arrival < by.arrival)
            waits_[row.kind().service].overtakenBy(units(by.arrival - first.arrival));
    });
}

void World::left(const Kind& kind, const Standing& one, Moment now) {
    if (idle_.watches())
        idle_.advance(*line_, kind, one, now);
    if (!measured(one))
        return;
    Waits& waits = waits_[kind.service];
    const double wait = units(now - one.arrival);
    waits.gaveUp(wait);
    note(waits, scenario_.classes[kind.service], one, wait);
}

void World::note(Waits& waits, const CustomerClass& mine, const Standing& one, double wait) {
    if (mine.target && wait > *mine.target)
        waits.late();
    if (overtaking_.watches()) {
        const auto passed = overtaking_.goneAfter(one.ticket);
        waits.passed(passed.times, passed.far);
    }
}

Result World::result(const std::vector<double>& beyond) {
    Result result;
    const double span = static_cast<double>((end_ - measuredFrom_).count());
    result.utilisation = span <= 0 ? 0 : static_cast<double>(busy_) / span / floor_.counters();
    result.idleWatched = idleWatched();
    result.arrivals = arrived_;
    if (tiersOf(scenario_).size() < waits_.size())
        for (Waits& one : waitsOfTiers())
            result.tiers.push_back(one.figures(beyond));
    for (Waits& one : waits_)
        result.classes.push_back(one.figures(beyond));
    if (waits_.size() == 1) {
        result.all = result.classes.front();
        return result;
    }
    Waits all;
    for (const Waits& one : waits_)
        all.add(one);
    result.all = all.figures(beyond);
    return result;
}

std::vector<Waits> World::waitsOfTiers() const {
    const auto tiers = tiersOf(scenario_);
    std::vector<Waits> all(tiers.size());
    for (std::size_t i = 0; i < waits_.size(); ++i)
        all[placeOf(scenario_.classes[i].tier, tiers)].add(waits_[i]);
    return all;
}

Moment World::millis(double units) const {
    return {std::llround(std::min(units * scale_, horizon))};
}

Moment World::later(Moment now, double units) const {
    return std::min(now + Millis{millis(units).ms}, Moment{std::llround(horizon)});
}

void World::beginAt(Moment moment) {
    measuredFrom_ = moment;
    busy_ = 0;
    idle_.beginAt(moment);
}

} // namespace usher::simulate
