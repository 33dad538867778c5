// What goes wrong around everybody: power, disk, network, clocks, devices, the outlet file.
//
// Once it is evening it puts everything right again and keeps still.
#pragma once

#include "tests/simulation/actor.h"

namespace usher::world {

class Mischief {
public:
    Mischief(Nature& nature, Network& network, Broker& broker, Branch& branch,
             protocol::Setup& file, const Checks& checks,
             std::vector<std::unique_ptr<Actor>>& actors);

    void calm();

private:
    void look();
    void power();
    void partition();
    void disk();
    void clock();

    Nature& nature_;
    Network& network_;
    Broker& broker_;
    Branch& branch_;
    protocol::Setup& file_;
    const Checks& checks_;
    std::vector<std::unique_ptr<Actor>>& actors_;
    Dice dice_;
    Dice clockDice_;
    protocol::Millis downUntil_{};
    bool calm_ = false;
};

} // namespace usher::world
