#include "broker/rules/acts.h"
#include "broker/rules/coverage.h"
#include "broker/rules/machines.h"
#include "broker/rules/seniority.h"
#include "broker/rules/triage.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;

namespace {

/// The setup has what the ticket speaks of, and somebody to do it.
bool known(const View& view, const Ticket& ticket) {
    return view.setup().find(ticket.service) != nullptr &&
           view.setup().find(ticket.tier) != nullptr &&
           servable(view.outlet.floor(), ticket.service, ticket.tier, {});
}

/// Where the ticket was bound to, if that may still serve it.
Place stillThere(const View& view, const Ticket& ticket) {
    return servable(view.outlet.floor(), ticket.service, ticket.tier, ticket.place) ? ticket.place
                                                                                    : Place{};
}

Event resumed(const View& view, const Ticket& ticket, const Place& place, Seniority rank,
              std::string reason) {
    return TicketResumed{
        ticket.id,
        zoneOf(view.outlet.floor(), view.setup(), ticket.service, ticket.tier, place),
        place,
        std::move(rank.claims),
        rank.adjustment,
        std::move(reason)};
}

} // namespace

Decision decide(const View& view, const ResumeTicket& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const Ticket* ticket = view.outlet.find(command.ticket);
    if (ticket == nullptr)
        return Refusal::UnknownTicket;
    if (stale(command.seen, ticket->version))
        return Refusal::StaleView;
    if (ticket->phase == Phase::NoShow) {
        const bool late = view.now - ticket->since > view.setup().policy.lateReturn;
        if (late || ticket->returned)
            return Refusal::TooLate;
    } else if (ticket->phase != Phase::Held && ticket->phase != Phase::Diverted) {
        return Refusal::TicketMovedOn;
    }
    if (!known(view, *ticket))
        return Refusal::CannotServe;
    // Back from a machine, one is not bound to it any more.
    const Place place = ticket->phase == Phase::Diverted ? Place{} : stillThere(view, *ticket);
    // Who did not come when called keeps the place; who was sent away comes back to a better one.
    const Seniority rank = ticket->phase == Phase::NoShow
                               ? kept(view.setup(), *ticket, ticket->service)
                               : returning(view.setup(), *ticket, ticket->service);
    return accept(view, {resumed(view, *ticket, place, rank, {})});
}

Decision decide(const View& view, const Redirect& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const Ticket* ticket = view.outlet.find(command.ticket);
    if (ticket == nullptr)
        return Refusal::UnknownTicket;
    if (stale(command.seen, ticket->version))
        return Refusal::StaleView;
    if (ticket->phase != Phase::Waiting && ticket->phase != Phase::Diverted)
        return Refusal::TicketMovedOn;
    if (const auto bad = badReason(command.reason, false))
        return *bad;
    if (command.place.zone && view.setup().find(*command.place.zone) == nullptr)
        return Refusal::UnknownZone;
    if (command.place.counter && view.setup().find(*command.place.counter) == nullptr)
        return Refusal::UnknownCounter;
    const auto place = placeFor(view, ticket->service, ticket->tier, command.place);
    if (!place)
        return Refusal::CannotServe;
    const bool diverted = view.outlet.atMachine(*place);
    if (ticket->phase == Phase::Diverted && !diverted)
        return accept(view,
                      {resumed(view, *ticket, *place,
                               returning(view.setup(), *ticket, ticket->service), command.reason)});
    const ZoneId zone =
        zoneOf(view.outlet.floor(), view.setup(), ticket->service, ticket->tier, *place);
    return accept(view, {TicketRedirected{ticket->id, zone, *place, diverted, command.reason}});
}

Decision decide(const View& view, const Promote& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const Ticket* ticket = view.outlet.find(command.ticket);
    if (ticket == nullptr)
        return Refusal::UnknownTicket;
    if (stale(command.seen, ticket->version))
        return Refusal::StaleView;
    if (const auto bad = badReason(command.reason, true))
        return *bad;
    if (ticket->phase != Phase::Waiting)
        return Refusal::TicketMovedOn;
    // Bounded: once, and no further than the policy says.
    if (ticket->promotion != Millis{0})
        return accept(view, {});
    return accept(view, {TicketPromoted{ticket->id, Millis{0} - view.setup().policy.promote,
                                        command.reason}});
}

Decision decide(const View& view, const OpenCounter& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const CounterState* desk = view.outlet.find(command.counter);
    if (desk == nullptr)
        return Refusal::UnknownCounter;
    if (stale(command.seen, desk->version))
        return Refusal::StaleView;
    const bool machine = view.outlet.floor().isMachine(view.outlet.floor().of(command.counter));
    if (!machine && !desk->staff)
        return Refusal::NotSignedOn; // nobody sits there
    if (desk->desk != Desk::Closed && !desk->closing)
        return accept(view, {});
    return accept(view, {CounterOpened{desk->id}});
}

Decision decide(const View& view, const CloseCounter& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const CounterState* desk = view.outlet.find(command.counter);
    if (desk == nullptr)
        return Refusal::UnknownCounter;
    if (stale(command.seen, desk->version))
        return Refusal::StaleView;
    if (const auto bad = badReason(command.reason, false))
        return *bad;
    if (desk->desk == Desk::Closed || desk->closing)
        return accept(view, {});
    if (lostByClosing(view.outlet, view.outlet.floor().of(command.counter), view.now))
        return Refusal::ServiceUncovered;
    return accept(view, {CounterClosed{desk->id, command.reason}});
}

Decision decide(const View& view, const ReportMachine& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const CounterState* desk = view.outlet.find(command.counter);
    if (desk == nullptr || !view.outlet.floor().isMachine(view.outlet.floor().of(command.counter)))
        return Refusal::UnknownCounter;
    if (const auto bad = badReason(command.detail, false))
        return *bad;
    if (desk->machine == command.state && desk->reason == command.detail)
        return accept(view, {});
    return accept(view, {MachineReported{command.counter, command.state, command.detail}});
}

Decision decide(const View& view, const Undo&) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const Act* act = view.outlet.lastAct(view.context.by);
    if (act == nullptr)
        return Refusal::NothingToUndo;
    if (view.now - act->at > view.setup().policy.undo)
        return Refusal::TooLate;
    if (act->ticket) {
        const Ticket* ticket = view.outlet.find(act->ticket->id);
        if (ticket == nullptr || ticket->version != act->sequence)
            return Refusal::TicketMovedOn;
    }
    if (act->counter && view.outlet.find(act->counter->id)->version != act->sequence)
        return Refusal::TicketMovedOn;
    return Outcome{{ActUndone{*act}}, Undone{act->what}};
}

} // namespace usher::rules
