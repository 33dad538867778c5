// `usher-sim SCENARIO.toml`: runs a scenario and prints what its customers went through.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace usher::sim {

struct RunOptions {
    std::filesystem::path scenario;
    std::uint64_t seed{1};
    std::size_t replications{20};
    unsigned threads{}; ///< 0: as many as there are cores
    bool json{};
    std::vector<double> beyond; ///< also print the share that waited longer than each of these
};

/// The exit code: 0, or 2 for a bad scenario, whose problems go to standard error.
[[nodiscard]] int run(const RunOptions& options);

} // namespace usher::sim
