// What the broker says back: one Answer or one Refusal to every command.
#pragma once

#include "broker/protocol/event.h"
#include "broker/protocol/precedence.h"
#include "broker/protocol/refusal.h"
#include "broker/protocol/what_if.h"

namespace usher::protocol {

/// Done, and nothing more to say. `version`: of what it touched.
struct Accepted {
    Sequence version{};
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (version))

/// The same for a known and an unknown card: nobody behind the customer learns a tier.
struct Greeting {
    std::string recognition; ///< give it back in TakeTicket; good until used or the day ends
};
BOOST_DESCRIBE_STRUCT(Greeting, (), (recognition))

/// A machine that could do it instead.
struct Alternative {
    CounterId machine; ///< give it back in TakeTicket
    std::uint32_t number{};
    Text name;
    Range wait; ///< 0: it is free
    friend bool operator==(const Alternative&, const Alternative&) = default;
};
BOOST_DESCRIBE_STRUCT(Alternative, (), (machine, number, name, wait))

struct Offer {
    ServiceId service;
    Text name;
    GroupId group;         ///< of Services::groups
    ZoneId zone;           ///< of Services::zones
    bool available{};      ///< somebody serves it today
    std::uint32_t ahead{}; ///< people who would be called first, as things stand
    Range wait;
    std::optional<CounterId> machine;        ///< the first of these, if it is free now
    std::vector<Alternative> alternatives{}; ///< machines that can, the shortest wait first
};
BOOST_DESCRIBE_STRUCT(Offer, (),
                      (service, name, group, zone, available, ahead, wait, machine, alternatives))

/// All a kiosk shows, names included: it holds no setup and no picture of its own.
struct Services {
    bool open{};
    Moment closes; ///< when the last ticket is given today
    std::vector<Group> groups;
    std::vector<Zone> zones;
    std::vector<Offer> offers; ///< in the setup's order
};
BOOST_DESCRIBE_STRUCT(Services, (), (open, closes, groups, zones, offers))

struct TicketIssued {
    TicketId ticket;
    std::string number;
    ServiceId service;
    ZoneId zone;
    std::uint32_t ahead{};
    Range wait;
    Moment at;
    std::string link; ///< 32 hexadecimal digits, for the QR code
    bool late{};      ///< came after its appointment's window: served like anybody who walks in
};
BOOST_DESCRIBE_STRUCT(TicketIssued, (),
                      (ticket, number, service, zone, ahead, wait, at, link, late))

struct SignedOn {
    StaffId staff;
    std::string name;
    StaffRole role{};
    std::optional<CounterId> counter;
};
BOOST_DESCRIBE_STRUCT(SignedOn, (), (staff, name, role, counter))

struct Called {
    TicketId ticket;
    std::string number;
    ServiceId service;
};
BOOST_DESCRIBE_STRUCT(Called, (), (ticket, number, service))

struct StandingBy {};
BOOST_DESCRIBE_STRUCT(StandingBy, (), ())

struct Undone {
    std::string what; ///< the act that was taken back
};
BOOST_DESCRIBE_STRUCT(Undone, (), (what))

/// The staff picture. Records with a sequence at or below `snapshot.sequence` are already in it.
struct StaffPicture {
    std::uint64_t epoch{};
    Snapshot snapshot;
};
BOOST_DESCRIBE_STRUCT(StaffPicture, (), (epoch, snapshot))

/// What WhatIf comes to.
struct Foreseen {
    Moment at;                           ///< the picture it began from
    Moment until;                        ///< the end of the day it was played to
    std::uint32_t futures{};             ///< how many days were drawn
    std::vector<TierEffect> tiers;       ///< in the setup's order
    std::vector<CounterEffect> counters; ///< staffed ones, in the setup's order
    std::vector<TicketEffect> tickets;   ///< who waits now, first called first
};
BOOST_DESCRIBE_STRUCT(Foreseen, (), (at, until, futures, tiers, counters, tickets))

struct BoardZone {
    ZoneId zone;
    Text name;
    std::uint32_t waiting{};
    Range wait; ///< for somebody who came now
};
BOOST_DESCRIBE_STRUCT(BoardZone, (), (zone, name, waiting, wait))

/// All the public may see: numbers and counters. It carries its own beat.
struct Board {
    std::uint64_t epoch{};
    Sequence sequence{};
    Moment now;                   ///< the outlet's clock
    double speed{1.0};            ///< outlet seconds per real second
    bool healthy{true};           ///< false: no new tickets are given just now
    std::int32_t offsetSeconds{}; ///< local time is UTC plus this, now
    Text outlet;
    std::vector<BoardCall> calls; ///< newest first, at most limits::boardCallsMax
    std::vector<BoardZone> zones;
    bool degraded{};            ///< fewer can serve than usual, and all help at once
    bool booked{};              ///< there are appointments: a kiosk may ask for a reference
    std::vector<Rank> favoured; ///< who counts as having come earlier, in the published order
    Millis overtaking{};        ///< and nobody who comes more than this after you is called first
};
BOOST_DESCRIBE_STRUCT(Board, (),
                      (epoch, sequence, now, speed, healthy, offsetSeconds, outlet, calls, zones,
                       degraded, booked, favoured, overtaking))

using Answer = std::variant<Accepted, Greeting, Services, TicketIssued, SignedOn, Called,
                            StandingBy, Undone, StaffPicture, Board, Foreseen>;

/// Said once a second on the staff feed, and whenever the forecast was made anew.
struct Beat {
    std::uint64_t epoch{};         ///< changes whenever the broker starts
    Sequence sequence{};           ///< the last one published on this feed
    Moment now;                    ///< the outlet's clock
    double speed{1.0};             ///< outlet seconds per real second
    bool healthy{true};            ///< false: the journal takes nothing; new work is refused
    std::vector<BoardZone> zones;  ///< what a newcomer would wait
    std::vector<TicketWait> waits; ///< who waits, by ticket; may lag an event or two behind
};
BOOST_DESCRIBE_STRUCT(Beat, (), (epoch, sequence, now, speed, healthy, zones, waits))

} // namespace usher::protocol
