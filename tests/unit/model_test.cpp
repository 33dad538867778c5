// What the journal teaches: services and tellers, what lies between, who comes when.
#include "broker/forecast/chance.h"
#include "broker/forecast/model.h"
#include "tests/support/stage.h"

#include <gtest/gtest.h>

#include <cmath>

namespace usher::forecast {
namespace {

using namespace protocol;
using protocol::Start;
using std::chrono::seconds;

Setup smallSetup() {
    Setup setup = stage::emptySetup();
    const auto hall = named<ZoneId>("hall");
    setup.zones = {{hall, {}, false}};
    setup.services = {{named<ServiceId>("cash"), {}, {}, hall, Millis{240'000}, true, false},
                      {named<ServiceId>("loans"), {}, {}, hall, Millis{900'000}, false, false}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, {}, {}},
                   {named<TierId>("gold"), {}, Millis{600'000}, {}, {}}};
    setup.counters = {{named<CounterId>("1"), 1, {}, hall, {{{}, {}, {}}}},
                      {named<CounterId>("2"), 2, {}, hall, {{{}, {}, {}}}}};
    return setup;
}

Millis lasting(double s) {
    return Millis{std::llround(s * 1000)};
}

TEST(Pace, BeginsWithWhatTheSetupSaysIsTypical) {
    const Pace pace{smallSetup()};
    EXPECT_NEAR(pace.service(0).best().average(), 240, 1e-6);
    EXPECT_NEAR(pace.service(1).best().average(), 900, 1e-6);
    EXPECT_EQ(pace.teller(named<StaffId>("wang")).mean, 0);
}

TEST(Pace, TellsTheTellerFromTheServiceAndShrinksTheNewOne) {
    Pace pace{smallSetup()};
    Chance chance{11};
    const auto fast = named<StaffId>("fast");
    const auto slow = named<StaffId>("slow");
    for (int i = 0; i < 3000; ++i) {
        const bool isFast = i % 2 == 0;
        const double factor = isFast ? 0.75 : 1.25;
        pace.served(0, isFast ? fast : slow, lasting(chance.lognormal(300, 0.9) * factor));
    }
    const double ratio = std::exp(pace.teller(slow).mean - pace.teller(fast).mean);
    EXPECT_NEAR(ratio, 1.25 / 0.75, 0.15);
    EXPECT_NEAR(pace.service(0).best().sd, lognormalOf(300, 0.9).sd, 0.05);
    const double mean = std::exp(pace.teller(fast).mean) * pace.service(0).best().average();
    EXPECT_NEAR(mean, 225, 20);

    const auto fresh = named<StaffId>("fresh");
    pace.served(0, fresh, lasting(900));
    EXPECT_GT(pace.teller(fresh).mean, 0);
    EXPECT_LT(std::exp(pace.teller(fresh).mean), 1.1) << "one long service proves little";
}

TEST(Pace, ASlipOfTheFingerTeachesNothing) {
    const Pace before{smallSetup()};
    Pace pace = before;
    pace.served(0, named<StaffId>("wang"), Millis{900});
    EXPECT_EQ(pace, before);
}

TEST(Pace, AKnownTellerIsCertain) {
    Pace pace{smallSetup()};
    pace.known(named<StaffId>("wang"), 1.3);
    EXPECT_NEAR(std::exp(pace.teller(named<StaffId>("wang")).mean), 1.3, 1e-6);
    EXPECT_NEAR(pace.teller(named<StaffId>("wang")).sd, 0, 1e-5);
}

TEST(Pace, KeepsWhatItKnowsUnderANewSetup) {
    Pace pace{smallSetup()};
    for (int i = 0; i < 100; ++i)
        pace.served(1, named<StaffId>("wang"), lasting(1800));
    const double loans = pace.service(1).best().mean;
    auto setup = smallSetup();
    setup.services.erase(setup.services.begin());
    pace.adopt(setup);
    EXPECT_EQ(pace.services(), 1);
    EXPECT_EQ(pace.service(0).best().mean, loans);
}

TEST(Traffic, LearnsTheShapeOfTheDayAndTheMix) {
    auto setup = smallSetup();
    for (auto& day : setup.week)
        day = OpenHours{540, 660};
    Traffic traffic{setup};
    for (int day = 0; day < 60; ++day) {
        for (int i = 0; i < 30; ++i)
            traffic.came(0, i % 3 == 0 ? 1 : 0, 545);
        for (int i = 0; i < 10; ++i)
            traffic.came(1, 0, 600);
        traffic.dayEnded(OpenHours{540, 660});
    }
    EXPECT_NEAR(traffic.perSlot(18), 30, 0.5); // 9:00
    EXPECT_NEAR(traffic.perSlot(19), 0, 0.5);
    EXPECT_NEAR(traffic.perSlot(20), 10, 0.5);
    EXPECT_EQ(traffic.perSlot(30), 0) << "shut in the afternoon";
    EXPECT_NEAR(traffic.share(0, 0), 0.5, 0.02);
    EXPECT_NEAR(traffic.share(0, 1), 0.25, 0.02);
    EXPECT_NEAR(traffic.share(1, 0), 0.25, 0.02);
    EXPECT_NEAR(traffic.today(600), 44.4 / 74.4, 0.01) << "nobody has come this morning";
    for (int i = 0; i < 60; ++i)
        traffic.came(0, 0, 550);
    EXPECT_NEAR(traffic.today(600), 104.4 / 74.4, 0.01);
}

/// Monday from 9:00 at one counter, as the journal tells it; the model listens from the first
/// record.
class Morning : public testing::Test {
protected:
    Morning() {
        stage.before = [&](const outlet::Outlet& before, const Record& record) {
            model.learn(before, record);
        };
        auto setup = smallSetup();
        setup.series = {{"A", 1, 999, {setup.tiers[0].id, setup.tiers[1].id}}};
        stage.adopt(std::move(setup));
        (void)stage.signOn(lobby, "manager", StaffRole::LobbyManager, {});
        (void)stage.signOn(desk, "wang", StaffRole::Teller, named<CounterId>("1"));
        for (int i = 0; i < 3; ++i)
            (void)stage.ask(lobby, TakeTicket{named<ServiceId>("cash"), {}, {}, Paper::Shown});
    }
    void after(Millis span, const Command& command) {
        stage.advance(span);
        ASSERT_TRUE(std::holds_alternative<Answer>(stage.ask(desk, command)));
    }
    /// The first is served, the second does not answer, the third comes after a break.
    void play() {
        after(seconds{5}, CallNext{});
        after(seconds{30}, Start{{1}});
        after(seconds{200}, Finish{{1}});
        after(seconds{12}, CallNext{});
        after(seconds{20}, Recall{});
        after(seconds{20}, Recall{});
        after(seconds{20}, NoShow{{2}});
        after(seconds{2}, PauseCounter{"tea"});
        after(std::chrono::minutes{10}, ResumeCounter{});
        after(seconds{8}, CallNext{});
        after(seconds{15}, Start{{3}});
        after(seconds{400}, Hold{{3}, "papers"});
    }

    const stage::Who lobby{named<DeviceId>("lobby"), Role::Lobby};
    const stage::Who desk{named<DeviceId>("desk"), Role::Counter};
    stage::Stage stage{stage::monday(9)};
    Model model;
};

TEST_F(Morning, EverySpanIsLearnedForWhatItWas) {
    play();
    Model told{stage.outlet().setup()};
    for (int i = 0; i < 3; ++i)
        told.traffic.came(0, 0, 540);
    const auto wang = named<StaffId>("wang");
    Between& between = told.pace.between;
    between.walk.learn(std::log(30));
    between.noShow.learn(false);
    told.pace.served(0, wang, seconds{200});
    between.pausing.learn(false);
    between.gap.learn(std::log(12));
    between.noShow.learn(true);
    between.absence.learn(std::log(60));
    between.pausing.learn(true);
    between.pause.learn(std::log(600));
    between.gap.learn(std::log(8));
    between.noShow.learn(false);
    between.walk.learn(std::log(15));
    told.pace.served(0, wang, seconds{400});
    between.pausing.learn(false);
    EXPECT_EQ(model.pace, told.pace);
    EXPECT_EQ(model.traffic, told.traffic);
}

TEST_F(Morning, RebuiltFromTheLogIsTheSame) {
    play();
    stage.jumpTo(stage::monday(9) + std::chrono::hours{24});
    (void)stage.ask(lobby, TakeTicket{named<ServiceId>("loans"), {}, {}, Paper::Shown});
    Model again;
    outlet::Outlet outlet;
    for (const Record& record : stage.records()) {
        again.learn(outlet, record);
        outlet.evolve(record);
    }
    EXPECT_EQ(again, model);
    EXPECT_GT(model.traffic.perSlot(18), model.traffic.perSlot(19)) << "yesterday counts";
}

} // namespace
} // namespace usher::forecast
