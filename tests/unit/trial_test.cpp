// A what-if may try nothing the live outlet would refuse, and says so when it would do nothing.
#include "broker/rules/coverage.h"
#include "broker/rules/trial.h"
#include "broker/sim/change_sense.h"
#include "broker/sim/change_words.h"
#include "tests/support/stage.h"

#include <gmock/gmock.h>

namespace usher::rules {

namespace {

using namespace protocol;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const auto hall = named<ZoneId>("hall");
const auto cash = named<ServiceId>("cash");
const auto loans = named<ServiceId>("loans");
const auto ordinary = named<TierId>("ordinary");
const auto gold = named<TierId>("gold");

CounterId c(int number) {
    return named<CounterId>("C" + std::to_string(number));
}

/// C1 takes cash, C2 loans and helps with cash after five minutes, and nobody sits at C3, which
/// takes both.
Setup threeCounters() {
    Setup setup = stage::emptySetup();
    setup.zones = {{hall, {}, false}};
    setup.services = {{cash, {}, {}, hall, minutes{4}, true, false},
                      {loans, {}, {}, hall, minutes{10}, false, false}};
    setup.tiers = {{ordinary, {}, {}, minutes{20}, {}},
                   {assistedTier, {}, minutes{30}, minutes{5}, {}},
                   {gold, {}, minutes{10}, minutes{10}, {}}};
    setup.series = {{"A", 1, 999, {ordinary, assistedTier, gold}}};
    setup.policy.appointment = setup.policy.returning = Millis{0};
    setup.counters = {{c(1), 1, {}, hall, {{{cash}, {}, {}}}},
                      {c(2), 2, {}, hall, {{{loans}, {}, {}}, {{cash}, {gold}, minutes{5}}}},
                      {c(3), 3, {}, hall, {{{cash, loans}, {}, {}}}}};
    return setup;
}

class TrialTest : public testing::Test {
protected:
    TrialTest() {
        stage.adopt(threeCounters());
        for (int i = 1; i <= 2; ++i) {
            const stage::Who desk{named<DeviceId>("W" + std::to_string(i)), Role::Counter};
            (void)stage.signOn(desk, "teller" + std::to_string(i), StaffRole::Teller, c(i));
        }
    }
    [[nodiscard]] sim::Wish wish(std::vector<std::string> words) const {
        sim::Wish wish;
        for (const std::string& one : words)
            wish.changes.push_back(
                std::get<Change>(sim::changeFromWords(stage.outlet().setup(), one)));
        wish.words = std::move(words);
        return wish;
    }
    [[nodiscard]] std::optional<Refusal> refused(std::vector<std::string> words) const {
        return refusedTrial(stage.outlet(), wish(std::move(words)).changes, stage.now());
    }
    [[nodiscard]] std::string whyNot(std::vector<std::string> words) const {
        return sim::whyNot(stage.outlet(), wish(std::move(words)), stage.now());
    }
    [[nodiscard]] std::vector<std::string> idle(std::vector<std::string> words) const {
        return sim::withoutEffect(stage.outlet(), wish(std::move(words)));
    }

    stage::Stage stage{stage::monday(9)};
};

TEST_F(TrialTest, WhatIsFineIsRefusedNothing) {
    EXPECT_EQ(refused({"counter 3 opens"}), std::nullopt);
    EXPECT_EQ(refused({"arrivals 150%", "arrivals of gold 50%", "tier gold head start 20"}),
              std::nullopt);
    EXPECT_EQ(whyNot({"counter 3 opens"}), "");
}

TEST_F(TrialTest, TheLastOpenCounterOfAServiceDoesNotClose) {
    EXPECT_EQ(refused({"counter 1 closes"}), Refusal::ServiceUncovered);
    EXPECT_THAT(whyNot({"counter 1 closes"}), HasSubstr("service \"cash\" without a counter"));
    EXPECT_THAT(whyNot({"counter 2 closes"}), HasSubstr("service \"loans\""));
    EXPECT_EQ(lostByTrial(stage.outlet(), wish({"counter 1 closes"}).changes, stage.now()),
              lostByClosing(stage.outlet(), 0, stage.now()))
        << "as the live outlet has it";
}

TEST_F(TrialTest, UnlessAnotherOpensBesides) {
    EXPECT_EQ(refused({"counter 1 closes", "counter 3 opens"}), std::nullopt);
    EXPECT_EQ(refused({"counter 1 closes", "counter 2 closes", "counter 3 opens"}), std::nullopt);
    EXPECT_EQ(refused({"counter 1 closes", "counter 3 opens", "counter 3 serves loans"}),
              Refusal::ServiceUncovered);
}

TEST_F(TrialTest, NorDoesItServeSomethingElse) {
    EXPECT_EQ(refused({"counter 1 serves loans"}), Refusal::ServiceUncovered);
    EXPECT_EQ(refused({"counter 1 serves cash,gold"}), Refusal::ServiceUncovered)
        << "ordinary customers are left";
    EXPECT_EQ(refused({"counter 1 serves loans", "counter 2 serves cash"}), std::nullopt)
        << "they change places";
}

TEST_F(TrialTest, OneThingIsSettledOnce) {
    EXPECT_EQ(refused({"counter 3 opens", "counter 3 closes"}), Refusal::Malformed);
    EXPECT_THAT(whyNot({"counter 3 opens", "counter 3 closes"}),
                HasSubstr("\"counter 3 opens\" and \"counter 3 closes\" settle the same thing"));
    EXPECT_EQ(refused({"arrivals 150%", "arrivals 50%"}), Refusal::Malformed);
    EXPECT_EQ(refused({"tier gold head start 20", "tier gold head start 15"}), Refusal::Malformed);
    EXPECT_EQ(refused({"counter 3 serves cash", "counter 3 serves loans"}), Refusal::Malformed);
    EXPECT_EQ(refused({"counter 3 opens", "counter 3 serves loans"}), std::nullopt);
}

TEST_F(TrialTest, WhatCheckRefusesOfAnOutletFileIsRefused) {
    EXPECT_EQ(refused({"tier gold head start 31"}), Refusal::Malformed);
    EXPECT_THAT(whyNot({"tier gold head start 31"}),
                HasSubstr("tier \"gold\" counts for 31 min, but tier \"assisted\", published above "
                          "it, for 30; `usher-broker check` refuses"));
    EXPECT_EQ(refused({"tier gold head start 31", "tier assisted head start 31"}), std::nullopt);
    EXPECT_EQ(refused({"counter 2 helps after 31"}), Refusal::Malformed);
    EXPECT_THAT(whyNot({"counter 2 helps after 31"}), HasSubstr("say at most 30 min"));
    EXPECT_EQ(refused({"tier gold head start 4", "tier assisted head start 4"}), Refusal::Malformed)
        << "H would be less than the help-out delay of counter 2";
}

TEST_F(TrialTest, WhatIsWrongAlreadyIsNotTheChangesDoing) {
    protocol::Setup setup = threeCounters();
    setup.tiers[2].headStart = minutes{40};
    stage.adopt(setup);
    EXPECT_EQ(refused({"counter 3 opens"}), std::nullopt);
}

TEST_F(TrialTest, AChangeThatChangesNothingSaysSo) {
    EXPECT_THAT(idle({"counter 1 opens"}),
                ElementsAre("\"counter 1 opens\" changes nothing: it is so already"));
    EXPECT_THAT(idle({"counter 3 closes"}), ElementsAre(HasSubstr("it is so already")));
    EXPECT_THAT(idle({"counter 1 serves cash", "arrivals 100%"}),
                ElementsAre(HasSubstr("serves cash"), HasSubstr("arrivals 100%")));
    EXPECT_THAT(idle({"counter 1 helps after 3"}), ElementsAre(HasSubstr("it is so already")))
        << "it never helps out";
    EXPECT_THAT(idle({"counter 2 helps after 3", "arrivals of gold 0%"}), IsEmpty());
}

TEST_F(TrialTest, WhatAClosedCounterServesIsOfNoConsequenceUntilItOpens) {
    EXPECT_THAT(idle({"counter 3 serves cash"}), ElementsAre(HasSubstr("calls nobody")));
    EXPECT_THAT(idle({"counter 3 serves cash", "counter 3 opens"}), IsEmpty());
}

TEST_F(TrialTest, OfAHeadStartHAndThePublishedOrderAreTold) {
    const auto told = sim::ofHeadStarts(
        stage.outlet(), wish({"tier assisted head start 60", "tier gold head start 45"}));
    EXPECT_THAT(told, HasSubstr("30 min now, 60 min then"));
    EXPECT_THAT(told, HasSubstr("tier \"assisted\" 60, tier \"gold\" 45, tier \"ordinary\" 0"));
    EXPECT_EQ(sim::ofHeadStarts(stage.outlet(), wish({"counter 3 opens"})), "");
}

} // namespace

} // namespace usher::rules
