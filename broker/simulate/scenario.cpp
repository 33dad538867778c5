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

double millisPerUnit(const Scenario& scenario) {
    double shortest = scenario.classes.front().service.mean;
    for (const CustomerClass& one : scenario.classes)
        shortest = std::min(shortest, one.service.mean);
    return std::pow(10.0, std::ceil(6 - std::log10(shortest)));
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
