// Eleven in the morning at the demo outlet: every counter serves, a hundred wait. And the plainest
// rollout of it there is.
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::bench {

inline constexpr std::uint32_t peopleWaiting = 100;

[[nodiscard]] outlet::Outlet fullHall();

/// So many waiting that no hall would hold them, of every service and tier.
[[nodiscard]] outlet::Outlet crowded(std::size_t waiting);
inline constexpr protocol::Millis betweenCrowded{300}; ///< two arrivals

/// Milliseconds for so many futures of one queue before as many counters, in a heap, as the outlet
/// has tellers; as many services are drawn in each as `people`.
[[nodiscard]] double plainRollout(const outlet::Outlet& outlet, std::size_t futures,
                                  std::size_t people);

} // namespace usher::bench
