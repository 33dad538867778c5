#include "broker/simulate/scenario.h"

#include <algorithm>
#include <cmath>

namespace usher::simulate {

using namespace protocol;

namespace {

/// More than any wait: whoever ranks higher is called first.
constexpr std::int64_t rankStep = std::int64_t{1} << 50;

template <class Id>
Id nth(std::size_t index) {
    return Id::parse("c" + std::to_string(index)).value();
}

Millis headStart(const Scenario& scenario, const CustomerClass& one, int lowest) {
    switch (scenario.policy) {
    case Policy::HeadStart:
        return Millis{std::llround(one.headStart * millisPerUnit(scenario))};
    case Policy::Strict:
    case Policy::Reserve:
        return Millis{rankStep * (lowest - one.rank)};
    case Policy::FirstCome:
    case Policy::Accumulating:
        break;
    }
    return Millis{0};
}

} // namespace

std::uint32_t countersOf(const Scenario& scenario) {
    std::uint32_t all = 0;
    for (const Desk& desk : scenario.desks)
        all += desk.count;
    return all;
}

std::vector<std::string> tiersOf(const Scenario& scenario) {
    std::vector<std::string> all;
    for (const CustomerClass& one : scenario.classes)
        if (std::find(all.begin(), all.end(), one.tier) == all.end())
            all.push_back(one.tier);
    return all;
}

double shortestService(const Scenario& scenario) {
    double shortest = scenario.classes.front().service.mean;
    for (const CustomerClass& one : scenario.classes)
        shortest = std::min(shortest, one.service.mean);
    return shortest;
}

double longestTime(const Scenario& scenario) {
    double longest = std::max(scenario.minutes.value_or(0), scenario.overtakeWatch.value_or(0));
    for (const CustomerClass& one : scenario.classes)
        longest = std::max({longest, one.service.mean, one.headStart, one.target.value_or(0),
                            one.patience ? one.patience->mean : 0, one.rate.back().from});
    for (const Desk& desk : scenario.desks) {
        longest = std::max(longest, desk.idleWatch ? desk.idleWatch->after : 0);
        for (const Serves& one : desk.serves)
            longest = std::max(longest, one.helpDelay);
    }
    return longest;
}

double expectedOf(const std::vector<Piece>& rate, double until) {
    double expected = 0;
    for (std::size_t i = 0; i < rate.size() && rate[i].from < until; ++i) {
        const double end = i + 1 < rate.size() ? std::min(until, rate[i + 1].from) : until;
        expected += rate[i].rate * (end - rate[i].from);
    }
    return expected;
}

double expectedArrivals(const Scenario& scenario) {
    double expected = 0;
    for (const CustomerClass& one : scenario.classes)
        expected += expectedOf(one.rate, *scenario.minutes);
    return expected;
}

double millisPerUnit(const Scenario& scenario) {
    return std::pow(10.0, std::ceil(6 - std::log10(shortestService(scenario))));
}

outlet::Floor floorOf(const Scenario& scenario) {
    Setup setup;
    const auto hall = named<ZoneId>("hall");
    setup.zones = {{hall, {}, false}};
    int lowest = 1;
    for (const CustomerClass& one : scenario.classes)
        lowest = std::max(lowest, one.rank);
    for (std::size_t i = 0; i < scenario.classes.size(); ++i) {
        Service service;
        service.id = nth<ServiceId>(i);
        Tier tier;
        tier.id = nth<TierId>(i);
        tier.headStart = headStart(scenario, scenario.classes[i], lowest);
        setup.services.push_back(std::move(service));
        setup.tiers.push_back(std::move(tier));
    }
    for (const Desk& desk : scenario.desks)
        for (std::uint32_t i = 0; i < desk.count; ++i) {
            Counter counter;
            counter.id = nth<CounterId>(setup.counters.size());
            counter.number = static_cast<std::uint32_t>(setup.counters.size() + 1);
            counter.zone = hall;
            for (const Serves& one : desk.serves)
                counter.takes.push_back(
                    {{nth<ServiceId>(one.customerClass)},
                     {nth<TierId>(one.customerClass)},
                     Millis{std::llround(one.helpDelay * millisPerUnit(scenario))}});
            setup.counters.push_back(std::move(counter));
        }
    return outlet::Floor{setup};
}

} // namespace usher::simulate
