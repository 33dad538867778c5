// Our figures beside those of an earlier simulation of the same lobby, written independently.
#pragma once

#include "broker/sim/standings.h"

namespace usher::sim {

/// A section of the page; empty if none of the loads was simulated then.
[[nodiscard]] std::string besideEarlier(const std::vector<Standings>& loads);

} // namespace usher::sim
