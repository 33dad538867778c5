// What fifty days must have reached between them: every kind of event, most refusals, every fault,
// and the situations that the checkers are there for.
//
// A name here that a soak never counts is a checker that had nothing to do.
#pragma once

#include "tests/simulation/story.h"

#include <vector>

namespace usher::world {

[[nodiscard]] std::vector<std::string> mustBeReached();
/// Those of them that were not.
[[nodiscard]] std::vector<std::string> neverReached(const Counts& counts);

} // namespace usher::world
