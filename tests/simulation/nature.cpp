#include "tests/simulation/nature.h"

namespace usher::world {

Weather badDay(Dice dice) {
    const auto sometimes = [&](std::size_t often, std::size_t rarely) {
        return dice.oneIn(3) ? 0 : dice.oneIn(2) ? often : rarely;
    };
    Weather weather;
    weather.dropOneIn = sometimes(8, 40);
    weather.doubleOneIn = sometimes(10, 50);
    weather.stallOneIn = sometimes(25, 120);
    weather.refuseOneIn = sometimes(30, 150);
    weather.slowOneIn = sometimes(40, 200);
    weather.crashes = !dice.oneIn(4);
    weather.partitions = !dice.oneIn(3);
    weather.sickDisk = !dice.oneIn(3);
    weather.jumps = !dice.oneIn(3);
    weather.clientCrashes = !dice.oneIn(3);
    weather.mistakes = !dice.oneIn(5);
    return weather;
}

} // namespace usher::world
