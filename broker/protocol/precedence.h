// Who goes before whom, in the one order that is published.
//
// Assisted, VIP, appointment, returning, corporate, ordinary: an outlet chooses how many minutes
// each counts for, and may leave some out, but not another order. A valued tier below the first
// (gold, as it were) stands where its minutes put it.
#pragma once

#include "broker/protocol/setup.h"

namespace usher::protocol {

enum class Rank { Assisted, Vip, Appointment, Returning, Corporate, Ordinary };
BOOST_DESCRIBE_ENUM(Rank, Assisted, Vip, Appointment, Returning, Corporate, Ordinary)

/// One rung of the ladder: a tier or a service by its place in the setup, or a claim.
struct Rung {
    Rank rank{};
    Millis headStart{};
    std::size_t index{}; ///< into tiers; of Corporate, into services; else 0
};

/// The rungs this outlet has, in the published order. Of valued tiers and of services with a head
/// start of their own, all: the greatest first.
[[nodiscard]] std::vector<Rung> ladder(const Setup& setup);

/// Those who count as having come earlier than an ordinary customer, in the published order.
[[nodiscard]] std::vector<Rank> favoured(const Setup& setup);

} // namespace usher::protocol
