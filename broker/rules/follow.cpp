#include "broker/rules/follow.h"

#include "broker/rules/coverage.h"
#include "broker/rules/degraded.h"
#include "broker/rules/dispatch.h"
#include "broker/rules/guard.h"
#include "broker/rules/machines.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;
using outlet::Index;
using outlet::Outlet;

namespace {

/// Still with us in some way that the end of the day ends. Those at a counter are seen through.
bool waits(const Ticket& ticket) {
    switch (ticket.phase) {
    case Phase::Reserved:
    case Phase::Waiting:
    case Phase::Held:
    case Phase::Diverted:
        return true;
    case Phase::Called:
    case Phase::Serving:
    case Phase::Done:
    case Phase::NoShow:
    case Phase::Left:
    case Phase::Voided:
        return false;
    }
    return false;
}

std::vector<Event> turnOfDay(const Outlet& outlet, Moment now) {
    const Date today = outlet.setup().timeZone.local(now).date;
    if (outlet.day() && *outlet.day() >= today)
        return {};
    std::vector<Event> events;
    if (outlet.day()) {
        DayClosed closed{*outlet.day(), {}};
        if (outlet.setup().policy.closing == Closing::Clear)
            for (const auto& [id, ticket] : outlet.tickets())
                if (waits(ticket))
                    closed.cleared.push_back(id);
        events.emplace_back(std::move(closed));
    }
    events.emplace_back(DayOpened{today});
    return events;
}

std::vector<Event> turnOfBand(const Outlet& outlet, Moment now) {
    const auto band = outlet.setup().bandAt(now);
    if (band == outlet.band())
        return {};
    std::vector<Event> events{BandChanged{band}};
    for (const CounterId& id : overridesToEnd(outlet, band, {}))
        events.emplace_back(ProfileRestored{id});
    return events;
}

/// One at a time: what the next one comes to depends on it.
std::vector<Event> endOfOverrides(const Outlet& outlet, Moment now) {
    for (Index i = 0; i < outlet.floor().counters(); ++i) {
        const CounterState& desk = outlet.counters()[i];
        // It holds a little longer for those whom nobody else could serve.
        if (!desk.profile || desk.profile->until > now || neededByWaiting(outlet, i))
            continue;
        std::vector<Event> events{ProfileRestored{desk.id}};
        for (const CounterId& id : overridesToEnd(outlet, outlet.band(), {desk.id}))
            events.emplace_back(ProfileRestored{id});
        return events;
    }
    return {};
}

std::vector<Event> turnOfMode(const Outlet& outlet, Moment now) {
    const bool active = degradedNow(outlet, now);
    if (active == outlet.degraded().active)
        return {};
    return {DegradedChanged{active}};
}

std::vector<Event> joins(const Outlet& outlet, Moment now) {
    std::vector<Event> events;
    for (const TicketId id : outlet.printing())
        if (outlet.find(id)->since + outlet.setup().policy.provisional <= now)
            events.emplace_back(TicketJoined{id, Paper::Unknown});
    return events;
}

std::vector<Event> waysBack(const Outlet& outlet, Moment) {
    return broughtBack(outlet);
}

std::vector<Event> keeping(const Outlet& outlet, Moment now) {
    std::vector<Event> events;
    for (Index counter = 0; counter < outlet.floor().counters(); ++counter)
        if (outlet.counters()[counter].desk == Desk::Standby)
            if (auto change = keepingChange(outlet, counter, now))
                events.emplace_back(std::move(*change));
    return events;
}

std::vector<Event> calls(const Outlet& outlet, Moment now) {
    std::vector<Event> events;
    if (auto call = standbyCall(outlet, now))
        events.emplace_back(std::move(*call));
    return events;
}

/// In this order: each is decided on what those before it came to.
constexpr std::array steps{turnOfDay, turnOfBand,   endOfOverrides, turnOfMode, joins,
                           waysBack,  presumedDone, calls,          keeping};

/// The next moment today at which another band holds.
std::optional<Moment> nextBand(const Outlet& outlet, Moment now) {
    const Setup& setup = outlet.setup();
    std::optional<Moment> first;
    for (const Band& band : setup.bands)
        for (const int minute : {band.from, band.to}) {
            const Moment at = setup.timeZone.at(setup.timeZone.local(now).date, minute);
            if (at > now && setup.bandAt(at) != outlet.band())
                first = std::min(first.value_or(at), at);
        }
    return first;
}

} // namespace

std::vector<Event> follow(const Outlet& outlet, Moment now) {
    if (outlet.setup().counters.empty())
        return {}; // no setup adopted yet
    for (const auto step : steps)
        if (auto events = step(outlet, now); !events.empty())
            return events;
    return {};
}

std::optional<Moment> wakeUp(const Outlet& outlet, Moment now) {
    if (!outlet.day())
        return std::nullopt;
    Moment first = outlet.setup().timeZone.at(nextDay(*outlet.day()), 0);
    const auto consider = [&](std::optional<Moment> at) {
        if (at)
            first = std::min(first, *at);
    };
    for (const TicketId id : outlet.printing())
        consider(outlet.find(id)->since + outlet.setup().policy.provisional);
    consider(nextBand(outlet, now));
    consider(nextDegraded(outlet, now));
    consider(nextPresumedDone(outlet));
    for (Index counter = 0; counter < outlet.floor().counters(); ++counter) {
        const CounterState& desk = outlet.counters()[counter];
        if (desk.profile && desk.profile->until > now && !neededByWaiting(outlet, counter))
            consider(desk.profile->until);
        if (desk.desk == Desk::Standby)
            consider(standbyWake(outlet, counter, now));
    }
    return first;
}

} // namespace usher::rules
