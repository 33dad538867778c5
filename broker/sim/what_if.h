// `usher-sim whatif`: takes a live or recorded outlet at one moment, plays the rest of its day with
// and without a change, and says who gains and who loses.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace usher::sim {

struct WhatIfOptions {
    std::filesystem::path data;
    std::string at; ///< "HH:MM" of the journal's last day, or "YYYY-MM-DD HH:MM"; empty: its end
    std::vector<std::string> changes;
    std::size_t futures{400};
    std::uint64_t seed{1};
    unsigned threads{};
    bool json{};
};

/// The exit code: 0; 1 if the journal cannot be read; 2 if the question makes no sense.
[[nodiscard]] int whatIf(const WhatIfOptions& options);

} // namespace usher::sim
