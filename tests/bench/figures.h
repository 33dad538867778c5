// Figures and their limits: what was measured, beside the bare thing of the same run.
//
// A ratio is value / limit: for rates higher is better and 1 is the limit; for times lower is.
#pragma once

#include "tests/support/folder.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace usher::bench {

using Clock = std::chrono::steady_clock;

struct Figure {
    std::string name;
    double value{};
    std::string unit;
    double limit{};
    std::string limitIs; ///< a sentence
};

/// Paired samples, taken in alternating rounds so that a busy machine weighs on both.
struct Sides {
    std::vector<double> measured;
    std::vector<double> bare;
};

/// How much of everything to do.
struct Effort {
    std::size_t rounds{}; ///< of measured and bare in turn
    std::size_t turns{};  ///< the same, of `span` each
    std::chrono::milliseconds span{};
    std::vector<std::size_t> clients;   ///< in flight at once
    std::size_t doorClients{};          ///< in flight at once, over sockets
    std::size_t commands{};             ///< one at a time, a round
    std::vector<std::size_t> audiences; ///< replicas on the feed
    std::size_t messages{};             ///< on the feed, a round
    std::uint64_t events{};             ///< in the journal to start from
    std::size_t waiting{};              ///< in the line

    static Effort full();
    static Effort quick();
    static Effort smoke();
};

/// A folder on a real disk.
struct Folder : test::Folder {
    Folder();
};

/// `q` from 0 to 1. Requires at least one sample.
[[nodiscard]] double quantile(std::vector<double> samples, double q);
[[nodiscard]] double seconds(Clock::duration span);

[[nodiscard]] std::string toTable(const std::vector<Figure>& figures);
[[nodiscard]] std::string toMarkdown(const std::vector<Figure>& figures);
/// An SVG of how many times the bare limit each takes.
[[nodiscard]] std::string toDrawing(const std::vector<Figure>& figures);
[[nodiscard]] std::string toJson(const std::vector<Figure>& figures);
/// What is missing or makes no sense in a JSON of toJson; empty if all is well.
[[nodiscard]] std::string objection(const std::string& json, const std::vector<Figure>& figures);

// One source file each; they fail by exception, which ends the run.
[[nodiscard]] std::vector<Figure> durableCommands(const Effort& effort);
[[nodiscard]] std::vector<Figure> roundTrip(const Effort& effort);
[[nodiscard]] std::vector<Figure> feeds(const Effort& effort);
[[nodiscard]] std::vector<Figure> rooms(const Effort& effort);
[[nodiscard]] std::vector<Figure> sieges(const Effort& effort);
[[nodiscard]] std::vector<Figure> overload(const Effort& effort);
[[nodiscard]] std::vector<Figure> startUp(const Effort& effort);
[[nodiscard]] std::vector<Figure> dispatch(const Effort& effort);
[[nodiscard]] std::vector<Figure> lines(const Effort& effort);
[[nodiscard]] std::vector<Figure> simulated(const Effort& effort);
[[nodiscard]] std::vector<Figure> reforecasts(const Effort& effort);
[[nodiscard]] std::vector<Figure> whatIfs(const Effort& effort);

} // namespace usher::bench
