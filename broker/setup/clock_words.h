// Weekdays and times of day, as they are written in an outlet file.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace usher::setup {

/// In the order of protocol::Weekday.
inline constexpr std::array<const char*, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};

/// Minutes from midnight of "HH:MM", 24:00 included.
[[nodiscard]] std::optional<int> minuteOf(std::string_view text);

} // namespace usher::setup
