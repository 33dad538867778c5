#include "tests/unit/engine_fixture.h"

#include "broker/protocol/limits.h"

#include <gmock/gmock.h>

namespace usher::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// --- the order of work --------------------------------------------------------------------------

TEST_F(EngineTest, NothingIsSaidBeforeItIsOnDisk) {
    const ReplyTo to = take();
    EXPECT_THAT(said(), IsEmpty());
    EXPECT_EQ(engine->durable().tickets().size(), 0U);
    journal.finish();
    EXPECT_EQ(number(to), "A001");
    EXPECT_EQ(engine->durable().tickets().size(), 1U);
}

TEST_F(EngineTest, EventsAreHeardBeforeTheReply) {
    take();
    journal.finish();
    EXPECT_THAT(said(), ElementsAre("event 3", "reply 1"));
    signOn("1234");
    vault.finish();
    journal.finish();
    ask("desk", Role::Counter, CallNext{});
    said();
    journal.finish();
    EXPECT_THAT(said(), ElementsAre("event 5", "board", "reply 3"));
}

TEST_F(EngineTest, TheNextBatchIsDecidedWhileOneIsSyncing) {
    const ReplyTo first = take();
    const ReplyTo second = take();
    const ReplyTo third = take();
    EXPECT_EQ(journal.underWay().records.size(), 1U);
    journal.finish();
    EXPECT_TRUE(answered(first));
    EXPECT_FALSE(answered(second));
    ASSERT_TRUE(journal.busy());
    EXPECT_EQ(journal.underWay().records.size(), 2U);
    EXPECT_EQ(journal.underWay().answers.size(), 2U);
    journal.finish();
    EXPECT_EQ(number(second), "A002");
    EXPECT_EQ(number(third), "A003");
    EXPECT_FALSE(journal.busy());
    EXPECT_FALSE(engine->busy());
}

TEST_F(EngineTest, TheDiskGoesOnWhileTheOthersAreTold) {
    journal.given = [this] { outbox.log.emplace_back("disk"); };
    take();
    take();
    journal.finish();
    EXPECT_THAT(said(), ElementsAre("disk", "disk", "event 3", "reply 1"));
    journal.finish();
    EXPECT_THAT(said(), ElementsAre("event 4", "reply 2"));
}

TEST_F(EngineTest, ARefusalWaitsForTheDiskTooAndIsRemembered) {
    const ReplyTo to = ask("desk", Role::Counter, CallNext{}, {3, 3});
    EXPECT_FALSE(answered(to));
    journal.finish();
    EXPECT_TRUE(refused(to, Refusal::NotSignedOn));
    EXPECT_TRUE(journal.recall({3, 3}));
}

TEST_F(EngineTest, WhatIsOnDiskRebuildsTheOutlet) {
    take();
    journal.finish();
    signOn("1234");
    vault.finish();
    journal.finish();
    ask("desk", Role::Counter, CallNext{});
    journal.finish();
    EXPECT_TRUE(replayed() == engine->durable());
}

// --- repeats ------------------------------------------------------------------------------------

TEST_F(EngineTest, ARepeatIsAnsweredLikeTheFirst) {
    const ReplyTo first = take({5, 5});
    const ReplyTo inFlight = take({5, 5});
    journal.finish();
    const ReplyTo after = take({5, 5});
    EXPECT_EQ(number(first), "A001");
    EXPECT_EQ(number(inFlight), "A001");
    EXPECT_EQ(number(after), "A001");
    EXPECT_FALSE(journal.busy());
    EXPECT_EQ(engine->durable().tickets().size(), 1U);

    restart(replayed());
    EXPECT_EQ(number(take({5, 5})), "A001");
    EXPECT_EQ(engine->figures().repeats, 1U);
}

TEST_F(EngineTest, AnotherDevicesIdIsNotARepeat) {
    take({5, 5});
    EXPECT_TRUE(refused(take({5, 5}, "kiosk2"), Refusal::DuplicateId));
    journal.finish();
    EXPECT_TRUE(refused(take({5, 5}, "kiosk2"), Refusal::DuplicateId));
    EXPECT_EQ(engine->durable().tickets().size(), 1U);
}

TEST_F(EngineTest, ARepeatIsAnsweredWhileTheDiskIsSick) {
    take({5, 5});
    journal.finish();
    take();
    journal.finish(false);
    ASSERT_FALSE(engine->healthy());
    EXPECT_EQ(number(take({5, 5})), "A001"); // Unavailable would mean that nothing came of it
}

// --- a disk that refuses ------------------------------------------------------------------------

TEST_F(EngineTest, WhatTheDiskRefusedNeverWas) {
    take();
    journal.finish();
    const ReplyTo syncing = take();
    const ReplyTo onTop = take();
    const ReplyTo question = ask("hall", Role::Hall, GetBoard{});
    said();
    journal.finish(false);
    EXPECT_THAT(said(), ElementsAre("reply 2", "reply 3"));
    EXPECT_TRUE(refused(syncing, Refusal::Unavailable));
    EXPECT_TRUE(refused(onTop, Refusal::Unavailable));
    EXPECT_TRUE(answered(question));
    EXPECT_TRUE(refused(take(), Refusal::Unavailable));
    EXPECT_FALSE(journal.busy());
    EXPECT_TRUE(replayed() == engine->durable());

    engine->beat();
    EXPECT_FALSE(outbox.beats.back().healthy);
    EXPECT_TRUE(journal.underWay().records.empty());
    engine->beat(); // one proof at a time
    journal.finish();
    EXPECT_TRUE(engine->healthy());
    const ReplyTo again = take();
    journal.finish();
    EXPECT_EQ(number(again), "A002"); // as if it had never been asked
    engine->beat();
    EXPECT_TRUE(outbox.beats.back().healthy);
}

TEST_F(EngineTest, ARefusedCommandMayBeAskedAgainUnderItsId) {
    take({5, 5});
    journal.finish(false);
    engine->beat();
    journal.finish();
    const ReplyTo again = take({5, 5});
    journal.finish();
    EXPECT_EQ(number(again), "A001");
}

TEST_F(EngineTest, TheAlarmRingsAgainOnceTheDiskIsWell) {
    take();
    journal.finish(false);
    clock.time = stage::monday(24);
    engine->tick();
    EXPECT_FALSE(clock.alarmAt);
    engine->beat();
    journal.finish();
    EXPECT_TRUE(clock.alarmAt); // midnight had passed meanwhile
    ASSERT_TRUE(journal.busy());
    journal.finish();
    EXPECT_EQ(engine->durable().day(), Date{20261124});
}

TEST_F(EngineTest, APinCheckedAcrossAFailureIsForgotten) {
    const ReplyTo first = signOn("1234", {5, 5});
    take();
    journal.finish(false);
    EXPECT_TRUE(refused(first, Refusal::Unavailable));
    engine->beat();
    journal.finish();
    const ReplyTo again = signOn("1234", {5, 5});
    vault.finish(); // the first check, late
    EXPECT_FALSE(journal.busy());
    vault.finish();
    journal.finish();
    EXPECT_FALSE(journal.busy());
    EXPECT_TRUE(std::holds_alternative<Answer>(reply(again)));
    EXPECT_EQ(outbox.replies[again].size(), 1U);
}

/// A short day, with the disk refusing commit number `failing`; whatever was told must be so.
class FailingAt : public EngineTest, public testing::WithParamInterface<int> {};

TEST_P(FailingAt, WhatWasToldIsAPrefixOfWhatIsOnDisk) {
    const auto settle = [&] {
        while (journal.busy())
            journal.finish(journal.commits != GetParam());
        engine->beat();
        while (journal.busy())
            journal.finish();
    };
    signOn("1234");
    vault.finish();
    settle();
    for (int i = 0; i < 3; ++i)
        take();
    settle();
    ask("desk", Role::Counter, CallNext{});
    settle();
    ask("desk", Role::Counter, Start{{1}});
    take();
    settle();
    ask("desk", Role::Counter, Finish{{1}});
    settle();
    ASSERT_GE(journal.commits, 8);
    EXPECT_TRUE(engine->healthy());
    EXPECT_TRUE(replayed() == engine->durable());
    // The feed is the journal without a gap, but for what was there before.
    ASSERT_EQ(outbox.records.size(), journal.records.size());
    for (std::size_t i = 0; i < outbox.records.size(); ++i)
        EXPECT_EQ(outbox.records[i].sequence, i + 1);
    for (const auto& [to, replies] : outbox.replies) {
        EXPECT_EQ(replies.size(), 1U);
        const bool told = !refused(to, Refusal::Unavailable);
        EXPECT_EQ(journal.recall(outbox.ids[to]).has_value(), told);
    }
}

INSTANTIATE_TEST_SUITE_P(EachCommit, FailingAt, testing::Range(2, 10));

// --- snapshots ----------------------------------------------------------------------------------

TEST_F(EngineTest, ASnapshotThatIsOverdueIsTakenHoweverOftenTheBrokerStarts) {
    Snapshot late = engine->durable().snapshot();
    late.sequence = 10'000;
    for (const auto& [newest, due] : {std::pair{Sequence{9'000}, false}, {Sequence{0}, true}}) {
        restart(outlet::Outlet{late}, newest);
        take();
        EXPECT_EQ(journal.underWay().snapshot.has_value(), due) << newest;
        journal.finish(false);
    }
}

TEST_F(EngineTest, ASnapshotShowsWhatCameBeforeItsBatchHoweverFullTheHandsOfTheDisk) {
    Snapshot late = engine->durable().snapshot();
    late.sequence = 9'999;
    restart(outlet::Outlet{late});
    take(); // the ten thousandth
    take();
    take();
    journal.finish();
    ASSERT_TRUE(journal.underWay().snapshot);
    EXPECT_TRUE(*journal.underWay().snapshot == engine->durable().snapshot());
    EXPECT_EQ(journal.underWay().records.front().sequence, engine->durable().sequence() + 1);
}

// --- questions ----------------------------------------------------------------------------------

TEST_F(EngineTest, QuestionsAreAnsweredFromTheDiskAlone) {
    take();
    const auto waiting = [&](ReplyTo to) {
        return std::get<Board>(std::get<Answer>(reply(to))).zones.at(0).waiting;
    };
    const ReplyTo before = ask("hall", Role::Hall, GetBoard{});
    const ReplyTo picture = ask("lobby", Role::Lobby, GetSnapshot{});
    EXPECT_EQ(waiting(before), 0U);
    const auto& staff = std::get<StaffPicture>(std::get<Answer>(reply(picture)));
    EXPECT_TRUE(staff.snapshot == engine->durable().snapshot());
    EXPECT_EQ(staff.epoch, epoch);
    journal.finish();
    EXPECT_EQ(waiting(ask("hall", Role::Hall, GetBoard{})), 1U);
    EXPECT_FALSE(journal.busy());
}

TEST_F(EngineTest, AQuestionAboutAnUnknownCardIsRefused) {
    EXPECT_TRUE(refused(ask("kiosk", Role::Kiosk, ListServices{"beef"}), Refusal::UnknownCard));
}

TEST_F(EngineTest, AQuestionBeforeTheFirstSetupIsOnDiskFindsNothing) {
    HandJournal empty;
    Engine fresh{outlet::Outlet{}, 0, 9, 1.0, {clock, empty, vault, outbox, outlook}};
    fresh.adopt(smallSetup(), {8, 8});
    fresh.take({named<DeviceId>("kiosk"), Role::Kiosk, {8, 9}, ListServices{}, 77});
    const auto& services = std::get<Services>(std::get<Answer>(reply(77)));
    EXPECT_FALSE(services.open);
    EXPECT_THAT(services.offers, IsEmpty());
}

// --- time ---------------------------------------------------------------------------------------

TEST_F(EngineTest, MidnightComesByItself) {
    take();
    journal.finish();
    EXPECT_EQ(clock.alarmAt, stage::monday(24));
    ring();
    journal.finish();
    EXPECT_EQ(engine->durable().day(), Date{20261124});
    EXPECT_EQ(engine->durable().line().size(), 0U);
    EXPECT_EQ(clock.alarmAt, stage::monday(48));
}

TEST_F(EngineTest, AnAlarmForNothingSaysNothing) {
    engine->tick();
    EXPECT_FALSE(journal.busy());
    EXPECT_THAT(said(), IsEmpty());
}

TEST_F(EngineTest, APrinterThatNeverAnswersIsWaitedForNoLongerThanThePolicySays) {
    ask("kiosk", Role::Kiosk, TakeTicket{named<ServiceId>("cash"), {}, false, Paper::Pending});
    journal.finish();
    EXPECT_EQ(clock.alarmAt, stage::monday(9) + smallSetup().policy.provisional);
    ring();
    journal.finish();
    EXPECT_EQ(engine->durable().line().size(), 1U);
}

TEST_F(EngineTest, AClockSetBackStandsStill) {
    clock.time = stage::monday(10);
    take();
    journal.finish();
    clock.time = stage::monday(8);
    take();
    journal.finish();
    EXPECT_EQ(journal.records.back().at, stage::monday(10));
    restart(replayed());
    take();
    journal.finish();
    EXPECT_EQ(journal.records.back().at, stage::monday(10));
    engine->beat();
    EXPECT_EQ(outbox.beats.back().now, stage::monday(10));
}

TEST_F(EngineTest, ARestartOverMidnightTurnsTheDayAtItsFirstTick) {
    take();
    journal.finish();
    clock.time = stage::monday(33);
    restart(replayed());
    engine->tick();
    journal.finish();
    EXPECT_EQ(engine->durable().day(), Date{20261124});
    EXPECT_EQ(outbox.records.back().sequence, journal.records.size());
}

} // namespace
} // namespace usher::engine
