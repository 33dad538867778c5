// Reads the outlet file, and refuses a bad one with everything that is wrong with it.
//
// Past this gate every id is known, every service has a counter for every tier, every tier a series
// of numbers, and the overtaking bound holds: nobody checks again.
#pragma once

#include "broker/protocol/setup.h"
#include "broker/setup/problem.h"

#include <filesystem>
#include <string_view>
#include <variant>
#include <vector>

namespace usher::setup {

/// The outlet, or at least one problem, in the order of the file.
using Reading = std::variant<protocol::Setup, std::vector<Problem>>;

[[nodiscard]] Reading read(const std::filesystem::path& path);

/// The same from text; problems name `file`.
[[nodiscard]] Reading readText(std::string_view text, std::string_view file);

} // namespace usher::setup
