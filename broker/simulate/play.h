// Plays a world to its end by any rule.
#pragma once

#include "broker/simulate/world.h"

namespace usher::simulate {

template <class World, class Rule>
void play(const Scenario& scenario, const outlet::Floor& floor, World& world, Rule rule) {
    forecast::Roll roll{floor, world, rule, scenario.idleChoice};
    world.watch(roll.line());
    for (outlet::Index counter = 0; counter < floor.counters(); ++counter)
        roll.idle(counter, {});
    roll.run({});
}

} // namespace usher::simulate
