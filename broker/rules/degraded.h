// The degraded mode: too few counters are open, or no machine is left for what machines relieve
// the counters of, so everybody helps at once with all they can do.
//
// Entered and left only once that has been so for a while within opening hours: neither tellers who
// sign on one after the other in the morning nor one who goes for tea make it flap.
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::rules {

/// Whether it should be in force now.
[[nodiscard]] bool degradedNow(const outlet::Outlet& outlet, protocol::Moment now);

/// When degradedNow() will next differ, today and after `now`; nothing: not today, as things stand.
[[nodiscard]] std::optional<protocol::Moment> nextDegraded(const outlet::Outlet& outlet,
                                                           protocol::Moment now);

} // namespace usher::rules
