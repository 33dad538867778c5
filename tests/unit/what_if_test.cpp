// The rest of the day twice over, with the same customers: what a change does, and to whom.
#include "broker/simulate/what_if.h"
#include "tests/support/stage.h"

#include <gtest/gtest.h>

namespace usher::simulate {

namespace {

using namespace protocol;
using std::chrono::minutes;

const auto hall = named<ZoneId>("hall");
const auto cash = named<ServiceId>("cash");
const auto loans = named<ServiceId>("loans");
const auto ordinary = named<TierId>("ordinary");
const auto gold = named<TierId>("gold");

CounterId c(int number) {
    return named<CounterId>("C" + std::to_string(number));
}

/// C1 takes cash, C2 loans, and nobody sits at C3, which takes cash.
Setup threeCounters() {
    Setup setup = stage::emptySetup();
    setup.zones = {{hall, {}, false}};
    setup.services = {{cash, {}, {}, hall, minutes{4}, true, false},
                      {loans, {}, {}, hall, minutes{10}, false, false}};
    setup.tiers = {{ordinary, {}, {}, minutes{20}, {}}, {gold, {}, minutes{10}, minutes{5}, {}}};
    setup.series = {{"A", 1, 999, {ordinary, gold}}};
    setup.week.fill(OpenHours{0, 12 * 60});
    setup.counters = {{c(1), 1, {}, hall, {{{cash}, {}, {}}}},
                      {c(2), 2, {}, hall, {{{loans}, {}, {}}}},
                      {c(3), 3, {}, hall, {{{cash}, {}, {}}}}};
    return setup;
}

class WhatIfTest : public testing::Test {
protected:
    WhatIfTest() {
        stage.adopt(threeCounters());
        const stage::Who admin{named<DeviceId>("ctl"), Role::Administrator};
        for (int i = 1; i <= 2; ++i) {
            const stage::Who desk{named<DeviceId>("W" + std::to_string(i)), Role::Counter};
            (void)stage.signOn(desk, "teller" + std::to_string(i), StaffRole::Teller, c(i));
        }
        for (int i = 0; i < 6; ++i)
            (void)stage.ask(admin, TakeTicket{cash, {}, false, Paper::Shown});
    }
    [[nodiscard]] Foreseen ask(std::vector<Change> changes, std::uint64_t seed = 1,
                               std::size_t pairs = 60) const {
        const auto start = forecast::startOf(stage.outlet(), stage.now());
        const protocol::Setup& setup = stage.outlet().setup();
        const WhatIf question{start, changed(start, setup, changes), forecast::Model{setup}, seed};
        std::vector<Pair> all;
        for (std::size_t i = 0; i < pairs; ++i)
            all.push_back(question.play(i));
        return summarise(setup, start, question.until(), all,
                         [&](TicketId id) { return stage.outlet().find(id)->number; });
    }
    static Change at(int counter) {
        Change change;
        change.counter = c(counter);
        return change;
    }

    stage::Stage stage{stage::monday(9)};
};

TEST_F(WhatIfTest, NoChangeChangesNothingAtAll) {
    const Foreseen found = ask({Change{}});
    ASSERT_EQ(found.tiers.size(), 2U);
    EXPECT_EQ(found.futures, 60U);
    EXPECT_GT(found.tiers[0].customers, 6);
    for (const TierEffect& tier : found.tiers) {
        EXPECT_EQ(tier.wait, (protocol::Estimate{0, 0, 0}));
        EXPECT_EQ(tier.waitNow, tier.waitThen);
        EXPECT_EQ(tier.gain, 0);
        EXPECT_EQ(tier.lose, 0);
    }
    for (const CounterEffect& counter : found.counters)
        EXPECT_EQ(counter.idle, (protocol::Estimate{0, 0, 0}));
}

TEST_F(WhatIfTest, AnotherOpenCounterShortensWaitsAndNobodyLosesByIt) {
    Change change = at(3);
    change.open = true;
    const Foreseen found = ask({change});
    EXPECT_LT(found.tiers[0].wait.high, 0);
    EXPECT_GT(found.tiers[0].gain, 0.2);
    EXPECT_EQ(found.tiers[0].lose, 0);
    EXPECT_LT(found.tiers[0].lateThen, found.tiers[0].lateNow);
    ASSERT_EQ(found.tickets.size(), 6U);
    EXPECT_EQ(found.tickets.front().number, "A001");
    EXPECT_LT(found.tickets.back().wait.high, 0);
    EXPECT_EQ(found.counters[2].idleNow, 0) << "a counter that is closed does not idle";
    EXPECT_GT(found.counters[2].idleThen, 0);
}

TEST_F(WhatIfTest, AClosedCounterMakesItsCustomersWait) {
    Change one = at(3);
    one.open = true;
    Change other = at(1);
    other.open = false;
    const Foreseen found = ask({one, other});
    EXPECT_EQ(found.counters[0].idleThen, 0);
    EXPECT_NEAR(found.tiers[0].wait.mean, 0, 1) << "one came, one went";
}

TEST_F(WhatIfTest, WhatACounterTakesAndWhenItHelpsOutCanBeTried) {
    Change change = at(2);
    change.takes = {{{loans}, {}, {}}, {{cash}, {}, minutes{5}}};
    const double late = ask({change}).tiers[0].wait.mean;
    change.helpAfter = minutes{1};
    const double soon = ask({change}).tiers[0].wait.mean;
    EXPECT_LT(late, 0);
    EXPECT_LT(soon, late);
}

TEST_F(WhatIfTest, AHeadStartMovesWaitsFromOneTierToTheOther) {
    Change change;
    change.tier = gold;
    change.headStart = minutes{60};
    const Foreseen found = ask({change}, 1, 200);
    EXPECT_LT(found.tiers[1].wait.high, 0);
    EXPECT_GT(found.tiers[0].wait.mean, 0);
    EXPECT_GT(found.tiers[1].gain, 0);
}

TEST_F(WhatIfTest, MoreCustomersCanBeTriedForAllOrForATier) {
    Change change;
    change.arrivals = 200;
    const Foreseen more = ask({change}, 1, 200);
    EXPECT_GT(more.tiers[0].waitThen, more.tiers[0].waitNow * 1.2);
    change.arrivals = 0;
    const Foreseen none = ask({change}, 1, 200);
    EXPECT_LE(none.tickets.back().wait.mean, 0) << "nobody with a head start comes any more";
    change.tier = gold;
    const Foreseen fewer = ask({change}, 1, 200);
    EXPECT_EQ(fewer.tiers[1].waitThen, 0) << "nobody of that tier comes";
}

TEST_F(WhatIfTest, TheSameSeedGivesTheSameAnswerInAnyOrderOfThePairs) {
    Change change = at(3);
    change.open = true;
    const Foreseen found = ask({change}, 7);
    EXPECT_EQ(ask({change}, 7).tiers, found.tiers);
    EXPECT_NE(ask({change}, 8).tiers, found.tiers);
}

TEST_F(WhatIfTest, AfterClosingTimeOnlyThoseWhoWaitAreLeft) {
    stage.advanceTo(stage::monday(12, 30));
    const Foreseen found = ask({Change{}});
    EXPECT_EQ(found.until, stage.now());
    EXPECT_EQ(found.tiers[0].customers, 6);
}

} // namespace

} // namespace usher::simulate
