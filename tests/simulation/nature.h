// What everybody in a run shares: time, chance's seed, the weather, the story, and the bug on
// trial.
#pragma once

#include "tests/simulation/dice.h"
#include "tests/simulation/plant.h"
#include "tests/simulation/story.h"
#include "tests/simulation/timeline.h"

namespace usher::world {

/// Whose dice: one stream a part.
enum class Part : std::uint64_t {
    Weather,
    Branch,
    Network,
    Disk,
    Broker,
    Clock,
    Staff,
    Checks,
    Device
};

/// How bad the day is: each seed has some faults and is spared others. 0 is never.
struct Weather {
    std::size_t dropOneIn{};
    std::size_t doubleOneIn{};
    std::size_t stallOneIn{};
    std::size_t refuseOneIn{};
    std::size_t slowOneIn{};
    std::size_t misreadOneIn{};
    bool crashes{};
    bool partitions{};
    bool sickDisk{};
    bool jumps{};
    bool clientCrashes{};
    bool mistakes{};
};

struct Nature {
    std::uint64_t seed{};
    Plant plant{};
    Weather weather{};
    Timeline time{};
    Story story{};

    [[nodiscard]] Dice dice(Part part, std::uint64_t which = 0) const {
        return {seed, static_cast<std::uint64_t>(part) * 1000 + which};
    }
    void tell(std::string line) {
        story.tell(std::to_string(time.now().count()) + " " + std::move(line));
    }
    void count(std::string_view situation) { story.count(situation); }
};

[[nodiscard]] Weather badDay(Dice dice);

} // namespace usher::world
