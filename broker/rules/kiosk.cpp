// What a kiosk says of cards, papers and itself.
#include "broker/protocol/limits.h"
#include "broker/rules/acts.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;

namespace {

/// A kiosk speaks for the tickets it gave; staff for all.
bool mayTouch(const View& view, const Ticket& ticket) {
    return view.context.role != Role::Kiosk || ticket.device == view.context.by;
}

/// It joined by itself while its paper was still to come, and neither was it called nor has anybody
/// sent its holder anywhere: a number nobody holds must not be called.
bool nobodyMet(const Ticket& ticket) {
    return ticket.phase == Phase::Waiting && ticket.paper == Paper::Unknown && !ticket.counter &&
           ticket.promotion == Millis{0} &&
           std::find(ticket.claims.begin(), ticket.claims.end(), Claim::Returning) ==
               ticket.claims.end();
}

/// Cards nobody takes a ticket with: all of today, or of the last minute, the newest last.
bool tooManyUnclaimed(const View& view) {
    const auto& all = view.outlet.recognitions();
    return all.size() >= recognitionsMax ||
           (all.size() >= recognitionsMinuteMax &&
            view.now - all[all.size() - recognitionsMinuteMax].at < std::chrono::minutes{1});
}

} // namespace

Decision decide(const View& view, const CardLookedUp& command) {
    if (tooManyUnclaimed(view))
        return Refusal::TooMany;
    const std::string token = toHex(view.context.id);
    const Tier* known = command.tier ? view.setup().find(*command.tier) : nullptr;
    const TierId tier = known != nullptr ? known->id : view.setup().tiers.front().id;
    return Outcome{{CustomerRecognised{{token, tier, command.clientManager, view.now}}},
                   Greeting{token}};
}

Decision decide(const View& view, const ConfirmTicket& command) {
    if (view.unattended())
        return Refusal::NotSignedOn;
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
    // Not knowing takes back nothing that anybody knew.
    if (ticket->paper == command.paper || command.paper == Paper::Unknown)
        return accept(view, {});
    if (command.paper == Paper::Failed && nobodyMet(*ticket))
        return accept(view, {TicketVoided{ticket->id, "not printed"}});
    return accept(view, {PaperLearned{ticket->id, command.paper}});
}

Decision decide(const View& view, const CancelTicket& command) {
    if (view.unattended())
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
    std::size_t others = 0;
    for (const DeviceState& known : view.outlet.devices()) {
        if (known.device != view.context.by)
            continue;
        others += known.part == command.part ? 0U : 1U;
        if (known.part == command.part && known.up == command.up && known.detail == command.detail)
            return accept(view, {});
    }
    if (others >= partsMax)
        return Refusal::TooMany;
    return accept(view,
                  {DeviceReported{view.context.by, command.part, command.up, command.detail}});
}

} // namespace usher::rules
