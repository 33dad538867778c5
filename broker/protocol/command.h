// What may be asked of the broker: wishes, one struct each.
//
// `seen` is the version of the ticket or counter the person was looking at; if it has moved on
// since, the answer is StaleView and nothing happens. Zero means "whatever it is now".
#pragma once

#include "broker/protocol/picture.h"
#include "broker/protocol/secret.h"
#include "broker/protocol/what_if.h"

#include <variant>

namespace usher::protocol {

// --- at the kiosk --------------------------------------------------------------------------------

/// The one hop a card number makes. Answered by Greeting, whether or not the card is known.
struct IdentifyCard {
    Secret card;
};
BOOST_DESCRIBE_STRUCT(IdentifyCard, (), (card))

/// What can be had now, with forecasts for the recognised (or an ordinary) customer.
struct ListServices {
    std::string recognition; ///< token of a Greeting, or empty
};
BOOST_DESCRIBE_STRUCT(ListServices, (), (recognition))

/// Reserves a number. With `paper` Pending the ticket joins the line at ConfirmTicket, or by itself
/// after Policy::provisional; with Shown it joins at once.
struct TakeTicket {
    ServiceId service;
    std::string recognition;
    bool assisted{}; ///< elderly, disabled, pregnant, with a child; lobby staff only
    Paper paper{Paper::Shown};
    std::optional<AppointmentId> appointment{}; ///< with it `service` may be empty: the one booked
    std::optional<CounterId> machine{}; ///< one of an Offer's alternatives: stands in its line
};
BOOST_DESCRIBE_STRUCT(TakeTicket, (), (service, recognition, assisted, paper, appointment, machine))

/// What became of the paper: Printed, Shown, Failed (the number is voided) or Unknown.
struct ConfirmTicket {
    TicketId ticket;
    Paper paper{};
};
BOOST_DESCRIBE_STRUCT(ConfirmTicket, (), (ticket, paper))

struct CancelTicket {
    TicketId ticket;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelTicket, (), (ticket, reason))

struct AskHelp {};
BOOST_DESCRIBE_STRUCT(AskHelp, (), ())

// --- staff ---------------------------------------------------------------------------------------

/// With a counter: sits down there. Without: works at a console.
struct SignOn {
    StaffId staff;
    Secret pin;
    std::optional<CounterId> counter;
};
BOOST_DESCRIBE_STRUCT(SignOn, (), (staff, pin, counter))

struct SignOff {};
BOOST_DESCRIBE_STRUCT(SignOff, (), ())

// --- at the counter: all of these speak of the counter the device is signed on to ----------------

struct PauseCounter {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PauseCounter, (), (reason))

struct ResumeCounter {};
BOOST_DESCRIBE_STRUCT(ResumeCounter, (), ())

/// Answered by Called; or by StandingBy if nobody may be called and `standBy` is set. A repeat
/// while somebody is already being called answers with that same ticket.
struct CallNext {
    bool standBy{true};
};
BOOST_DESCRIBE_STRUCT(CallNext, (), (standBy))

struct Recall {};
BOOST_DESCRIBE_STRUCT(Recall, (), ())

struct Start {
    TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(Start, (), (ticket))

/// From the lobby: of a ticket in a machine's line, whose holder has been served there.
struct Finish {
    TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(Finish, (), (ticket))

struct NoShow {
    TicketId ticket;
};
BOOST_DESCRIBE_STRUCT(NoShow, (), (ticket))

struct Hold {
    TicketId ticket;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Hold, (), (ticket, reason))

/// Sends the customer at this counter on: another service, zone or counter. The arrival is kept.
struct Transfer {
    TicketId ticket;
    std::optional<ServiceId> service;
    Place place;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Transfer, (), (ticket, service, place, reason))

// --- steering ------------------------------------------------------------------------------------

/// Brings a held, diverted or (once, in time) no-show ticket back to the line, seniority kept.
struct ResumeTicket {
    TicketId ticket;
    Sequence seen{};
};
BOOST_DESCRIBE_STRUCT(ResumeTicket, (), (ticket, seen))

/// Sends a waiting customer elsewhere. To a machine, or to the one with the shortest wait of a
/// self-service zone: diverted, seniority kept.
struct Redirect {
    TicketId ticket;
    Place place;
    std::string reason;
    Sequence seen{};
};
BOOST_DESCRIBE_STRUCT(Redirect, (), (ticket, place, reason, seen))

struct Promote {
    TicketId ticket;
    std::string reason;
    Sequence seen{};
};
BOOST_DESCRIBE_STRUCT(Promote, (), (ticket, reason, seen))

struct OpenCounter {
    CounterId counter;
    Sequence seen{};
};
BOOST_DESCRIBE_STRUCT(OpenCounter, (), (counter, seen))

/// Closes once the customer there is done with.
struct CloseCounter {
    CounterId counter;
    std::string reason;
    Sequence seen{};
};
BOOST_DESCRIBE_STRUCT(CloseCounter, (), (counter, reason, seen))

/// How a machine of a self-service zone is. Those in its line whom it cannot serve any more are
/// back in the outlet's line at once, seniority kept.
struct ReportMachine {
    CounterId counter;
    MachineState state{};
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(ReportMachine, (), (counter, state, detail))

/// For so many minutes a counter takes this instead of what the setup and the band say; then it
/// reverts by itself. One at a time: the last one holds.
struct OverrideProfile {
    CounterId counter;
    std::vector<Takes> takes;
    std::uint32_t minutes{};
    std::string reason;
    Sequence seen{};
};
BOOST_DESCRIBE_STRUCT(OverrideProfile, (), (counter, takes, minutes, reason, seen))

struct EndOverride {
    CounterId counter;
    Sequence seen{};
};
BOOST_DESCRIBE_STRUCT(EndOverride, (), (counter, seen))

// --- appointments --------------------------------------------------------------------------------

/// The same reference again moves the booking.
struct BookAppointment {
    AppointmentId reference;
    Moment at;
    ServiceId service;
    std::optional<TierId> tier{};
};
BOOST_DESCRIBE_STRUCT(BookAppointment, (), (reference, at, service, tier))

struct CancelAppointment {
    AppointmentId reference;
};
BOOST_DESCRIBE_STRUCT(CancelAppointment, (), (reference))

/// The device speaks of its own parts.
struct ReportDevice {
    std::string part;
    bool up{};
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(ReportDevice, (), (part, up, detail))

/// Takes back the last act of this device, by a compensating event.
struct Undo {};
BOOST_DESCRIBE_STRUCT(Undo, (), ())

// --- questions -----------------------------------------------------------------------------------

struct GetSnapshot {};
BOOST_DESCRIBE_STRUCT(GetSnapshot, (), ())

/// The picture anybody in the hall may see.
struct GetBoard {};
BOOST_DESCRIBE_STRUCT(GetBoard, (), ())

/// Answered by Foreseen, within a few seconds of real time. A second one from the same device takes
/// the place of the first.
struct WhatIf {
    std::vector<Change> changes;
};
BOOST_DESCRIBE_STRUCT(WhatIf, (), (changes))

// --- what the vault makes of a secret; never spelt on a wire -------------------------------------

struct CardLookedUp {
    std::optional<TierId> tier; ///< nothing: not in the register, or it took too long
    std::string clientManager;
};

struct PinChecked {
    StaffId staff;
    std::optional<CounterId> counter;
    bool right{};
    std::string name;
    StaffRole role{};
};

/// The broker started with another setup file than the journal last saw.
struct AdoptSetup {
    Setup setup;
};

using Command = std::variant<IdentifyCard, ListServices, TakeTicket, ConfirmTicket, CancelTicket,
                             AskHelp, SignOn, SignOff, PauseCounter, ResumeCounter, CallNext,
                             Recall, Start, Finish, NoShow, Hold, Transfer, ResumeTicket, Redirect,
                             Promote, OpenCounter, CloseCounter, ReportMachine, OverrideProfile,
                             EndOverride, BookAppointment, CancelAppointment, ReportDevice, Undo,
                             GetSnapshot, GetBoard, WhatIf, CardLookedUp, PinChecked, AdoptSetup>;

/// Those of the above that a client may spell.
inline constexpr std::size_t spokenCommands = 32;

} // namespace usher::protocol
