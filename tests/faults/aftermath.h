// Every end a tape could have come to, and whether the real journal can live with it.
//
// After each step: the process was killed, or the power cut, in as many ways as asked for. What is
// then in the folder is opened as the broker opens it. It must open, verify clean, hold exactly
// what the ledger allows, and take the next batch.
#pragma once

#include "tests/faults/ledger.h"
#include "tests/faults/platter.h"

#include <set>

namespace usher::faults {

struct Effort {
    std::uint64_t seeds{1};  ///< power cuts of every kind after each step
    std::size_t every{1};    ///< each so many steps
    std::size_t secondIn{0}; ///< one in so many ends is lived on from, and cut again; 0: none
    std::uint64_t from{1};   ///< the first seed
    std::size_t first{0};    ///< from this step
    std::size_t last{SIZE_MAX};
};

struct Tally {
    std::size_t trials{}; ///< faults that struck
    std::size_t steps{};  ///< of all tapes
    std::size_t states{}; ///< folders opened, no two alike
    std::size_t lives{};  ///< lived on from
    std::vector<std::string> complaints;
    void add(const Tally& other);
};

class Aftermath {
public:
    Aftermath(Effort effort, Platter start) : effort_{effort}, start_{std::move(start)} {}
    /// Stops looking at what follows a step that went wrong.
    [[nodiscard]] Tally of(const std::vector<Step>& tape, const Ledger& ledger);

private:
    using Allowed = std::vector<Ledger::Shared>;
    void endHere(const Platter& platter, const Ledger& ledger, std::size_t step);
    [[nodiscard]] bool isNew(const Files& files, const Allowed& allowed);
    void inspect(const Files& files, const Allowed& allowed, const std::string& end);
    /// What a life that begins with these files asks of the disk is looked at in turn.
    void liveOn(const Platter& platter, const Files& files, const Allowed& allowed,
                const std::string& end);

    Effort effort_;
    Platter start_;
    Tally tally_;
    std::set<std::pair<std::size_t, const void*>> seen_;
};

} // namespace usher::faults
