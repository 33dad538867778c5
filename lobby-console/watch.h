// What is abnormal and needs somebody's hand, worst first.
//
// Each alert has a name it keeps while it lasts, so that it can be told from a new one. Nothing
// here is remembered: what is over is gone.
#pragma once

#include "lobby-console/notices.h"

namespace usher::lobby {

/// Worst first. QML has a sentence for each.
enum class Trouble {
    HelpAsked,        ///< place: the kiosk
    ClientArrived,    ///< who: the client manager; number: once there is one
    OverTarget,       ///< place: the zone; count, minutes: of the worst
    PaperUnknown,     ///< number: nobody knows whether it was printed
    KioskDown,        ///< place: the device; who: its own words
    CalledNotStarted, ///< place: the counter's number; number, minutes
    PartDown,         ///< place: the device; part, who: its own words
    ServedLong,       ///< place: the counter's number; number, minutes
    MachineDown,      ///< place: the machine; part: what it lacks; who: its own words
};

constexpr std::chrono::seconds calledTooLong{90};
/// Thrice as long as its service takes on average.
[[nodiscard]] bool servedTooLong(const View& view, const protocol::Ticket& ticket);

struct Alert {
    QString key;
    Trouble trouble{};
    Level level{};
    QString place;
    QString part;
    QString who;
    QString number;
    int count{};
    int minutes{};
    protocol::ZoneId zone; ///< where to look, as far as it applies
    protocol::CounterId counter;
    protocol::TicketId ticket;
    friend bool operator==(const Alert&, const Alert&) = default;
};

[[nodiscard]] std::vector<Alert> watch(const View& view, const Notices& notices);

} // namespace usher::lobby
