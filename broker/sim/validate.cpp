#include "broker/sim/validate.h"

#include "broker/sim/page.h"
#include "broker/sim/replications.h"
#include "broker/sim/verdicts.h"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <numeric>

namespace usher::sim {

namespace {

constexpr double warmup = 0.02;
constexpr std::size_t batch = 20;
constexpr double heavy = 0.95;

struct Depth {
    std::uint64_t arrivals;
    std::size_t replicationsMax;
};
constexpr Depth full{500'000, 400};
constexpr Depth quick{100'000, batch};

double toleranceOf(const Row& row) {
    return row.load < heavy ? 0.01 : 0.02;
}

/// Index into the rows of the file: a row's customers are the same whatever else is run.
using Chosen = std::vector<std::size_t>;

Chosen choose(const std::vector<Row>& rows, const ValidateOptions& options) {
    constexpr std::size_t stride = 8;
    Chosen chosen;
    std::string group;
    std::size_t number = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!options.only.empty() && rows[i].group != options.only)
            continue;
        // A short run is over before heavy traffic has built up.
        if (options.quick && rows[i].load >= heavy)
            continue;
        number = rows[i].group == group ? number + 1 : 0;
        group = rows[i].group;
        if (!options.quick || number % stride == 0)
            chosen.push_back(i);
    }
    return chosen;
}

/// The usual rule for when to stop: a 95 % interval no wider than what is tolerated.
bool preciseEnough(const Verdict& verdict) {
    const double tolerance = toleranceOf(*verdict.row);
    for (std::size_t i = 0; i < verdict.comparisons.size(); ++i) {
        const Comparison& one = verdict.comparisons[i];
        if (verdict.row->claims[i].kind == Claim::Kind::Mean &&
            2 * one.ours.stderror > tolerance * one.reference)
            return false;
    }
    return true;
}

/// What each claim came to, by replication.
struct Measured {
    std::vector<std::vector<double>> values;
    std::vector<std::vector<std::uint64_t>> customers;
};

Verdict judge(const Row& row, const Measured& measured) {
    Verdict verdict{&row, 0, measured.values.front().size(), {}};
    for (std::size_t c = 0; c < row.claims.size(); ++c) {
        const auto& counts = measured.customers[c];
        verdict.comparisons.push_back(compare(
            row.claims[c], simulate::estimate(measured.values[c]),
            std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}), toleranceOf(row)));
    }
    return verdict;
}

Verdict check(const Row& row, const Depth& depth, std::uint64_t seed, unsigned threads) {
    simulate::Scenario scenario = row.scenario;
    scenario.arrivals = depth.arrivals;
    scenario.warmup = warmup;
    Measured measured;
    measured.values.resize(row.claims.size());
    measured.customers.resize(row.claims.size());
    for (std::size_t first = 0;; first += batch) {
        for (auto& one : measured.values)
            one.resize(first + batch);
        for (auto& one : measured.customers)
            one.resize(first + batch);
        forEachInParallel(
            batch, threads,
            [&](std::size_t i) {
                const auto result = simulate::replicate(scenario, seed, first + i, row.beyond);
                for (std::size_t c = 0; c < row.claims.size(); ++c) {
                    measured.values[c][first + i] = row.claims[c].measure(result);
                    measured.customers[c][first + i] = row.claims[c].figures(result).arrivals;
                }
            },
            [](std::size_t) {});
        Verdict verdict = judge(row, measured);
        verdict.arrivals = depth.arrivals * verdict.replications;
        // A row is not said to fail before all was done to find out.
        const bool done = verdict.agrees() && preciseEnough(verdict);
        if (verdict.replications >= depth.replicationsMax || done)
            return verdict;
    }
}

std::string commandOf(const ValidateOptions& options) {
    std::string text = "usher-sim validate " + options.file.generic_string();
    if (!options.only.empty())
        text += " --only " + options.only;
    if (options.quick)
        text += " --quick";
    return text + " --seed " + std::to_string(options.seed) + " --page " +
           options.page.generic_string();
}

} // namespace

int validate(const ValidateOptions& options) {
    const auto reading = readReference(options.file);
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading)) {
        for (const setup::Problem& problem : *problems)
            std::cerr << setup::toText(problem) << '\n';
        return 2;
    }
    const auto& reference = std::get<Reference>(reading);
    const Chosen chosen = choose(reference.rows, options);
    if (chosen.empty()) {
        std::vector<std::string> groups;
        for (const Row& row : reference.rows)
            if (groups.empty() || groups.back() != row.group)
                groups.push_back(row.group);
        std::cerr << options.file.string() << " has no group \"" << options.only << "\"; "
                  << setup::suggestion(options.only, groups) << '\n';
        return 2;
    }
    if (!options.page.empty() && !canWrite(options.page))
        return 2;
    for (const std::string& other : reference.others)
        std::cerr << "not compared: " << other << " holds no rows of a model\n";

    std::vector<Verdict> verdicts;
    Progress progress{"rows", chosen.size()};
    for (const std::size_t i : chosen) {
        verdicts.push_back(check(reference.rows[i], options.quick ? quick : full, options.seed + i,
                                 options.threads));
        if (!options.json)
            std::cout << toText(verdicts.back()) << std::flush;
        progress(verdicts.size());
    }
    const Summary summary = summaryOf(verdicts);
    if (options.json)
        std::cout << boost::json::serialize(toJson(verdicts)) << '\n';
    else
        std::cout << toText(summary) << '\n';
    const bool told =
        options.page.empty() || written(options.page, toPage(verdicts, commandOf(options)));
    return summary.failed == 0 && told ? 0 : 1;
}

} // namespace usher::sim
