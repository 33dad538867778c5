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

/// A service for a tier.
struct Pair {
    Index service{};
    Index tier{};
};

/// The first that some counter takes before and none takes after.
std::optional<Pair> lost(const Setup& setup, const Floor& before, const There& was,
                         const Floor& after, const There& is) {
    for (Index s = 0; s < setup.services.size(); ++s)
        for (Index t = 0; t < setup.tiers.size(); ++t)
            if (taken(before, was, s, t) && !taken(after, is, s, t))
                return Pair{s, t};
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

/// The floor with other takes at one counter.
Floor with(const Outlet& outlet, Index counter, const std::vector<Takes>& takes) {
    auto profiles = outlet::profiles(outlet.setup(), outlet.band(), outlet.counters());
    profiles[counter] = takes;
    return {outlet.setup(), profiles, outlet.degraded().active};
}

const std::vector<Takes>& usual(const Outlet& outlet, Index counter) {
    return outlet::usualTakes(outlet.setup(), outlet.band(), counter);
}

/// In the line, or about to be.
bool waits(const Ticket& ticket) {
    return ticket.phase == Phase::Waiting || ticket.phase == Phase::Reserved;
}

/// What somebody waits for whom a counter could serve before, and none could after.
std::optional<ServiceId> left(const Outlet& outlet, const There& was, const Floor& after,
                              const There& is) {
    for (const auto& [id, ticket] : outlet.tickets()) {
        const Index s = outlet.floor().of(ticket.service);
        const Index t = outlet.floor().of(ticket.tier);
        if (waits(ticket) && taken(outlet.floor(), was, s, t) && !taken(after, is, s, t))
            return ticket.service;
    }
    return std::nullopt;
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
    const Setup& setup = outlet.setup();
    // Measured against the usual: an override may give way to a smaller one.
    const Floor before = with(outlet, counter, usual(outlet, counter));
    const Floor after = with(outlet, counter, takes);
    for (const There& there : {all(outlet), open(outlet)})
        if (const auto pair = lost(setup, before, there, after, there))
            return setup.services[pair->service].id;
    return left(outlet, open(outlet), after, open(outlet));
}

std::optional<ServiceId> lostByEnding(const Outlet& outlet, Index counter) {
    return left(outlet, open(outlet), with(outlet, counter, usual(outlet, counter)), open(outlet));
}

std::optional<ServiceId> lostByClosing(const Outlet& outlet, Index counter, Moment now) {
    const Floor& floor = outlet.floor();
    const There was = open(outlet);
    There is = was;
    is[counter] = false;
    if (outlet.setup().openAt(now))
        if (const auto pair = lost(outlet.setup(), floor, was, floor, is))
            return outlet.setup().services[pair->service].id;
    return left(outlet, was, floor, is);
}

std::optional<ServiceId> lostBy(const Outlet& outlet, const Command& command, Moment now) {
    const auto at = [&](const CounterId& id) { return outlet.floor().of(id); };
    if (const auto* one = std::get_if<OverrideProfile>(&command))
        return at(one->counter) == outlet::nowhere
                   ? std::nullopt
                   : lostByOverride(outlet, at(one->counter), one->takes);
    if (const auto* one = std::get_if<EndOverride>(&command))
        return at(one->counter) == outlet::nowhere ? std::nullopt
                                                   : lostByEnding(outlet, at(one->counter));
    if (const auto* one = std::get_if<CloseCounter>(&command))
        return at(one->counter) == outlet::nowhere ? std::nullopt
                                                   : lostByClosing(outlet, at(one->counter), now);
    return std::nullopt;
}

std::optional<ServiceId> lostByTrial(const Outlet& outlet, std::span<const Change> changes,
                                     Moment now) {
    const Setup& setup = outlet.setup();
    const bool atOnce = outlet.degraded().active;
    outlet::Profiles before = outlet::profiles(setup, outlet.band(), outlet.counters());
    outlet::Profiles after = before;
    const There was = open(outlet);
    There is = was;
    for (const Change& one : changes) {
        if (!one.counter)
            continue;
        const Index counter = outlet.floor().of(*one.counter);
        if (one.open)
            is[counter] = *one.open;
        if (!one.takes.empty()) {
            before[counter] = usual(outlet, counter);
            after[counter] = one.takes;
        }
    }
    const Floor then{setup, after, atOnce};
    const Floor asUsual{setup, before, atOnce};
    if (const auto pair = lost(setup, asUsual, all(outlet), then, all(outlet)))
        return setup.services[pair->service].id;
    if (setup.openAt(now) || before != after)
        if (const auto pair = lost(setup, asUsual, was, then, is))
            return setup.services[pair->service].id;
    return left(outlet, was, then, is);
}

bool neededByWaiting(const Outlet& outlet, Index counter) {
    const Floor& floor = outlet.floor();
    const Setup& setup = outlet.setup();
    const auto needed = [&](Index s, Index t) {
        for (Index i = 0; i < floor.counters(); ++i)
            if (i != counter && floor.delay(i, s, t))
                return false;
        return floor.delay(counter, s, t) &&
               !Setup::helpDelay(usual(outlet, counter), setup.services[s].id, setup.tiers[t].id);
    };
    for (const outlet::Row& row : outlet.line().rows())
        if (!row.empty() && needed(row.kind().service, row.kind().tier))
            return true;
    return std::any_of(outlet.printing().begin(), outlet.printing().end(), [&](TicketId id) {
        const Ticket& ticket = *outlet.find(id);
        return needed(floor.of(ticket.service), floor.of(ticket.tier));
    });
}

std::vector<CounterId> overridesToEnd(const Outlet& outlet, const std::optional<BandId>& band,
                                      const std::vector<CounterId>& ending) {
    const Setup& setup = outlet.setup();
    const Floor asSetUp{setup, outlet::profiles(setup, band), false};
    std::vector<CounterState> counters = outlet.counters();
    for (const CounterId& id : ending)
        counters[outlet.floor().of(id)].profile.reset();
    std::vector<CounterId> ended;
    for (;;) {
        const Floor now{setup, outlet::profiles(setup, band, counters), false};
        const auto pair = lost(setup, asSetUp, all(outlet), now, all(outlet));
        if (!pair)
            return ended;
        // Whoever would take it by right, and was given something else.
        const auto one = std::find_if(counters.begin(), counters.end(), [&](const auto& state) {
            const Index i = outlet.floor().of(state.id);
            return state.profile && asSetUp.delay(i, pair->service, pair->tier);
        });
        one->profile.reset();
        ended.push_back(one->id);
    }
}

} // namespace usher::rules
