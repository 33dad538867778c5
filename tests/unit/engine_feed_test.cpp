// What is said to everybody who listens, apart from what happened.
#include "tests/unit/engine_fixture.h"

namespace usher::engine {
namespace {

TEST_F(EngineTest, TheBeatSaysHowFarTheFeedHasCome) {
    take();
    engine->beat();
    EXPECT_EQ(outbox.beats.back().sequence, 2U);
    journal.finish();
    engine->beat();
    EXPECT_EQ(outbox.beats.back().sequence, 3U);
    EXPECT_EQ(outbox.boards.back().epoch, epoch);
}

TEST_F(EngineTest, TheBoardSaysTheRuleAndWhetherSomebodyIsBooked) {
    engine->beat();
    EXPECT_EQ(outbox.boards.back().favoured, std::vector{Rank::Vip});
    EXPECT_EQ(outbox.boards.back().overtaking, Millis{600'000});
    EXPECT_FALSE(outbox.boards.back().booked);
    const auto reference = named<AppointmentId>("R1");
    ask("admin", Role::Administrator,
        BookAppointment{reference, stage::monday(10), named<ServiceId>("cash"), {}});
    journal.finish();
    engine->beat();
    EXPECT_TRUE(outbox.boards.back().booked);
    clock.time = stage::monday(10);
    ask("kiosk", Role::Kiosk, TakeTicket{{}, {}, false, Paper::Shown, reference});
    journal.finish();
    engine->beat();
    EXPECT_FALSE(outbox.boards.back().booked);
}

} // namespace
} // namespace usher::engine
