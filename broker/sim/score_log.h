// `usher-sim score`: how good wait forecasts are on a recorded log, beside what others would have
// said.
//
// Scored are the callers of the test days who waited and were served, by what was said when they
// came, from what was knowable then. Those who gave up are told apart: nobody knows how long they
// would have waited.
#pragma once

#include "broker/sim/call_log.h"
#include "broker/sim/scores.h"

#include <string>

namespace usher::sim {

struct ScoreLogOptions {
    std::filesystem::path log;
    std::filesystem::path trainLog; ///< empty: the training days are of `log`, too
    std::string trainDays;          ///< "1-14", "odd" or "even"
    std::string testDays;
    std::size_t futures{200};
    std::uint64_t seed{1};
    unsigned threads{}; ///< 0: as many as there are cores
    bool json{};
};

struct LogScores {
    struct Predicted {
        std::string name;
        Accuracy all;
    };
    std::size_t customers{};
    double meanWait{}; ///< seconds
    std::size_t gaveUp{};
    std::size_t unforeseen{}; ///< no agent was to be seen: recent waits were said instead
    std::vector<Predicted> predictors;

    [[nodiscard]] const Accuracy& of(std::string_view name) const;
};

/// Requires days that are known to be well spelt.
[[nodiscard]] LogScores logScores(const CallLog& train, const CallLog& test,
                                  const ScoreLogOptions& options);

/// Prints them; 0, or 2 for a bad log or bad days, whose problems go to standard error.
[[nodiscard]] int scoreLog(const ScoreLogOptions& options);

} // namespace usher::sim
