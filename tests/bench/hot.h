// What runs for every command, so many times and nothing else: for counting the instructions of
// one, which a busy machine does not change. `./usher bench --instructions` counts and subtracts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace usher::bench {

/// A line each: name, tab, how often to run it, tab, what it is.
[[nodiscard]] std::string hotPaths();
/// False if no path has that name.
[[nodiscard]] bool runHot(std::string_view name, std::size_t times);

} // namespace usher::bench
