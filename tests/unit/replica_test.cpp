#include "broker/replica/replica.h"
#include "tests/support/random_day.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <deque>

namespace usher::replica {
namespace {

using namespace protocol;
using outlet::Outlet;

constexpr std::uint64_t epoch = 5;

/// A morning's records, and the outlet as it stood after each.
class ReplicaTest : public testing::Test {
protected:
    ReplicaTest() {
        std::vector<std::uint8_t> numbers(40, 1);
        stage::RandomDay day{stage::randomSetup(numbers), std::nullopt};
        for (std::uint8_t i = 0; i < 200; ++i)
            day.make({i, static_cast<std::uint8_t>(i * 7), static_cast<std::uint8_t>(i * 3)});
        records = day.stage.records();
    }

    [[nodiscard]] Outlet at(Sequence sequence) const {
        Outlet outlet;
        for (Sequence i = 0; i < sequence; ++i)
            outlet.evolve(records[i]);
        return outlet;
    }
    [[nodiscard]] StaffPicture picture(Sequence sequence, std::uint64_t of = epoch) const {
        return {of, at(sequence).snapshot()};
    }
    /// Records `first` to `last`, as the feed brings them.
    [[nodiscard]] std::span<const Record> batch(Sequence first, Sequence last) const {
        return std::span{records}.subspan(first - 1, last - first + 1);
    }
    [[nodiscard]] static Beat beat(Sequence sequence, std::uint64_t of = epoch) {
        Beat beat;
        beat.epoch = of;
        beat.sequence = sequence;
        return beat;
    }
    /// Brings the replica to `sequence`, whole.
    void settle(Sequence sequence) {
        ASSERT_EQ(replica.begin(), NextAction::AskSnapshot);
        ASSERT_EQ(replica.take(picture(sequence)), NextAction::Nothing);
        ASSERT_TRUE(replica.whole());
    }
    [[nodiscard]] bool standsAt(Sequence sequence) const {
        return replica.whole() && replica.outlet() == at(sequence);
    }

    std::vector<Record> records;
    Replica replica;
};

TEST_F(ReplicaTest, ItHasAMorningToFollow) {
    EXPECT_GT(records.size(), 50U);
    EXPECT_FALSE(replica.whole());
}

TEST_F(ReplicaTest, ALateListenerAsksAndCatchesUp) {
    EXPECT_EQ(replica.begin(), NextAction::AskSnapshot);
    EXPECT_FALSE(replica.whole());
    EXPECT_EQ(replica.take(picture(30)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(30));
    EXPECT_EQ(replica.take(epoch, batch(31, 40)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(40));
}

TEST_F(ReplicaTest, TheFeedMayBeHeardBeforeAnythingWasAsked) {
    EXPECT_EQ(replica.take(epoch, batch(31, 32)), NextAction::AskSnapshot);
    EXPECT_EQ(replica.take(picture(30)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(32));
}

TEST_F(ReplicaTest, WhatTheSnapshotHoldsAlreadyIsDropped) {
    settle(10);
    EXPECT_EQ(replica.begin(), NextAction::AskSnapshot);
    (void)replica.take(epoch, batch(11, 20));
    EXPECT_EQ(replica.take(epoch, batch(21, 40)), NextAction::Nothing);
    EXPECT_EQ(replica.take(picture(35)), NextAction::Nothing); // newer than most of them
    EXPECT_TRUE(standsAt(40));
}

TEST_F(ReplicaTest, ASnapshotOlderThanWhatWasHeardIsNotEnough) {
    (void)replica.begin();
    (void)replica.take(epoch, batch(41, 42));
    EXPECT_EQ(replica.take(picture(30)), NextAction::AskSnapshot);
    EXPECT_FALSE(replica.whole());
    EXPECT_EQ(replica.take(picture(42)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(42));
}

TEST_F(ReplicaTest, AGapAsksAgain) {
    settle(10);
    EXPECT_EQ(replica.take(epoch, batch(12, 13)), NextAction::AskSnapshot);
    EXPECT_FALSE(replica.whole());
    EXPECT_EQ(replica.take(epoch, batch(14, 15)), NextAction::Nothing); // asked already
    EXPECT_EQ(replica.take(picture(13)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(15));
}

TEST_F(ReplicaTest, ADuplicateIsHeardOnce) {
    settle(10);
    EXPECT_EQ(replica.take(epoch, batch(9, 12)), NextAction::Nothing);
    EXPECT_EQ(replica.take(epoch, batch(11, 12)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(12));
}

TEST_F(ReplicaTest, WhatComesOutOfOrderIsAGap) {
    settle(10);
    EXPECT_EQ(replica.take(epoch, batch(12, 12)), NextAction::AskSnapshot);
    EXPECT_EQ(replica.take(epoch, batch(11, 11)), NextAction::Nothing);
    EXPECT_EQ(replica.take(picture(12)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(12));
}

TEST_F(ReplicaTest, ABeatRevealsThatTheLastWordsWereLost) {
    settle(10);
    EXPECT_EQ(replica.take(beat(10)), NextAction::Nothing);
    EXPECT_TRUE(replica.whole());
    EXPECT_EQ(replica.take(beat(11)), NextAction::AskSnapshot);
    EXPECT_FALSE(replica.whole());
    EXPECT_EQ(replica.take(beat(11)), NextAction::Nothing); // asked already
    EXPECT_EQ(replica.beat()->sequence, 11U);
}

TEST_F(ReplicaTest, ASnapshotAheadOfTheFeedIsNotALoss) {
    settle(20);
    EXPECT_EQ(replica.take(beat(15)), NextAction::Nothing);
    EXPECT_EQ(replica.take(epoch, batch(16, 21)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(21));
}

TEST_F(ReplicaTest, ANewEpochForgetsTheOldOne) {
    settle(10);
    EXPECT_EQ(replica.take(beat(10, epoch + 1)), NextAction::AskSnapshot);
    EXPECT_FALSE(replica.whole());
    EXPECT_EQ(replica.take(picture(10, epoch + 1)), NextAction::Nothing);
    EXPECT_EQ(replica.take(epoch + 1, batch(11, 12)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(12));
    EXPECT_EQ(replica.take(epoch + 2, batch(13, 13)), NextAction::AskSnapshot);
    EXPECT_EQ(replica.take(picture(12, epoch + 2)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(13));
}

TEST_F(ReplicaTest, AnAnswerFromBeforeTheRestartWillNotDo) {
    (void)replica.begin();
    EXPECT_EQ(replica.take(beat(10, epoch + 1)), NextAction::AskSnapshot);
    EXPECT_EQ(replica.take(picture(10)), NextAction::Nothing);
    EXPECT_FALSE(replica.whole());
    EXPECT_EQ(replica.take(beat(10, epoch + 1)), NextAction::AskSnapshot);
    EXPECT_EQ(replica.take(picture(10, epoch + 1)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(10));
}

TEST_F(ReplicaTest, AnAnswerFromAfterTheRestartDoesNotAskOverAndOver) {
    settle(10);
    (void)replica.take(beat(11)); // a loss; and before the answer comes, the broker restarts
    EXPECT_EQ(replica.take(picture(11, epoch + 1)), NextAction::Nothing);
    EXPECT_EQ(replica.take(epoch + 1, batch(12, 12)), NextAction::AskSnapshot);
    EXPECT_EQ(replica.take(picture(11, epoch + 1)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(12));
}

TEST_F(ReplicaTest, ASecondAnswerIsOneTooMany) {
    settle(10);
    (void)replica.take(epoch, batch(11, 20));
    EXPECT_EQ(replica.take(picture(12)), NextAction::Nothing);
    EXPECT_TRUE(standsAt(20));
}

TEST_F(ReplicaTest, ALostConnectionKeepsTheOldPictureAndSaysSo) {
    settle(10);
    EXPECT_EQ(replica.begin(), NextAction::AskSnapshot);
    EXPECT_FALSE(replica.whole());
    EXPECT_TRUE(replica.outlet() == at(10));
}

// --- a network that loses, doubles and delays ---------------------------------------------------

/// What is on its way to one listener. Feed messages may be lost or doubled; answers come late.
struct Listener {
    Replica replica;
    std::deque<std::pair<std::uint64_t, std::vector<Record>>> feed;
    std::deque<StaffPicture> answers;
    bool asking = false;

    void heard(NextAction next) { asking = asking || next == NextAction::AskSnapshot; }
};

RC_GTEST_PROP(Replicas, AllEqualTheOutletOnceTheNetworkIsCalm, ()) {
    const auto numbers =
        *rc::gen::container<std::vector<std::uint8_t>>(40, rc::gen::arbitrary<std::uint8_t>());
    const auto moves = *rc::gen::scale(2.0, rc::gen::arbitrary<std::vector<stage::Move>>());
    const auto weather =
        *rc::gen::container<std::vector<std::uint8_t>>(600, rc::gen::inRange<std::uint8_t>(0, 16));
    std::size_t at = 0;
    const auto chance = [&] { return weather[at++ % weather.size()]; };

    stage::RandomDay day{stage::randomSetup(numbers),
                         stage::randomSetup({numbers.rbegin(), numbers.rend()})};
    std::array<Listener, 3> listeners;
    std::uint64_t now = epoch;
    Sequence published = day.stage.outlet().sequence();

    const auto deliver = [&](Listener& one) {
        if (!one.feed.empty()) {
            one.heard(one.replica.take(one.feed.front().first, one.feed.front().second));
            one.feed.pop_front();
        } else if (!one.answers.empty()) {
            one.heard(one.replica.take(std::move(one.answers.front())));
            one.answers.pop_front();
        }
    };
    const auto answer = [&](Listener& one) {
        if (std::exchange(one.asking, false))
            one.answers.push_back({now, day.stage.outlet().snapshot()});
    };
    const auto beat = [&](Listener& one) {
        Beat told;
        told.epoch = now;
        told.sequence = day.stage.outlet().sequence();
        one.heard(one.replica.take(told));
    };

    for (Listener& one : listeners)
        one.heard(one.replica.begin());
    for (const stage::Move& move : moves) {
        day.make(move);
        const auto& all = day.stage.records();
        const std::vector<Record> batch(all.begin() + static_cast<std::ptrdiff_t>(published),
                                        all.end());
        published = all.size();
        if (chance() == 0 && chance() < 4)
            ++now; // the broker restarts
        for (Listener& one : listeners) {
            const auto luck = chance();
            const int copies = batch.empty() || luck == 0 ? 0 : luck == 1 ? 2 : 1;
            for (int i = 0; i < copies; ++i)
                one.feed.emplace(luck == 2 ? one.feed.begin() : one.feed.end(), now, batch);
            if (chance() < 8)
                answer(one);
            if (chance() < 12)
                deliver(one);
            if (chance() == 0 && one.feed.empty())
                beat(one);
            if (one.replica.whole() && one.replica.epoch() == now)
                RC_ASSERT(one.replica.outlet().sequence() <= day.stage.outlet().sequence());
        }
    }
    for (Listener& one : listeners) {
        for (int rounds = 0; rounds < 4; ++rounds) {
            while (!one.feed.empty() || !one.answers.empty() || one.asking) {
                answer(one);
                deliver(one);
            }
            beat(one);
        }
        RC_ASSERT(one.replica.whole());
        RC_ASSERT(one.replica.epoch() == now);
        RC_ASSERT(one.replica.outlet() == day.stage.outlet());
    }
}

} // namespace
} // namespace usher::replica
