// From an outlet to everybody's wait: the start, the futures drawn from it, what they say together.
#include "broker/forecast/foresee.h"
#include "broker/forecast/future.h"
#include "broker/rules/triage.h"
#include "tests/support/random_day.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace usher::forecast {
namespace {

using namespace protocol;
using outlet::Index;
using outlet::Kind;
using std::chrono::minutes;
using std::chrono::seconds;

const auto hall = named<ZoneId>("hall");
const auto cash = named<ServiceId>("cash");
const auto loans = named<ServiceId>("loans");
const stage::Who kiosk{named<DeviceId>("kiosk"), Role::Kiosk};
const stage::Who lobby{named<DeviceId>("lobby"), Role::Lobby};

stage::Who desk(int number) {
    return {named<DeviceId>("desk" + std::to_string(number)), Role::Counter};
}

/// Three counters: the first two take everything, the third loans at once and cash after 5 minutes.
Setup threeCounters() {
    Setup setup = stage::emptySetup();
    setup.zones = {{hall, {}, false}};
    setup.services = {{cash, {}, {}, hall, minutes{4}, true, false},
                      {loans, {}, {}, hall, minutes{15}, false, false}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, {}, {}},
                   {assistedTier, {}, minutes{10}, {}, {}}};
    setup.series = {{"A", 1, 999, {named<TierId>("ordinary"), assistedTier}}};
    const auto counter = [](std::uint32_t number, std::vector<Takes> takes) {
        return Counter{named<CounterId>(std::to_string(number)), number, {}, hall, takes};
    };
    setup.counters = {counter(1, {{{}, {}, {}}}), counter(2, {{{}, {}, {}}}),
                      counter(3, {{{loans}, {}, {}}, {{cash}, {}, minutes{5}}})};
    return setup;
}

/// 9:00 to 9:10: two tellers, six customers; counter 1 serves, counter 2 calls.
class Busy : public testing::Test {
protected:
    Busy() {
        stage.adopt(threeCounters());
        (void)stage.signOn(lobby, "manager", StaffRole::LobbyManager, {});
        for (int i = 1; i <= 2; ++i)
            (void)stage.signOn(desk(i), "teller" + std::to_string(i), StaffRole::Teller,
                               named<CounterId>(std::to_string(i)));
        for (int i = 0; i < 5; ++i) {
            take(i % 3 == 1 ? loans : cash, false);
            stage.advance(minutes{1});
        }
        (void)stage.ask(desk(1), CallNext{});
        stage.advance(seconds{20});
        (void)stage.ask(desk(1), protocol::Start{{1}});
        stage.advance(minutes{4});
        (void)stage.ask(desk(2), CallNext{});
        take(cash, true);
        stage.advance(seconds{40});
    }
    void take(const ServiceId& service, bool assisted) {
        (void)stage.ask(lobby, TakeTicket{service, {}, assisted, Paper::Shown});
    }
    [[nodiscard]] Start start() const { return startOf(stage.outlet(), stage.now()); }

    stage::Stage stage{stage::monday(9)};
    Model model{threeCounters()};
};

TEST_F(Busy, AStartIsTheOutletAsItStands) {
    const Start begin = start();
    EXPECT_EQ(begin.midnight, stage::monday(0));
    EXPECT_EQ(begin.closes, stage::monday(24));
    const Moment now = stage.now();
    const std::vector<AtCounter> counters{
        {Desk::Serving, now - (minutes{4} + seconds{40}), 0, named<StaffId>("teller1"), false},
        {Desk::Calling, now - seconds{40}, 1, named<StaffId>("teller2"), false},
        {Desk::Closed, stage::monday(9), 0, {}, false}};
    EXPECT_EQ(begin.counters, counters);
    const std::vector<InLine> waiting{{{3}, {0, 0}, stage::monday(9, 2)},
                                      {{4}, {0, 0}, stage::monday(9, 3)},
                                      {{5}, {1, 0}, stage::monday(9, 4)},
                                      {{6}, {0, 1}, now - seconds{40}}};
    EXPECT_EQ(begin.waiting, waiting);
    EXPECT_EQ(begin.standing(begin.waiting[3]), stage.outlet().standing(*stage.outlet().find({6})));
}

TEST_F(Busy, TheSameSeedSeesTheSame) {
    const Foresight once = foresee(start(), model);
    EXPECT_EQ(once, foresee(start(), model));
    EXPECT_NE(once, foresee(start(), model, {.seed = 2}));
    EXPECT_EQ(once.futures, 100U);
}

TEST_F(Busy, TheOrderOfTheLineIsTheOrderOfTheWaits) {
    const Foresight all = foresee(start(), model, {.futures = 400});
    const auto mean = [&](std::uint32_t ticket) { return all.of({ticket})->mean; };
    EXPECT_LT(mean(6), mean(3)) << "ten minutes ahead, four late";
    EXPECT_LT(mean(3), mean(4));
    EXPECT_LT(mean(4), mean(5));
    EXPECT_LT(mean(5), all.newcomer(0, 0).mean);
    EXPECT_LT(all.newcomer(0, 1).mean, all.newcomer(0, 0).mean);
    for (const auto& [ticket, wait] : all.waiting) {
        EXPECT_LT(wait.early, wait.range.likely);
        EXPECT_LT(wait.range.likely, wait.range.surely);
    }
}

TEST_F(Busy, ANewcomerIsToldWhatTheyWouldBeToldInTheLine) {
    for (Index tier = 0; tier < 2; ++tier)
        for (Index service = 0; service < 2; ++service) {
            Start with = start();
            with.waiting.push_back({{7}, {service, tier}, with.now});
            const Foresight before = foresee(start(), model);
            EXPECT_EQ(before.newcomer(service, tier), *foresee(with, model).of({7}));
        }
}

TEST_F(Busy, WhoeverHasAnAppointmentOrAFavouredServiceIsToldOfTheirOwnPlace) {
    Start favoured = start();
    favoured.appointment = minutes{8};
    favoured.byService = {Millis{0}, minutes{3}};
    const Foresight without = foresee(favoured, model);
    EXPECT_FALSE(without.expected(0, 1).known() &&
                 without.expected(0, 1) != without.newcomer(0, 1));
    favoured.expected = true;
    for (const auto& [service, tier, ahead] :
         {std::tuple{Index{0}, Index{0}, minutes{8}}, {Index{1}, Index{0}, minutes{8}}}) {
        Start with = favoured;
        with.waiting.push_back(
            {{7}, {service, tier, outlet::nowhere, outlet::nowhere, -ahead}, with.now});
        const Foresight found = foresee(favoured, model);
        EXPECT_EQ(found.expected(service, tier), *foresee(with, model).of({7}));
        EXPECT_LT(found.expected(service, tier).mean, found.newcomer(service, tier).mean);
    }
    Start with = favoured;
    with.waiting.push_back({{7}, {1, 0, outlet::nowhere, outlet::nowhere, -minutes{3}}, with.now});
    EXPECT_EQ(foresee(favoured, model).newcomer(1, 0), *foresee(with, model).of({7}));
}

TEST_F(Busy, OpeningACounterMakesNobodyWaitLonger) {
    Start open = start();
    open.counters[2] = {Desk::Standby, open.now, 0, named<StaffId>("teller3"), false};
    const Foresight before = foresee(start(), model);
    const Foresight after = foresee(open, model);
    for (std::size_t i = 0; i < before.waiting.size(); ++i)
        EXPECT_LE(after.waiting[i].wait.mean, before.waiting[i].wait.mean);
    EXPECT_LT(after.newcomer(1, 0).mean, before.newcomer(1, 0).mean);
}

TEST_F(Busy, OneTicketAloneIsToldTheSame) {
    const Foresight all = foresee(start(), model);
    for (const auto& one : all.waiting) {
        const Foresight alone = foresee(start(), model, {.only = one.ticket});
        ASSERT_EQ(alone.waiting.size(), 1U);
        EXPECT_EQ(alone.waiting.front(), one);
    }
}

TEST_F(Busy, WhoeverHasADeadlineMakesDoWithFewerFutures) {
    std::size_t asked = 0;
    const Foresight some =
        foresee(start(), model, {.futures = 1000, .enough = [&] { return ++asked == 30; }});
    EXPECT_EQ(some.futures, 30U);
    EXPECT_EQ(some, foresee(start(), model, {.futures = 30}));
}

TEST_F(Busy, WhereNobodyServesNothingIsKnown) {
    Start shut = start();
    for (AtCounter& at : shut.counters)
        at.closing = true;
    const Foresight all = foresee(shut, model);
    for (const auto& one : all.waiting)
        EXPECT_FALSE(one.wait.known());
    EXPECT_FALSE(all.newcomer(0, 0).known());
}

TEST_F(Busy, MoreCustomersInTheHeadStartWindowMeanLongerWaits) {
    Start busier = start();
    busier.busier.assign(busier.busier.size(), 5);
    const ForeseeOptions options{.futures = 400};
    EXPECT_GT(foresee(busier, model, options).newcomer(0, 0).mean,
              foresee(start(), model, options).newcomer(0, 0).mean);
}

/// Whatever a day brings, setups that change included: everybody in the line has a forecast, known
/// wherever an open counter may serve them.
TEST(Foresee, HoldsOnAnyDay) {
    int known = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Chance chance{seed};
        const auto number = [&] { return static_cast<std::uint8_t>(chance.bits()); };
        const auto numbers = [&] {
            std::vector<std::uint8_t> all(60);
            std::generate(all.begin(), all.end(), number);
            return all;
        };
        stage::RandomDay day{stage::randomSetup(numbers()), stage::randomSetup(numbers())};
        Model model{day.stage.outlet().setup()};
        day.stage.before = [&](const outlet::Outlet& before, const Record& record) {
            model.learn(before, record);
        };
        for (int move = 0; move < 200; ++move) {
            day.make({number(), number(), number()});
            if (move % 10 != 0)
                continue;
            const Start begin = startOf(day.stage.outlet(), day.stage.now());
            const Foresight all = foresee(begin, model, {.futures = 3});
            ASSERT_EQ(all.waiting.size(), begin.waiting.size()) << "seed " << seed;
            for (std::size_t i = 0; i < all.waiting.size(); ++i) {
                bool servable = false;
                for (Index counter = 0; counter < begin.counters.size(); ++counter)
                    servable |= begin.counters[counter].desk != Desk::Closed &&
                                !begin.counters[counter].closing &&
                                rules::delayAt(begin.floor, counter, begin.waiting[i].kind);
                ASSERT_EQ(all.waiting[i].wait.known(), servable) << "seed " << seed;
                known += servable ? 1 : 0;
            }
        }
    }
    EXPECT_GT(known, 1000);
}

/// One counter, one service under way, nobody else: the wait is what is left of that service.
TEST(Foresee, ANewcomerWaitsForTheRestOfTheServiceUnderWay) {
    Start start;
    const auto setup = threeCounters();
    start.now = stage::monday(10);
    start.midnight = stage::monday(0);
    start.closes = start.now;
    start.floor = outlet::Floor{setup};
    start.counters.resize(3);
    start.counters[0] = {Desk::Serving, start.now - minutes{6}, 0, named<StaffId>("known"), false};
    Model model{setup};
    model.pace.between = Between::nothing();
    model.pace.known(named<StaffId>("known"), 1.2);
    for (int i = 0; i < 2000; ++i) // until the mean is beyond doubt
        model.pace.served(0, named<StaffId>("known"), seconds{i % 2 == 0 ? 150 : 400});

    const Lognormal length{model.pace.service(0).best().mean + std::log(1.2),
                           model.pace.service(0).best().sd};
    const double a = (std::log(360) - length.mean) / length.sd;
    const double left = length.average() * normalTail(a - length.sd) / normalTail(a) - 360;
    const Wait wait = foresee(start, model, {.futures = 20'000}).newcomer(0, 0);
    EXPECT_NEAR(static_cast<double>(wait.mean.count()), 1000 * left, 1000 * left * 0.03);
    const auto within = [&](double u) { return 1000 * length.residual(360, u); };
    EXPECT_NEAR(static_cast<double>(wait.range.likely.count()), within(0.5), within(0.5) * 0.03);
    EXPECT_NEAR(static_cast<double>(wait.range.surely.count()), within(0.1), within(0.1) * 0.03);
    EXPECT_NEAR(static_cast<double>(wait.early.count()), within(0.9), within(0.9) * 0.06);
}

TEST(Future, BringsAsManyCustomersAsTheModelExpects) {
    Start start;
    const auto setup = threeCounters();
    start.now = stage::monday(10, 10);
    start.midnight = stage::monday(0);
    start.closes = stage::monday(17);
    start.floor = outlet::Floor{setup};
    start.counters.resize(3);
    const Model model{setup};
    Future future{start, model, 1, stage::monday(11, 20)};
    double expected = 0;
    for (std::size_t slot = 20; slot < 22; ++slot)
        expected += model.traffic.perSlot(slot);
    expected = (expected + model.traffic.perSlot(22) / 3) * model.traffic.today(610);
    int came = 0;
    Moment last = start.now;
    for (std::uint64_t replication = 0; replication < 20'000; ++replication) {
        future.begin(replication);
        last = start.now;
        while (const auto one = future.arrival()) {
            ASSERT_LE(last, one->standing.arrival);
            last = one->standing.arrival;
            ASSERT_LT(last, stage::monday(11, 20));
            ++came;
        }
    }
    EXPECT_NEAR(came / 20'000.0, expected, 0.02 * expected);
}

} // namespace
} // namespace usher::forecast
