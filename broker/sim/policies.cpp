#include "broker/sim/policies.h"

#include "broker/sim/page.h"
#include "broker/sim/replications.h"
#include "broker/sim/scenario_file.h"
#include "broker/sim/standings.h"

#include <fmt/format.h>

#include <iostream>

namespace usher::sim {

using namespace simulate;

namespace {

std::optional<Scenario> lobbyOf(const PoliciesOptions& options) {
    auto reading = readScenario(options.lobby);
    auto* problems = std::get_if<std::vector<setup::Problem>>(&reading);
    std::vector<setup::Problem> found =
        problems ? *problems : missing(std::get<Scenario>(reading), options.lobby.string());
    for (const setup::Problem& problem : found)
        std::cerr << setup::toText(problem) << '\n';
    if (!found.empty())
        return std::nullopt;
    return std::get<Scenario>(std::move(reading));
}

/// Work over capacity while the doors are open.
double loadOf(const Scenario& lobby) {
    double work = 0;
    for (const CustomerClass& one : lobby.classes)
        work += expectedOf(one.rate, *lobby.minutes) * one.service.mean;
    return work / *lobby.minutes / countersOf(lobby);
}

class Contest {
public:
    Contest(const PoliciesOptions& options, std::size_t rules)
        : options_{options}, progress_{"rules tried", rules} {}

    std::vector<Standing> run(std::vector<Contender> contenders, const Scenario& lobby) {
        std::vector<Standing> standings;
        for (Contender& one : contenders) {
            Trial trial = tryOut(one, lobby, options_.days, options_.seed, options_.threads);
            standings.push_back({std::move(one), std::move(trial)});
            progress_(++done_);
        }
        return standings;
    }

private:
    const PoliciesOptions& options_;
    Progress progress_;
    std::size_t done_{};
};

std::string commandOf(const PoliciesOptions& options) {
    std::string text = fmt::format("usher-sim policies --days {} --seed {} --out {}", options.days,
                                   options.seed, options.out.generic_string());
    if (options.customers != PoliciesOptions{}.customers)
        for (const double customers : options.customers)
            text += fmt::format(" --customers {:g}", customers);
    return text;
}

} // namespace

int comparePolicies(const PoliciesOptions& options) {
    const auto lobby = lobbyOf(options);
    if (!lobby)
        return 2;
    const std::filesystem::path page = options.out / "policies.md";
    const std::filesystem::path drawing = options.out / "policies.svg";
    if (!canWrite(page) || !canWrite(drawing))
        return 2;
    std::vector<Standings> loads;
    Contest contest{options, options.customers.size() *
                                 (policies(*lobby).size() + otherSystems(*lobby).size())};
    for (const double customers : options.customers) {
        const Scenario busy = withCustomers(*lobby, customers);
        Standings standings{customers, loadOf(busy), {}, {}};
        standings.policies = contest.run(policies(busy), busy);
        standings.systems = contest.run(otherSystems(busy), busy);
        loads.push_back(std::move(standings));
    }
    return written(page, toPage(loads, options.days, commandOf(options))) &&
                   written(drawing, toDrawing(loads.front(), options.days))
               ? 0
               : 1;
}

} // namespace usher::sim
