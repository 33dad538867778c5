// What did happen: facts, one struct each, in the order of the journal.
//
// An event carries everything evolve() needs, so that a replay never asks the rules again. None
// carries a card number, a PIN or a customer's name.
#pragma once

#include "broker/protocol/picture.h"

#include <variant>

namespace usher::protocol {

struct SetupAdopted {
    Setup setup;
};
BOOST_DESCRIBE_STRUCT(SetupAdopted, (), (setup))

/// Numbers start again.
struct DayOpened {
    Date day;
};
BOOST_DESCRIBE_STRUCT(DayOpened, (), (day))

/// With Closing::Clear, `cleared` are those who were still waiting.
struct DayClosed {
    Date day;
    std::vector<TicketId> cleared;
};
BOOST_DESCRIBE_STRUCT(DayClosed, (), (day, cleared))

struct CustomerRecognised {
    Recognition recognition;
};
BOOST_DESCRIBE_STRUCT(CustomerRecognised, (), (recognition))

struct TicketTaken {
    Ticket ticket;
    std::uint32_t series{}; ///< index into Setup::series
    std::uint32_t number{}; ///< within the series
    std::string recognition;
};
BOOST_DESCRIBE_STRUCT(TicketTaken, (), (ticket, series, number, recognition))

struct TicketJoined {
    TicketId ticket;
    Paper paper{};
};
BOOST_DESCRIBE_STRUCT(TicketJoined, (), (ticket, paper))

struct TicketVoided {
    TicketId ticket;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TicketVoided, (), (ticket, reason))

/// The printer's word came after the ticket had joined by itself.
struct PaperLearned {
    TicketId ticket;
    Paper paper{};
};
BOOST_DESCRIBE_STRUCT(PaperLearned, (), (ticket, paper))

struct TicketLeft {
    TicketId ticket;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TicketLeft, (), (ticket, reason))

struct HelpAsked {
    DeviceId device;
};
BOOST_DESCRIBE_STRUCT(HelpAsked, (), (device))

struct StaffSignedOn {
    Session session;
};
BOOST_DESCRIBE_STRUCT(StaffSignedOn, (), (session))

struct StaffSignedOff {
    DeviceId device;
};
BOOST_DESCRIBE_STRUCT(StaffSignedOff, (), (device))

struct SignOnFailed {
    StaffId staff;
    DeviceId device;
};
BOOST_DESCRIBE_STRUCT(SignOnFailed, (), (staff, device))

struct CounterPaused {
    CounterId counter;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CounterPaused, (), (counter, reason))

struct CounterResumed {
    CounterId counter;
};
BOOST_DESCRIBE_STRUCT(CounterResumed, (), (counter))

struct CounterOpened {
    CounterId counter;
};
BOOST_DESCRIBE_STRUCT(CounterOpened, (), (counter))

struct CounterClosed {
    CounterId counter;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CounterClosed, (), (counter, reason))

struct CounterStoodBy {
    CounterId counter;
};
BOOST_DESCRIBE_STRUCT(CounterStoodBy, (), (counter))

/// Why this ticket and no other.
enum class Rule {
    OnlyOne,   ///< nobody else could be called here
    FirstCome, ///< it arrived first
    HeadStart, ///< its head start put it before an earlier arrival
    HelpOut,   ///< another zone's ticket that had waited out the help-out delay
    Promoted,  ///< a person moved it forward, with a reason
    Arrival,   ///< it met an idle counter
};
BOOST_DESCRIBE_ENUM(Rule, OnlyOne, FirstCome, HeadStart, HelpOut, Promoted, Arrival)

/// Somebody who arrived `by` earlier and still waits.
struct Passed {
    TicketId ticket;
    Millis by{};
    friend bool operator==(const Passed&, const Passed&) = default;
};
BOOST_DESCRIBE_STRUCT(Passed, (), (ticket, by))

/// What a head start rests on: the greatest of those that apply.
enum class Basis { Tier, Service, Appointment, Returning };
BOOST_DESCRIBE_ENUM(Basis, Tier, Service, Appointment, Returning)

/// What else held when somebody was called, so that it can be told long afterwards.
struct Circumstances {
    Millis headStart{}; ///< how much earlier the ticket counted as taken
    Basis basis{};      ///< by which right
    Millis promotion{}; ///< and how much a person moved it forward, as a negative number
    std::vector<TicketId> eligible; ///< the first who could be called here, the called one
                                    ///< included; at most limits::eligibleRecordedMax
    std::optional<KeptFree> kept;   ///< the counter had been kept free
    std::optional<BandId> band;
    bool overridden{}; ///< the counter's profile was a person's
    bool degraded{};
    friend bool operator==(const Circumstances&, const Circumstances&) = default;
};
BOOST_DESCRIBE_STRUCT(Circumstances, (),
                      (headStart, basis, promotion, eligible, kept, band, overridden, degraded))

/// Kept for every call: who could have been called here, who was passed, by how long, by what rule.
struct DecisionRecord {
    Rule rule{};
    std::uint32_t candidates{};  ///< tickets this counter could take at that moment
    std::uint32_t passedCount{}; ///< of them, those who had arrived earlier
    std::vector<Passed> passed;  ///< the worst of these, at most limits::passedRecordedMax
    Millis worst{};              ///< the longest `by`
    Millis waited{};             ///< by the called ticket since arrival
    Circumstances circumstances{};
    friend bool operator==(const DecisionRecord&, const DecisionRecord&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionRecord, (),
                      (rule, candidates, passedCount, passed, worst, waited, circumstances))

struct TicketCalled {
    TicketId ticket;
    CounterId counter;
    DecisionRecord why;
};
BOOST_DESCRIBE_STRUCT(TicketCalled, (), (ticket, counter, why))

struct TicketRecalled {
    TicketId ticket;
    CounterId counter;
};
BOOST_DESCRIBE_STRUCT(TicketRecalled, (), (ticket, counter))

struct ServiceStarted {
    TicketId ticket;
    CounterId counter;
};
BOOST_DESCRIBE_STRUCT(ServiceStarted, (), (ticket, counter))

/// At a counter; or at a machine, by somebody's word or because nobody was heard of for so long.
struct ServiceFinished {
    TicketId ticket;
    CounterId counter;
};
BOOST_DESCRIBE_STRUCT(ServiceFinished, (), (ticket, counter))

struct TicketMissed {
    TicketId ticket;
    CounterId counter;
};
BOOST_DESCRIBE_STRUCT(TicketMissed, (), (ticket, counter))

struct TicketHeld {
    TicketId ticket;
    CounterId counter;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TicketHeld, (), (ticket, counter, reason))

/// Back in the line; one whose number is still with the printer will be.
struct TicketResumed {
    TicketId ticket;
    ZoneId zone;
    Place place;
    std::vector<Claim> claims;
    Millis adjustment{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TicketResumed, (), (ticket, zone, place, claims, adjustment, reason))

struct TicketTransferred {
    TicketId ticket;
    CounterId from;
    ServiceId service;
    ZoneId zone;
    Place place;
    std::string reason;
    std::vector<Claim> claims;
    Millis adjustment{};
};
BOOST_DESCRIBE_STRUCT(TicketTransferred, (),
                      (ticket, from, service, zone, place, reason, claims, adjustment))

struct TicketRedirected {
    TicketId ticket;
    ZoneId zone;
    Place place;
    bool diverted{}; ///< to a machine: in its line, seniority kept
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TicketRedirected, (), (ticket, zone, place, diverted, reason))

struct TicketPromoted {
    TicketId ticket;
    Millis adjustment{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TicketPromoted, (), (ticket, adjustment, reason))

struct MachineReported {
    CounterId counter;
    MachineState state{};
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(MachineReported, (), (counter, state, detail))

/// New, or the same reference at another time.
struct AppointmentBooked {
    Appointment appointment;
};
BOOST_DESCRIBE_STRUCT(AppointmentBooked, (), (appointment))

struct AppointmentCancelled {
    AppointmentId reference;
};
BOOST_DESCRIBE_STRUCT(AppointmentCancelled, (), (reference))

/// Counters take what this band says, or, with none, the usual.
struct BandChanged {
    std::optional<BandId> band;
};
BOOST_DESCRIBE_STRUCT(BandChanged, (), (band))

struct ProfileOverridden {
    CounterId counter;
    ProfileOverride profile;
};
BOOST_DESCRIBE_STRUCT(ProfileOverridden, (), (counter, profile))

/// It ran out, was ended, or would have left a service without a counter in another band.
struct ProfileRestored {
    CounterId counter;
};
BOOST_DESCRIBE_STRUCT(ProfileRestored, (), (counter))

/// Kept free from now on, or not any more.
struct CounterKept {
    CounterId counter;
    std::optional<KeptFree> kept;
};
BOOST_DESCRIBE_STRUCT(CounterKept, (), (counter, kept))

/// Everybody helps at once with all they can do, or no longer.
struct DegradedChanged {
    bool active{};
};
BOOST_DESCRIBE_STRUCT(DegradedChanged, (), (active))

struct DeviceReported {
    DeviceId device;
    std::string part;
    bool up{};
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(DeviceReported, (), (device, part, up, detail))

/// What the act had touched is as it was before.
struct ActUndone {
    Act act;
};
BOOST_DESCRIBE_STRUCT(ActUndone, (), (act))

using Event =
    std::variant<SetupAdopted, DayOpened, DayClosed, CustomerRecognised, TicketTaken, TicketJoined,
                 TicketVoided, PaperLearned, TicketLeft, HelpAsked, StaffSignedOn, StaffSignedOff,
                 SignOnFailed, CounterPaused, CounterResumed, CounterOpened, CounterClosed,
                 CounterStoodBy, TicketCalled, TicketRecalled, ServiceStarted, ServiceFinished,
                 TicketMissed, TicketHeld, TicketResumed, TicketTransferred, TicketRedirected,
                 TicketPromoted, MachineReported, AppointmentBooked, AppointmentCancelled,
                 BandChanged, ProfileOverridden, ProfileRestored, CounterKept, DegradedChanged,
                 DeviceReported, ActUndone>;

/// One line of the journal: what, when, by whom, because of which command.
struct Record {
    Sequence sequence{};
    Moment at;
    DeviceId by;                  ///< empty: the broker itself
    std::optional<StaffId> staff; ///< signed on at `by` at the time
    CommandId cause;
    std::string what; ///< the command's name
    Event event;
};
BOOST_DESCRIBE_STRUCT(Record, (), (sequence, at, by, staff, cause, what, event))

} // namespace usher::protocol
