#include "broker/rules/follow.h"

#include "broker/rules/dispatch.h"
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

std::vector<Event> turnOfDay(const Outlet& outlet, Date today) {
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

} // namespace

std::vector<Event> follow(const Outlet& outlet, Moment now) {
    if (outlet.setup().counters.empty())
        return {}; // no setup adopted yet
    const Date today = outlet.setup().timeZone.local(now).date;
    if (!outlet.day() || *outlet.day() < today)
        return turnOfDay(outlet, today);

    std::vector<Event> events;
    for (const auto& [id, ticket] : outlet.tickets())
        if (ticket.phase == Phase::Reserved &&
            ticket.since + outlet.setup().policy.provisional <= now)
            events.emplace_back(TicketJoined{id, Paper::Unknown});
    if (!events.empty())
        return events;
    if (events = broughtBack(outlet); !events.empty())
        return events;
    if (events = presumedDone(outlet, now); !events.empty())
        return events;

    if (auto call = standbyCall(outlet, now))
        events.emplace_back(std::move(*call));
    return events;
}

std::optional<Moment> wakeUp(const Outlet& outlet) {
    if (!outlet.day())
        return std::nullopt;
    Moment first = outlet.setup().timeZone.at(nextDay(*outlet.day()), 0);
    for (const auto& [id, ticket] : outlet.tickets())
        if (ticket.phase == Phase::Reserved)
            first = std::min(first, ticket.since + outlet.setup().policy.provisional);
    if (const auto done = nextPresumedDone(outlet))
        first = std::min(first, *done);
    for (Index counter = 0; counter < outlet.floor().counters(); ++counter)
        if (outlet.counters()[counter].desk == Desk::Standby)
            if (const auto ready = readyAt(outlet.floor(), outlet.line(), counter))
                first = std::min(first, *ready);
    return first;
}

} // namespace usher::rules
