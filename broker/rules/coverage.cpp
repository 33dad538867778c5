#include "broker/rules/coverage.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;
using outlet::Floor;
using outlet::Index;
using outlet::Outlet;

namespace {

/// By counter: it is there to be counted on.
using There = std::vector<bool>;

bool taken(const Floor& floor, const There& there, Index service, Index tier) {
    for (Index i = 0; i < floor.counters(); ++i)
        if (there[i] && floor.delay(i, service, tier))
            return true;
    return false;
}

/// The first service that some counter takes before, for some tier, and none takes after.
std::optional<ServiceId> lost(const Setup& setup, const Floor& before, const There& was,
                              const Floor& after, const There& is) {
    for (Index s = 0; s < setup.services.size(); ++s)
        for (Index t = 0; t < setup.tiers.size(); ++t)
            if (taken(before, was, s, t) && !taken(after, is, s, t))
                return setup.services[s].id;
    return std::nullopt;
}

There open(const Outlet& outlet) {
    There there;
    for (const CounterState& desk : outlet.counters())
        there.push_back(desk.desk != Desk::Closed && !desk.closing);
    return there;
}

There all(const Outlet& outlet) {
    return There(outlet.counters().size(), true);
}

} // namespace

std::optional<Refusal> unknownIn(const Setup& setup, const Takes& takes) {
    for (const ServiceId& service : takes.services)
        if (setup.find(service) == nullptr)
            return Refusal::UnknownService;
    for (const TierId& tier : takes.tiers)
        if (setup.find(tier) == nullptr)
            return Refusal::UnknownTier;
    return std::nullopt;
}

std::optional<ServiceId> lostByOverride(const Outlet& outlet, Index counter,
                                        const std::vector<Takes>& takes) {
    auto profiles = outlet::profiles(outlet.setup(), outlet.band(), outlet.counters());
    profiles[counter] = takes;
    const Floor after{outlet.setup(), profiles, outlet.degraded().active};
    if (auto one = lost(outlet.setup(), outlet.floor(), all(outlet), after, all(outlet)))
        return one;
    return lost(outlet.setup(), outlet.floor(), open(outlet), after, open(outlet));
}

std::optional<ServiceId> lostByClosing(const Outlet& outlet, Index counter) {
    There after = open(outlet);
    after[counter] = false;
    return lost(outlet.setup(), outlet.floor(), open(outlet), outlet.floor(), after);
}

std::optional<ServiceId> lostBy(const Outlet& outlet, const Command& command) {
    const auto* profile = std::get_if<OverrideProfile>(&command);
    const auto* closing = std::get_if<CloseCounter>(&command);
    if (profile == nullptr && closing == nullptr)
        return std::nullopt;
    const Index counter =
        outlet.floor().of(profile != nullptr ? profile->counter : closing->counter);
    if (counter == outlet::nowhere)
        return std::nullopt;
    return profile != nullptr ? lostByOverride(outlet, counter, profile->takes)
                              : lostByClosing(outlet, counter);
}

std::vector<CounterId> overridesToEnd(const Outlet& outlet, const std::optional<BandId>& band) {
    const Setup& setup = outlet.setup();
    const Floor asSetUp{setup, outlet::profiles(setup, band), false};
    std::vector<CounterState> counters = outlet.counters();
    std::vector<CounterId> ended;
    for (CounterState& one : counters) {
        const Floor now{setup, outlet::profiles(setup, band, counters), false};
        if (!lost(setup, asSetUp, all(outlet), now, all(outlet)))
            break;
        if (!one.profile)
            continue;
        one.profile.reset();
        ended.push_back(one.id);
    }
    return ended;
}

} // namespace usher::rules
