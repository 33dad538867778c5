// Who goes before whom, in the one order that is published.
//
// Assisted, VIP, appointment, returning, corporate, ordinary: an outlet chooses how many minutes
// each counts for, and may leave some out, but not another order. A valued tier below the first
// (gold, as it were) stands where its minutes put it.
#pragma once

#include "broker/setup/draft.h"

namespace usher::setup {

enum class Rank { Assisted, Vip, Appointment, Returning, Corporate, Ordinary };

/// One rung of the ladder: a tier or a service by its place in the setup, or a claim.
struct Rung {
    Rank rank{};
    protocol::Millis headStart{};
    std::size_t index{}; ///< into tiers; of Corporate, into services; else 0
};

/// The rungs this outlet has, in the published order. Of valued tiers and of services with a head
/// start of their own, all: the greatest first.
[[nodiscard]] std::vector<Rung> ladder(const protocol::Setup& setup);

/// Whatever counts for more minutes than what is published above it is a problem.
void checkOrder(const Draft& draft, Problems& problems);

} // namespace usher::setup
