#include "broker/sim/models.h"

#include "broker/sim/claims.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>

namespace usher::sim {

using namespace simulate;

namespace {

using Rows = std::vector<Row>;
using Numbers = std::vector<double>;

/// `counters` that all serve every class.
Scenario alike(Policy policy, std::uint32_t counters, const Numbers& rates, Length service = {}) {
    Scenario scenario;
    scenario.policy = policy;
    scenario.desks.push_back({{}, counters, {}, {}});
    for (std::size_t i = 0; i < rates.size(); ++i) {
        CustomerClass one;
        one.name = std::to_string(i + 1);
        one.rate = {{0, rates[i]}};
        one.service = service;
        one.rank = static_cast<int>(i + 1);
        scenario.classes.push_back(std::move(one));
        scenario.desks.front().serves.push_back({i, 0});
    }
    return scenario;
}

/// By what the file calls it: "exponential" or "M", "erlang2", or any other word for what the
/// coefficient of variation says: always the same, or lognormal.
Length lengthOf(double mean, double cv, const std::string& called) {
    constexpr std::string_view erlang = "erlang";
    if (called == "exponential" || called == "M")
        return {Shape::Exponential, mean};
    if (called.rfind(erlang, 0) == 0)
        return {Shape::Erlang, mean, 0,
                static_cast<unsigned>(std::max(1, std::atoi(called.c_str() + erlang.size())))};
    return cv == 0 ? Length{Shape::Deterministic, mean} : Length{Shape::Lognormal, mean, cv};
}

std::string shares(const Numbers& all) {
    return fmt::format("shares {:g}", fmt::join(all, "/"));
}

/// What most rows begin with.
Row begun(Entry& entry, const char* load, Policy policy, Length service = {}) {
    Row row;
    row.load = entry.positive(load);
    const auto counters = entry.count("c");
    row.scenario = alike(policy, counters, entry.numbers("lam"), service);
    row.name = fmt::format("c {}, load {:g}", counters, row.load);
    if (entry.has("shares"))
        row.name += ", " + shares(entry.numbers("shares"));
    return row;
}

void firstCome(Entry& entry, Rows& rows) {
    Row row;
    row.load = entry.positive("rho");
    const auto counters = entry.count("c");
    row.scenario = alike(Policy::FirstCome, counters, {entry.positive("lam")});
    row.name = fmt::format("c {}, load {:g}", counters, row.load);
    claim(row, "mean wait", entry.number("Wq"), &Figures::mean);
    claim(row, "P(wait)", entry.number("P_wait"), &Figures::waited);
    claim(row, "sd of wait", entry.number("sd_Wq"), &Figures::sd);
    claimTail(row, 1, entry.number("P_Wq_gt_1"));
    if (entry.has("P_Wq_gt_5"))
        claimTail(row, 5, entry.number("P_Wq_gt_5"));
    // A quantile on the atom at zero compares nothing.
    if (entry.number("Wq_p90") > 0)
        claim(row, "P90 of wait", entry.number("Wq_p90"), &Figures::p90);
    if (entry.number("Wq_p99") > 0)
        claim(row, "P99 of wait", entry.number("Wq_p99"), &Figures::p99);
    rows.push_back(std::move(row));
}

void strict(Entry& entry, Rows& rows) {
    Row row = begun(entry, "rho", Policy::Strict);
    claimMeans(row, entry.numbers("Wq", row.scenario.classes.size()));
    claim(row, "mean wait of all", entry.number("Wq_fcfs_mix"), &Figures::mean);
    claim(row, "P(wait)", entry.number("P_wait"), &Figures::waited);
    rows.push_back(std::move(row));
}

void weigh(Row& row, const Numbers& weights) {
    for (std::size_t i = 0; i < weights.size(); ++i)
        row.scenario.classes[i].weight = weights[i];
    row.name += fmt::format(", weights {:g}", fmt::join(weights, ":"));
}

void accumulating(Entry& entry, Rows& rows) {
    Row row = begun(entry, "rho", Policy::Accumulating);
    const std::size_t classes = row.scenario.classes.size();
    weigh(row, entry.numbers("b", classes));
    claimMeans(row, entry.numbers("Wq", classes));
    rows.push_back(std::move(row));
}

void generalPriority(Entry& entry, Rows& rows) {
    const Numbers rates = entry.numbers("lam");
    std::vector<Entry> services = entry.entries("service");
    Row base;
    base.load = entry.positive("rho");
    base.scenario = alike(Policy::FirstCome, 1, rates);
    base.name = fmt::format("load {:g},", base.load);
    if (services.size() != rates.size())
        entry.wrong("service", "as long as lam");
    for (std::size_t i = 0; i < std::min(services.size(), rates.size()); ++i) {
        const double mean = services[i].positive("mean");
        const double cv = services[i].number("cv");
        base.scenario.classes[i].service = lengthOf(mean, cv, services[i].text("dist"));
        base.name += fmt::format(" service {:g} cv {:g},", mean, cv);
    }
    Row pooled = base;
    pooled.name += " first come";
    claimMeans(pooled, Numbers(rates.size(), entry.number("Wq_fcfs")));
    rows.push_back(std::move(pooled));
    Row ranked = base;
    ranked.name += " strict";
    ranked.scenario.policy = Policy::Strict;
    claimMeans(ranked, entry.numbers("Wq_strict", rates.size()));
    rows.push_back(std::move(ranked));
    for (Entry& one : entry.entries("apq")) {
        Row weighed = base;
        weighed.name.pop_back();
        weighed.scenario.policy = Policy::Accumulating;
        weigh(weighed, one.numbers("b", rates.size()));
        claimMeans(weighed, one.numbers("Wq", rates.size()));
        rows.push_back(std::move(weighed));
    }
}

void pollaczek(Entry& entry, Rows& rows) {
    Row row;
    row.load = entry.positive("rho");
    const std::string shape = entry.text("service");
    const double cv = entry.number("cv");
    row.name = fmt::format("load {:g}, {}", row.load, shape);
    row.scenario = alike(Policy::FirstCome, 1, {entry.positive("lam")},
                         lengthOf(entry.positive("mean_service"), cv, shape));
    claim(row, "mean wait", entry.number("Wq"), &Figures::mean);
    claim(row, "P(wait)", entry.number("P_wait"), &Figures::waited);
    claim(row, "sd of wait", entry.number("sd_Wq"), &Figures::sd);
    rows.push_back(std::move(row));
}

void abandonment(Entry& entry, Rows& rows) {
    Row row;
    row.load = entry.positive("offered_rho");
    const auto counters = entry.count("c");
    row.name = fmt::format("c {}, offered load {:g}, patience {:g}", counters, row.load,
                           1 / entry.positive("theta"));
    row.scenario = alike(Policy::FirstCome, counters, {entry.positive("lam")});
    row.scenario.classes[0].patience = Length{Shape::Exponential, 1 / entry.positive("theta"), 0};
    claimAbandonment(row, entry);
    rows.push_back(std::move(row));
}

void abandonmentInSeconds(Entry& entry, Rows& rows) {
    Row row;
    row.load = entry.positive("offered_rho");
    const auto counters = entry.count("c");
    const double hourly = entry.positive("lam_per_hour");
    row.name = fmt::format("c {}, {:g} calls an hour", counters, hourly);
    row.scenario = alike(Policy::FirstCome, counters, {hourly / 3600},
                         {Shape::Exponential, entry.positive("mean_service_s"), 0});
    row.scenario.classes[0].patience =
        Length{Shape::Exponential, entry.positive("mean_patience_s"), 0};
    claimAbandonment(row, entry);
    rows.push_back(std::move(row));
}

void headStart(Entry& entry, Rows& rows) {
    Row row = begun(entry, "rho", Policy::HeadStart);
    const double ahead = entry.positive("d");
    row.scenario.classes[0].headStart = ahead;
    row.name += fmt::format(", head start {:g}", ahead);
    claimMeans(row, entry.numbers("Wq", 2));
    claim(row, "mean wait of all", entry.number("Wq_fcfs"), &Figures::mean);
    claim(row, "P(wait)", entry.number("P_wait"), &Figures::waited);
    for (const auto& [beyond, probability] : entry.byNumber("P_W2_gt"))
        claimTailOf(row, 1, beyond, probability);
    rows.push_back(std::move(row));
}

constexpr double ci95InStderrors = 1.959964;

void dueDates(Entry& entry, Rows& rows) {
    Row row = begun(entry, "rho", Policy::HeadStart);
    const Numbers due = entry.numbers("T", 3);
    const Numbers share = entry.numbers("shares", 3);
    row.name += fmt::format(", due after {:g}", fmt::join(due, "/"));
    for (std::size_t i = 0; i < 3; ++i)
        row.scenario.classes[i].headStart = due[2] - due[i];
    std::size_t i = 0;
    for (Entry& one : entry.entries("simulated_classes_1_2")) {
        claimOf(row, i, "mean wait", one.number("Wq"), &Figures::mean);
        row.claims.back().stderror = one.number("ci95") / ci95InStderrors;
        claimTailOf(row, i, due[i], one.number("P_W_gt_T"));
        row.claims.back().stderror = one.number("ci95_P") / ci95InStderrors;
        if (++i == 2)
            break;
    }
    claimOf(row, 2, "mean wait", entry.number("Wq_class3_exact"), &Figures::mean);
    claimTailOf(row, 2, due[2], entry.number("P_W3_gt_T3_exact"));
    claim(row, "mean wait of all", entry.number("Wq_fcfs"), &Figures::mean);
    row.claims.push_back({"mean wait of classes 1 and 2",
                          entry.number("Wq_mix_of_classes_1_2_exact"),
                          0,
                          Claim::Kind::Mean,
                          {},
                          [a = share[0], b = share[1]](const Result& result) {
                              return (a * result.classes[0].mean + b * result.classes[1].mean) /
                                     (a + b);
                          }});
    rows.push_back(std::move(row));
}

void generalHeadStart(Entry& entry, Rows& rows) {
    const std::string written = entry.text("service");
    const std::size_t at = written.find("cv ");
    double cv = 0;
    if (at != written.npos)
        cv = std::strtod(written.c_str() + at + 3, nullptr);
    if (!(cv > 0 && cv < 100))
        entry.wrong("service", "as \"lognormal mean 1 cv 1.2\"");
    Row row = begun(entry, "rho", Policy::HeadStart, {Shape::Lognormal, 1, cv});
    const double ahead = entry.positive("d");
    row.scenario.classes[0].headStart = ahead;
    row.name += fmt::format(", lognormal cv {:g}, head start {:g}", cv, ahead);
    const std::size_t classes = row.scenario.classes.size();
    claimMeans(row, entry.numbers("Wq", classes));
    const Numbers intervals = entry.numbers("ci95", classes);
    for (std::size_t i = 0; i < classes; ++i)
        row.claims[i].stderror = intervals[i] / ci95InStderrors;
    rows.push_back(std::move(row));
}

void twoSkills(Entry& entry, Rows& rows) {
    Row row;
    const Numbers rates{entry.positive("lam_a"), entry.positive("lam_b")};
    if (entry.number("mu1") != 1 || entry.number("mu2") != 1)
        entry.wrong("mu1", "1: the counters of a row are equally fast");
    row.load = (rates[0] + rates[1]) / 2;
    row.name = fmt::format("rates {:g} and {:g}", rates[0], rates[1]);
    row.scenario = alike(Policy::FirstCome, 1, rates);
    row.scenario.idleChoice = rules::IdleChoice::LongestIdle;
    row.scenario.desks.insert(row.scenario.desks.begin(), Desk{{}, 1, {{0, 0}}, {}});
    claimMeans(row, {entry.number("Wq_a"), entry.number("Wq_b")});
    const double both = entry.number("P_both_busy");
    const double second = entry.number("P_only_m2_busy");
    // Who arrives sees the time averages; a class waits if all counters it may go to are busy.
    claimOf(row, 0, "P(wait)", both, &Figures::waited);
    claimOf(row, 1, "P(wait)", both + second, &Figures::waited);
    row.claims.push_back({"counters busy",
                          both + (second + entry.number("P_only_m1_busy")) / 2,
                          0,
                          Claim::Kind::Other,
                          {},
                          [](const Result& result) { return result.utilisation; }});
    rows.push_back(std::move(row));
}

void reservation(Entry& entry, Rows& rows) {
    Row row;
    const auto counters = entry.count("c");
    const Numbers rates{entry.positive("lam_high"), entry.positive("lam_low")};
    row.load = (rates[0] + rates[1]) / counters;
    row.scenario = alike(Policy::Reserve, counters, rates);
    row.scenario.classes[1].reserve = entry.count("r", 0);
    row.name = fmt::format("c {}, {} reserved, rates {:g} and {:g}", counters, entry.count("r", 0),
                           rates[0], rates[1]);
    claimMeans(row, {entry.number("Wq_high"), entry.number("Wq_low")});
    claimOf(row, 0, "P(wait)", entry.number("P_high_waits"), &Figures::waited);
    claimOf(row, 1, "P(wait)", entry.number("P_low_waits"), &Figures::waited);
    rows.push_back(std::move(row));
}

} // namespace

Model modelOf(std::string_view group) {
    struct Named {
        std::string_view group;
        Model model;
    };
    constexpr Named models[] = {{"mm1", firstCome},
                                {"mmc", firstCome},
                                {"mmc_strict_priority", strict},
                                {"mmc_apq", accumulating},
                                {"mg1_priority", generalPriority},
                                {"mg1_pk", pollaczek},
                                {"erlang_a", abandonment},
                                {"erlang_a_bank", abandonmentInSeconds},
                                {"mmc_edd_two_class", headStart},
                                {"mmc_edd_three_class", dueDates},
                                {"edd_general_service_simulated", generalHeadStart},
                                {"nmodel_fcfs_alis", twoSkills},
                                {"cutoff_reservation", reservation}};
    for (const Named& one : models)
        if (one.group == group)
            return one.model;
    return nullptr;
}

} // namespace usher::sim
