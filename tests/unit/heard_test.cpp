#include "broker/journal/heard.h"

#include <gtest/gtest.h>

namespace usher::journal {
namespace {

using protocol::Moment;

TEST(Heard, WhatWasNeverHeardIsNotThere) {
    Heard heard;
    heard.add({1, 1}, Moment{0});
    EXPECT_TRUE(heard.has({1, 1}));
    EXPECT_FALSE(heard.has({1, 2}));
}

TEST(Heard, StaysAsLongAsItsAnswer) {
    Heard heard;
    heard.add({1, 1}, Moment{0});
    heard.add({1, 2}, Moment{0} + answersKept);
    EXPECT_TRUE(heard.has({1, 1}));
    heard.add({1, 3}, Moment{1} + answersKept);
    EXPECT_FALSE(heard.has({1, 1}));
    EXPECT_TRUE(heard.has({1, 2}));
}

// As at a machine whose clock was wrong until the network came.
TEST(Heard, ForgetsNoSoonerThanTheDiskWhenTheClockJumps) {
    Heard heard;
    for (std::uint64_t i = 1; i <= 100; ++i)
        heard.add({1, i}, Moment{0});
    heard.add({2, 1}, Moment{1} + 10 * answersKept);
    EXPECT_FALSE(heard.has({1, 2}));
    EXPECT_TRUE(heard.has({1, 3}));
    EXPECT_TRUE(heard.has({1, 100}));
}

// The first commit failed, so the command was decided and written a second time.
TEST(Heard, CountsFromTheLastTimeItWasWritten) {
    Heard heard;
    heard.add({1, 1}, Moment{0});
    heard.add({1, 1}, Moment{1000});
    heard.add({1, 2}, Moment{1} + answersKept);
    EXPECT_TRUE(heard.has({1, 1}));
    heard.add({1, 3}, Moment{1001} + answersKept);
    EXPECT_FALSE(heard.has({1, 1}));
}

} // namespace
} // namespace usher::journal
