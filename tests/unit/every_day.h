// Random days at random outlets, for properties that hold on every one of them.
//
// A property looks after each move and before each event; a failure prints the day, made as short
// as it can be.
#pragma once

#include "tests/support/random_day.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace usher::stage {

using Moves = std::vector<Move>;
using Look = std::function<void(const Stage&)>;
using Before = std::function<void(const outlet::Outlet&, const protocol::Record&)>;

inline void live(bool setupChanges, const Look& look, const Before& before = {}) {
    const auto numbers =
        rc::gen::container<std::vector<std::uint8_t>>(90, rc::gen::arbitrary<std::uint8_t>());
    const protocol::Setup first = randomSetup(*numbers);
    const auto second = setupChanges ? std::optional{randomSetup(*numbers)} : std::nullopt;
    const Moves moves = *rc::gen::scale(3.0, rc::gen::arbitrary<Moves>());
    RandomDay day{first, second};
    day.stage.before = before;
    for (const Move& move : moves) {
        day.make(move);
        look(day.stage);
    }
}

} // namespace usher::stage
