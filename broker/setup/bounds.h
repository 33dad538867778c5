// How large an outlet may be written down: every bound of the setup file, in one place.
#pragma once

#include <cstddef>
#include <cstdint>

namespace usher::setup {

inline constexpr std::size_t fileBytesMax = 1'048'576;
inline constexpr std::size_t lineBytesMax = 2'000; ///< a key of more parts would exhaust the stack
inline constexpr int badLinesMax = 5; ///< after so many that are not plain the rest is not read
inline constexpr std::size_t textBytesMax = 90; ///< thirty Hanzi
inline constexpr std::size_t groupsMax = 6;     ///< what fits the kiosk's first page
inline constexpr std::size_t zonesMax = 16;
inline constexpr std::size_t servicesMax = 64;
inline constexpr std::size_t tiersMax = 16;
inline constexpr std::size_t seriesMax = 26;
inline constexpr std::size_t countersMax = 99;
inline constexpr std::size_t takesMax = 64;
inline constexpr std::size_t bandsMax = 32;
inline constexpr std::size_t holidaysMax = 366;
inline constexpr std::size_t wordsMax = 400;        ///< in any list of texts
inline constexpr std::int64_t spanMinutesMax = 240; ///< head starts, targets, services, delays
inline constexpr std::int64_t counterNumberMax = 999;
inline constexpr std::int64_t seriesNumberMax = 999;

} // namespace usher::setup
