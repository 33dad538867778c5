// A recorded log of calls: who came when, waited how long, was served by whom, or gave up.
//
// Columns are found by their name in the first line, in any order; others are ignored. Rows may be
// in any order. A bad log is refused with everything that is wrong with it.
#pragma once

#include "broker/setup/problem.h"

#include <filesystem>
#include <variant>
#include <vector>

namespace usher::sim {

/// Times are seconds since midnight of the call's day.
struct Call {
    int day{};
    int weekday{};  ///< 0 is Monday
    int type{};     ///< below Call::types
    int priority{}; ///< 2 is credited head start; below Call::priorities
    bool queued{};
    int came{}; ///< in the queue, or straight to an agent
    int left{}; ///< the queue, to an agent or for good; as came if not queued
    bool served{};
    int begun{}; ///< service; 0 if not served, as is ended
    int ended{};
    int agent{-1}; ///< -1: not recorded

    static constexpr int types = 16;
    static constexpr int priorities = 3;
    [[nodiscard]] int waited() const { return left - came; }
};

/// In order of day and arrival.
using CallLog = std::vector<Call>;
using CallReading = std::variant<CallLog, std::vector<setup::Problem>>;

[[nodiscard]] CallReading readCalls(const std::filesystem::path& path);
/// The same from text; problems name `file`.
[[nodiscard]] CallReading readCallsText(std::string_view text, std::string_view file);

} // namespace usher::sim
