// What a kiosk or a display may make the broker remember is bounded, however long it goes on.
#include "broker/protocol/limits.h"
#include "tests/support/stage.h"

#include <gtest/gtest.h>

namespace usher {
namespace {

using namespace protocol;

const stage::Who kiosk{named<DeviceId>("K1"), Role::Kiosk};
const stage::Who display{named<DeviceId>("H1"), Role::Hall};

Setup small() {
    Setup setup = stage::emptySetup();
    const auto hall = named<ZoneId>("hall");
    setup.zones = {{hall, {}, false}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, {}, {}}};
    setup.services = {{named<ServiceId>("cash"), {}, {}, hall, Millis{300'000}}};
    setup.counters = {{named<CounterId>("C1"), 1, {}, hall, {{}}}};
    return setup;
}

bool refused(const stage::Reply& reply) {
    const auto* refusal = std::get_if<Refusal>(&reply);
    return refusal != nullptr && *refusal == Refusal::TooMany;
}

TEST(KioskLimits, ADeviceSpeaksOfSoManyParts) {
    stage::Stage stage{stage::monday(9)};
    stage.adopt(small());
    for (std::size_t n = 0; n < partsMax; ++n)
        EXPECT_FALSE(refused(stage.ask(display, ReportDevice{std::to_string(n), true, {}})));
    EXPECT_TRUE(refused(stage.ask(display, ReportDevice{"one more", true, {}})));
    EXPECT_FALSE(refused(stage.ask(display, ReportDevice{"3", false, "says something new"})));
    EXPECT_FALSE(refused(stage.ask(kiosk, ReportDevice{"printer", true, {}})));
    EXPECT_EQ(stage.outlet().devices().size(), partsMax + 1);
}

TEST(KioskLimits, SoManyCardsAreRecognisedThatNobodyTakesATicketWith) {
    stage::Stage stage{stage::monday(9)};
    stage.adopt(small());
    const auto read = [&] { return stage.ask(kiosk, CardLookedUp{}); };
    for (std::size_t n = 0; n < recognitionsMinuteMax; ++n)
        EXPECT_FALSE(refused(read()));
    EXPECT_TRUE(refused(read()));
    stage.advance(std::chrono::minutes{1});
    EXPECT_FALSE(refused(read()));
    for (std::size_t n = 1; n < recognitionsMax; ++n, stage.advance(std::chrono::seconds{1}))
        (void)read();
    EXPECT_EQ(stage.outlet().recognitions().size(), recognitionsMax);
    EXPECT_TRUE(refused(read()));
}

} // namespace
} // namespace usher
