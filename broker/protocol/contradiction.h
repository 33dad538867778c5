// Where an outlet's minutes contradict the one order that is published.
#pragma once

#include "broker/protocol/precedence.h"

namespace usher::protocol {

/// Counts for more minutes than what is published above it.
struct Contradiction {
    Rung above;
    Rung below;
};

/// All of them, in the published order. Of each rank the greatest speaks for it: a lesser valued
/// tier may stand anywhere below.
[[nodiscard]] std::vector<Contradiction> contradictions(const Setup& setup);

} // namespace usher::protocol
