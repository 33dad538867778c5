#include "tests/simulation/story.h"

#include <utility>

namespace usher::world {

std::uint64_t hashed(std::uint64_t hash, std::string_view bytes) {
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

void Story::tell(std::string line) {
    hash_ = hashed(hash_, line);
    ++lines_;
    last_.push_back(std::move(line));
    if (last_.size() > linesKept)
        last_.pop_front();
}

void Story::count(std::string_view situation) {
    const auto at = counts_.find(situation);
    if (at == counts_.end())
        counts_.emplace(situation, 1);
    else
        ++at->second;
}

} // namespace usher::world
