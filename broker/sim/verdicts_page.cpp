// The page that usher-sim validate writes.
#include "broker/sim/verdicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace usher::sim {

namespace {

/// The mean waits of a row side by side; of a row that claims none, its first figure.
std::string sideBySide(const Verdict& verdict, double (*of)(const Comparison&),
                       const char* format) {
    std::string text;
    for (std::size_t i = 0; i < verdict.comparisons.size(); ++i)
        if (verdict.row->claims[i].kind == Claim::Kind::Mean)
            text += (text.empty() ? "" : " / ") +
                    fmt::format(fmt::runtime(format), of(verdict.comparisons[i]));
    return text;
}

struct Group {
    std::string_view name;
    const char* title;
    const char* source; ///< of the references
};

constexpr Group groups[] = {
    {"mm1", "M/M/1, first come", "Formulas: Erlang's."},
    {"mmc", "M/M/c, first come", "Formulas: Erlang's C."},
    {"mmc_strict_priority", "M/M/c, strict priority", "Formulas: Cobham's."},
    {"mmc_apq", "M/M/c, accumulating priority", "Formulas: Kleinrock's."},
    {"mg1_priority", "M/G/1 with two classes",
     "Formulas: Pollaczek's and Khinchine's, with Cobham's and Kleinrock's."},
    {"mg1_pk", "M/G/1, first come", "Formulas: Pollaczek's and Khinchine's."},
    {"erlang_a", "M/M/c with impatience (Erlang-A)",
     "Formulas: Palm's, the Markov chain of who is there."},
    {"erlang_a_bank", "The same in a bank's seconds", "Formulas: as before."},
    {"mmc_edd_two_class", "M/M/c, head start, two classes",
     "Formula: exact, derived for Usher, and worked out with a Markov chain; it is written down in "
     "[simulator.md](simulator.md#is-it-right)."},
    {"mmc_edd_three_class", "M/M/c, head start, three classes",
     "Class 3 and the means over several classes: the same formula. Classes 1 and 2: "
     "**simulated**, "
     "by another program; that reference's own interval counts."},
    {"edd_general_service_simulated", "M/G/c, head start",
     "**Simulated**, by another program; that reference's own interval counts."},
    {"nmodel_fcfs_alis", "Two skills, first come, longest idle",
     "Formulas: Adan's and Weiss's product form."},
    {"cutoff_reservation", "M/M/c, counters held in reserve",
     "Formula: the Markov chain of who is there, solved numerically."}};

Group groupOf(std::string_view name) {
    for (const Group& one : groups)
        if (one.name == name)
            return one;
    return {name, name.data(), "As the file says."};
}

/// Whose mean waits stand in a cell, as "class 1 / class 2 / all"; empty if it is one.
std::string peopleOf(const Row& row) {
    std::string text;
    std::size_t count = 0;
    for (const Claim& claim : row.claims) {
        if (claim.kind != Claim::Kind::Mean)
            continue;
        constexpr std::string_view of = "mean wait of ";
        const std::string who = claim.what.starts_with(of) ? claim.what.substr(of.size()) : "all";
        text += (count++ == 0 ? "" : " / ") + who;
    }
    return count > 1 ? text : "";
}

std::string head(std::span<const Verdict> verdicts, std::string_view name) {
    const Group group = groupOf(name);
    std::vector<std::string> people;
    for (const Verdict& verdict : verdicts)
        if (const std::string of = peopleOf(*verdict.row);
            verdict.row->group == name && !of.empty() &&
            std::find(people.begin(), people.end(), of) == people.end())
            people.push_back(of);
    std::string cells;
    for (const std::string& one : people)
        cells += fmt::format("{}*{}*", cells.empty() ? " In a cell: " : ", or ", one);
    return fmt::format("\n## {} (`{}`)\n\n{}{}\n\n"
                       "| row | mean wait, reference | ours | +- | figures | furthest off | "
                       "se | % | runs |\n|---|---|---|---|---|---|---|---|---|\n",
                       group.title, group.name, group.source, cells.empty() ? "" : cells + ".");
}

std::string rowOf(const Verdict& verdict) {
    const Comparison& worst = verdict.worst();
    return fmt::format(
        "| {}{} | {} | {} | {} | {} | {} | {:+.2f} | {:+.2f} | {} |\n",
        verdict.agrees() ? "" : "**FAILS** ", verdict.row->name,
        sideBySide(
            verdict, [](const Comparison& one) { return one.reference; }, "{:.5g}"),
        sideBySide(
            verdict, [](const Comparison& one) { return one.ours.mean; }, "{:.5g}"),
        sideBySide(
            verdict, [](const Comparison& one) { return one.ours.stderror; }, "{:.1g}"),
        verdict.comparisons.size(), worst.what, worst.stderrors, worst.share * 100,
        verdict.replications);
}

constexpr const char* opening =
    R"(# The simulator beside queueing theory

Written by `{}`; do not edit.
The models run through the same functions that call tickets in a live outlet. A figure agrees if it is
within four standard errors of the replication means, or within 1 % (2 % from load .95 on). How the
rows are run and read: [simulator.md](simulator.md#is-it-right).

**{}**
Figures of one row come from the same runs and move together, so that this share is no test by itself.

Every row stands beside a reference: a formula, or where it says so another simulation. *+-*: one
standard error of ours. *Furthest off*: of the row's figures (mean waits, probabilities, quantiles) the
one that is, by so many standard errors (*se*) and so much of the reference (*%*). Several numbers in a
cell are mean waits of several classes, as is said above the table.
)";

} // namespace

std::string toPage(const std::vector<Verdict>& verdicts, const std::string& command) {
    std::string text = fmt::format(opening, command, toText(summaryOf(verdicts)));
    std::string group;
    for (const Verdict& verdict : verdicts) {
        if (verdict.row->group != group) {
            group = verdict.row->group;
            text += head(verdicts, group);
        }
        text += rowOf(verdict);
    }
    return text;
}

} // namespace usher::sim
