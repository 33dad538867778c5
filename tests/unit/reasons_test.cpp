// A reason that is asked for says something.
#include "tests/support/stage.h"

#include <gtest/gtest.h>

namespace usher::rules {
namespace {

using namespace protocol;

TEST(Reason, IsMoreThanBlanks) {
    stage::Stage stage{stage::monday(9)};
    protocol::Setup setup = stage::emptySetup();
    const auto hall = named<ZoneId>("hall");
    const auto cash = named<ServiceId>("cash");
    setup.zones = {{hall, {}, false}};
    setup.services = {{cash, {}, {}, hall, Millis{60'000}, true, false}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, Millis{60'000}, {}}};
    setup.series = {{"A", 1, 999, {named<TierId>("ordinary")}}};
    setup.week.fill(OpenHours{0, 12 * 60});
    setup.counters = {{named<CounterId>("C1"), 1, {}, hall, {{{cash}, {}, {}}}}};
    stage.adopt(setup);
    const stage::Who admin{named<DeviceId>("ctl"), Role::Administrator};
    (void)stage.ask(admin, TakeTicket{cash, {}, false, Paper::Shown});
    const auto refused = [&](const char* reason) {
        const auto reply = stage.ask(admin, Promote{{1}, reason, 0});
        const auto* refusal = std::get_if<Refusal>(&reply);
        return refusal != nullptr && *refusal == Refusal::ReasonNeeded;
    };
    for (const char* blank : {"", " ", "\n\t "})
        EXPECT_TRUE(refused(blank));
    EXPECT_FALSE(refused(" unwell"));
}

} // namespace
} // namespace usher::rules
