#include "broker/setup/time_zone.h"

#include "broker/setup/posix_rule.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace usher::setup {
namespace {

using protocol::Date;
using protocol::TimeZone;

constexpr std::int64_t hourMs = 3'600'000;

std::int64_t hoursOf(const TimeZone& zone, Date day) {
    return (zone.at(protocol::nextDay(day), 0) - zone.at(day, 0)).count() / hourMs;
}

TEST(TimeZoneFile, ShanghaiNeverChanges) {
    const auto zone = loadTimeZone("Asia/Shanghai");
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->name, "Asia/Shanghai");
    ASSERT_EQ(zone->changes.size(), 1U);
    EXPECT_EQ(zone->changes.front().offsetSeconds, 8 * 3600);
}

TEST(TimeZoneFile, BerlinHasShortAndLongDaysThisYearAndFarAhead) {
    const auto zone = loadTimeZone("Europe/Berlin");
    ASSERT_TRUE(zone);
    for (const auto& [shortDay, longDay] :
         {std::pair{20260329, 20261025}, std::pair{20370329, 20371025},
          std::pair{20380328, 20381031}, std::pair{20450326, 20451029}}) {
        EXPECT_EQ(hoursOf(*zone, {shortDay}), 23) << shortDay;
        EXPECT_EQ(hoursOf(*zone, {longDay}), 25) << longDay;
        EXPECT_EQ(hoursOf(*zone, {longDay + 1 - longDay % 100}), 24) << longDay;
    }
}

TEST(TimeZoneFile, NewYorkChangedItsRuleInTwoThousandAndSeven) {
    const auto zone = loadTimeZone("America/New_York");
    ASSERT_TRUE(zone);
    EXPECT_EQ(hoursOf(*zone, {20060402}), 23); // first Sunday of April
    EXPECT_EQ(hoursOf(*zone, {20070311}), 23); // second Sunday of March
    EXPECT_EQ(hoursOf(*zone, {20450312}), 23);
    EXPECT_EQ(hoursOf(*zone, {20451105}), 25);
    EXPECT_EQ(zone->offsetAt(zone->at({20450701}, 720)), -4 * 3600);
}

TEST(TimeZoneFile, TheSouthHasItsSummerAcrossTheNewYear) {
    const auto zone = loadTimeZone("Australia/Sydney");
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->offsetAt(zone->at({20450101}, 720)), 11 * 3600);
    EXPECT_EQ(zone->offsetAt(zone->at({20450701}, 720)), 10 * 3600);
}

TEST(TimeZoneFile, AgreesWithTheSystemEveryHourOfAHalfCentury) {
    const char* before = std::getenv("TZ");
    const std::string kept = before ? before : "";
    for (const char* name : {"Europe/Berlin", "America/New_York", "Asia/Shanghai", "Europe/Dublin",
                             "Australia/Lord_Howe", "America/Santiago", "Asia/Tehran", "UTC"}) {
        const auto zone = loadTimeZone(name);
        ASSERT_TRUE(zone) << name;
        ::setenv("TZ", name, 1);
        ::tzset();
        int wrong = 0;
        for (std::time_t second = 946'684'800; second < 2'524'608'000; second += 3600) {
            std::tm local{};
            ::localtime_r(&second, &local);
            wrong += zone->offsetAt({std::int64_t{second} * 1000}) != local.tm_gmtoff;
        }
        EXPECT_EQ(wrong, 0) << name;
    }
    before ? ::setenv("TZ", kept.c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
}

TEST(TimeZoneFile, AnUnknownOrImpossibleNameIsNothing) {
    for (const char* bad : {"Asia/Atlantis", "", "..", "../passwd", "/etc/passwd", "Asia", "Asia/",
                            "zone.tab", "posixrules\n"})
        EXPECT_FALSE(loadTimeZone(bad)) << bad;
}

TEST(TimeZoneFile, ADamagedFileIsNothingOrATableButNeverBreaks) {
    std::ifstream file{"/usr/share/zoneinfo/Europe/Berlin", std::ios::binary};
    const std::string whole{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    ASSERT_TRUE(timeZoneFromBytes("Europe/Berlin", whole));
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(timeZoneFromBytes("x", std::string_view{whole}.substr(0, size))) << size;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
        if (const auto zone = timeZoneFromBytes("x", damaged)) {
            EXPECT_FALSE(zone->changes.empty()) << at;
        }
    }
}

TEST(PosixRule, ReadsEveryFormATimeZoneFileMayEndWith) {
    EXPECT_EQ(PosixRule::parse("<+0330>-3:30")->standardOffset(), 12'600);
    EXPECT_EQ(PosixRule::parse("EST5EDT,M3.2.0,M11.1.0")->standardOffset(), -18'000);
    // Day 60 without leap is 1 March; day 60 with leap, counted from 0, is 29 February or 1 March.
    EXPECT_EQ(PosixRule::parse("AAA0BBB,J60/0,J300/0")->changesIn(2028).front().from.ms,
              1'835'481'600'000);
    EXPECT_EQ(PosixRule::parse("AAA0BBB,59/0,300/0")->changesIn(2028).front().from.ms,
              1'835'395'200'000);
}

TEST(PosixRule, RefusesWhatIsNone) {
    for (const char* bad :
         {"", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
          "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CE-1", "<+03-3", "CET-25",
          "CET-1CEST,J0,J365", "CET-1CEST,M3.5.0,M10.5.0/168", "CET-1CEST,M3.5.0,M10.5.0 "})
        EXPECT_FALSE(PosixRule::parse(bad)) << bad;
}

} // namespace
} // namespace usher::setup
