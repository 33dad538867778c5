#include "broker/journal/heard.h"

#include <gtest/gtest.h>

namespace usher::journal {
namespace {

using protocol::CommandId;
using protocol::Moment;
using protocol::refusalsKept;
using Was = Heard::Was;

TEST(Heard, WhatWasNeverHeardIsNotThere) {
    Heard heard;
    heard.add({1, 1}, Moment{0}, Was::Answered);
    EXPECT_TRUE(heard.has({1, 1}));
    EXPECT_FALSE(heard.has({1, 2}));
}

TEST(Heard, StaysAsLongAsItsAnswer) {
    Heard heard;
    heard.add({1, 1}, Moment{0}, Was::Answered);
    heard.add({1, 2}, Moment{0} + answersKept, Was::Answered);
    EXPECT_TRUE(heard.has({1, 1}));
    heard.add({1, 3}, Moment{1} + answersKept, Was::Answered);
    EXPECT_FALSE(heard.has({1, 1}));
    EXPECT_TRUE(heard.has({1, 2}));
}

// As at a machine whose clock was wrong until the network came.
TEST(Heard, ForgetsNoSoonerThanTheDiskWhenTheClockJumps) {
    Heard heard;
    for (std::uint64_t i = 1; i <= 100; ++i)
        heard.add({1, i}, Moment{0}, Was::Answered);
    heard.add({2, 1}, Moment{1} + 10 * answersKept, Was::Answered);
    EXPECT_FALSE(heard.has({1, 2}));
    EXPECT_TRUE(heard.has({1, 3}));
    EXPECT_TRUE(heard.has({1, 100}));
}

// The first commit failed, so the command was decided and written a second time.
TEST(Heard, CountsFromTheLastTimeItWasWritten) {
    Heard heard;
    heard.add({1, 1}, Moment{0}, Was::Answered);
    heard.add({1, 1}, Moment{1000}, Was::Answered);
    heard.add({1, 2}, Moment{1} + answersKept, Was::Answered);
    EXPECT_TRUE(heard.has({1, 1}));
    heard.add({1, 3}, Moment{1001} + answersKept, Was::Answered);
    EXPECT_FALSE(heard.has({1, 1}));
}

TEST(Heard, OfTheRefusedTheOldestAreSurplusOnceThereAreTooMany) {
    Heard heard;
    heard.add({1, 1}, Moment{0}, Was::Answered);
    for (std::uint64_t i = 1; i <= refusalsKept; ++i)
        heard.add({2, i}, Moment{1}, Was::Refused);
    EXPECT_TRUE(heard.surplus(10).empty());
    for (std::uint64_t i = 1; i <= 3; ++i)
        heard.add({3, i}, Moment{2}, Was::Refused);
    EXPECT_EQ(heard.surplus(2), (std::vector<CommandId>{{2, 1}, {2, 2}}));
    EXPECT_TRUE(heard.has({2, 1})) << "until the disk has dropped it";
    heard.dropSurplus(2);
    EXPECT_FALSE(heard.has({2, 1}));
    EXPECT_FALSE(heard.has({2, 2}));
    EXPECT_TRUE(heard.has({2, 3}));
    EXPECT_TRUE(heard.has({1, 1}));
    EXPECT_EQ(heard.surplus(10), (std::vector<CommandId>{{2, 3}}));
}

// The first commit failed; the second time the command was no longer refused.
TEST(Heard, WhatWasAnsweredAfterAllIsNoSurplus) {
    Heard heard;
    heard.add({1, 1}, Moment{0}, Was::Refused);
    heard.add({1, 1}, Moment{0}, Was::Answered);
    for (std::uint64_t i = 1; i <= refusalsKept; ++i)
        heard.add({2, i}, Moment{1}, Was::Refused);
    EXPECT_TRUE(heard.surplus(10).empty());
    heard.dropSurplus(10);
    EXPECT_TRUE(heard.has({1, 1}));
    EXPECT_TRUE(heard.has({2, 1}));
}

TEST(Heard, TheRefusedAreTooOldAsTheOthersAre) {
    Heard heard;
    heard.add({1, 1}, Moment{0}, Was::Refused);
    heard.add({1, 2}, Moment{1}, Was::Answered);
    heard.add({1, 3}, Moment{1} + answersKept, Was::Answered);
    EXPECT_FALSE(heard.has({1, 1}));
    EXPECT_TRUE(heard.has({1, 2}));
    heard.add({1, 4}, Moment{2} + answersKept, Was::Refused);
    EXPECT_FALSE(heard.has({1, 2}));
    EXPECT_TRUE(heard.has({1, 3}));
}

} // namespace
} // namespace usher::journal
