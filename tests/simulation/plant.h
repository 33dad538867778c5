// Bugs on purpose, one at a time: what each of the checkers is there for.
//
// A plant lives in the world around our code (its disk, its network, its clients, what it hands to
// the engine), never in the code that ships. A soak shows that each is caught, and after how many
// days.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace usher::world {

enum class Plant {
    None,
    AckBeforeSync,
    LyingDrive,
    TornTailBelieved,
    FailedYetWritten,
    SaidBeforeCommit,
    AnswersForgotten,
    NewIdOnRetry,
    RepliesSwapped,
    GapIgnored,
    DoubleCounted,
    WrongHeadStart,
    SeniorityLost,
    DroppedAtMidnight,
    NumbersStartAgain,
    CalledTwice,
    BoardLeaksTier,
    CardInClear,
    WrongReason,
};

struct Planted {
    Plant plant{};
    std::string_view name;
    std::string_view what;
};

/// All but None.
[[nodiscard]] std::span<const Planted> allPlants();
[[nodiscard]] std::optional<Plant> plantNamed(std::string_view name);

} // namespace usher::world
