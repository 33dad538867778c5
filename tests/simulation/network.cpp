#include "tests/simulation/network.h"

namespace usher::world {

void Network::carry(std::size_t device, const Timeline::Task& arrive) {
    if (cutOff_[device])
        return nature_.count("fault: message into a partition");
    if (dice_.oneIn(nature_.weather.dropOneIn))
        return nature_.count("fault: message dropped");
    bring(device, arrive);
    if (dice_.oneIn(nature_.weather.doubleOneIn)) {
        nature_.count("fault: message doubled");
        bring(device, arrive);
    }
}

void Network::bring(std::size_t device, const Timeline::Task& arrive) {
    protocol::Millis takes = dice_.between(0, 4);
    if (dice_.oneIn(nature_.weather.stallOneIn)) {
        takes = dice_.between(20, 4000);
        nature_.count("fault: message delayed");
    }
    nature_.time.in(takes, [this, device, arrive] {
        if (!cutOff_[device])
            arrive();
    });
}

void Network::cutOff(std::size_t device, bool cut) {
    cutOff_[device] = cut;
}

} // namespace usher::world
