#include "tests/simulation/situations.h"

#include "broker/protocol/event.h"
#include "broker/protocol/refusal.h"
#include "broker/wire/json.h"

#include <boost/describe/enum_to_string.hpp>

namespace usher::world {

using namespace protocol;

namespace {

constexpr std::string_view faults[] = {
    "fault: message dropped",
    "fault: message doubled",
    "fault: message delayed",
    "fault: message into a partition",
    "fault: partition",
    "fault: commit refused",
    "fault: slow sync",
    "fault: disk sick for a while",
    "fault: torn transaction",
    "fault: crash at a step",
    "fault: crash between steps",
    "fault: a device died",
    "fault: clock jumped ahead",
    "fault: clock jumped hours ahead",
    "fault: clock set back",
    "the outlet file was edited",
    "mistake: double tap",
    "mistake: at the counter",
    "mistake: somebody else's command replayed",
    "mistake: closes every counter",
};

constexpr std::string_view situations[] = {
    "asked again",
    "given up",
    "the same answer again",
    "an answer came again",
    "somebody else's command refused",
    "somebody else's command refused at the door",
    "done after all, once Unavailable",
    "nobody knows whether there is a ticket",
    "crash with a commit under way",
    "crash after the disk had it and before it said so",
    "connection lost",
    "a snapshot asked for",
    "a gap in the feed",
    "a beat that tells of a loss",
    "news that were known already",
    "news of an earlier epoch",
    "a snapshot of another epoch than the feed",
    "a replica compared",
    "acted on an old picture",
    "a card and nothing after it",
    "the printer was never heard of again",
    "passed by a head start",
    "passed by more than half of H",
    "passed by a promoted customer",
    "rule OnlyOne",
    "rule FirstCome",
    "rule HeadStart",
    "rule HelpOut",
    "rule Promoted",
    "rule Arrival",
    "back after a no-show",
    "midnight with people waiting",
    "midnight with somebody at a counter",
    "a day cleared",
    "a day carried over",
    "carried over midnight",
    "the clocks changed",
    "a counter closed behind its customer",
    "evening in which everybody agreed",
};

constexpr Refusal refusals[] = {
    Refusal::NotPermitted,
    Refusal::Unavailable,
    Refusal::UnknownService,
    Refusal::UnknownCounter,
    Refusal::UnknownTicket,
    Refusal::UnknownCard,
    Refusal::OutletClosed,
    Refusal::QueueFull,
    Refusal::TooMany,
    Refusal::SeriesExhausted,
    Refusal::UnknownAppointment,
    Refusal::AppointmentUsed,
    Refusal::AppointmentTooEarly,
    Refusal::WrongService,
    Refusal::NotSignedOn,
    Refusal::CounterBusy,
    Refusal::CounterClosed,
    Refusal::CounterPaused,
    Refusal::CounterTaken,
    Refusal::NobodyWaiting,
    Refusal::NothingHere,
    Refusal::TooSoon,
    Refusal::StaleView,
    Refusal::TicketMovedOn,
    Refusal::CannotServe,
    Refusal::ServiceUncovered,
    Refusal::ReasonNeeded,
    Refusal::ReasonTooLong,
    Refusal::NothingToUndo,
    Refusal::TooLate,
    Refusal::WrongPin,
    Refusal::LockedOut,
};

} // namespace

std::vector<std::string> mustBeReached() {
    std::vector<std::string> all;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Event>>(
        [&]<class E>(boost::mp11::mp_identity<E>) {
            all.push_back("event " + std::string{wire::typeName<E>()});
        });
    for (const Refusal refusal : refusals)
        all.push_back("refused " + std::string{boost::describe::enum_to_string(refusal, "?")});
    all.insert(all.end(), std::begin(faults), std::end(faults));
    all.insert(all.end(), std::begin(situations), std::end(situations));
    return all;
}

std::vector<std::string> neverReached(const Counts& counts) {
    std::vector<std::string> missing;
    for (std::string& name : mustBeReached())
        if (!counts.contains(name))
            missing.push_back(std::move(name));
    return missing;
}

} // namespace usher::world
