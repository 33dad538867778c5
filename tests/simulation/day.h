// One seed, one day: a bad one, then a calm evening in which everybody must agree.
#pragma once

#include "tests/simulation/plant.h"
#include "tests/simulation/story.h"

#include <optional>
#include <vector>

namespace usher::world {

struct Fallen {
    std::string checker;
    std::string what;
};

struct Told {
    std::optional<Fallen> fallen;
    std::uint64_t hash{}; ///< of every line of the story
    std::uint64_t lines{};
    std::uint64_t records{};
    std::vector<std::string> last; ///< lines
    Counts counts;
};

[[nodiscard]] Told live(std::uint64_t seed, Plant plant);

} // namespace usher::world
