// `usher-sim score-lobby`: how good the wait forecasts are on the reference lobby, beside what
// others would have told the same customers.
//
// Scored is everybody who had to wait, by what was said when the ticket was taken.
#pragma once

#include "broker/sim/lobby_day.h"
#include "broker/sim/scores.h"

#include <string>

namespace usher::sim {

struct ScoreLobbyOptions {
    std::size_t days{150};
    double customers{560}; ///< a day, on average
    std::size_t futures{200};
    std::size_t learnt{20}; ///< days before the first that is scored: to learn from
    std::uint64_t seed{1};
    unsigned threads{}; ///< 0: as many as there are cores
    bool json{};
};

struct Predicted {
    std::string name;
    Accuracy all;
    std::vector<Accuracy> tiers; ///< in the lobby's order
};

struct LobbyScores {
    std::vector<std::string> tiers;
    std::vector<Predicted> predictors; ///< the baselines, then ours
    double meanWait{};                 ///< seconds, of those who had to
    /// RMSE of whoever knew all but the future, by Speeds: what the futures say of themselves.
    std::array<double, 2> irreducible{};

    [[nodiscard]] const Accuracy& of(std::string_view name) const;
};

/// The same whatever the number of threads.
[[nodiscard]] LobbyScores lobbyScores(const ScoreLobbyOptions& options);

/// Prints them; the exit code.
[[nodiscard]] int scoreLobby(const ScoreLobbyOptions& options);

} // namespace usher::sim
