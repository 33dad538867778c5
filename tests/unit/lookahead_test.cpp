// A what-if is answered once, to whoever still waits for it.
#include "tests/unit/engine_fixture.h"

namespace usher::engine {

namespace {

WhatIf openC1() {
    Change change;
    change.counter = named<CounterId>("C1");
    change.open = true;
    return {{change}};
}

class LookaheadTest : public EngineTest {
protected:
    ReplyTo whatIf(std::string_view by = "lobby", CommandId id = {}, WhatIf question = openC1()) {
        return ask(by, Role::Lobby, std::move(question), id);
    }
    [[nodiscard]] std::uint32_t futures(ReplyTo to) const {
        const auto* answer = std::get_if<Answer>(&reply(to));
        const auto* found = answer != nullptr ? std::get_if<Foreseen>(answer) : nullptr;
        return found != nullptr ? found->futures : 0;
    }
    static Foreseen found(std::uint32_t futures) {
        Foreseen all;
        all.futures = futures;
        return all;
    }
};

TEST_F(LookaheadTest, IsAnsweredWhenTheOutlookHasAnAnswerAndWritesNothingDown) {
    const ReplyTo to = whatIf();
    EXPECT_FALSE(answered(to));
    EXPECT_FALSE(journal.busy());
    outlook.answer(1, found(40));
    EXPECT_EQ(futures(to), 40U);
    EXPECT_FALSE(journal.busy());
}

TEST_F(LookaheadTest, TheSameQuestionAgainIsAnsweredWhereItWasAskedLast) {
    const ReplyTo first = whatIf("lobby", {9, 9});
    const ReplyTo again = whatIf("lobby", {9, 9});
    EXPECT_EQ(outlook.asked, 1U);
    outlook.answer(1, found(3));
    EXPECT_FALSE(answered(first));
    EXPECT_EQ(futures(again), 3U);
}

TEST_F(LookaheadTest, ANewerQuestionTakesThePlaceOfTheOlderOfTheSameDeviceOnly) {
    const ReplyTo other = whatIf("lobby-2");
    const ReplyTo older = whatIf();
    const ReplyTo newer = whatIf();
    EXPECT_TRUE(refused(older, Refusal::Superseded));
    EXPECT_FALSE(outlook.questions.contains(2));
    outlook.answer(3, found(5));
    EXPECT_EQ(futures(newer), 5U);
    EXPECT_FALSE(answered(other));
    outlook.answer(1, found(6));
    EXPECT_EQ(futures(other), 6U);
}

TEST_F(LookaheadTest, AnAskerWhoIsGoneIsNotWorkedForAnyLonger) {
    const ReplyTo to = whatIf();
    engine->beat();
    EXPECT_TRUE(outlook.questions.contains(1));
    outbox.gone.insert(to);
    engine->beat();
    EXPECT_FALSE(outlook.questions.contains(1));
    EXPECT_FALSE(answered(to));
}

TEST_F(LookaheadTest, WhatTheOutletDoesNotHaveIsRefused) {
    const auto with = [](auto change) {
        WhatIf question = openC1();
        change(question.changes.front());
        return question;
    };
    EXPECT_TRUE(refused(whatIf("lobby", {}, {}), Refusal::Malformed));
    EXPECT_TRUE(
        refused(whatIf("lobby", {}, with([](Change& c) { c.counter = named<CounterId>("C9"); })),
                Refusal::UnknownCounter));
    EXPECT_TRUE(refused(whatIf("lobby", {}, with([](Change& c) { c.counter.reset(); })),
                        Refusal::Malformed));
    EXPECT_TRUE(refused(whatIf("lobby", {}, with([](Change& c) {
                                   c.takes = {{{named<ServiceId>("fx")}, {}, {}}};
                               })),
                        Refusal::UnknownService));
    EXPECT_TRUE(
        refused(whatIf("lobby", {}, with([](Change& c) { c.tier = named<TierId>("platinum"); })),
                Refusal::UnknownTier));
    EXPECT_TRUE(refused(whatIf("lobby", {}, with([](Change& c) { c.headStart = Millis{60'000}; })),
                        Refusal::Malformed));
    EXPECT_TRUE(refused(whatIf("lobby", {}, with([](Change& c) { c.arrivals = 1001; })),
                        Refusal::Malformed));
    EXPECT_TRUE(outlook.questions.empty());
}

TEST_F(LookaheadTest, WhatTheOutletWouldBeRefusedIsRefusedToo) {
    signOn("1234");
    vault.finish();
    journal.finish();
    WhatIf shut = openC1();
    shut.changes.front().open = false;
    EXPECT_TRUE(refused(whatIf("lobby", {}, shut), Refusal::ServiceUncovered));
    WhatIf twice = openC1();
    twice.changes.push_back(shut.changes.front());
    EXPECT_TRUE(refused(whatIf("lobby", {}, twice), Refusal::Malformed));
    EXPECT_TRUE(outlook.questions.empty());
}

TEST_F(LookaheadTest, TheOutlookHearsWhatIsOnDiskAndNothingElse) {
    const std::size_t before = outlook.taken;
    (void)take();
    EXPECT_EQ(outlook.taken, before);
    journal.finish();
    EXPECT_EQ(outlook.taken, before + 1);
}

} // namespace

} // namespace usher::engine
