// What there is to see in an outlet: tickets, counters, staff, the day's totals.
//
// Plain values. broker/outlet keeps them by taking in events; a snapshot carries them to a replica.
#pragma once

#include "broker/protocol/setup.h"

namespace usher::protocol {

/// The life of a ticket. Held and Diverted ones keep their seniority and may come back.
enum class Phase { Reserved, Waiting, Called, Serving, Held, Diverted, Done, NoShow, Left, Voided };
BOOST_DESCRIBE_ENUM(Phase, Reserved, Waiting, Called, Serving, Held, Diverted, Done, NoShow, Left,
                    Voided)

/// How the customer got hold of the number.
enum class Paper { Pending, Printed, Shown, Failed, Unknown };
BOOST_DESCRIBE_ENUM(Paper, Pending, Printed, Shown, Failed, Unknown)

/// Where a ticket may be called: anywhere that takes it, or only in one zone, or at one counter. At
/// a machine nobody is called: there it stands in the machine's line.
struct Place {
    std::optional<ZoneId> zone;
    std::optional<CounterId> counter;
    friend auto operator<=>(const Place&, const Place&) = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (zone, counter))

/// A wait as a range: half of such waits end by `likely`, nine in ten by `surely`.
/// Negative: unknown, as where no counter is open.
struct Range {
    Millis likely{};
    Millis surely{};
    friend bool operator==(const Range&, const Range&) = default;
};
BOOST_DESCRIBE_STRUCT(Range, (), (likely, surely))

struct Ticket {
    TicketId id;
    VisitId visit;
    std::string number; ///< "D012": a label, unique within the day; the id is the name
    ServiceId service;
    TierId tier;
    ZoneId zone; ///< where its holder waits
    Place place; ///< where it may be called
    Phase phase{Phase::Reserved};
    Paper paper{Paper::Pending};
    Moment arrival;            ///< of the visit: transfers and holds do not touch it
    Moment since;              ///< when the present phase began
    Millis adjustment{};       ///< moves the key: negative is forward; `promotion` included
    std::vector<Claim> claims; ///< what it rests on besides tier and service; see Setup::adjustment
    Millis promotion{};        ///< how far a person moved it forward, as a negative number
    AppointmentId appointment; ///< presented when it was taken; empty: none
    Range promised;            ///< said when it was taken
    std::optional<CounterId> counter; ///< where it is called, served, or was last
    DeviceId device;                  ///< where it was taken
    std::uint32_t recalls{};
    bool returned{};    ///< came back once after a no-show
    Sequence version{}; ///< the last event that touched it: the `seen` of a command
    friend bool operator==(const Ticket&, const Ticket&) = default;
};
BOOST_DESCRIBE_STRUCT(Ticket, (),
                      (id, visit, number, service, tier, zone, place, phase, paper, arrival, since,
                       adjustment, claims, promotion, appointment, promised, counter, device,
                       recalls, returned, version))

/// A booking: when somebody is expected, and for what. It names nobody: whose reference it is, only
/// the booking system knows.
struct Appointment {
    AppointmentId reference;
    Moment at;
    ServiceId service;
    std::optional<TierId> tier;     ///< if the booking system knows
    std::optional<TicketId> ticket; ///< taken with it
    friend bool operator==(const Appointment&, const Appointment&) = default;
};
BOOST_DESCRIBE_STRUCT(Appointment, (), (reference, at, service, tier, ticket))

/// What a machine can do just now. Out of cash it still does what needs none.
enum class MachineState { Ready, Busy, OutOfCash, OutOfPaper, Down };
BOOST_DESCRIBE_ENUM(MachineState, Ready, Busy, OutOfCash, OutOfPaper, Down)
/// Nothing is the matter with it.
constexpr bool works(MachineState state) {
    return state == MachineState::Ready || state == MachineState::Busy;
}
/// It could do this now, or after whoever is at it. A receipt is part of every service.
[[nodiscard]] inline bool able(MachineState state, const Service& service) {
    return works(state) || (state == MachineState::OutOfCash && !service.cash);
}

/// Standby: the teller asked for the next customer and nobody was there; the next one is called.
enum class Desk { Closed, Idle, Standby, Calling, Serving, Paused };
BOOST_DESCRIBE_ENUM(Desk, Closed, Idle, Standby, Calling, Serving, Paused)

/// Another profile for a while, as a person decided.
struct ProfileOverride {
    std::vector<Takes> takes;
    Moment until;
    std::string reason;
    DeviceId device;
    std::optional<StaffId> staff; ///< signed on there; none: an administrator's key
    friend bool operator==(const ProfileOverride&, const ProfileOverride&) = default;
};
BOOST_DESCRIBE_STRUCT(ProfileOverride, (), (takes, until, reason, device, staff))

/// Who is known to be coming, though not yet in the line.
enum class Coming {
    Appointment, ///< somebody booked
    Recognised,  ///< a card was read at a kiosk a moment ago
    Printing,    ///< a number is with the printer
};
BOOST_DESCRIBE_ENUM(Coming, Appointment, Recognised, Printing)

/// Why a counter of a tier's own helps nobody just now.
struct KeptFree {
    Coming whom{};
    TierId tier;
    Moment key;   ///< theirs, were they to come when expected: before that of whoever is not helped
    Moment until; ///< no longer than this
    Moment since;
    friend bool operator==(const KeptFree&, const KeptFree&) = default;
};
BOOST_DESCRIBE_STRUCT(KeptFree, (), (whom, tier, key, until, since))

struct CounterState {
    CounterId id;
    Desk desk{Desk::Closed};
    Moment since;
    std::optional<TicketId> ticket;
    std::optional<StaffId> staff;
    std::string staffName;
    DeviceId device;                           ///< the client that signed on here
    std::string reason;                        ///< of a pause, or what a machine lacks
    bool closing{};                            ///< shuts once the customer there is done with
    MachineState machine{MachineState::Ready}; ///< only a machine's means anything
    std::optional<ProfileOverride> profile{};  ///< in place of what the setup and the band say
    std::optional<KeptFree> kept{};            ///< stands by and helps nobody meanwhile
    Sequence version{};
    friend bool operator==(const CounterState&, const CounterState&) = default;
};
BOOST_DESCRIBE_STRUCT(CounterState, (),
                      (id, desk, since, ticket, staff, staffName, device, reason, closing, machine,
                       profile, kept, version))

enum class StaffRole { Teller, LobbyManager, ClientManager, Authoriser, Administrator };
BOOST_DESCRIBE_ENUM(StaffRole, Teller, LobbyManager, ClientManager, Authoriser, Administrator)

/// Who works at which device. A device without a counter is a console.
struct Session {
    DeviceId device;
    StaffId staff;
    std::string name;
    StaffRole role{};
    std::optional<CounterId> counter;
    friend bool operator==(const Session&, const Session&) = default;
};
BOOST_DESCRIBE_STRUCT(Session, (), (device, staff, name, role, counter))

/// Wrong PINs of one person at one device, in a row.
struct Lockout {
    StaffId staff;
    DeviceId device;
    std::uint32_t tries{};
    Moment last;
    friend bool operator==(const Lockout&, const Lockout&) = default;
};
BOOST_DESCRIBE_STRUCT(Lockout, (), (staff, device, tries, last))

/// A printer, reader or kiosk, as it last said of itself.
struct DeviceState {
    DeviceId device;  ///< who reported
    std::string part; ///< "printer", "card-reader", "self"
    bool up{};
    std::string detail;
    Moment since;
    friend bool operator==(const DeviceState&, const DeviceState&) = default;
};
BOOST_DESCRIBE_STRUCT(DeviceState, (), (device, part, up, detail, since))

/// A card that was recognised and has not yet led to a ticket. No card number, hashed or not.
struct Recognition {
    std::string token; ///< the hexadecimal id of the IdentifyCard command
    TierId tier;
    std::string clientManager; ///< who should hear of it; may be empty
    Moment at;
    friend bool operator==(const Recognition&, const Recognition&) = default;
};
BOOST_DESCRIBE_STRUCT(Recognition, (), (token, tier, clientManager, at))

/// An act that can still be taken back: what it touched, as it was before.
struct Act {
    Sequence sequence{}; ///< of its last event
    DeviceId by;
    std::string what; ///< the command's name
    Moment at;
    std::optional<Ticket> ticket;
    std::optional<CounterState> counter;
    friend bool operator==(const Act&, const Act&) = default;
};
BOOST_DESCRIBE_STRUCT(Act, (), (sequence, by, what, at, ticket, counter))

/// What was promised with the ticket, held against what came: at the first call of each ticket
/// whose wait was forecast as more than nothing.
struct Promises {
    std::uint32_t scored{};
    std::uint32_t withinLikely{}; ///< should be half of them
    std::uint32_t withinSurely{}; ///< should be nine in ten
    friend bool operator==(const Promises&, const Promises&) = default;
};
BOOST_DESCRIBE_STRUCT(Promises, (), (scored, withinLikely, withinSurely))

/// The day in numbers. `worstOvertake` leaves out promoted tickets: those have an author.
struct Totals {
    std::uint32_t taken{};
    std::uint32_t called{};
    std::uint32_t served{};
    std::uint32_t noShow{};
    std::uint32_t left{};
    std::uint32_t diverted{};
    std::uint32_t voided{};
    Millis worstOvertake{};
    Promises promises;
    std::uint32_t promoted{}; ///< calls of tickets that a person had moved forward
    Millis worstPromoted{};   ///< the worst overtake by one of those
    friend bool operator==(const Totals&, const Totals&) = default;
};
BOOST_DESCRIBE_STRUCT(Totals, (),
                      (taken, called, served, noShow, left, diverted, voided, worstOvertake,
                       promises, promoted, worstPromoted))

/// A number asked to a counter, as the hall sees it.
struct BoardCall {
    Sequence call{}; ///< of the TicketCalled event: names this call for good
    std::string number;
    std::uint32_t counter{}; ///< what the sign says
    Text counterName;
    std::uint32_t times{}; ///< 1, and one more for each recall
    Moment at;
    friend bool operator==(const BoardCall&, const BoardCall&) = default;
};
BOOST_DESCRIBE_STRUCT(BoardCall, (), (call, number, counter, counterName, times, at))

/// Whether everybody helps at once because too few can.
struct DegradedMode {
    bool active{};
    bool needed{}; ///< as counters and machines stand
    Moment since;  ///< when `needed` last changed
    friend bool operator==(const DegradedMode&, const DegradedMode&) = default;
};
BOOST_DESCRIBE_STRUCT(DegradedMode, (), (active, needed, since))

/// All of an outlet at one point of its journal.
struct Snapshot {
    Sequence sequence{};
    Moment at;
    Setup setup;
    std::optional<Date> day;
    std::uint32_t ticketsEver{};
    std::vector<std::uint32_t> numbersGiven; ///< per series, today
    std::vector<Ticket> tickets;             ///< by id
    std::vector<CounterState> counters;      ///< in the setup's order
    std::vector<Session> sessions;
    std::vector<Lockout> lockouts;
    std::vector<DeviceState> devices;
    std::vector<Recognition> recognitions;
    std::vector<Act> acts;
    std::vector<BoardCall> calls; ///< newest first, at most limits::boardCallsMax
    Totals totals;
    std::vector<Appointment> appointments; ///< of today and later, the earliest first
    std::optional<BandId> band;            ///< that holds
    DegradedMode degraded;
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (),
                      (sequence, at, setup, day, ticketsEver, numbersGiven, tickets, counters,
                       sessions, lockouts, devices, recognitions, acts, calls, totals, appointments,
                       band, degraded))

} // namespace usher::protocol
