// The setup file's way into the journal, on a disk that refuses.
#include "tests/unit/engine_fixture.h"

namespace usher::engine {
namespace {

TEST_F(EngineTest, ASetupTheDiskRefusedIsAdoptedOnceItWorks) {
    auto setup = smallSetup();
    setup.policy.waitingMax = 1;
    engine->adopt(setup, {8, 8});
    journal.finish(false);
    EXPECT_TRUE(engine->durable().setup() == smallSetup());
    engine->beat();
    journal.finish();
    journal.finish();
    EXPECT_TRUE(engine->durable().setup() == setup);
    EXPECT_FALSE(journal.busy());
}

TEST_F(EngineTest, AnOutletWithoutASetupIsAskedForNothing) {
    restart(outlet::Outlet{});
    engine->adopt(smallSetup(), {8, 8});
    journal.finish(false);
    EXPECT_TRUE(refused(take(), Refusal::Unavailable));
    engine->beat();
    EXPECT_TRUE(
        refused(ask("kiosk", Role::Kiosk, IdentifyCard{Secret{"1"}}), Refusal::Unavailable));
    journal.finish();
    EXPECT_FALSE(refused(take(), Refusal::Unavailable)); // decided on top of the setup
}

} // namespace
} // namespace usher::engine
