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

using Replications = std::vector<const Figures*>;

json::object over(const Replications& all, double Figures::*figure) {
    std::vector<double> values;
    for (const Figures* one : all)
        values.push_back(one->*figure);
    return spelt(estimate(values));
}

/// The figures of one class, or of all together, over all replications.
json::object spelt(const std::string& name, const Replications& all, const RunOptions& options) {
    json::object out{{"name", name}};
    std::uint64_t arrivals = 0;
    Figures most;
    for (const Figures* one : all) {
        arrivals += one->arrivals;
        most.longest = std::max(most.longest, one->longest);
        most.worstOvertake = std::max(most.worstOvertake, one->worstOvertake);
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
        out[fmt::format("p_wait_beyond_{:g}", options.beyond[i])] = spelt(estimate(values));
    }
    out["p50"] = over(all, &Figures::p50).at("mean");
    out["p90"] = over(all, &Figures::p90).at("mean");
    out["p99"] = over(all, &Figures::p99).at("mean");
    out["max"] = most.longest;
    out["worst_overtake"] = most.worstOvertake;
    return out;
}

void print(const json::object& report) {
    fmt::print("{:<16}{:>12}{:>20}{:>10}{:>10}{:>10}{:>10}{:>10}{:>11}{:>11}\n", "class",
               "arrivals", "mean wait", "waiting", "p50", "p90", "p99", "max", "overtaken",
               "gave up");
    const auto line = [](const json::object& one) {
        const auto& mean = one.at("mean_wait").as_object();
        fmt::print("{:<16}{:>12}{:>11.5g} +-{:<6.2g}{:>9.1f}%{:>10.4g}{:>10.4g}{:>10.4g}{:>10.4g}"
                   "{:>11.4g}{:>10.2f}%\n",
                   std::string{one.at("name").as_string()}, one.at("arrivals").as_uint64(),
                   mean.at("mean").as_double(), mean.at("stderr").as_double(),
                   one.at("p_wait").at("mean").as_double() * 100, one.at("p50").as_double(),
                   one.at("p90").as_double(), one.at("p99").as_double(), one.at("max").as_double(),
                   one.at("worst_overtake").as_double(),
                   one.at("abandoned").at("mean").as_double() * 100);
    };
    for (const auto& one : report.at("classes").as_array())
        line(one.as_object());
    line(report.at("all").as_object());
    fmt::print("\ncounters busy {:.2f} %; {:.2f} million arrivals a second and core\n",
               report.at("utilisation").at("mean").as_double() * 100,
               report.at("arrivals_per_second").as_double() / 1e6);
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
    json::object report;
    json::array classes;
    for (std::size_t i = 0; i < scenario.classes.size(); ++i) {
        Replications mine;
        for (const Result& one : runs.results)
            mine.push_back(&one.classes[i]);
        classes.push_back(spelt(scenario.classes[i].name, mine, options));
    }
    report["classes"] = std::move(classes);
    Replications all;
    for (const Result& one : runs.results)
        all.push_back(&one.all);
    report["all"] = spelt("all", all, options);
    std::vector<double> busy;
    std::uint64_t arrivals = 0;
    for (const Result& one : runs.results) {
        busy.push_back(one.utilisation);
        arrivals += one.arrivals;
    }
    report["utilisation"] = spelt(estimate(busy));
    report["arrivals_per_second"] = static_cast<double>(arrivals) / runs.seconds;
    if (options.json)
        std::cout << json::serialize(report) << '\n';
    else
        print(report);
    return 0;
}

} // namespace usher::sim
