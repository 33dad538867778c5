#include "broker/simulate/lobby.h"

#include "broker/simulate/play.h"
#include "broker/simulate/policies.h"

namespace usher::simulate {

namespace {

void playByPolicy(const Scenario& scenario, const outlet::Floor& floor, World& world) {
    if (scenario.policy == Policy::Accumulating) {
        std::vector<double> weights;
        for (const CustomerClass& one : scenario.classes)
            weights.push_back(one.weight);
        play(scenario, floor, world, Accumulating{weights});
    } else if (scenario.policy == Policy::Reserve) {
        std::vector<std::uint32_t> reserves;
        for (const CustomerClass& one : scenario.classes)
            reserves.push_back(one.reserve);
        play(scenario, floor, world, Reserve{reserves});
    } else {
        play(scenario, floor, world, forecast::HeadStart{});
    }
}

} // namespace

Result replicate(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication,
                 const std::vector<double>& beyond) {
    const outlet::Floor floor = floorOf(scenario);
    World world{scenario, floor, seed, replication};
    playByPolicy(scenario, floor, world);
    return world.result(beyond);
}

Played playDay(const Scenario& scenario, std::uint64_t seed, std::uint64_t replication) {
    const outlet::Floor floor = floorOf(scenario);
    World world{scenario, floor, seed, replication};
    playByPolicy(scenario, floor, world);
    return {world.waitsOfTiers(), world.idleWatched()};
}

} // namespace usher::simulate
