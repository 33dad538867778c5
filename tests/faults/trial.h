// One workload on one disk, with what is wrong with that disk, and everything that could have come
// of it.
#pragma once

#include "tests/faults/aftermath.h"
#include "tests/faults/workload.h"

namespace usher::faults {

struct Setting {
    Shape shape;
    int olderRecords{}; ///< begins with so many in a journal of the first format; 0: with nothing
    std::optional<Fault> fault;
    std::function<bool(std::string_view file)> lies; ///< see Drive::lie
};

struct Trial {
    Tally tally;
    bool struck{}; ///< the fault did
};

/// With a fault, only what comes within some steps of it is looked at: the rest is as without.
[[nodiscard]] Trial tryOut(const Setting& setting, std::uint64_t seed, const Effort& effort);
/// The fault at the first step of its kind, the one after `stride` more, and so on to the last.
[[nodiscard]] Tally tryEvery(Setting setting, int stride, const Effort& effort);

} // namespace usher::faults
