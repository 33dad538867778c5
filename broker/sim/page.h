// A file that a command writes when it is done, which may be in an hour: whether it can is asked
// before.
#pragma once

#include <filesystem>
#include <string>

namespace usher::sim {

/// Makes the folder it is in if there is none. What is in the way, and what to do, goes to standard
/// error.
[[nodiscard]] bool canWrite(const std::filesystem::path& path);

/// The same if it was not.
[[nodiscard]] bool written(const std::filesystem::path& path, const std::string& text);

} // namespace usher::sim
