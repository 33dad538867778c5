// A running broker: every room put together in the right order, until it is told to stop.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace usher::house {

struct RunOptions {
    std::filesystem::path outlet;
    std::filesystem::path data;
    std::string listen{"127.0.0.1"};
    std::optional<std::uint16_t> port; ///< of the door; feeds on +1 and +2. Absent: as last time
    std::optional<std::uint16_t> metricsPort; ///< on loopback; absent: door + 3
    double speed{1.0};
    std::string startAt; ///< "HH:MM" of today: where a faster clock begins
};

inline constexpr std::uint16_t defaultPort = 7001;

/// Exit code: 0 stopped as asked; 1 could not start or go on; 2 the outlet file is bad.
[[nodiscard]] int run(const RunOptions& options);

} // namespace usher::house
