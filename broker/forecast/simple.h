// How long: a first, simple forecast, and labelled so wherever it is shown.
//
// Work ahead divided by the counters that share it: every ticket that would be called first counts
// its service's typical minutes, every customer at a counter half of them. It knows no teller, no
// spread and no help-out; `surely` is a rule of thumb (1.6 times likely, and two minutes).
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::forecast {

/// For somebody of this tier, with these claims, who came now for this service; unknown where no
/// counter is open.
[[nodiscard]] protocol::Range simpleWait(const outlet::Outlet& outlet,
                                         const protocol::ServiceId& service,
                                         const protocol::TierId& tier,
                                         const std::vector<protocol::Claim>& claims,
                                         protocol::Moment now);

/// Each staffed or self-service zone: how many wait, and how long an ordinary newcomer would.
[[nodiscard]] std::vector<protocol::BoardZone> zones(const outlet::Outlet& outlet);

} // namespace usher::forecast
