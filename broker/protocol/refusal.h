// Why the outlet said no.
//
// A refusal is ordinary business, never an error: it is shown to the person who asked, in their
// language, by the screen they asked from. docs/protocol.md has a sentence for each.
#pragma once

#include <boost/describe/enum.hpp>

namespace usher::protocol {

enum class Refusal {
    // the message itself
    Malformed,
    UnsupportedVersion,
    TooLarge,
    NotPermitted,
    DuplicateId,
    Unavailable,
    // what it names
    UnknownService,
    UnknownTier,
    UnknownZone,
    UnknownCounter,
    UnknownTicket,
    UnknownCard,
    // taking a ticket
    OutletClosed,
    ServiceUnavailable,
    QueueFull,
    TooMany,
    SeriesExhausted,
    UnknownAppointment,
    AppointmentUsed,
    AppointmentTooEarly,
    WrongService,
    BookFull,
    // at the counter
    NotSignedOn,
    CounterBusy,
    CounterClosed,
    CounterPaused,
    CounterTaken,
    NobodyWaiting,
    NothingHere,
    TooSoon,
    // steering
    StaleView,
    TicketMovedOn,
    CannotServe,
    ServiceUncovered,
    ReasonNeeded,
    ReasonTooLong,
    NothingToUndo,
    TooLate,
    // looking ahead
    Superseded,
    // people
    WrongPin,
    LockedOut,
};
BOOST_DESCRIBE_ENUM(Refusal, Malformed, UnsupportedVersion, TooLarge, NotPermitted, DuplicateId,
                    Unavailable, UnknownService, UnknownTier, UnknownZone, UnknownCounter,
                    UnknownTicket, UnknownCard, OutletClosed, ServiceUnavailable, QueueFull,
                    TooMany, SeriesExhausted, UnknownAppointment, AppointmentUsed,
                    AppointmentTooEarly, WrongService, BookFull, NotSignedOn, CounterBusy,
                    CounterClosed, CounterPaused, CounterTaken, NobodyWaiting, NothingHere, TooSoon,
                    StaleView, TicketMovedOn, CannotServe, ServiceUncovered, ReasonNeeded,
                    ReasonTooLong, NothingToUndo, TooLate, Superseded, WrongPin, LockedOut)

} // namespace usher::protocol
