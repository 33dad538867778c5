#include "broker/protocol/limits.h"
#include "broker/rules/dispatch.h"
#include "broker/setup/read.h"

#include <gtest/gtest.h>

namespace usher::rules {
namespace {

using namespace protocol;

constexpr std::uint32_t ordinaryPeople = 30;
constexpr Moment first{1'795'400'000'000};

/// Ordinary people a second apart, then one of the VIP tier; `moved` of the former was promoted.
outlet::Outlet hall(std::optional<std::uint32_t> moved) {
    Snapshot snapshot;
    snapshot.setup = std::get<Setup>(setup::read(USHER_SOURCE_DIR "/assets/outlets/galaxy.toml"));
    for (const Counter& counter : snapshot.setup.counters)
        snapshot.counters.emplace_back().id = counter.id;
    for (std::uint32_t i = 1; i <= ordinaryPeople + 1; ++i) {
        Ticket ticket;
        ticket.id = {i};
        ticket.service = named<ServiceId>("cash");
        ticket.tier = named<TierId>(i <= ordinaryPeople ? "ordinary" : "vip");
        ticket.phase = Phase::Waiting;
        ticket.arrival = first + std::chrono::seconds{i};
        if (i == moved)
            ticket.adjustment = Millis{-1};
        snapshot.tickets.push_back(ticket);
    }
    return outlet::Outlet{snapshot};
}

DecisionRecord whyNext(const outlet::Outlet& outlet) {
    const auto cash = outlet.floor().of(named<CounterId>("cash-1"));
    const auto pick = next(outlet, cash, first + std::chrono::minutes{1});
    EXPECT_TRUE(pick.has_value());
    EXPECT_EQ(pick->standing.ticket, TicketId{ordinaryPeople + 1});
    return pick->why;
}

TEST(Passed, AreAllCountedAndTheWorstNamed) {
    const DecisionRecord why = whyNext(hall({}));
    EXPECT_EQ(why.rule, Rule::HeadStart);
    EXPECT_EQ(why.candidates, ordinaryPeople + 1);
    EXPECT_EQ(why.passedCount, ordinaryPeople);
    EXPECT_EQ(why.worst, std::chrono::seconds{ordinaryPeople});
    ASSERT_EQ(why.passed.size(), passedRecordedMax);
    for (std::uint32_t i = 0; i < passedRecordedMax; ++i)
        EXPECT_EQ(why.passed[i].ticket, TicketId{i + 1});
}

TEST(Passed, AreTheSameInARowWhereSomebodyWasMoved) {
    EXPECT_EQ(whyNext(hall(20)), whyNext(hall({})));
}

} // namespace
} // namespace usher::rules
