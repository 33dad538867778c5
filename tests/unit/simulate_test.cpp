// The lobby on paper: the same for any number of threads, the same customers under every policy.
#include "broker/sim/replications.h"
#include "broker/simulate/lobby.h"

#include <gtest/gtest.h>

namespace usher::simulate {
namespace {

constexpr Policy everyPolicy[] = {Policy::HeadStart, Policy::FirstCome, Policy::Strict,
                                  Policy::Accumulating, Policy::Reserve};

Scenario busyLobby(std::uint32_t counters) {
    Scenario scenario;
    scenario.arrivals = 20'000;
    scenario.warmup = 0.02;
    CustomerClass valued;
    valued.name = valued.tier = "valued";
    valued.rate = {{0, 0.2 * counters}};
    valued.service = {Shape::Lognormal, 1.5, 1.2};
    valued.headStart = 4;
    valued.weight = 3;
    valued.target = 2;
    CustomerClass ordinary = valued;
    ordinary.name = ordinary.tier = "ordinary";
    ordinary.rate = {{0, 0.3 * counters}, {5'000, 0.6 * counters}};
    ordinary.service = {Shape::Exponential, 1, 0};
    ordinary.headStart = 0;
    ordinary.rank = 2;
    ordinary.weight = 1;
    scenario.classes = {valued, ordinary};
    scenario.desks = {{{}, counters, {{0, 0}, {1, 0}}, {}}};
    return scenario;
}

TEST(Simulate, TheNumberOfThreadsChangesNothing) {
    Scenario scenario = busyLobby(3);
    scenario.classes[1].patience = Length{Shape::Lognormal, 6, 1};
    scenario.tellerCv = 0.2;
    scenario.desks[0].serves[1].helpDelay = 0.5;
    const auto one = sim::replicateAll(scenario, 7, 11, 1, {1, 5}).results;
    EXPECT_EQ(sim::replicateAll(scenario, 7, 11, 2, {1, 5}).results, one);
    EXPECT_EQ(sim::replicateAll(scenario, 7, 11, 5, {1, 5}).results, one);
    EXPECT_NE(sim::replicateAll(scenario, 8, 11, 2, {1, 5}).results, one);
    EXPECT_NE(one[0].all.mean, one[1].all.mean);
}

TEST(Simulate, CustomersBringTheSameWorkUnderEveryPolicy) {
    // One counter that never idles while somebody waits is busy the same time under every rule only
    // if everybody comes at the same time with the same work.
    const Scenario scenario = busyLobby(1);
    const Result first = replicate(scenario, 3, 0);
    for (const Policy policy : everyPolicy) {
        Scenario other = scenario;
        other.policy = policy;
        const Result result = replicate(other, 3, 0);
        EXPECT_EQ(result.utilisation, first.utilisation);
        EXPECT_EQ(result.classes[0].arrivals, first.classes[0].arrivals);
        EXPECT_EQ(result.classes[0].mean == first.classes[0].mean, policy == Policy::HeadStart);
    }
}

TEST(Simulate, CustomersHaveTheSamePatienceUnderEveryPolicy) {
    // Nobody is ever served but the very first: so each leaves when the patience is over.
    Scenario scenario = busyLobby(1);
    scenario.arrivals = 500;
    scenario.warmup = 0.1;
    scenario.classes[0].service = scenario.classes[1].service = {Shape::Deterministic, 1e6, 0};
    scenario.classes[0].patience = scenario.classes[1].patience = Length{Shape::Exponential, 3, 0};
    const Result first = replicate(scenario, 3, 0);
    EXPECT_EQ(first.all.abandoned, 1);
    for (const Policy policy : everyPolicy) {
        scenario.policy = policy;
        EXPECT_EQ(replicate(scenario, 3, 0).classes, first.classes);
    }
}

TEST(Simulate, NobodyIsOvertakenByMoreThanTheHeadStart) {
    Scenario scenario = busyLobby(3);
    EXPECT_LE(replicate(scenario, 5, 0).all.worstOvertake, 4);
    EXPECT_GT(replicate(scenario, 5, 0).all.worstOvertake, 3.9);
    scenario.policy = Policy::FirstCome;
    EXPECT_EQ(replicate(scenario, 5, 0).all.worstOvertake, 0);
    scenario.policy = Policy::Strict;
    EXPECT_GT(replicate(scenario, 5, 0).all.worstOvertake, 20);
}

TEST(Simulate, ClassesOfOneTierAreAlsoCountedTogether) {
    Scenario scenario = busyLobby(3);
    EXPECT_TRUE(replicate(scenario, 1, 0).tiers.empty());
    scenario.classes[0].tier = "ordinary";
    const Result result = replicate(scenario, 1, 0);
    ASSERT_EQ(result.tiers.size(), 1U);
    EXPECT_EQ(result.tiers[0], result.all);
}

TEST(Simulate, KnowsHowLongACounterIdledBesideSomebodyWhoWaited) {
    // The second counter serves nobody who comes, and so idles all day: of M/M/1 somebody waits for
    // the share rho^2 of the time.
    Scenario scenario = busyLobby(1);
    scenario.arrivals.reset();
    scenario.minutes = 2e5;
    scenario.classes[0].rate = {{0, 0}};
    scenario.classes[1].rate = {{0, 0.8}};
    scenario.desks[0].serves = {{1, 0}};
    scenario.desks.push_back({{}, 2, {{0, 0}}, IdleWatch{{1}, 0}});
    const Result result = replicate(scenario, 1, 0);
    EXPECT_EQ(result.idleWatched[0], 0);
    EXPECT_NEAR(result.idleWatched[1] / 2 / *scenario.minutes, 0.64, 0.02);
    scenario.desks[1].idleWatch->after = 1e5;
    EXPECT_EQ(replicate(scenario, 1, 0).idleWatched[1], 0);
    // It helps out after five: then nobody waits longer than that beside it.
    scenario.desks[1] = {{}, 1, {{1, 5}}, IdleWatch{{1}, 5}};
    EXPECT_EQ(replicate(scenario, 1, 0).idleWatched[1], 0);
    scenario.desks[1].idleWatch->after = 4;
    EXPECT_GT(replicate(scenario, 1, 0).idleWatched[1], 100);
}

TEST(Simulate, TimesTooLongForTheClockStopItAtItsEnd) {
    Scenario scenario = busyLobby(1);
    scenario.arrivals = 50;
    scenario.classes[0].rate = scenario.classes[1].rate = {{0, 1e-12}};
    scenario.classes[0].service = {Shape::Lognormal, 1, 100};
    EXPECT_GE(replicate(scenario, 1, 0).utilisation, 0);
    EXPECT_EQ(replicate(scenario, 1, 0).arrivals, 50U);
}

} // namespace
} // namespace usher::simulate
