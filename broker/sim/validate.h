// `usher-sim validate FILE`: runs every row of a reference file and compares.
//
// Twenty replications of two million arrivals a row, and twenty more until four standard errors of
// every mean wait fit into the tolerance: so a row that agrees does not owe it to noise.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace usher::sim {

struct ValidateOptions {
    std::filesystem::path file;
    std::string only; ///< one group; empty: all
    bool quick{};     ///< some rows of every group, shorter, by the same rule
    std::uint64_t seed{1};
    unsigned threads{}; ///< 0: as many as there are cores
    bool json{};
    std::filesystem::path page; ///< also written there, as Markdown; empty: nowhere
};

/// The exit code: 0; 1 if a row fails or the page cannot be written; 2 for a bad file or group.
[[nodiscard]] int validate(const ValidateOptions& options);

} // namespace usher::sim
