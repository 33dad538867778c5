#include "broker/rules/acts.h"
#include "broker/rules/triage.h"

#include <algorithm>
#include <cstdio>

namespace usher::rules {

using namespace protocol;

namespace {

bool openNow(const View& view) {
    const LocalTime local = view.setup().timeZone.local(view.now);
    const auto hours = view.setup().hoursOn(local);
    return hours && local.minute >= hours->opens && local.minute < hours->closes;
}

std::string label(const Series& series, std::uint32_t number) {
    char text[16];
    const int size = std::snprintf(text, sizeof text, "%s%03u", series.letter.c_str(), number);
    return {text, static_cast<std::size_t>(size)};
}

/// Somebody holds this number, or may yet come back with it.
bool labelLives(const outlet::Outlet& outlet, const std::string& label) {
    for (const auto& [id, ticket] : outlet.tickets())
        if (ticket.number == label && (ticket.phase < Phase::Done || ticket.phase == Phase::NoShow))
            return true;
    return false;
}

/// Those whose number is still with the printer will stand in line too.
std::size_t waitingSoon(const outlet::Outlet& outlet) {
    const auto reserved =
        std::count_if(outlet.tickets().begin(), outlet.tickets().end(),
                      [](const auto& entry) { return entry.second.phase == Phase::Reserved; });
    return outlet.line().size() + static_cast<std::size_t>(reserved);
}

/// The next number of the series today; one carried over from yesterday is left out.
std::optional<std::uint32_t> nextNumber(const View& view, const Series& series,
                                        std::uint32_t given) {
    for (std::uint32_t number = series.first + given; number <= series.last; ++number)
        if (!labelLives(view.outlet, label(series, number)))
            return number;
    return std::nullopt;
}

struct Standing {
    TierId tier;
    std::optional<Refusal> refusal;
};

Standing tierOf(const View& view, const TakeTicket& command) {
    TierId tier = view.setup().tiers.front().id;
    if (!command.recognition.empty()) {
        const Recognition* known = view.outlet.recognition(command.recognition);
        if (known == nullptr)
            return {tier, Refusal::UnknownCard};
        tier = known->tier;
    }
    if (!command.assisted)
        return {tier, {}};
    // A right that staff see to: at the kiosk anybody could claim it.
    if (view.context.role == Role::Kiosk)
        return {tier, Refusal::NotPermitted};
    const Tier* assisted = view.setup().find(assistedTier);
    if (assisted == nullptr)
        return {tier, Refusal::UnknownTier};
    if (assisted->headStart > view.setup().find(tier)->headStart)
        tier = assistedTier;
    return {tier, {}};
}

/// A kiosk is nobody; whatever is asked elsewhere is asked by a person.
bool unattended(const View& view) {
    return view.context.role != Role::Kiosk && !view.staffed();
}

/// A kiosk speaks for the tickets it gave; staff for all.
bool mayTouch(const View& view, const Ticket& ticket) {
    return view.context.role != Role::Kiosk || ticket.device == view.context.by;
}

} // namespace

Decision decide(const View& view, const CardLookedUp& command) {
    const std::string token = toHex(view.context.id);
    const Tier* known = command.tier ? view.setup().find(*command.tier) : nullptr;
    const TierId tier = known != nullptr ? known->id : view.setup().tiers.front().id;
    return Outcome{{CustomerRecognised{{token, tier, command.clientManager, view.now}}},
                   Greeting{token}};
}

Decision decide(const View& view, const TakeTicket& command) {
    if (unattended(view))
        return Refusal::NotSignedOn;
    if (view.setup().find(command.service) == nullptr)
        return Refusal::UnknownService;
    if (!openNow(view))
        return Refusal::OutletClosed;
    if (command.paper != Paper::Pending && command.paper != Paper::Shown)
        return Refusal::Malformed;
    const auto [tier, refusal] = tierOf(view, command);
    if (refusal)
        return *refusal;
    if (!servable(view.setup(), command.service, tier, {}))
        return Refusal::ServiceUnavailable;
    if (waitingSoon(view.outlet) >= view.setup().policy.waitingMax)
        return Refusal::QueueFull;

    const Series& series = *view.setup().seriesOf(tier);
    const auto index = static_cast<std::uint32_t>(&series - view.setup().series.data());
    const auto number = nextNumber(view, series, view.outlet.numbersGiven(index));
    if (!number)
        return Refusal::SeriesExhausted;

    Ticket ticket;
    ticket.id = view.outlet.nextTicket();
    ticket.visit = {ticket.id.value};
    ticket.number = label(series, *number);
    ticket.service = command.service;
    ticket.tier = tier;
    ticket.zone = zoneFor(view.setup(), command.service, tier);
    ticket.phase = command.paper == Paper::Pending ? Phase::Reserved : Phase::Waiting;
    ticket.paper = command.paper;
    ticket.arrival = view.now;
    ticket.since = view.now;
    ticket.promised = view.context.forecast(command.service, tier);
    ticket.device = view.context.by;
    TicketIssued issued{ticket.id,
                        ticket.number,
                        ticket.service,
                        ticket.zone,
                        aheadOf(view.outlet, command.service, tier, view.now),
                        ticket.promised,
                        view.now,
                        toHex(view.context.id)};
    return Outcome{{TicketTaken{std::move(ticket), index, *number, command.recognition}},
                   std::move(issued)};
}

Decision decide(const View& view, const ConfirmTicket& command) {
    const Ticket* ticket = view.outlet.find(command.ticket);
    if (ticket == nullptr || !mayTouch(view, *ticket))
        return Refusal::UnknownTicket;
    if (command.paper == Paper::Pending)
        return Refusal::Malformed;
    if (ticket->phase == Phase::Reserved) {
        if (command.paper == Paper::Failed)
            return accept(view, {TicketVoided{ticket->id, "not printed"}});
        return accept(view, {TicketJoined{ticket->id, command.paper}});
    }
    if (ticket->phase == Phase::Voided)
        return Refusal::TicketMovedOn;
    if (ticket->paper == command.paper)
        return accept(view, {});
    // It joined by itself meanwhile. A number nobody holds must not be called.
    if (command.paper == Paper::Failed && ticket->phase == Phase::Waiting)
        return accept(view, {TicketVoided{ticket->id, "not printed"}});
    return accept(view, {PaperLearned{ticket->id, command.paper}});
}

Decision decide(const View& view, const CancelTicket& command) {
    if (unattended(view))
        return Refusal::NotSignedOn;
    const Ticket* ticket = view.outlet.find(command.ticket);
    if (ticket == nullptr || !mayTouch(view, *ticket))
        return Refusal::UnknownTicket;
    if (const auto bad = badReason(command.reason, false))
        return *bad;
    if (ticket->phase == Phase::Left)
        return accept(view, {});
    if (ticket->phase != Phase::Reserved && ticket->phase != Phase::Waiting &&
        ticket->phase != Phase::Held && ticket->phase != Phase::Diverted)
        return Refusal::TicketMovedOn;
    return accept(view, {TicketLeft{ticket->id, command.reason}});
}

Decision decide(const View& view, const AskHelp&) {
    return accept(view, {HelpAsked{view.context.by}});
}

Decision decide(const View& view, const ReportDevice& command) {
    if (const auto bad = badReason(command.detail, false))
        return *bad;
    if (command.part.empty() || command.part.size() > 31)
        return Refusal::Malformed;
    for (const DeviceState& known : view.outlet.devices())
        if (known.device == view.context.by && known.part == command.part &&
            known.up == command.up && known.detail == command.detail)
            return accept(view, {});
    return accept(view,
                  {DeviceReported{view.context.by, command.part, command.up, command.detail}});
}

} // namespace usher::rules
