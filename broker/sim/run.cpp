#include "broker/sim/run.h"

#include "broker/sim/replications.h"
#include "broker/sim/scenario_file.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <iostream>

namespace usher::sim {

namespace json = boost::json;
using namespace simulate;

namespace {

json::object spelt(const Estimate& estimate) {
    return {{"mean", estimate.mean}, {"stderr", estimate.stderror}};
}

/// As the member of the report is called.
std::string beyondName(double wait) {
    return fmt::format("p_wait_beyond_{:g}", wait);
}

using Replications = std::vector<const Figures*>;

json::object over(const Replications& all, double Figures::*figure) {
    std::vector<double> values;
    for (const Figures* one : all)
        values.push_back(one->*figure);
    return spelt(estimate(values));
}

/// The figures of one class, or of all together, over all replications.
json::object spelt(const std::string& name, const Replications& all, const RunOptions& options,
                   bool watched) {
    json::object out{{"name", name}};
    std::uint64_t arrivals = 0;
    Figures most;
    for (const Figures* one : all) {
        arrivals += one->arrivals;
        most.longest = std::max(most.longest, one->longest);
        most.worstOvertake = std::max(most.worstOvertake, one->worstOvertake);
        most.passedMost = std::max(most.passedMost, one->passedMost);
    }
    out["arrivals"] = arrivals;
    out["mean_wait"] = over(all, &Figures::mean);
    out["sd_wait"] = over(all, &Figures::sd);
    out["p_wait"] = over(all, &Figures::waited);
    out["abandoned"] = over(all, &Figures::abandoned);
    out["mean_wait_served"] = over(all, &Figures::meanServed);
    out["late"] = over(all, &Figures::late);
    for (std::size_t i = 0; i < options.beyond.size(); ++i) {
        std::vector<double> values;
        for (const Figures* one : all)
            values.push_back(one->beyond[i]);
        out[beyondName(options.beyond[i])] = spelt(estimate(values));
    }
    out["p50"] = over(all, &Figures::p50).at("mean");
    out["p90"] = over(all, &Figures::p90).at("mean");
    out["p99"] = over(all, &Figures::p99).at("mean");
    out["max"] = most.longest;
    out["worst_overtake"] = most.worstOvertake;
    if (watched) {
        out["passed_far"] = over(all, &Figures::passedFar);
        out["passed_most"] = most.passedMost;
    }
    return out;
}

void printLegend() {
    fmt::print(
        "  +-         one standard error over the replications: twice that is a 95 % interval\n"
        "  p50 ..     of the wait, in each replication; the mean of those over all\n"
        "  max        the longest wait of all replications\n"
        "  overtaken  how much later, at worst, somebody came who was called before one who\n"
        "             waited at a counter that might have taken them\n");
}

void print(const json::object& report, const std::vector<double>& beyond) {
    fmt::print("{:<16}{:>12}{:>20}{:>10}", "class", "arrivals", "mean wait", "waiting");
    for (const double wait : beyond)
        fmt::print("{:>10}", fmt::format("> {:g}", wait));
    fmt::print("{:>10}{:>10}{:>10}{:>10}{:>11}{:>11}\n", "p50", "p90", "p99", "max", "overtaken",
               "gave up");
    const auto line = [&](const json::object& one) {
        const auto mean = [&](std::string_view of) { return one.at(of).at("mean").as_double(); };
        fmt::print("{:<16}{:>12}{:>11.5g} +-{:<6.2g}{:>9.1f}%",
                   std::string{one.at("name").as_string()}, one.at("arrivals").as_uint64(),
                   mean("mean_wait"), one.at("mean_wait").at("stderr").as_double(),
                   mean("p_wait") * 100);
        for (const double wait : beyond)
            fmt::print("{:>9.3g}%", mean(beyondName(wait)) * 100);
        fmt::print("{:>10.4g}{:>10.4g}{:>10.4g}{:>10.4g}{:>11.4g}{:>10.2f}%\n",
                   one.at("p50").as_double(), one.at("p90").as_double(), one.at("p99").as_double(),
                   one.at("max").as_double(), one.at("worst_overtake").as_double(),
                   mean("abandoned") * 100);
    };
    for (const char* group : {"classes", "tiers"})
        if (const json::value* all = report.if_contains(group))
            for (const auto& one : all->as_array())
                line(one.as_object());
    line(report.at("all").as_object());
    printLegend();
    if (const json::value* watched = report.if_contains("idle_watched"))
        for (const auto& one : watched->as_array())
            fmt::print("\ncounter {} {} idle beside those it watches: {:.4g} a run\n",
                       one.at("counter").to_number<int>(), std::string{one.at("name").as_string()},
                       one.at("idle").at("mean").as_double());
    fmt::print("\ncounters busy {:.2f} % of the time from the warm-up until the last customer has "
               "gone;\nsimulated: {:.2f} million arrivals a second and core\n",
               report.at("utilisation").at("mean").as_double() * 100,
               report.at("arrivals_per_second").as_double() / 1e6);
}

json::object reportOf(const Scenario& scenario, const Runs& runs, const RunOptions& options) {
    const auto spell = [&](const std::string& name, const auto& figures) {
        Replications all;
        for (const Result& one : runs.results)
            all.push_back(&figures(one));
        return spelt(name, all, options, scenario.overtakeWatch.has_value());
    };
    json::object report;
    json::array classes;
    for (std::size_t i = 0; i < scenario.classes.size(); ++i)
        classes.push_back(spell(
            scenario.classes[i].name, [i](const Result& one) -> auto& { return one.classes[i]; }));
    report["classes"] = std::move(classes);
    if (const auto names = tiersOf(scenario); names.size() < scenario.classes.size()) {
        json::array tiers;
        for (std::size_t i = 0; i < names.size(); ++i)
            tiers.push_back(spell(
                names[i], [i](const Result& one) -> auto& { return one.tiers[i]; }));
        report["tiers"] = std::move(tiers);
    }
    report["all"] = spell(
        "all", [](const Result& one) -> auto& { return one.all; });
    const auto estimated = [&](const auto& figure) {
        std::vector<double> values;
        for (const Result& one : runs.results)
            values.push_back(figure(one));
        return spelt(estimate(values));
    };
    report["utilisation"] = estimated([](const Result& one) { return one.utilisation; });
    json::array idle;
    for (std::size_t i = 0; i < scenario.desks.size(); ++i)
        if (const auto& watch = scenario.desks[i].idleWatch)
            idle.push_back(
                {{"counter", i + 1},
                 {"name", scenario.desks[i].name},
                 {"after", watch->after},
                 {"idle", estimated([i](const Result& one) { return one.idleWatched[i]; })}});
    if (!idle.empty())
        report["idle_watched"] = std::move(idle);
    std::uint64_t arrivals = 0;
    for (const Result& one : runs.results)
        arrivals += one.arrivals;
    report["arrivals_per_second"] = static_cast<double>(arrivals) / runs.seconds;
    return report;
}

} // namespace

int run(const RunOptions& options) {
    const auto reading = readScenario(options.scenario);
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading)) {
        for (const setup::Problem& problem : *problems)
            std::cerr << setup::toText(problem) << '\n';
        return 2;
    }
    const auto& scenario = std::get<Scenario>(reading);
    const Runs runs =
        replicateAll(scenario, options.seed, options.replications, options.threads, options.beyond);
    const json::object report = reportOf(scenario, runs, options);
    if (options.json)
        std::cout << json::serialize(report) << '\n';
    else
        print(report, options.beyond);
    return 0;
}

} // namespace usher::sim
