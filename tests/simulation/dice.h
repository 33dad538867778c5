// Chance for one part of the world: a stream of its own from the seed and the part's name, so that
// a change in one part does not reshuffle the others.
#pragma once

#include "broker/forecast/chance.h"
#include "broker/protocol/moment.h"

#include <cstddef>
#include <vector>

namespace usher::world {

class Dice {
public:
    /// `part`: whose dice they are; any two parts differ.
    Dice(std::uint64_t seed, std::uint64_t part) : chance_{seed, part} {}

    /// From 0 to `n` - 1; `n` is at least 1.
    [[nodiscard]] std::size_t below(std::size_t n) {
        return static_cast<std::size_t>(chance_.bits() % n);
    }
    /// Never, if `n` is 0.
    [[nodiscard]] bool oneIn(std::size_t n) { return n != 0 && below(n) == 0; }
    /// Both ends included.
    [[nodiscard]] protocol::Millis between(std::int64_t least, std::int64_t most) {
        return protocol::Millis{least +
                                static_cast<std::int64_t>(
                                    chance_.bits() % static_cast<std::uint64_t>(most - least + 1))};
    }
    /// One of a list that is not empty.
    template <class T>
    [[nodiscard]] const T& pick(const std::vector<T>& all) {
        return all[below(all.size())];
    }
    [[nodiscard]] std::uint64_t bits() { return chance_.bits(); }

private:
    forecast::Chance chance_;
};

} // namespace usher::world
