#include "broker/protocol/contradiction.h"

namespace usher::protocol {

std::vector<Contradiction> contradictions(const Setup& setup) {
    std::vector<Contradiction> found;
    const Rung* above = nullptr;
    const std::vector<Rung> rungs = ladder(setup);
    for (const Rung& rung : rungs) {
        const bool greatest = above == nullptr || above->rank != rung.rank;
        if (!greatest)
            continue;
        if (above != nullptr && rung.headStart > above->headStart)
            found.push_back({*above, rung});
        above = &rung;
    }
    return found;
}

} // namespace usher::protocol
