// One replication of a scenario: a pure function of scenario, seed and number.
#pragma once

#include "broker/simulate/measure.h"

namespace usher::simulate {

/// Customer n of replication r has the same arrival, work and patience under every policy: what
/// differs between two policies is the policy (common random numbers).
/// Figures also say which share waited longer than each of `beyond`, in units of the scenario.
[[nodiscard]] Result replicate(const Scenario& scenario, std::uint64_t seed,
                               std::uint64_t replication, const std::vector<double>& beyond = {});

/// The same as it was measured, to be gathered over many replications.
struct Played {
    std::vector<Waits> tiers; ///< as tiersOf()
    std::vector<double> idleWatched;
};
[[nodiscard]] Played playDay(const Scenario& scenario, std::uint64_t seed,
                             std::uint64_t replication);

} // namespace usher::simulate
