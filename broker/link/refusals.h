// The broker's refusals, for QML: the same names in the same order.
//
// C++ speaks in codes, QML in sentences: RefusalText.qml has one for each.
#pragma once

#include "broker/protocol/refusal.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace usher::link {

namespace refusals {
Q_NAMESPACE
QML_NAMED_ELEMENT(Refusals)

/// NoAnswer stands behind the broker's own: nobody said anything in time.
enum class Code {
    Malformed,
    UnsupportedVersion,
    TooLarge,
    NotPermitted,
    DuplicateId,
    Unavailable,
    UnknownService,
    UnknownTier,
    UnknownZone,
    UnknownCounter,
    UnknownTicket,
    UnknownCard,
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
    NotSignedOn,
    CounterBusy,
    CounterClosed,
    CounterPaused,
    CounterTaken,
    NobodyWaiting,
    NothingHere,
    TooSoon,
    StaleView,
    TicketMovedOn,
    CannotServe,
    ServiceUncovered,
    ReasonNeeded,
    ReasonTooLong,
    NothingToUndo,
    TooLate,
    Superseded,
    WrongPin,
    LockedOut,
    NoAnswer,
    None,
};
Q_ENUM_NS(Code)

static_assert(static_cast<int>(Code::LockedOut) == static_cast<int>(protocol::Refusal::LockedOut));
static_assert(static_cast<int>(Code::NothingHere) ==
              static_cast<int>(protocol::Refusal::NothingHere));
static_assert(static_cast<int>(Code::QueueFull) == static_cast<int>(protocol::Refusal::QueueFull));
static_assert(static_cast<int>(Code::TooMany) == static_cast<int>(protocol::Refusal::TooMany));

constexpr Code codeOf(protocol::Refusal refusal) {
    return static_cast<Code>(static_cast<int>(refusal));
}

} // namespace refusals
} // namespace usher::link
