// How many refusals the journal remembers, and that no answer is forgotten with them.
#include "tests/unit/journal_fixture.h"

namespace usher::journal {
namespace {

using protocol::Sequence;

constexpr Sequence inOne = 1000;

/// A thousand that were refused, from `first` on.
engine::Batch refusalsFrom(Sequence first) {
    engine::Batch batch;
    for (Sequence one = first; one < first + inOne; ++one) {
        batch.answers.push_back(answerOf(one));
        batch.answers.back().reply = protocol::Refusal::TooMany;
    }
    return batch;
}

// A stolen key can be refused thousands of times a second, for days.
TEST(Refusals, SoManyAreKeptAndEveryAnswer) {
    constexpr Sequence last = 1 + protocol::refusalsKept + 3 * inOne;
    constexpr Sequence oldestKept = last - protocol::refusalsKept + 1;
    const Folder folder;
    {
        Desk desk{folder.path()};
        EXPECT_TRUE(desk.commit(batchOf(1, 1)));
        for (Sequence first = 2; first < last; first += inOne)
            EXPECT_TRUE(desk.commit(refusalsFrom(first)));
        EXPECT_FALSE(desk.journal->recall(commandOf(2)));
        EXPECT_TRUE(desk.commit(batchOf(2, 1))); // what is forgotten is decided anew
    }
    Desk desk{folder.path()};
    const auto kept = [&](Sequence sequence) {
        return desk.journal->recall(commandOf(sequence)).has_value();
    };
    EXPECT_TRUE(kept(1)) << "it was answered";
    EXPECT_TRUE(kept(2)) << "it was answered after all";
    EXPECT_FALSE(kept(3));
    EXPECT_FALSE(kept(oldestKept - 1));
    EXPECT_TRUE(kept(oldestKept));
    EXPECT_TRUE(kept(last));
    EXPECT_EQ(desk.journal->archive().verify().damaged, std::nullopt);
}

// It was decided anew meanwhile, and that was refused; then so many others were.
TEST(Refusals, AnAnswerThatCouldNotBeReadForAMomentIsNoForgottenRefusal) {
    const Folder folder;
    Desk desk{folder.path()};
    EXPECT_TRUE(desk.commit(batchOf(1, 1)));
    tamper(folder.path(), "UPDATE answers SET reply = '?' || reply");
    EXPECT_FALSE(desk.journal->recall(commandOf(1)));
    engine::Batch again;
    again.answers.push_back(answerOf(1));
    again.answers.back().reply = protocol::Refusal::CounterBusy;
    EXPECT_FALSE(desk.commit(std::move(again)));
    tamper(folder.path(), "UPDATE answers SET reply = substr(reply, 2)");
    for (Sequence first = 2; first < protocol::refusalsKept + 3 * inOne; first += inOne)
        EXPECT_TRUE(desk.commit(refusalsFrom(first)));
    EXPECT_TRUE(desk.journal->recall(commandOf(1)));
}

} // namespace
} // namespace usher::journal
