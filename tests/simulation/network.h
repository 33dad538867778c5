// Between the devices and the broker: what is sent may be lost, come twice, late or in another
// order; a device may be cut off altogether.
#pragma once

#include "tests/simulation/nature.h"

#include <vector>

namespace usher::world {

class Network {
public:
    Network(Nature& nature, std::size_t devices)
        : nature_{nature}, dice_{nature.dice(Part::Network)}, cutOff_(devices, false) {}

    /// One message to or from device number `device`.
    void carry(std::size_t device, const Timeline::Task& arrive);
    void cutOff(std::size_t device, bool cut);
    [[nodiscard]] bool isCutOff(std::size_t device) const { return cutOff_[device]; }

private:
    void bring(std::size_t device, const Timeline::Task& arrive);

    Nature& nature_;
    Dice dice_;
    std::vector<bool> cutOff_;
};

} // namespace usher::world
