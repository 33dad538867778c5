// What other systems' rules do to people, where theory says what they must.
#include "broker/sim/contenders.h"
#include "broker/sim/scenario_file.h"
#include "broker/simulate/peers.h"

#include <gtest/gtest.h>

namespace usher::simulate {
namespace {

/// Three classes, each enough to keep the one counter busy; whoever is not called within twenty
/// leaves.
Scenario rush() {
    Scenario scenario;
    scenario.minutes = 20'000;
    scenario.warmup = 0.01;
    for (const char* name : {"a", "b", "c"}) {
        CustomerClass one;
        one.name = one.tier = one.business = name;
        one.rate = {{0, 1}};
        one.patience = Length{Shape::Deterministic, 20, 0};
        scenario.classes.push_back(one);
    }
    scenario.desks = {{"x", 1, {{0, 0}, {1, 0}, {2, 0}}, {}}};
    return scenario;
}

PeerSetup setupOf(Peer peer) {
    PeerSetup setup;
    setup.peer = peer;
    setup.levels = {1, 2, 3};
    return setup;
}

/// How many of a class were called, a minute.
double served(const Played& day, std::size_t tier) {
    Waits waits = day.tiers.at(tier);
    const Figures figures = waits.figures({});
    return static_cast<double>(figures.arrivals) * (1 - figures.abandoned) / (20'000 * 0.99);
}

double meanWait(const Played& day, std::size_t tier) {
    Waits waits = day.tiers.at(tier);
    return waits.figures({}).mean;
}

TEST(Peers, LevelsServeTheLowestAsIfNobodyElseCame) {
    const Played day = playDay(setupOf(Peer::Levels), rush(), 1, 0);
    EXPECT_NEAR(served(day, 0), 0.95, 0.03); // at load 1 some of them leave
    EXPECT_LT(served(day, 1), 0.06);
    EXPECT_LT(served(day, 2), 0.01);
}

TEST(Peers, LevelsThatAreAllAlikeAreFirstComeFirstServed) {
    PeerSetup setup = setupOf(Peer::Levels);
    setup.levels = {1, 1, 1};
    Scenario scenario = rush();
    const Played peer = playDay(setup, scenario, 1, 0);
    scenario.policy = Policy::FirstCome;
    const Played ours = playDay(scenario, 1, 0);
    for (std::size_t tier = 0; tier < 3; ++tier)
        EXPECT_EQ(meanWait(peer, tier), meanWait(ours, tier));
}

TEST(Peers, StrictLevelsAreTheHeadStartRuleWithEndlessHeadStarts) {
    Scenario scenario = rush();
    const Played peer = playDay(setupOf(Peer::Levels), scenario, 1, 0);
    scenario.policy = Policy::Strict;
    for (int i = 0; i < 3; ++i)
        scenario.classes[static_cast<std::size_t>(i)].rank = i + 1;
    const Played ours = playDay(scenario, 1, 0);
    for (std::size_t tier = 0; tier < 3; ++tier)
        EXPECT_EQ(meanWait(peer, tier), meanWait(ours, tier));
}

TEST(Peers, TheRatioIsTwoToOneToOneWhileAllWait) {
    const Played day = playDay(setupOf(Peer::Ratio), rush(), 1, 0);
    EXPECT_NEAR(served(day, 0), 0.5, 0.01);
    EXPECT_NEAR(served(day, 1), 0.25, 0.01);
    EXPECT_NEAR(served(day, 2), 0.25, 0.01);
}

TEST(Peers, TheRatioIsStrictForThoseWhoSeldomUseUpTheirTurns) {
    Scenario scenario = rush();
    scenario.classes[0].rate = {{0, 0.1}};
    const Played ratio = playDay(setupOf(Peer::Ratio), scenario, 1, 0);
    const Played strict = playDay(setupOf(Peer::Levels), scenario, 1, 0);
    EXPECT_NEAR(meanWait(ratio, 0), meanWait(strict, 0), 0.2 * meanWait(strict, 0));
}

TEST(Peers, ACounterThatPrefersItsOwnKindPassesOthersWhateverTheirLevel) {
    PeerSetup setup = setupOf(Peer::PreferredKind);
    setup.kinds = {"vip", "hall", "hall"};
    setup.preferred = {"hall"};
    const Played day = playDay(setup, rush(), 1, 0);
    EXPECT_LT(served(day, 0), 0.06);
    EXPECT_GT(served(day, 1), 0.9);
    setup.preferred = {"vip"};
    EXPECT_GT(served(playDay(setup, rush(), 1, 0), 0), 0.9);
}

TEST(Peers, BetweenServicesALevelIsWorthNothing) {
    // a and b queue for one business, c for another: c's first came long ago, and is called.
    Scenario scenario = rush();
    scenario.classes[0].business = scenario.classes[1].business = "cash";
    scenario.classes[0].rate = {{0, 0.3}};
    PeerSetup setup = setupOf(Peer::BestOfServices);
    const Played day = playDay(setup, scenario, 1, 0);
    const Played strict = playDay(setupOf(Peer::Levels), scenario, 1, 0);
    EXPECT_GT(meanWait(day, 0), 5 * meanWait(strict, 0));
    EXPECT_GT(served(day, 2), 0.3);
    // What the counter prefers decides before that.
    setup.preferred = {"cash"};
    EXPECT_LT(served(playDay(setup, scenario, 1, 0), 2), 0.02);
}

TEST(Contenders, AllOfThemPlayTheReferenceLobby) {
    const auto reading = sim::readScenario(USHER_SOURCE_DIR "/assets/lobbies/reference.toml");
    ASSERT_TRUE(std::holds_alternative<Scenario>(reading));
    const Scenario& lobby = std::get<Scenario>(reading);
    EXPECT_TRUE(sim::missing(lobby, "f").empty());
    EXPECT_NEAR(expectedArrivals(lobby), 560, 1e-6);
    const Scenario busier = sim::withCustomers(lobby, 620);
    EXPECT_NEAR(expectedArrivals(busier), 620, 1e-6);
    std::uint64_t came = 0;
    for (const auto& contenders : {sim::policies(lobby), sim::otherSystems(lobby)})
        for (const sim::Contender& one : contenders) {
            std::uint64_t all = 0;
            for (Waits waits : one.play(1, 0).tiers)
                all += waits.figures({}).arrivals;
            came = came == 0 ? all : came;
            EXPECT_EQ(all, came) << one.name;
        }
    EXPECT_GT(came, 450U);
    EXPECT_EQ(sim::missing(rush(), "f").size(), 9U);
}

} // namespace
} // namespace usher::simulate
