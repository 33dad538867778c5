// What a what-if came to, as a person reads it: tables, and under each what its columns mean.
#pragma once

#include "broker/forecast/start.h"
#include "broker/protocol/answer.h"

#include <string>
#include <vector>

namespace usher::sim {

struct Told {
    protocol::Foreseen found;
    protocol::TierEffect everybody;             ///< whatever its tier
    std::vector<forecast::AtCounter> now, then; ///< by counter
    bool others{};                              ///< with the change other customers come
};

[[nodiscard]] std::string toText(const Told& told, const protocol::Setup& setup);

} // namespace usher::sim
