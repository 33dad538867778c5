// What a scenario file may hold at most.
#pragma once

#include <cstddef>
#include <cstdint>

namespace usher::sim {

inline constexpr double timeMax = 1e9;
inline constexpr double rateMax = 1e6;
inline constexpr double cvMax = 100;
inline constexpr int stagesMax = 100;
inline constexpr double smallest = 1e-9;
inline constexpr double spread = 1e9;      ///< the longest time over the shortest mean service
inline constexpr double arrivalsMax = 1e8; ///< every wait is kept until its replication ends
inline constexpr std::size_t classesMax = 64;
inline constexpr std::size_t tablesMax = 64;
inline constexpr std::size_t stepsMax = 1'000;
inline constexpr std::uint32_t countersMax = 1'000;

} // namespace usher::sim
