#include "broker/sim/verdicts.h"

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace usher::sim {

namespace json = boost::json;
using simulate::Estimate;

namespace {

constexpr double stderrorsMax = 4;

std::string figures(const Comparison& one) {
    return fmt::format("{:.6g}, ours {:.6g} +-{:.2g}, off by {:+.2f} se, {:+.3f} %", one.reference,
                       one.ours.mean, one.ours.stderror, one.stderrors, one.share * 100);
}

} // namespace

Comparison compare(const Claim& claim, const Estimate& ours, std::uint64_t customers,
                   double tolerance) {
    const double off = ours.mean - claim.value;
    double own = ours.stderror;
    if (claim.kind == Claim::Kind::Probability && customers > 0)
        own = std::max(own,
                       std::sqrt(claim.value * (1 - claim.value) / static_cast<double>(customers)));
    const double stderror = std::hypot(own, claim.stderror);
    Comparison one{claim.what, claim.value, ours, 0, 0, false};
    one.stderrors = stderror > 0 ? off / stderror : 0;
    one.share = claim.value != 0 ? off / claim.value : 0;
    one.agrees = std::abs(off) <= stderrorsMax * stderror ||
                 std::abs(off) <= tolerance * std::abs(claim.value);
    return one;
}

bool Verdict::agrees() const {
    return std::all_of(comparisons.begin(), comparisons.end(),
                       [](const Comparison& one) { return one.agrees; });
}

const Comparison& Verdict::worst() const {
    return *std::max_element(comparisons.begin(), comparisons.end(),
                             [](const Comparison& a, const Comparison& b) {
                                 return std::pair{!a.agrees, std::abs(a.stderrors)} <
                                        std::pair{!b.agrees, std::abs(b.stderrors)};
                             });
}

Summary summaryOf(const std::vector<Verdict>& verdicts) {
    Summary all;
    for (const Verdict& verdict : verdicts) {
        ++all.rows;
        all.figures += verdict.comparisons.size();
        all.failed += verdict.agrees() ? 0U : 1U;
        all.arrivals += verdict.arrivals;
        for (const Comparison& one : verdict.comparisons) {
            all.furthest = std::max(all.furthest, std::abs(one.stderrors));
            all.beyondTwo += std::abs(one.stderrors) > 2 ? 1U : 0U;
        }
    }
    return all;
}

std::string toText(const Summary& summary) {
    return fmt::format("{} rows, {} figures, {:.3g} arrivals: {}; {:.1f} % of the figures are more "
                       "than two standard errors off, the furthest {:.2f}.",
                       summary.rows, summary.figures, static_cast<double>(summary.arrivals),
                       summary.failed == 0 ? std::string{"all agree"}
                                           : fmt::format("{} of the rows FAIL", summary.failed),
                       100.0 * static_cast<double>(summary.beyondTwo) /
                           static_cast<double>(std::max<std::size_t>(1, summary.figures)),
                       summary.furthest);
}

std::string toText(const Verdict& verdict) {
    std::string text =
        fmt::format("{} {}: {}: {} {} (furthest of {})\n", verdict.agrees() ? "ok  " : "FAIL",
                    verdict.row->group, verdict.row->name, verdict.worst().what,
                    figures(verdict.worst()), verdict.comparisons.size());
    if (!verdict.agrees())
        for (const Comparison& one : verdict.comparisons)
            if (!one.agrees)
                text += fmt::format("     {} {}\n", one.what, figures(one));
    return text;
}

json::object toJson(const std::vector<Verdict>& verdicts) {
    json::array rows;
    for (const Verdict& verdict : verdicts) {
        json::array figures;
        for (const Comparison& one : verdict.comparisons)
            figures.push_back({{"what", one.what},
                               {"reference", one.reference},
                               {"mean", one.ours.mean},
                               {"stderr", one.ours.stderror},
                               {"off_stderrs", one.stderrors},
                               {"off_percent", one.share * 100},
                               {"agrees", one.agrees}});
        rows.push_back({{"group", verdict.row->group},
                        {"row", verdict.row->name},
                        {"replications", verdict.replications},
                        {"arrivals", verdict.arrivals},
                        {"agrees", verdict.agrees()},
                        {"figures", std::move(figures)}});
    }
    const Summary all = summaryOf(verdicts);
    return {{"rows", std::move(rows)},
            {"checked", all.rows},
            {"figures", all.figures},
            {"failed", all.failed},
            {"furthest_stderrs", all.furthest}};
}

} // namespace usher::sim
