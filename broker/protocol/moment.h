// Points and spans of time, and the outlet's own calendar.
//
// A Moment is a count of milliseconds since 1970 in UTC. What day and hour that is on the wall of
// the outlet is read from a table of offsets loaded once, so it is the same on every machine and in
// every replay, daylight saving included.
#pragma once

#include <boost/describe/class.hpp>

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace usher::protocol {

using Millis = std::chrono::milliseconds;

struct Moment {
    std::int64_t ms{}; ///< since 1970-01-01T00:00Z

    friend constexpr auto operator<=>(Moment, Moment) = default;
    friend constexpr Moment operator+(Moment a, Millis b) { return {a.ms + b.count()}; }
    friend constexpr Moment operator-(Moment a, Millis b) { return {a.ms - b.count()}; }
    friend constexpr Millis operator-(Moment a, Moment b) { return Millis{a.ms - b.ms}; }
};

/// A day of the calendar as YYYYMMDD, so that it reads and sorts as one number.
struct Date {
    std::int32_t yyyymmdd{};
    friend constexpr auto operator<=>(Date, Date) = default;
};

/// What the wall shows. Weekday 0 is Monday; minute and second count from midnight.
struct LocalTime {
    Date date;
    int weekday{};
    int minute{};
    int second{};
};

/// From this moment on, local time is UTC plus `offsetSeconds`.
struct OffsetChange {
    Moment from;
    std::int32_t offsetSeconds{};
    friend bool operator==(const OffsetChange&, const OffsetChange&) = default;
};
BOOST_DESCRIBE_STRUCT(OffsetChange, (), (from, offsetSeconds))

/// A time zone as a table, oldest change first; before the first change its offset holds too.
struct TimeZone {
    std::string name; ///< IANA, as "Asia/Shanghai"
    std::vector<OffsetChange> changes;

    [[nodiscard]] std::int32_t offsetAt(Moment moment) const;
    [[nodiscard]] LocalTime local(Moment moment) const;
    /// The first moment of `date` whose local minute is `minute` or later.
    [[nodiscard]] Moment at(Date date, int minute) const;
    friend bool operator==(const TimeZone&, const TimeZone&) = default;
};
BOOST_DESCRIBE_STRUCT(TimeZone, (), (name, changes))

[[nodiscard]] Date nextDay(Date date);
/// "2026-11-23"
[[nodiscard]] std::string toText(Date date);
[[nodiscard]] std::optional<Date> dateFromText(std::string_view text);

} // namespace usher::protocol
