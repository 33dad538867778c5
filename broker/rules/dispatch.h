// Who is next: the head-start rule.
//
// Among the tickets a counter may take now, the smallest (key, arrival, ticket) is called, where
// key = arrival - head start + adjustment. The key never changes while one waits, so nobody's order
// flips, and nobody who arrives more than H = max - min head start after you is called before you
// at a counter that may serve you. Picking costs O(kinds of ticket in the line).
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::rules {

struct Pick {
    outlet::Standing standing;
    protocol::DecisionRecord why;
};

/// Nothing if this counter may take nobody now.
[[nodiscard]] std::optional<Pick> next(const outlet::Outlet& outlet, outlet::Index counter,
                                       protocol::Moment now);

/// When the first of those who wait may be helped out here; nothing if nobody ever may.
[[nodiscard]] std::optional<protocol::Moment> readyAt(const outlet::Outlet& outlet,
                                                      outlet::Index counter);

/// The call to make among the counters that stand by: the candidate first in order, to the most
/// specialised counter, then the one that has stood by longest, then the lowest number.
[[nodiscard]] std::optional<protocol::TicketCalled> standbyCall(const outlet::Outlet& outlet,
                                                                protocol::Moment now);

} // namespace usher::rules
