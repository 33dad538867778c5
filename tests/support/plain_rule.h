// The rule, read aloud: no line, no floor, no index, every ticket and every takes looked at.
//
// Written from the sentences on the wall and not from the code, to compare the code with. Slow, and
// meant to be.
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::stage {

/// H, as the wall has it: the greatest head start there is, less the least of a tier.
[[nodiscard]] protocol::Millis promisedBound(const protocol::Setup& setup);
/// When a ticket counts as taken: the greatest head start that applies, then what a person added.
[[nodiscard]] protocol::Moment countsAs(const protocol::Setup& setup,
                                        const protocol::Ticket& ticket);
/// Goes before the other, wherever both may be called.
[[nodiscard]] bool goesBefore(const protocol::Setup& setup, const protocol::Ticket& a,
                              const protocol::Ticket& b);

/// This counter could call that ticket now, were it first.
[[nodiscard]] bool mayCall(const outlet::Outlet& outlet, const protocol::Counter& counter,
                           const protocol::Ticket& ticket, protocol::Moment now);

/// Everybody this counter may call now, the first first.
[[nodiscard]] std::vector<const protocol::Ticket*>
callable(const outlet::Outlet& outlet, const protocol::Counter& counter, protocol::Moment now);

/// The one to call here now; null: nobody may be, or the counter is kept free.
[[nodiscard]] const protocol::Ticket*
firstFor(const outlet::Outlet& outlet, const protocol::Counter& counter, protocol::Moment now);

} // namespace usher::stage
