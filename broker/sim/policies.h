// `usher-sim policies`: the reference lobby under many rules, on the same customers, as a page.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace usher::sim {

struct PoliciesOptions {
    std::filesystem::path lobby{"assets/lobbies/reference.toml"};
    std::size_t days{5'000};
    std::vector<double> customers{560, 460, 620}; ///< a day; the first is told about at length
    std::uint64_t seed{1};
    unsigned threads{};        ///< 0: as many as there are cores
    std::filesystem::path out; ///< a folder: policies.md and policies.svg
};

/// The exit code: 0; 1 if the page was not written in the end; 2 if it cannot be, or for a bad
/// lobby.
[[nodiscard]] int comparePolicies(const PoliciesOptions& options);

} // namespace usher::sim
