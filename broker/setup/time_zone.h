// The time zones the system knows, as the table an outlet carries with it.
//
// Reads the compiled files of tzdata itself, bounds checked, and carries their closing rule on into
// the future; the process environment is neither read nor changed. The table reaches from
// `firstYear` through `lastYear`, and an unknown or damaged zone is nothing.
#pragma once

#include "broker/protocol/moment.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace usher::setup {

inline constexpr int firstYear = 2000;
inline constexpr int lastYear = 2050;

/// `name` as "Europe/Berlin"; `folder` holds the files of tzdata.
[[nodiscard]] std::optional<protocol::TimeZone>
loadTimeZone(std::string_view name, const std::filesystem::path& folder = "/usr/share/zoneinfo");

/// The same from the bytes of one such file (RFC 8536, version 2 or later).
[[nodiscard]] std::optional<protocol::TimeZone> timeZoneFromBytes(std::string_view name,
                                                                  std::string_view bytes);

} // namespace usher::setup
