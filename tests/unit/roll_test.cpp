// The virtual clock: order of events, help-out delays, patience, probes.
#include "broker/forecast/chance.h"
#include "broker/forecast/roll.h"

#include <gtest/gtest.h>

#include <map>

namespace usher::forecast {
namespace {

using namespace protocol;
using outlet::Index;
using outlet::Kind;

constexpr Kind ordinary{0, 0};
constexpr Kind valued{0, 1};

/// Two counters and two tiers: the first serves everybody, the second the valued at once and the
/// ordinary after five minutes. A head start is thirty minutes.
Setup twoCounters() {
    Setup setup;
    const auto zone = named<ZoneId>("hall");
    const auto cash = named<ServiceId>("cash");
    const auto gold = named<TierId>("gold");
    const auto plain = named<TierId>("ordinary");
    setup.zones = {{zone, {}, false}};
    setup.services = {{cash, {}, {}, zone, Millis{60'000}, true, false}};
    setup.tiers = {{plain, {}, Millis{0}, {}, {}}, {gold, {}, Millis{1'800'000}, {}, {}}};
    setup.counters = {{named<CounterId>("1"), 1, {}, zone, {{{cash}, {}, Millis{0}}}},
                      {named<CounterId>("2"),
                       2,
                       {},
                       zone,
                       {{{cash}, {gold}, Millis{0}}, {{cash}, {plain}, Millis{300'000}}}}};
    return setup;
}

constexpr Moment minute(std::int64_t m) {
    return {m * 60'000};
}

/// Customers as listed, each served for ten minutes; writes down what happened.
struct Told {
    std::vector<Newcomer> coming;
    std::size_t next = 0;
    std::map<std::uint32_t, std::pair<Index, Moment>> called;
    std::map<std::uint32_t, Moment> gone;
    std::map<std::size_t, Moment> met_;

    std::optional<Newcomer> arrival() {
        return next < coming.size() ? std::optional{coming[next++]} : std::nullopt;
    }
    Moment call(const rules::Candidate& one, Index counter, Moment now) {
        called[one.standing.ticket.value] = {counter, now};
        return now + Millis{600'000};
    }
    void left(const Kind&, const outlet::Standing& one, Moment now) {
        gone[one.ticket.value] = now;
    }
    void met(std::size_t probe, Moment now) { met_[probe] = now; }
    static bool enough() { return false; }
};

Newcomer comes(std::uint32_t ticket, const Kind& kind, Moment at, Moment leaves = never) {
    const Millis headStart = kind.tier == valued.tier ? Millis{1'800'000} : Millis{0};
    return {kind, {at - headStart, at, {ticket}}, leaves};
}

TEST(Roll, CallsByTheHeadStartRuleAndHelpsOutWhenTheDelayIsOver) {
    const outlet::Floor floor{twoCounters()};
    Told told;
    told.coming = {comes(1, ordinary, minute(0)), comes(2, ordinary, minute(1)),
                   comes(3, ordinary, minute(8)), comes(4, valued, minute(9))};
    Roll roll{floor, told};
    roll.idle(0, minute(0));
    roll.idle(1, minute(0));
    roll.run(minute(0));
    const std::map<std::uint32_t, std::pair<Index, Moment>> expected{
        {1, {0, minute(0)}},   // the idle counter whose own work it is
        {2, {1, minute(6)}},   // helped out five minutes after arrival
        {4, {0, minute(10)}},  // before 3: nine minutes late, thirty ahead
        {3, {1, minute(16)}}}; // counter 2 is free first and the delay is over
    EXPECT_EQ(told.called, expected);
}

TEST(Roll, WhoeverGivesUpIsNotCalled) {
    const outlet::Floor floor{twoCounters()};
    Told told;
    told.coming = {comes(1, valued, minute(0), minute(9)), comes(2, valued, minute(1)),
                   comes(3, valued, minute(2), minute(5))};
    Roll roll{floor, told};
    roll.idle(0, minute(0));
    roll.run(minute(0));
    EXPECT_EQ(told.gone, (std::map<std::uint32_t, Moment>{{3, minute(5)}}));
    EXPECT_EQ(told.called.at(2).second, minute(10));
    EXPECT_TRUE(roll.line().empty());
}

TEST(Roll, ACounterThatIsAwayCallsNobody) {
    const outlet::Floor floor{twoCounters()};
    Told told;
    told.coming = {comes(1, ordinary, minute(0))};
    Roll roll{floor, told};
    roll.run(minute(0));
    EXPECT_TRUE(told.called.empty());
    EXPECT_EQ(roll.line().size(), 1U);
}

/// Random customers; service lengths belong to the ticket, so that one more of them changes none.
struct Busy : Told {
    std::uint64_t seed{};
    Moment call(const rules::Candidate& one, Index counter, Moment now) {
        Told::call(one, counter, now);
        Chance chance{seed, one.standing.ticket.value};
        return now + Millis{static_cast<std::int64_t>(chance.exponential(400'000))};
    }
};

TEST(Roll, AProbeIsCalledExactlyWhenARealNewcomerWouldHaveBeen) {
    const outlet::Floor floor{twoCounters()};
    int waited = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed)
        for (const Kind& kind : {ordinary, valued}) {
            Busy world;
            world.seed = seed;
            Chance chance{seed};
            const Moment now = minute(60);
            Moment at = now;
            for (std::uint32_t ticket = 100; ticket < 140; ++ticket) {
                at = at + Millis{1 + static_cast<std::int64_t>(chance.exponential(250'000))};
                world.coming.push_back(
                    comes(ticket, chance.uniform() < 0.3 ? valued : ordinary, at));
            }
            const auto begin = [&](auto& roll) {
                Chance hall{seed, 7};
                for (std::uint32_t ticket = 1; ticket < 8; ++ticket)
                    roll.waiting(
                        comes(ticket, hall.uniform() < 0.3 ? valued : ordinary,
                              now - Millis{static_cast<std::int64_t>(hall.uniform() * 900'000)}));
                roll.busy(0, now + Millis{static_cast<std::int64_t>(hall.exponential(200'000))});
                roll.idle(1, now);
            };
            Busy with = world;
            const Newcomer real = comes(99, kind, now);
            Roll a{floor, with};
            begin(a);
            a.waiting(real);
            a.run(now);
            Roll b{floor, world};
            begin(b);
            b.probe(kind, real.standing.key, now);
            b.run(now);
            ASSERT_EQ(world.met_.at(0), with.called.at(99).second) << "seed " << seed;
            waited += with.called.at(99).second > now ? 1 : 0;
        }
    EXPECT_GT(waited, 300);
}

} // namespace
} // namespace usher::forecast
