// Who is next: the head-start rule.
//
// Among the tickets a counter may take now, the smallest (key, arrival, ticket) is called, where
// key = arrival - head start + adjustment. The key never changes while one waits, so nobody's order
// flips, and nobody who arrives more than H = max - min head start after you is called before you
// at a counter that may serve you. Picking costs O(kinds of ticket in the line).
//
// The first half reads no more than the floor and the line: the live broker, the forecast and the
// simulator call the same functions.
#pragma once

#include "broker/outlet/outlet.h"

#include <span>
#include <tuple>

namespace usher::rules {

struct Candidate {
    outlet::Standing standing;
    outlet::Kind kind;
    bool helpsOut{}; ///< had to wait out a help-out delay to be taken here
};

/// The one this counter would call now; nothing if it may take nobody.
[[nodiscard]] std::optional<Candidate> best(const outlet::Floor& floor, const outlet::Line& line,
                                            outlet::Index counter, protocol::Moment now);

/// When the first of those who wait may be taken here; nothing if nobody ever may.
[[nodiscard]] std::optional<protocol::Moment>
readyAt(const outlet::Floor& floor, const outlet::Line& line, outlet::Index counter);

/// A counter with nothing to do, since when.
struct Idle {
    outlet::Index counter{};
    protocol::Moment since;
};

/// Which of several idle counters gets the customer.
enum class IdleChoice {
    Specialised, ///< the most specialised, then longest idle, then lowest number: the rule
    LongestIdle, ///< longest idle first: what the closed formulas of queueing theory assume
};

struct Match {
    Candidate candidate;
    std::size_t idle{}; ///< index into the span
};

/// The call to make among idle counters: the candidate first in order, to the counter first in the
/// idle choice. `bestAt(counter)` is best(), or another rule to compare it with.
template <class BestAt>
[[nodiscard]] std::optional<Match> match(const outlet::Floor& floor, std::span<const Idle> idle,
                                         IdleChoice choice, BestAt bestAt) {
    const auto rank = [&](const Match& m) {
        const Idle& at = idle[m.idle];
        const auto breadth =
            choice == IdleChoice::Specialised ? floor.breadth(at.counter) : std::uint32_t{0};
        return std::tuple{m.candidate.standing, breadth, at.since, floor.number(at.counter)};
    };
    std::optional<Match> first;
    for (std::size_t i = 0; i < idle.size(); ++i)
        if (const auto found = bestAt(idle[i].counter)) {
            const Match mine{*found, i};
            if (!first || rank(mine) < rank(*first))
                first = mine;
        }
    return first;
}

// --- the same of a whole outlet, with the reasons
// -------------------------------------------------

struct Pick {
    outlet::Standing standing;
    protocol::DecisionRecord why;
};

/// best(), or nobody where the counter is kept free for somebody known to be coming: see guard.h.
[[nodiscard]] std::optional<Candidate> bestNow(const outlet::Outlet& outlet, outlet::Index counter,
                                               protocol::Moment now);

/// Nothing if this counter may take nobody now.
[[nodiscard]] std::optional<Pick> next(const outlet::Outlet& outlet, outlet::Index counter,
                                       protocol::Moment now);

/// The call to make among the counters that stand by.
[[nodiscard]] std::optional<protocol::TicketCalled> standbyCall(const outlet::Outlet& outlet,
                                                                protocol::Moment now);

} // namespace usher::rules
