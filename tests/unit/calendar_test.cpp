#include "broker/protocol/moment.h"

#include <gtest/gtest.h>

namespace usher::protocol {
namespace {

TimeZone shanghai() {
    return {"Asia/Shanghai", {{{0}, 8 * 3600}}};
}

// Berlin, 2026: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC.
TimeZone berlin() {
    return {"Europe/Berlin",
            {{{0}, 3600}, {{1'774'746'000'000}, 7200}, {{1'792'890'000'000}, 3600}}};
}

TEST(Calendar, MidnightBeginsTheNextDate) {
    const TimeZone zone = shanghai();
    const Moment midnight = zone.at({20261124}, 0);
    EXPECT_EQ(zone.local(midnight).date, Date{20261124});
    EXPECT_EQ(zone.local(midnight - Millis{1}).date, Date{20261123});
    EXPECT_EQ(zone.local(midnight).weekday, 1); // a Tuesday
}

TEST(Calendar, ADayOfDaylightSavingHasTwentyThreeOrTwentyFiveHours) {
    const TimeZone zone = berlin();
    const auto hours = [&](Date day) {
        return std::chrono::duration_cast<std::chrono::hours>(zone.at(nextDay(day), 0) -
                                                              zone.at(day, 0))
            .count();
    };
    EXPECT_EQ(hours({20260328}), 24);
    EXPECT_EQ(hours({20260329}), 23);
    EXPECT_EQ(hours({20261025}), 25);
}

TEST(Calendar, AMinuteThatTheClockSkipsIsTheFirstOneAfterIt) {
    const TimeZone zone = berlin();
    const LocalTime found = zone.local(zone.at({20260329}, 150)); // 02:30 does not exist
    EXPECT_EQ(found.date, Date{20260329});
    EXPECT_GE(found.minute, 150);
}

TEST(Calendar, DatesReadBackAndBadOnesAreRefused) {
    EXPECT_EQ(dateFromText("2026-11-23"), Date{20261123});
    EXPECT_EQ(toText({20261123}), "2026-11-23");
    EXPECT_EQ(nextDay({20261231}), Date{20270101});
    for (const char* bad : {"2026-02-30", "2026-13-01", "26-01-01", "2026/01/01", "2026-1-001", ""})
        EXPECT_FALSE(dateFromText(bad)) << bad;
}

} // namespace
} // namespace usher::protocol
