// Who is next in other queueing systems, as read from their code, to be tried on the same
// customers.
//
// Only the choice of the next customer is taken over; who may be served where is the scenario's.
// Where a system has no number for it (a counter's type, a business), the scenario's `business` and
// a PeerSetup say what a bank would enter.
#pragma once

#include "broker/simulate/lobby.h"

namespace usher::simulate {

enum class Peer {
    Levels,         ///< lowest level, then who came first: most systems with priorities
    PreferredKind,  ///< the counter's own kind of customer by level; only if there is none, others
    BestOfServices, ///< a queue a business, each by level; of their firsts the business preferred
                    ///< here, else who came first
    Ratio           ///< two of level 1, then one of level 2, then one of level 3, and again
};

/// What a bank would enter.
struct PeerSetup {
    Peer peer{Peer::Levels};
    std::vector<int> levels;            ///< by class; 1 first
    std::vector<std::string> kinds;     ///< by class: whom PreferredKind sends them to
    std::vector<std::string> preferred; ///< by desk: a kind, or for BestOfServices a business
};

[[nodiscard]] Played playDay(const PeerSetup& setup, const Scenario& scenario, std::uint64_t seed,
                             std::uint64_t replication);

} // namespace usher::simulate
