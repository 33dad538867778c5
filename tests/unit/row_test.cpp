// A row is a sorted set, however long, whoever comes and goes.
#include "broker/outlet/line.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace usher::outlet {
namespace {

using protocol::Moment;

Standing at(std::int64_t ms, std::uint32_t ticket) {
    return {Moment{ms}, Moment{ms}, {ticket}};
}

void expectSame(const Row& row, const std::set<Standing>& set) {
    ASSERT_EQ(row.size(), set.size());
    ASSERT_TRUE(std::equal(row.begin(), row.end(), set.begin(), set.end()));
    ASSERT_EQ(row.behind(set.size()), row.end());
}

/// Comes and goes at random: `crowd` people on average, one in `middle` of them anywhere.
void liveThrough(std::size_t crowd, unsigned middle, std::uint32_t seed) {
    std::mt19937 random{seed};
    Row row{{}};
    std::set<Standing> set;
    std::int64_t now = 0;
    for (std::uint32_t ticket = 1; ticket < 6 * crowd; ++ticket) {
        const bool anywhere = random() % middle == 0;
        const Standing one =
            at(anywhere ? static_cast<std::int64_t>(random()) % (now + 1) : ++now, ticket);
        row.insert(one);
        set.insert(one);
        if (set.size() < crowd && random() % 8 != 0)
            continue;
        for (int out = 0; out < 2 && !set.empty(); ++out) {
            auto goes = set.begin();
            if (random() % middle == 0)
                std::advance(goes, static_cast<std::ptrdiff_t>(random() % set.size()));
            ASSERT_TRUE(row.holds(*goes));
            row.erase(*goes);
            ASSERT_FALSE(row.holds(*goes));
            set.erase(goes);
        }
        if (ticket % 97 != 0)
            continue;
        expectSame(row, set);
        const Moment moment{static_cast<std::int64_t>(random()) % (now + 2)};
        const auto arrived = std::count_if(set.begin(), set.end(),
                                           [&](const Standing& s) { return s.arrival <= moment; });
        ASSERT_EQ(row.arrivedBy(moment), static_cast<std::size_t>(arrived));
        if (!set.empty()) {
            const std::size_t ahead = random() % set.size();
            ASSERT_EQ(*row.behind(ahead), *std::next(set.begin(), static_cast<int>(ahead)));
        }
    }
    expectSame(row, set);
    for (const Standing& one : set)
        row.erase(one);
    ASSERT_TRUE(row.empty());
    ASSERT_EQ(row.begin(), row.end());
}

TEST(Row, IsASortedSetHoweverShort) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed)
        liveThrough(1 + seed, 1 + seed % 4, seed);
}

TEST(Row, IsASortedSetHoweverLong) {
    liveThrough(4'000, 2, 1);
    liveThrough(4'000, 10, 2);
    liveThrough(4'000, 1'000'000, 3); // nearly all at the end, nearly all from the front
}

TEST(Row, OfTheSamePeopleIsEqualWhateverCameBefore) {
    Row a{{}};
    Row b{{}};
    for (std::uint32_t i = 0; i < 3'000; ++i)
        a.insert(at(i, i));
    for (std::uint32_t i = 0; i < 1'500; ++i)
        a.erase(at(i, i));
    for (std::uint32_t i = 3'000; i-- > 1'500;)
        b.insert(at(i, i));
    EXPECT_EQ(a, b);
    b.erase(at(2'000, 2'000));
    EXPECT_FALSE(a == b);
    const Row copy = a;
    a.erase(at(1'500, 1'500));
    EXPECT_EQ(copy.size(), a.size() + 1);
    EXPECT_TRUE(copy.holds(at(1'500, 1'500)));
}

} // namespace
} // namespace usher::outlet
