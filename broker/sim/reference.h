// What queueing theory says: the rows of a reference file, each a scenario and what must come out.
//
// The rows are data (tests/queueing/reference.json); how a model is built as a scenario of the
// house's rules is written here, a function a group. Nothing is simulated here.
#pragma once

#include "broker/setup/problem.h"
#include "broker/simulate/measure.h"

#include <filesystem>
#include <functional>
#include <variant>

namespace usher::sim {

/// A figure theory knows, and how to read ours from one replication.
struct Claim {
    enum class Kind {
        Mean,        ///< of waits: these decide how many replications are enough
        Probability, ///< a share of `customers`
        Other
    };
    std::string what;
    double value{};
    double stderror{}; ///< of the reference where that was simulated itself; else 0
    Kind kind{Kind::Other};
    std::optional<std::size_t> customers; ///< a class; nothing: everybody
    std::function<double(const simulate::Result&)> measure;

    [[nodiscard]] const simulate::Figures& figures(const simulate::Result& result) const {
        return customers ? result.classes[*customers] : result.all;
    }
};

struct Row {
    std::string group;
    std::string name; ///< what tells it from the others of its group: "c 3, load .9, b 3:1"
    double load{};
    simulate::Scenario scenario; ///< without a length: who runs it decides
    std::vector<double> beyond;  ///< waits whose tail probabilities are claimed
    std::vector<Claim> claims;
};

struct Reference {
    std::vector<Row> rows;           ///< in the order of the file
    std::vector<std::string> others; ///< groups of the file that hold no rows we know
};

using ReferenceReading = std::variant<Reference, std::vector<setup::Problem>>;

[[nodiscard]] ReferenceReading readReference(const std::filesystem::path& path);
/// The same from text; problems name `file`.
[[nodiscard]] ReferenceReading readReferenceText(std::string_view text, std::string_view file);

} // namespace usher::sim
