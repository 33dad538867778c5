// The rule as a bank can hang it on the wall: who goes before whom, by how much, and what nobody
// can lose by it.
//
// Plain sentences out of the outlet file and nothing else, so what is on the wall is what runs.
#pragma once

#include "broker/setup/explain.h"

namespace usher::setup {

/// Several lines, each ended.
[[nodiscard]] std::string wall(const protocol::Setup& setup, Language language);

} // namespace usher::setup
