// The outlet of one seed, and the people and devices in it.
//
// Shaped as a branch is (a hall, a room of one tier's own, machines), with everything the setup can
// say said differently from seed to seed. Names of tiers, people and devices are such that they can
// be recognised wherever they must not be seen.
#pragma once

#include "broker/protocol/access.h"
#include "tests/simulation/nature.h"
#include "tests/simulation/ports.h"

namespace usher::world {

struct Device {
    protocol::DeviceId id;
    protocol::Role role{};
    std::optional<protocol::CounterId> counter; ///< where it stands
};

struct Branch {
    protocol::Setup setup;
    protocol::Setup other; ///< what the file says after somebody edited it
    WallClock wall;
    std::vector<Card> cards;
    std::vector<Member> staff; ///< the lobby's first, then one a staffed counter
    std::vector<Device> devices;
};

[[nodiscard]] Branch makeBranch(Dice dice);

} // namespace usher::world
