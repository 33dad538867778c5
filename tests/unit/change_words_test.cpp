// A change to an outlet, as typed on a command line.
#include "broker/sim/change_words.h"
#include "tests/support/stage.h"

#include <gmock/gmock.h>

namespace usher::sim {

namespace {

using namespace protocol;
using std::chrono::minutes;
using testing::HasSubstr;

Setup hall() {
    Setup setup = stage::emptySetup();
    setup.zones = {{named<ZoneId>("hall"), {}, false}, {named<ZoneId>("machines"), {}, true}};
    setup.services = {{named<ServiceId>("cash"), {}, {}, named<ZoneId>("hall"), minutes{4}},
                      {named<ServiceId>("loans"), {}, {}, named<ZoneId>("hall"), minutes{20}}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, {}, {}},
                   {named<TierId>("vip"), {}, minutes{30}, {}, {}}};
    setup.counters = {{named<CounterId>("low-1"), 3, {}, named<ZoneId>("hall"), {{}}},
                      {named<CounterId>("atm"), 21, {}, named<ZoneId>("machines"), {{}}}};
    return setup;
}

Change good(std::string_view words) {
    auto change = changeFromWords(hall(), words);
    if (const auto* why = std::get_if<std::string>(&change)) {
        ADD_FAILURE() << words << ": " << *why;
        return {};
    }
    return std::get<Change>(change);
}

std::string bad(std::string_view words) {
    const auto change = changeFromWords(hall(), words);
    const auto* why = std::get_if<std::string>(&change);
    return why != nullptr ? *why : "understood";
}

TEST(ChangeWords, EveryFormIsUnderstood) {
    Change change;
    change.counter = named<CounterId>("low-1");
    change.takes = {{{named<ServiceId>("cash")}, {named<TierId>("ordinary")}, {}}};
    EXPECT_EQ(good("counter 3 serves cash,ordinary"), change);
    EXPECT_EQ(good("counter low-1 serves cash,ordinary"), change);
    change.takes.clear();
    change.open = false;
    EXPECT_EQ(good("counter 3 closes"), change);
    change.open = true;
    EXPECT_EQ(good("counter 3 opens"), change);
    change.open.reset();
    change.helpAfter = minutes{5};
    EXPECT_EQ(good("counter 3 helps after 5"), change);

    Change tier;
    tier.tier = named<TierId>("vip");
    tier.headStart = Millis{90'000};
    EXPECT_EQ(good("tier vip head start 1.5"), tier);
    tier.headStart.reset();
    tier.arrivals = 130;
    EXPECT_EQ(good("arrivals of vip 130%"), tier);
    tier.tier.reset();
    EXPECT_EQ(good("arrivals 130"), tier);
}

TEST(ChangeWords, WhatIsNotUnderstoodIsNamedWithARemedy) {
    EXPECT_THAT(bad("counter 33 opens"), HasSubstr("no counter \"33\"; there are 3"));
    EXPECT_THAT(bad("counter 21 opens"), HasSubstr("no counter")) << "a machine";
    EXPECT_THAT(bad("counter 3 serves cahs"), HasSubstr("\"cahs\""));
    EXPECT_THAT(bad("counter 3 serves cahs"), HasSubstr("cash"));
    EXPECT_THAT(bad("counter 3 dances"), HasSubstr("helps after MINUTES"));
    EXPECT_THAT(bad("counter 3 helps after -1"), HasSubstr("no number of minutes"));
    EXPECT_THAT(bad("counter 3 helps after nan"), HasSubstr("no number of minutes"));
    EXPECT_THAT(bad("counter 3 helps after 1e9"), HasSubstr("no number of minutes"));
    EXPECT_THAT(bad("tier platinum head start 5"), HasSubstr("\"platinum\""));
    EXPECT_THAT(bad("arrivals 2000%"), HasSubstr("no percentage"));
    EXPECT_THAT(bad("arrivals of vip"), HasSubstr("say"));
    EXPECT_THAT(bad(""), HasSubstr("say"));
}

} // namespace

} // namespace usher::sim
