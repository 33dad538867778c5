// Days by the thousand: run, counted, told about.
#pragma once

#include "tests/simulation/plant.h"

#include <cstdint>
#include <optional>

namespace usher::world {

struct Wish {
    std::uint64_t from{1};   ///< the first seed
    std::uint64_t seeds{50}; ///< how many
    double minutes{};        ///< and no longer than this; 0: as long as it takes
    Plant plant{};
    bool twice{};    ///< each day twice, to the byte
    bool coverage{}; ///< every listed situation must have been reached
};

/// An exit code: 0 if every day went well.
[[nodiscard]] int soak(const Wish& wish);
/// Each planted bug, until it is caught: prints the table. 0 if all are, within `wish.seeds` days.
[[nodiscard]] int soakPlanted(const Wish& wish);

} // namespace usher::world
