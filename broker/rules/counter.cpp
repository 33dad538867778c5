#include "broker/rules/acts.h"
#include "broker/rules/dispatch.h"
#include "broker/rules/seniority.h"
#include "broker/rules/triage.h"

namespace usher::rules {

using namespace protocol;

namespace {

/// Why the ticket named is not the one at this desk; nothing if it is.
std::optional<Refusal> notHere(const CounterState* desk, TicketId ticket) {
    if (desk == nullptr)
        return Refusal::NotSignedOn;
    if (!desk->ticket)
        return Refusal::NothingHere;
    if (*desk->ticket != ticket)
        return Refusal::TicketMovedOn;
    return std::nullopt;
}

Called called(const View& view, TicketId id) {
    const Ticket& ticket = *view.outlet.find(id);
    return {id, ticket.number, ticket.service};
}

/// Why nobody may be called at this desk; nothing if somebody may.
std::optional<Refusal> cannotCall(const CounterState& desk) {
    switch (desk.desk) {
    case Desk::Closed:
        return Refusal::CounterClosed;
    case Desk::Paused:
        return Refusal::CounterPaused;
    case Desk::Serving:
        return Refusal::CounterBusy;
    case Desk::Idle:
    case Desk::Standby:
    case Desk::Calling:
        return std::nullopt;
    }
    return std::nullopt;
}

Decision finishAtMachine(const View& view, TicketId id) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const Ticket* ticket = view.outlet.find(id);
    if (ticket == nullptr)
        return Refusal::UnknownTicket;
    if (ticket->phase != Phase::Diverted || !ticket->place.counter)
        return Refusal::TicketMovedOn;
    return accept(view, {ServiceFinished{id, *ticket->place.counter}});
}

} // namespace

Decision decide(const View& view, const PauseCounter& command) {
    const CounterState* desk = view.desk();
    if (desk == nullptr)
        return Refusal::NotSignedOn;
    if (const auto bad = badReason(command.reason, true))
        return *bad;
    if (desk->ticket)
        return Refusal::CounterBusy;
    if (desk->desk == Desk::Closed)
        return Refusal::CounterClosed;
    if (desk->desk == Desk::Paused && desk->reason == command.reason)
        return accept(view, {});
    return accept(view, {CounterPaused{desk->id, command.reason}});
}

Decision decide(const View& view, const ResumeCounter&) {
    const CounterState* desk = view.desk();
    if (desk == nullptr)
        return Refusal::NotSignedOn;
    if (desk->desk == Desk::Closed)
        return Refusal::CounterClosed;
    if (desk->desk != Desk::Paused)
        return accept(view, {});
    return accept(view, {CounterResumed{desk->id}});
}

Decision decide(const View& view, const CallNext& command) {
    const CounterState* desk = view.desk();
    if (desk == nullptr)
        return Refusal::NotSignedOn;
    if (const auto refusal = cannotCall(*desk))
        return *refusal;
    // A second press means the first one: the same ticket, not the next.
    if (desk->desk == Desk::Calling)
        return Outcome{{}, called(view, *desk->ticket)};
    if (auto pick = next(view.outlet, view.outlet.floor().of(desk->id), view.now)) {
        const TicketId ticket = pick->standing.ticket;
        return Outcome{{TicketCalled{ticket, desk->id, std::move(pick->why)}},
                       called(view, ticket)};
    }
    if (!command.standBy)
        return Refusal::NobodyWaiting;
    if (desk->desk == Desk::Standby)
        return Outcome{{}, StandingBy{}};
    return Outcome{{CounterStoodBy{desk->id}}, StandingBy{}};
}

Decision decide(const View& view, const Recall&) {
    const CounterState* desk = view.desk();
    if (desk == nullptr)
        return Refusal::NotSignedOn;
    if (desk->desk != Desk::Calling)
        return Refusal::NothingHere;
    return Outcome{{TicketRecalled{*desk->ticket, desk->id}}, called(view, *desk->ticket)};
}

Decision decide(const View& view, const Start& command) {
    const CounterState* desk = view.desk();
    if (const auto refusal = notHere(desk, command.ticket))
        return *refusal;
    if (desk->desk == Desk::Serving)
        return accept(view, {});
    return accept(view, {ServiceStarted{command.ticket, desk->id}});
}

Decision decide(const View& view, const Finish& command) {
    if (view.context.role != Role::Counter)
        return finishAtMachine(view, command.ticket);
    const CounterState* desk = view.desk();
    if (const auto refusal = notHere(desk, command.ticket))
        return *refusal;
    if (desk->desk != Desk::Serving)
        return Refusal::TooSoon;
    return accept(view, {ServiceFinished{command.ticket, desk->id}});
}

Decision decide(const View& view, const NoShow& command) {
    const CounterState* desk = view.desk();
    if (const auto refusal = notHere(desk, command.ticket))
        return *refusal;
    if (desk->desk != Desk::Calling)
        return Refusal::TicketMovedOn;
    if (view.outlet.find(command.ticket)->recalls < view.setup().policy.recallsBeforeNoShow)
        return Refusal::TooSoon;
    return accept(view, {TicketMissed{command.ticket, desk->id}});
}

Decision decide(const View& view, const Hold& command) {
    const CounterState* desk = view.desk();
    if (const auto refusal = notHere(desk, command.ticket))
        return *refusal;
    if (const auto bad = badReason(command.reason, false))
        return *bad;
    return accept(view, {TicketHeld{command.ticket, desk->id, command.reason}});
}

Decision decide(const View& view, const Transfer& command) {
    const CounterState* desk = view.desk();
    if (const auto refusal = notHere(desk, command.ticket))
        return *refusal;
    if (const auto bad = badReason(command.reason, false))
        return *bad;
    const Ticket& ticket = *view.outlet.find(command.ticket);
    const ServiceId service = command.service.value_or(ticket.service);
    if (view.setup().find(service) == nullptr)
        return Refusal::UnknownService;
    if (command.place.zone && view.setup().find(*command.place.zone) == nullptr)
        return Refusal::UnknownZone;
    if (command.place.counter && view.setup().find(*command.place.counter) == nullptr)
        return Refusal::UnknownCounter;
    const auto place = placeFor(view, service, ticket.tier, command.place);
    if (!place)
        return Refusal::CannotServe;
    const ZoneId zone = zoneOf(view.outlet.floor(), view.setup(), service, ticket.tier, *place);
    // Sent on before anything was done, one was only at the wrong counter.
    Seniority rank = desk->desk == Desk::Serving ? returning(view.setup(), ticket, service)
                                                 : kept(view.setup(), ticket, service);
    return accept(view,
                  {TicketTransferred{command.ticket, desk->id, service, zone, *place,
                                     command.reason, std::move(rank.claims), rank.adjustment}});
}

} // namespace usher::rules
