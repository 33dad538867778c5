#include "broker/sim/claims.h"

#include <fmt/format.h>

namespace usher::sim {

using namespace simulate;

namespace {

using Kind = Claim::Kind;

void add(Row& row, std::optional<std::size_t> i, const std::string& what, double value,
         Figure figure) {
    const Kind kind = figure == &Figures::mean ? Kind::Mean
                      : figure == &Figures::waited || figure == &Figures::abandoned
                          ? Kind::Probability
                          : Kind::Other;
    Claim claim{i ? fmt::format("{} of class {}", what, *i + 1) : what, value, 0, kind, i, {}};
    claim.measure = [claim, figure](const Result& result) { return claim.figures(result).*figure; };
    row.claims.push_back(std::move(claim));
}

void addTail(Row& row, std::optional<std::size_t> i, double beyond, double value) {
    const std::size_t at = row.beyond.size();
    row.beyond.push_back(beyond);
    std::string what = fmt::format("P(wait > {:g})", beyond);
    Claim claim{
        i ? fmt::format("{} of class {}", what, *i + 1) : what, value, 0, Kind::Probability, i, {}};
    claim.measure = [claim, at](const Result& result) { return claim.figures(result).beyond[at]; };
    row.claims.push_back(std::move(claim));
}

} // namespace

void claim(Row& row, const std::string& what, double value, Figure figure) {
    add(row, {}, what, value, figure);
}

void claimOf(Row& row, std::size_t i, const std::string& what, double value, Figure figure) {
    add(row, i, what, value, figure);
}

void claimMeans(Row& row, const std::vector<double>& waits) {
    for (std::size_t i = 0; i < waits.size(); ++i)
        claimOf(row, i, "mean wait", waits[i], &Figures::mean);
}

void claimTail(Row& row, double beyond, double value) {
    addTail(row, {}, beyond, value);
}

void claimTailOf(Row& row, std::size_t i, double beyond, double value) {
    addTail(row, i, beyond, value);
}

void claimAbandonment(Row& row, Entry& entry) {
    claim(row, "mean time in line", entry.number("E_queue_time_all"), &Figures::mean);
    claim(row, "P(wait)", entry.number("P_wait"), &Figures::waited);
    claim(row, "P(gives up)", entry.number("P_abandon"), &Figures::abandoned);
    claim(row, "mean wait of the served", entry.number("E_wait_given_served"),
          &Figures::meanServed);
    row.claims.push_back({"mean wait of those who gave up",
                          entry.number("E_wait_given_abandon"),
                          0,
                          Kind::Mean,
                          {},
                          [](const Result& result) {
                              const Figures& all = result.all;
                              return (all.mean - all.meanServed * (1 - all.abandoned)) /
                                     all.abandoned;
                          }});
    row.claims.push_back(
        {"P(gives up | wait)",
         entry.number("P_abandon_given_wait"),
         0,
         Kind::Other,
         {},
         [](const Result& result) { return result.all.abandoned / result.all.waited; }});
}

} // namespace usher::sim
