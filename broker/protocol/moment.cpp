#include "broker/protocol/moment.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace usher::protocol {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

Date toDate(sys_days day) {
    const year_month_day ymd{day};
    return {static_cast<int>(ymd.year()) * 10000 +
            static_cast<int>(static_cast<unsigned>(ymd.month())) * 100 +
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

year_month_day toYmd(Date date) {
    return {std::chrono::year{date.yyyymmdd / 10000},
            std::chrono::month{static_cast<unsigned>(date.yyyymmdd / 100 % 100)},
            std::chrono::day{static_cast<unsigned>(date.yyyymmdd % 100)}};
}

} // namespace

std::int32_t TimeZone::offsetAt(Moment moment) const {
    const auto later = std::upper_bound(changes.begin(), changes.end(), moment,
                                        [](Moment m, const OffsetChange& c) { return m < c.from; });
    if (later != changes.begin())
        return std::prev(later)->offsetSeconds;
    return changes.empty() ? 0 : changes.front().offsetSeconds;
}

LocalTime TimeZone::local(Moment moment) const {
    using namespace std::chrono;
    const sys_seconds wall{floor<seconds>(Millis{moment.ms}) + seconds{offsetAt(moment)}};
    const auto midnight = floor<days>(wall);
    const auto ofDay = wall - midnight;
    return {toDate(midnight), static_cast<int>(weekday{midnight}.iso_encoding()) - 1,
            static_cast<int>(duration_cast<minutes>(ofDay).count()),
            static_cast<int>(ofDay.count())};
}

Moment TimeZone::at(Date date, int minute) const {
    using namespace std::chrono;
    const auto wall = sys_days{toYmd(date)}.time_since_epoch() + minutes{minute};
    const std::int64_t asUtc = duration_cast<Millis>(wall).count();
    // Where clocks change, two offsets may fit, or none; the smaller UTC moment that is not before
    // the wall time asked for is the first one.
    const auto before = offsetAt({asUtc - 86'400'000});
    const auto after = offsetAt({asUtc + 86'400'000});
    const std::int64_t early = asUtc - std::int64_t{std::max(before, after)} * 1000;
    const std::int64_t late = asUtc - std::int64_t{std::min(before, after)} * 1000;
    return local({early}).date == date && local({early}).minute >= minute ? Moment{early}
                                                                          : Moment{late};
}

Date nextDay(Date date) {
    return toDate(sys_days{toYmd(date)} + days{1});
}

std::string toText(Date date) {
    char text[32];
    const int size = std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.yyyymmdd / 10000,
                                   date.yyyymmdd / 100 % 100, date.yyyymmdd % 100);
    return {text, static_cast<std::size_t>(size)};
}

std::optional<Date> dateFromText(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    int parts[3]{};
    const std::string_view fields[3]{text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
    for (int i = 0; i < 3; ++i) {
        const auto [end, error] =
            std::from_chars(fields[i].data(), fields[i].data() + fields[i].size(), parts[i]);
        if (error != std::errc{} || end != fields[i].data() + fields[i].size())
            return std::nullopt;
    }
    const Date date{parts[0] * 10000 + parts[1] * 100 + parts[2]};
    if (parts[0] < 1 || !toYmd(date).ok())
        return std::nullopt;
    return date;
}

} // namespace usher::protocol
