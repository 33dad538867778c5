// usher-sim: the rules of the house on a virtual clock. What a policy costs, what a forecast is
// worth, what would happen if.
#include "broker/setup/problem.h"
#include "broker/sim/day.h"
#include "broker/sim/policies.h"
#include "broker/sim/run.h"
#include "broker/sim/score_lobby.h"
#include "broker/sim/score_log.h"
#include "broker/sim/validate.h"
#include "broker/sim/what_if.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>

namespace {

using namespace usher::sim;

using Chosen = std::function<int()>;

void addSeed(CLI::App& app, std::uint64_t& seed, const char* what) {
    // A minus sign would be taken, and wrap around.
    const CLI::Validator fromZero{[](const std::string& text) {
                                      return text.starts_with('-')
                                                 ? "say a whole number from 0, not " + text
                                                 : std::string{};
                                  },
                                  "from 0"};
    app.add_option("--seed", seed, what)->check(fromZero);
}

void addValidate(CLI::App& app, ValidateOptions& options, Chosen& chosen) {
    CLI::App* validate =
        app.add_subcommand("validate", "Compare the simulator with queueing theory.");
    validate->add_option("FILE", options.file, "As tests/queueing/reference.json")->required();
    validate->add_option("--only", options.only, "One group of the file");
    validate->add_flag("--quick", options.quick, "Some rows of every group, in seconds");
    addSeed(*validate, options.seed, "The same seed, the same customers");
    validate->add_option("--threads", options.threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    validate->add_flag("--json", options.json, "Print JSON: every figure");
    validate->add_option("--page", options.page, "Also write the tables there, as Markdown");
    validate->callback([&] { chosen = [&] { return usher::sim::validate(options); }; });
}

void addWhatIf(CLI::App& app, WhatIfOptions& options, Chosen& chosen) {
    CLI::App* whatIf = app.add_subcommand(
        "whatif", "The rest of an outlet's day, with and without a change: who gains, who loses.");
    whatIf->add_option("--data", options.data, "Of a broker, running or not")->required();
    whatIf->add_option("--at", options.at,
                       "HH:MM or \"YYYY-MM-DD HH:MM\"; the journal's end if not");
    whatIf
        ->add_option("--change", options.changes,
                     "As \"counter 3 serves cash,ordinary\"; repeat it")
        ->required();
    whatIf->add_option("--futures", options.futures, "How many days to draw")
        ->check(CLI::Range(2, 100'000));
    addSeed(*whatIf, options.seed, "The same seed, the same customers");
    whatIf->add_option("--threads", options.threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    whatIf->add_flag("--json", options.json, "Print JSON, as of Foreseen in docs/protocol.md");
    whatIf->callback([&] { chosen = [&] { return usher::sim::whatIf(options); }; });
}

void addScoreLobby(CLI::App& app, ScoreLobbyOptions& options, Chosen& chosen) {
    CLI::App* score = app.add_subcommand(
        "score-lobby", "How good the forecasts are on the reference lobby, beside others'.");
    score->add_option("--days", options.days, "Days that are scored")
        ->check(CLI::Range(1, 100'000));
    score->add_option("--customers", options.customers, "A day: 460 is 70 % load, 560 is 85 %")
        ->check(CLI::Range(1, 5000));
    score->add_option("--futures", options.futures, "Rolled for every forecast")
        ->check(CLI::Range(2, 100'000));
    score->add_option("--learn", options.learnt, "Days to learn from first, twice")
        ->check(CLI::Range(0, 10'000));
    addSeed(*score, options.seed, "The same seed, the same days");
    score->add_option("--threads", options.threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    score->add_flag("--json", options.json, "Print JSON");
    score->callback([&] { chosen = [&] { return usher::sim::scoreLobby(options); }; });
}

void addScore(CLI::App& app, ScoreLogOptions& options, Chosen& chosen) {
    CLI::App* score = app.add_subcommand(
        "score", "How good the forecasts are on a recorded log, beside others'.");
    score->add_option("--log", options.log, "A log of calls, as in docs/forecast.md")->required();
    score->add_option("--train-days", options.trainDays, "As 1-14, odd or even")->required();
    score->add_option("--test-days", options.testDays, "As 15-28, odd or even")->required();
    score->add_option("--train-log", options.trainLog, "The training days are of this log");
    score->add_option("--futures", options.futures, "Rolled for every forecast")
        ->check(CLI::Range(2, 100'000));
    addSeed(*score, options.seed, "The same seed, the same futures");
    score->add_option("--threads", options.threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    score->add_flag("--json", options.json, "Print JSON");
    score->callback([&] { chosen = [&] { return usher::sim::scoreLog(options); }; });
}

void addPolicies(CLI::App& app, PoliciesOptions& options, Chosen& chosen) {
    CLI::App* policies =
        app.add_subcommand("policies", "Compare rules in one lobby, on the same customers.");
    policies->add_option("--lobby", options.lobby, "A scenario with the tiers and counters of")
        ->capture_default_str();
    policies->add_option("--days", options.days, "How many")->check(CLI::Range(20, 1'000'000));
    policies->add_option("--customers", options.customers, "A day; several loads are allowed")
        ->check(CLI::Range(1, 100'000));
    addSeed(*policies, options.seed, "The same seed, the same customers");
    policies->add_option("--threads", options.threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    policies
        ->add_option("--out", options.out,
                     "The folder for policies.md and policies.svg, made if need be")
        ->required();
    policies->callback([&] { chosen = [&] { return comparePolicies(options); }; });
}

void addDay(CLI::App& app, WriteDayOptions& options, Chosen& chosen) {
    CLI::App* day = app.add_subcommand("day", "Make a day for usher-rehearse to play.");
    day->add_option("--outlet", options.outlet, "The outlet file")->required();
    day->add_option("--out", options.out, "The day's file")->required();
    day->add_option("--people", options.people, "A folder with staff.csv and cards.csv")
        ->capture_default_str();
    day->add_option("--counters", options.counters, "Those that are open; all if not said");
    addSeed(*day, options.seed, "The same seed, the same day");
    auto* customers = day->add_option("--customers", options.customers, "How many on average")
                          ->check(CLI::Range(1, 20'000));
    day->add_option("--load", options.load, "Else: how busy tellers are, 0.85 as a rule")
        ->check(CLI::Range(0.01, 3.0))
        ->excludes(customers);
    day->callback([&] { chosen = [&] { return writeDay(options); }; });
}

/// The first word, if it is neither a file nor a subcommand but nearly the latter.
std::string slip(const CLI::App& app, int argc, char** argv) {
    const std::string word = argc > 1 ? argv[1] : "";
    std::vector<std::string> known;
    for (const CLI::App* one : app.get_subcommands({}))
        known.push_back(one->get_name());
    const bool other = word.empty() || word.front() == '-' || std::filesystem::exists(word) ||
                       std::find(known.begin(), known.end(), word) != known.end();
    const std::string instead = other ? "" : usher::setup::suggestion(word, known);
    return instead.starts_with("did you mean")
               ? "\"" + word + "\" is neither a file nor a subcommand; " + instead
               : "";
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Simulates a lobby with the rules of the live broker."};
    Chosen chosen;

    RunOptions runs;
    app.add_option("SCENARIO", runs.scenario, "A scenario file, as in docs/simulator.md");
    addSeed(app, runs.seed, "The same seed, the same customers");
    app.add_option("--replications", runs.replications, "How many independent runs")
        ->check(CLI::Range(1, 100'000));
    app.add_option("--threads", runs.threads, "0: as many as there are cores")
        ->check(CLI::Range(0, 1024));
    app.add_option("--beyond", runs.beyond, "Also: the share that waited longer than this");
    app.add_flag("--json", runs.json, "Print JSON");
    app.require_subcommand(0, 1);
    ValidateOptions validation;
    addValidate(app, validation, chosen);
    WhatIfOptions question;
    addWhatIf(app, question, chosen);
    ScoreLogOptions log;
    addScore(app, log, chosen);
    ScoreLobbyOptions lobby;
    addScoreLobby(app, lobby, chosen);
    PoliciesOptions comparison;
    addPolicies(app, comparison, chosen);
    WriteDayOptions rehearsal;
    addDay(app, rehearsal, chosen);

    if (const std::string why = slip(app, argc, argv); !why.empty()) {
        std::cerr << why << '\n';
        return 2;
    }
    CLI11_PARSE(app, argc, argv);
    try {
        if (chosen)
            return chosen();
        if (runs.scenario.empty()) {
            std::cerr << app.help();
            return 2;
        }
        return run(runs);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
