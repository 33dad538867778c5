// The outlet as data: what a branch is, before the first customer comes in.
//
// Read from a file by broker/setup, which refuses a bad one; past that gate every id named here is
// known, every service has a counter and every tier a series, and nobody checks again.
#pragma once

#include "broker/protocol/ids.h"
#include "broker/protocol/moment.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace usher::protocol {

/// What people read, in both languages.
struct Text {
    std::string zh;
    std::string en;
    friend bool operator==(const Text&, const Text&) = default;
};
BOOST_DESCRIBE_STRUCT(Text, (), (zh, en))

struct Zone {
    ZoneId id;
    Text name;
    bool selfService{}; ///< its counters are machines
    friend bool operator==(const Zone&, const Zone&) = default;
};
BOOST_DESCRIBE_STRUCT(Zone, (), (id, name, selfService))

/// What the kiosk's first page offers: at most six of these.
struct Group {
    GroupId id;
    Text name;
    friend bool operator==(const Group&, const Group&) = default;
};
BOOST_DESCRIBE_STRUCT(Group, (), (id, name))

struct Service {
    ServiceId id;
    Text name;
    GroupId group;
    ZoneId zone;      ///< where an ordinary customer is sent for it
    Millis typical{}; ///< how long it takes, on average
    bool cash{};
    bool authoriser{};  ///< a second pair of eyes must sign it off
    Millis headStart{}; ///< of its own, as for corporate customers; 0 or more
    friend bool operator==(const Service&, const Service&) = default;
};
BOOST_DESCRIBE_STRUCT(Service, (), (id, name, group, zone, typical, cash, authoriser, headStart))

struct Tier {
    TierId id;
    Text name;
    Millis headStart{};         ///< a ticket counts as taken this much earlier; 0 or more
    Millis target{};            ///< the wait it is promised not to exceed
    std::optional<ZoneId> zone; ///< its own zone, where a counter there takes the service
    friend bool operator==(const Tier&, const Tier&) = default;
};
BOOST_DESCRIBE_STRUCT(Tier, (), (id, name, headStart, target, zone))

/// The tier of the elderly, disabled, pregnant and those with a child: a right, not a purchase.
inline constexpr TierId assistedTier = named<TierId>("assisted");

/// What may count for a ticket besides its tier and its service. Head starts never add up: a ticket
/// has the greatest one that applies to it.
enum class Claim {
    Appointment, ///< kept: its holder came inside the window
    Returning,   ///< sent on after being served, or back from a hold or a machine
};
BOOST_DESCRIBE_ENUM(Claim, Appointment, Returning)

/// Numbers a tier's tickets bear: letter and three digits, from `first` to `last` each day.
struct Series {
    std::string letter; ///< one capital, neutral: never V
    std::uint32_t first{};
    std::uint32_t last{}; ///< at most 999
    std::vector<TierId> tiers;
    friend bool operator==(const Series&, const Series&) = default;
};
BOOST_DESCRIBE_STRUCT(Series, (), (letter, first, last, tiers))

/// Services times tiers a counter takes once a ticket has waited `after`; empty means all.
struct Takes {
    std::vector<ServiceId> services;
    std::vector<TierId> tiers;
    Millis after{}; ///< 0: the counter's own work; more: help-out delay
    friend bool operator==(const Takes&, const Takes&) = default;
};
BOOST_DESCRIBE_STRUCT(Takes, (), (services, tiers, after))

/// A window or desk; in a self-service zone, a machine.
struct Counter {
    CounterId id;
    std::uint32_t number{}; ///< what the sign above it says; unique
    Text name;
    ZoneId zone;
    std::vector<Takes> takes;
    friend bool operator==(const Counter&, const Counter&) = default;
};
BOOST_DESCRIBE_STRUCT(Counter, (), (id, number, name, zone, takes))

enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
BOOST_DESCRIBE_ENUM(Weekday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday)

/// What one counter takes while a band holds.
struct BandCounter {
    CounterId counter;
    std::vector<Takes> takes;
    friend bool operator==(const BandCounter&, const BandCounter&) = default;
};
BOOST_DESCRIBE_STRUCT(BandCounter, (), (counter, takes))

/// A part of some days in which counters take other things than usual.
struct Band {
    BandId id;
    Text name;
    std::vector<Weekday> weekdays; ///< on these,
    std::vector<Date> dates;       ///< and on these; neither: every day
    int from{};                    ///< minutes from local midnight
    int to{};                      ///< more than `from`, at most 1440
    std::vector<BandCounter> counters;
    friend bool operator==(const Band&, const Band&) = default;
};
BOOST_DESCRIBE_STRUCT(Band, (), (id, name, weekdays, dates, from, to, counters))

/// Minutes from local midnight; opens < closes <= 1440.
struct OpenHours {
    int opens{};
    int closes{};
    friend bool operator==(const OpenHours&, const OpenHours&) = default;
};
BOOST_DESCRIBE_STRUCT(OpenHours, (), (opens, closes))

/// What becomes of those still waiting when the business day ends (local midnight).
enum class Closing { Clear, CarryOver };
BOOST_DESCRIBE_ENUM(Closing, Clear, CarryOver)

/// The knobs of an outlet; all spans in milliseconds.
struct Policy {
    Closing closing{Closing::Clear};
    Millis provisional{20'000}; ///< a printed ticket with no word from the printer joins after this
    Millis undo{10'000};        ///< an act can be taken back this long
    Millis promote{1'800'000};  ///< how far a promotion moves a ticket forward
    Millis lateReturn{600'000}; ///< a no-show who is back within this keeps the place, once
    std::uint32_t recallsBeforeNoShow{2};
    std::uint32_t waitingMax{500};
    std::uint32_t kioskMinute{}; ///< tickets one kiosk gives within a minute at most; 0: any number
    Millis appointment{};        ///< head start of a kept appointment
    Millis appointmentEarly{900'000}; ///< kept by whoever comes at most this much before it
    Millis appointmentLate{600'000};  ///< and at most this much after it
    Millis returning{};               ///< head start of whoever comes back to the line
    Millis machineDone{1'800'000};    ///< a machine's customer not heard of for this long after
                                      ///< their turn was served there; 0: not presumed
    Millis guard{};                ///< a tier's own counter is kept free for this long at most, for
                                   ///< somebody known to be coming; 0: never
    std::uint32_t degradedBelow{}; ///< with fewer open counters, or no machine left for what
                                   ///< machines do, all help at once; 0: never
    Millis degradedSettle{180'000}; ///< once that has been so, or not so, for this long
    friend bool operator==(const Policy&, const Policy&) = default;
};
BOOST_DESCRIBE_STRUCT(Policy, (),
                      (closing, provisional, undo, promote, lateReturn, recallsBeforeNoShow,
                       waitingMax, kioskMinute, appointment, appointmentEarly, appointmentLate,
                       returning, machineDone, guard, degradedBelow, degradedSettle))

struct Setup {
    OutletId id;
    Text name;
    TimeZone timeZone;
    std::array<std::optional<OpenHours>, 7> week; ///< Monday first; nothing: closed all day
    std::vector<Date> holidays;                   ///< closed, whatever the weekday
    std::vector<Zone> zones;
    std::vector<Group> groups;
    std::vector<Service> services;
    std::vector<Tier> tiers; ///< the first is what an unrecognised customer is
    std::vector<Series> series;
    std::vector<Counter> counters;
    Policy policy;
    std::vector<Band> bands; ///< of several that hold, the first
    friend bool operator==(const Setup&, const Setup&) = default;

    [[nodiscard]] const Zone* find(const ZoneId& id) const;
    [[nodiscard]] const Service* find(const ServiceId& id) const;
    [[nodiscard]] const Tier* find(const TierId& id) const;
    [[nodiscard]] const Counter* find(const CounterId& id) const;
    [[nodiscard]] const Band* find(const BandId& id) const;
    [[nodiscard]] const Series* seriesOf(const TierId& id) const;
    [[nodiscard]] std::optional<OpenHours> hoursOn(const LocalTime& day) const;
    /// Tickets are given at this moment.
    [[nodiscard]] bool openAt(Moment moment) const;
    /// The band that holds then; none: everything is as usual.
    [[nodiscard]] std::optional<BandId> bandAt(Moment moment) const;
    /// H: nobody who arrives more than this after you is called before you. The greatest head start
    /// there is less the least: none of them adds to another.
    [[nodiscard]] Millis overtakingBound() const;
    [[nodiscard]] Millis headStart(Claim claim) const;
    /// How far beyond its tier's own head start a ticket counts as taken earlier, as a negative
    /// number. Requires that service and tier are known.
    [[nodiscard]] Millis adjustment(const ServiceId& service, const TierId& tier,
                                    const std::vector<Claim>& claims) const;
    /// How long a ticket must have waited before `counter` may take it; nothing: never.
    [[nodiscard]] static std::optional<Millis>
    helpDelay(const Counter& counter, const ServiceId& service, const TierId& tier);
    [[nodiscard]] static std::optional<Millis>
    helpDelay(const std::vector<Takes>& takes, const ServiceId& service, const TierId& tier);
};
BOOST_DESCRIBE_STRUCT(Setup, (),
                      (id, name, timeZone, week, holidays, zones, groups, services, tiers, series,
                       counters, policy, bands))

} // namespace usher::protocol
