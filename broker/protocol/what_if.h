// What would happen if: a change nobody has made yet, and what it would do to whom.
//
// Both sides are the rest of the day, drawn many times over with the same customers, once as things
// are and once with the change; every difference is between two days that differ in nothing else.
#pragma once

#include "broker/protocol/picture.h"

namespace usher::protocol {

/// One thing to try. What is not said stays as it is.
struct Change {
    std::optional<CounterId> counter; ///< `open`, `takes` and `helpAfter` are about it
    std::optional<bool> open;         ///< true: somebody works there from now on
    std::vector<Takes> takes;         ///< instead of what it takes now; empty: as now
    std::optional<Millis> helpAfter;  ///< instead of each of its help-out delays
    std::optional<TierId> tier;       ///< `headStart` and `arrivals` are about it
    std::optional<Millis> headStart;
    std::uint32_t arrivals{100}; ///< per cent of those expected; of all tiers if none is named
    friend bool operator==(const Change&, const Change&) = default;
};
BOOST_DESCRIBE_STRUCT(Change, (), (counter, open, takes, helpAfter, tier, headStart, arrivals))

/// A mean over all futures, and its 95 % interval.
struct Estimate {
    double mean{};
    double low{};
    double high{};
    friend bool operator==(const Estimate&, const Estimate&) = default;
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (mean, low, high))

/// What it does to a tier, those waiting now and those still to come together. Waits in minutes,
/// shares from 0 to 1.
struct TierEffect {
    TierId tier;
    double customers{}; ///< a future
    double waitNow{};   ///< on average, as things are
    double waitThen{};
    Estimate wait;    ///< then less now
    double lateNow{}; ///< share that waits beyond the tier's target
    double lateThen{};
    Estimate late;
    double gain{}; ///< of those who come either way the share who wait a minute less, or more less;
                   ///< -1: nobody comes either way
    double lose{}; ///< the same, a minute more
    friend bool operator==(const TierEffect&, const TierEffect&) = default;
};
BOOST_DESCRIBE_STRUCT(TierEffect, (),
                      (tier, customers, waitNow, waitThen, wait, lateNow, lateThen, late, gain,
                       lose))

/// Minutes a counter stands idle until the end of the day.
struct CounterEffect {
    CounterId counter;
    double idleNow{};
    double idleThen{};
    Estimate idle; ///< then less now
    friend bool operator==(const CounterEffect&, const CounterEffect&) = default;
};
BOOST_DESCRIBE_STRUCT(CounterEffect, (), (counter, idleNow, idleThen, idle))

/// Somebody who waits now: by how many minutes their wait changes.
struct TicketEffect {
    TicketId ticket;
    std::string number;
    Estimate wait;
    friend bool operator==(const TicketEffect&, const TicketEffect&) = default;
};
BOOST_DESCRIBE_STRUCT(TicketEffect, (), (ticket, number, wait))

/// A waiting ticket's call, as it is forecast now.
struct TicketWait {
    TicketId ticket;
    Range wait; ///< from now on
    friend bool operator==(const TicketWait&, const TicketWait&) = default;
};
BOOST_DESCRIBE_STRUCT(TicketWait, (), (ticket, wait))

} // namespace usher::protocol
