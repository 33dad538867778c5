// What can befall a disk, one scene each: the tests play them short, `usher-cuts` at length.
#pragma once

#include "tests/faults/trial.h"

#include <span>

namespace usher::faults {

struct Pains {
    Effort effort;
    std::uint64_t workloads{1};
    int stride{1}; ///< between one fault and the next that is tried
};

struct Scene {
    const char* name;
    const char* what;
    std::function<Tally(const Pains&)> play;
};

/// Every one must go well.
[[nodiscard]] std::span<const Scene> scenes();
/// Disks and journals as they must not be: in each, something must be found.
[[nodiscard]] std::span<const Scene> plants();

} // namespace usher::faults
