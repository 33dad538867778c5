#include "broker/client/retry.h"

#include <gtest/gtest.h>

#include <vector>

namespace usher::client {
namespace {

using namespace std::chrono_literals;

/// Seconds after the start at which the question is repeated, up to `end`.
std::vector<int> repeats(Retry retry, Time start, int end) {
    std::vector<int> said;
    for (int second = 0; second <= end; ++second)
        if (retry.step(start + std::chrono::seconds{second}) == Retry::Step::Repeat)
            said.push_back(second);
    return said;
}

TEST(Retry, RepeatsAtDoublingDistances) {
    const Time start{};
    EXPECT_EQ(repeats({start, {1s, 8s}, Span::max()}, start, 40),
              (std::vector{1, 3, 7, 15, 23, 31, 39}));
}

TEST(Retry, GivesUpWhenItsTimeIsUpAndNotBefore) {
    const Time start{};
    Retry retry{start, {1s, 8s}, 15s};
    EXPECT_EQ(retry.due(), start + 1s);
    EXPECT_EQ(retry.step(start + 999ms), Retry::Step::Wait);
    EXPECT_EQ(retry.step(start + 14999ms), Retry::Step::Repeat);
    EXPECT_EQ(retry.due(), start + 15s);
    EXPECT_EQ(retry.step(start + 15s), Retry::Step::GiveUp);
}

TEST(Retry, ForEverIsForEver) {
    Retry retry{Time{}, {1s, 8s}, Span::max()};
    EXPECT_EQ(retry.step(Time{} + 24h * 365), Retry::Step::Repeat);
    EXPECT_EQ(after(Time{} + 1h, Span::max()), Time::max());
}

TEST(Retry, StartsAnewOnANewConnection) {
    Retry retry{Time{}, {1s, 8s}, Span::max()};
    EXPECT_EQ(retry.step(Time{} + 1s), Retry::Step::Repeat);
    EXPECT_EQ(retry.step(Time{} + 3s), Retry::Step::Repeat);
    retry.restart(Time{} + 4s);
    EXPECT_EQ(retry.due(), Time{} + 5s);
}

TEST(BackOff, DoublesUpToItsLongest) {
    BackOff backOff{1s, 3s};
    EXPECT_EQ(backOff.next(), 1s);
    EXPECT_EQ(backOff.next(), 2s);
    EXPECT_EQ(backOff.next(), 3s);
    EXPECT_EQ(backOff.next(), 3s);
    backOff.reset();
    EXPECT_EQ(backOff.next(), 1s);
}

} // namespace
} // namespace usher::client
