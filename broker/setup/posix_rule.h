// The rule a time-zone file ends with: how its clocks change for ever after.
//
// Reads the POSIX TZ text, as "CET-1CEST,M3.5.0,M10.5.0/3", and says when its clocks change in a
// given year. Only what such a file may hold is understood; anything else is nothing.
#pragma once

#include "broker/protocol/moment.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace usher::setup {

class PosixRule {
public:
    [[nodiscard]] static std::optional<PosixRule> parse(std::string_view text);

    /// Seconds east of UTC when no summer time holds.
    [[nodiscard]] std::int32_t standardOffset() const { return standard_; }
    /// The changes of one year of the calendar, oldest first; none if it never changes.
    [[nodiscard]] std::vector<protocol::OffsetChange> changesIn(int year) const;

private:
    /// A day of the year, and the second of that day at which something begins.
    struct Turn {
        enum class Kind { DayWithoutLeap, DayWithLeap, WeekdayOfMonth };
        Kind kind{};
        int day{};   ///< of the year; or the weekday, Sunday 0
        int week{};  ///< 1 to 5, 5 is the last
        int month{}; ///< 1 to 12
        std::int32_t second{7200};
    };
    class Reader;

    /// Seconds since 1970 as if local time were UTC.
    [[nodiscard]] static std::int64_t wallSecond(const Turn& turn, int year);

    std::int32_t standard_{};
    std::int32_t summer_{};
    std::optional<std::array<Turn, 2>> turns_; ///< summer begins, summer ends
};

} // namespace usher::setup
