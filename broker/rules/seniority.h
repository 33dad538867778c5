// What a ticket's place in the line rests on.
//
// A ticket counts as taken earlier by the greatest head start that applies to it: of its tier, of
// its service, of a kept appointment, of coming back. They never add up, so H bounds all of them;
// only what a person adds by a promotion goes beyond it, and is written down as such.
#pragma once

#include "broker/protocol/picture.h"

namespace usher::rules {

struct Seniority {
    std::vector<protocol::Claim> claims;
    protocol::Millis adjustment{};
};

/// The ticket's own, for `service`. Requires that service and tier are known.
[[nodiscard]] Seniority kept(const protocol::Setup& setup, const protocol::Ticket& ticket,
                             const protocol::ServiceId& service);
/// The same of somebody who comes back to the line through no doing of theirs.
[[nodiscard]] Seniority returning(const protocol::Setup& setup, const protocol::Ticket& ticket,
                                  const protocol::ServiceId& service);

} // namespace usher::rules
