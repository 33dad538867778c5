#include "broker/sim/page.h"

#include <fstream>
#include <iostream>

namespace usher::sim {

namespace {

bool refuse(const std::filesystem::path& path) {
    std::cerr << path.string()
              << ": cannot be written; name a file in a folder that you may write to\n";
    return false;
}

} // namespace

bool canWrite(const std::filesystem::path& path) {
    std::error_code trouble;
    if (path.has_parent_path())
        std::filesystem::create_directories(path.parent_path(), trouble);
    const bool there = std::filesystem::exists(path, trouble);
    if (!std::ofstream{path, std::ios::app})
        return refuse(path);
    if (!there)
        std::filesystem::remove(path, trouble);
    return true;
}

bool written(const std::filesystem::path& path, const std::string& text) {
    return std::ofstream{path} << text << std::flush ? true : refuse(path);
}

} // namespace usher::sim
