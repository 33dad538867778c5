#include "tests/simulation/mischief.h"

#include <algorithm>

namespace usher::world {

using namespace protocol;

Mischief::Mischief(Nature& nature, Network& network, Broker& broker, Branch& branch, Setup& file,
                   const Checks& checks, std::vector<std::unique_ptr<Actor>>& actors)
    : nature_{nature}, network_{network}, broker_{broker}, branch_{branch}, file_{file},
      checks_{checks}, actors_{actors}, dice_{nature.dice(Part::Weather, 1)},
      clockDice_{nature.dice(Part::Clock)} {
    look();
}

void Mischief::look() {
    nature_.time.in(Millis{100}, [this] { look(); });
    power();
    if (calm_)
        return;
    const Weather& weather = nature_.weather;
    if (weather.partitions && dice_.oneIn(120))
        partition();
    if (weather.sickDisk && dice_.oneIn(200))
        disk();
    if (weather.jumps && dice_.oneIn(250))
        clock();
    if (weather.clientCrashes && dice_.oneIn(150))
        actors_[dice_.below(actors_.size())]->restart();
}

/// Restarts the broker when its time has come, and cuts its power when that has.
void Mischief::power() {
    if (!calm_ && nature_.weather.crashes && broker_.up() && dice_.oneIn(200)) {
        nature_.count("fault: crash between steps");
        broker_.cut();
    }
    if (broker_.up()) {
        downUntil_ = {};
        return;
    }
    if (downUntil_ == Millis{}) {
        downUntil_ = nature_.time.now() +
                     (dice_.oneIn(5) ? dice_.between(3000, 12'000) : dice_.between(100, 2000));
        return;
    }
    if (nature_.time.now() < downUntil_ && !calm_)
        return;
    if (!calm_ && dice_.oneIn(5)) {
        nature_.count("the outlet file was edited");
        file_ = file_ == branch_.other ? branch_.setup : branch_.other;
    }
    broker_.start();
}

void Mischief::partition() {
    const std::size_t device = dice_.below(actors_.size());
    nature_.count("fault: partition");
    network_.cutOff(device, true);
    nature_.time.in(dice_.between(500, 9000), [this, device] { network_.cutOff(device, false); });
}

void Mischief::disk() {
    nature_.count("fault: disk sick for a while");
    nature_.tell("the disk is sick");
    broker_.sickDisk(true);
    nature_.time.in(dice_.between(300, 6000), [this] { broker_.sickDisk(false); });
}

void Mischief::clock() {
    Millis jump = clockDice_.between(1000, 900'000);
    switch (clockDice_.below(5)) {
    case 0:
        jump = -clockDice_.between(100, 600'000);
        nature_.count("fault: clock set back");
        break;
    case 1:
        jump = clockDice_.between(3'600'000, 8 * 3'600'000);
        nature_.count("fault: clock jumped hours ahead");
        break;
    default:
        nature_.count("fault: clock jumped ahead");
        break;
    }
    nature_.tell("the clock jumps by " + std::to_string(jump.count()) + " ms");
    branch_.wall.off += jump;
    broker_.clockSet();
}

void Mischief::calm() {
    calm_ = true;
    nature_.weather = {};
    nature_.tell("evening");
    for (std::size_t i = 0; i < actors_.size(); ++i)
        network_.cutOff(i, false);
    broker_.sickDisk(false);
    // As house/run does at each start: time goes on from the last record.
    const Moment now = branch_.wall.at(nature_.time.now());
    branch_.wall.off += std::max(checks_.truth().at() - now, Millis{0});
    broker_.clockSet();
}

} // namespace usher::world
