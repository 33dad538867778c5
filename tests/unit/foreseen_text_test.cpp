// What a what-if came to, as a person reads it.
#include "broker/sim/foreseen_text.h"
#include "tests/support/stage.h"

#include <gmock/gmock.h>

namespace usher::sim {

namespace {

using namespace protocol;
using std::chrono::minutes;
using testing::HasSubstr;
using testing::Not;

Setup hall() {
    Setup setup = stage::emptySetup();
    setup.zones = {{named<ZoneId>("hall"), {}, false}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, minutes{20}, {}},
                   {named<TierId>("vip"), {}, minutes{30}, minutes{5}, {}}};
    setup.counters = {{named<CounterId>("low"), 9, {}, named<ZoneId>("hall"), {}},
                      {named<CounterId>("high"), 10, {}, named<ZoneId>("hall"), {}}};
    return setup;
}

Told closingNine() {
    Told told;
    told.found.at = stage::monday(10, 5);
    told.found.until = stage::monday(17);
    told.found.futures = 400;
    told.found.tiers = {{named<TierId>("ordinary"),
                         161.2,
                         1.77,
                         246.9,
                         {-305.76, -309.74, -301.77},
                         .012,
                         .9,
                         {.888, .88, .896},
                         .01,
                         .95},
                        {named<TierId>("vip"), 0, 0, 0, {}, 0, 0, {}, -1, -1}};
    told.everybody = told.found.tiers.front();
    told.everybody.customers = 1234.5;
    told.found.counters = {{named<CounterId>("low"), 12.25, 0, {-12.25, -13, -11}},
                           {named<CounterId>("high"), 3, 5, {2, 1, 3}}};
    told.found.tickets = {{{1}, "A001", {3, 2, 4}}, {{2}, "A002", {.2, -.1, .4}}};
    told.now = {{Desk::Standby, {}, 0, {}, false}, {Desk::Serving, {}, 0, {}, false}};
    told.then = {{Desk::Closed, {}, 0, {}, false}, {Desk::Serving, {}, 0, {}, false}};
    return told;
}

TEST(ForeseenText, ColumnsNeverRunTogether) {
    const std::string text = toText(closingNine(), hall());
    EXPECT_THAT(text, HasSubstr("  246.90  -305.76 (-309.74 .. -301.77)  "));
    EXPECT_THAT(text, HasSubstr("  90.0  +88.8 (+88.0 .. +89.6)  "));
}

TEST(ForeseenText, ThereIsARowForEverybodyAndALegendForEveryColumn) {
    const std::string text = toText(closingNine(), hall());
    EXPECT_THAT(text, HasSubstr("\neverybody     1234.5"));
    for (const char* word :
         {"until closing at 17:00", "customers   who wait now or still come", "wait        ",
          "targets, min: ordinary 20, vip 5\n", "percentage points",
          "gain, lose  % of all these customers", "idle        minutes"})
        EXPECT_THAT(text, HasSubstr(word));
}

TEST(ForeseenText, WithOtherCustomersOnlyThoseWhoWaitNowAreCompared) {
    Told told = closingNine();
    told.others = true;
    EXPECT_THAT(toText(told, hall()), HasSubstr("gain, lose  % of those who wait now"));
}

TEST(ForeseenText, ACounterThatIsClosedDoesNotIdle) {
    const std::string text = toText(closingNine(), hall());
    EXPECT_THAT(text, HasSubstr("\n9            12.2  closed                    -\n"));
    EXPECT_THAT(text, HasSubstr("\n10            3.0     5.0  +2.0 (+1.0 .. +3.0)\n"));
}

TEST(ForeseenText, OfThoseWhoWaitOnlyWhoIsMovedIsNamed) {
    const std::string text = toText(closingNine(), hall());
    EXPECT_THAT(text, HasSubstr("A001    +3.0 (+2.0 .. +4.0)"));
    EXPECT_THAT(text, Not(HasSubstr("A002")));
}

} // namespace

} // namespace usher::sim
