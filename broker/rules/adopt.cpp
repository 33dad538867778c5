#include "broker/rules/acts.h"
#include "broker/rules/seniority.h"
#include "broker/rules/triage.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;

namespace {

constexpr const char* reason = "the outlet was set up anew";

bool isMachine(const Setup& setup, const Counter& counter) {
    return setup.find(counter.zone)->selfService;
}

/// Not in the new setup, or quite another thing there.
bool gone(const Setup& was, const Setup& now, const CounterId& id) {
    const Counter* before = was.find(id);
    const Counter* after = now.find(id);
    return after == nullptr || before == nullptr ||
           isMachine(was, *before) != isMachine(now, *after);
}

/// What becomes of somebody who is in the outlet while it changes around them.
std::vector<Event> carryOver(const Setup& was, const Setup& now, const outlet::Floor& floor,
                             const Ticket& ticket) {
    const bool engaged = ticket.phase == Phase::Called || ticket.phase == Phase::Serving;
    const bool known = now.find(ticket.service) != nullptr && now.find(ticket.tier) != nullptr;
    if (engaged && known && !gone(was, now, *ticket.counter))
        return {}; // seen through, whatever the counter takes from now on
    const bool offered = known && (servable(floor, ticket.service, ticket.tier, {}) ||
                                   servable(floor, ticket.service, ticket.tier, ticket.place));
    if (!offered)
        return {TicketLeft{ticket.id, "no longer offered"}};
    const ZoneId zone = zoneFor(floor, now, ticket.service, ticket.tier);
    if (engaged)
        return {TicketTransferred{ticket.id,
                                  *ticket.counter,
                                  ticket.service,
                                  zone,
                                  {},
                                  reason,
                                  ticket.claims,
                                  ticket.adjustment}};
    if (ticket.phase == Phase::Held)
        return {}; // seen to when they come back to the line
    if (now.find(ticket.zone) != nullptr &&
        servable(floor, ticket.service, ticket.tier, ticket.place))
        return {};
    if (ticket.phase != Phase::Waiting) {
        const Seniority place = ticket.phase == Phase::Diverted
                                    ? returning(now, ticket, ticket.service)
                                    : kept(now, ticket, ticket.service);
        return {TicketResumed{ticket.id, zone, {}, place.claims, place.adjustment, reason}};
    }
    return {TicketRedirected{ticket.id, zone, {}, false, reason}};
}

} // namespace

Decision decide(const View& view, const AdoptSetup& command) {
    const Setup& setup = command.setup;
    const outlet::Floor floor{setup, outlet::profiles(setup, setup.bandAt(view.now)), false};
    std::vector<Event> events;
    for (const auto& [id, ticket] : view.outlet.tickets())
        if (ticket.phase < Phase::Done)
            for (Event& event : carryOver(view.setup(), command.setup, floor, ticket))
                events.push_back(std::move(event));
    for (const Counter& counter : view.setup().counters)
        if (gone(view.setup(), command.setup, counter.id))
            if (const Session* session = view.outlet.sessionOf(counter.id))
                events.emplace_back(StaffSignedOff{session->device});
    events.emplace_back(SetupAdopted{command.setup});
    return accept(view, std::move(events));
}

} // namespace usher::rules
