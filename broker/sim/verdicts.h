// How our figures compare with theory's, and how that is told: a line, JSON, a page.
#pragma once

#include "broker/sim/reference.h"

#include <boost/json/object.hpp>

#include <filesystem>

namespace usher::sim {

struct Comparison {
    std::string what;
    double reference{};
    simulate::Estimate ours;
    double stderrors{}; ///< how many of them ours is off, the reference's own interval included
    double share{};     ///< how far ours is off, of the reference
    bool agrees{};
};

/// Agrees: within four standard errors, or within `tolerance` of the reference. `ours` came from so
/// many customers. Where hardly anybody waited so long the replications cannot tell how uncertain a
/// probability is: its standard error is never taken for less than that of independent draws.
[[nodiscard]] Comparison compare(const Claim& claim, const simulate::Estimate& ours,
                                 std::uint64_t customers, double tolerance);

struct Verdict {
    const Row* row{};
    std::uint64_t arrivals{}; ///< over all replications
    std::size_t replications{};
    std::vector<Comparison> comparisons; ///< in the order of the row's claims

    [[nodiscard]] bool agrees() const;
    /// The one that is furthest off for what it is allowed; at least one is there.
    [[nodiscard]] const Comparison& worst() const;
};

struct Summary {
    std::size_t rows{};
    std::size_t figures{};
    std::size_t failed{}; ///< rows
    std::uint64_t arrivals{};
    double furthest{};       ///< in standard errors, over all figures
    std::size_t beyondTwo{}; ///< figures more than two standard errors off
};
[[nodiscard]] Summary summaryOf(const std::vector<Verdict>& verdicts);
[[nodiscard]] std::string toText(const Summary& summary);

/// One line; if the row fails, a line more for each figure that does not agree.
[[nodiscard]] std::string toText(const Verdict& verdict);
[[nodiscard]] boost::json::object toJson(const std::vector<Verdict>& verdicts);
/// A page of Markdown: a table a group. `command` is what was run.
[[nodiscard]] std::string toPage(const std::vector<Verdict>& verdicts, const std::string& command);

} // namespace usher::sim
