// What a refused command's author is told besides the refusal.
#include "broker/house/refused.h"
#include "broker/protocol/limits.h"
#include "broker/setup/read.h"

#include <gmock/gmock.h>

namespace usher::house {
namespace {

using namespace protocol;

Snapshot outlet() {
    Snapshot snapshot;
    snapshot.setup = std::get<Setup>(setup::read(USHER_SOURCE_DIR "/assets/outlets/galaxy.toml"));
    for (const Counter& counter : snapshot.setup.counters)
        snapshot.counters.emplace_back().id = counter.id;
    return snapshot;
}

std::string said(Refusal refusal, const OverrideProfile& command) {
    return detail(refusal, command, outlet()).value_or("");
}

TEST(Refused, AnOverrideNamesTheMemberThatIsMalformed) {
    OverrideProfile command{named<CounterId>("low-1"), {Takes{}}, 10, "busy"};
    EXPECT_EQ(said(Refusal::Malformed, command), "");
    command.takes[0].after = std::chrono::minutes{31};
    EXPECT_EQ(said(Refusal::Malformed, command),
              "takes[0].after is 1860000 ms; write 0 to 1800000: no help-out delay may be longer "
              "than H");
    command.takes.clear();
    EXPECT_THAT(said(Refusal::Malformed, command), testing::StartsWith("takes is empty; "));
    command.takes.resize(overrideTakesMax + 1);
    EXPECT_EQ(said(Refusal::Malformed, command), "takes lists 65; write at most 64");
    command.minutes = 0;
    EXPECT_EQ(said(Refusal::Malformed, command), "minutes is 0; write 1 to 1440");
    command.minutes = 9999;
    EXPECT_EQ(said(Refusal::Malformed, command), "minutes is 9999; write 1 to 1440");
    EXPECT_EQ(said(Refusal::StaleView, command), "");
}

TEST(Refused, AServiceThatWouldBeLeftIsNamed) {
    Takes takes;
    takes.services = {named<ServiceId>("wealth")};
    OverrideProfile command{named<CounterId>("low-1"), {takes}, 10, "busy"};
    Snapshot snapshot = outlet();
    std::erase_if(snapshot.setup.counters, [](const Counter& one) {
        return one.number >= 2 && one.number < 21 && one.id.view() != "low-1" &&
               one.id.view() != "cash-1";
    });
    std::erase_if(snapshot.counters,
                  [&](const CounterState& one) { return snapshot.setup.find(one.id) == nullptr; });
    snapshot.setup.bands.clear();
    EXPECT_THAT(detail(Refusal::ServiceUncovered, command, snapshot).value_or(""),
                testing::HasSubstr(" would be left without a counter"));
}

} // namespace
} // namespace usher::house
