#include "broker/sim/earlier.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace usher::sim {

namespace {

constexpr double known = 560; ///< customers a day

struct Compared {
    const char* title;
    Measure measure;
    double Earlier::*theirs;
    double rounding; ///< half a unit of the last place they gave
    int decimals;
};

const std::vector<Compared>& figures() {
    static const auto late = [](std::size_t tier) {
        return [tier](const Reading& r) { return 100 * r.tiers[tier].late; };
    };
    static const std::vector<Compared> all{
        {"VIP mean", [](const Reading& r) { return r.tiers[0].mean; }, &Earlier::vipMean, .05, 2},
        {"VIP P99", [](const Reading& r) { return r.tiers[0].p99; }, &Earlier::vipP99, .5, 1},
        {"VIP late %", late(0), &Earlier::vipLate, .05, 1},
        {"assisted late %", late(1), &Earlier::assistedLate, .05, 1},
        {"gold late %", late(2), &Earlier::goldLate, .05, 1},
        {"ordinary mean", [](const Reading& r) { return r.tiers[3].mean; }, &Earlier::ordinaryMean,
         .05, 2},
        {"ordinary P99", [](const Reading& r) { return r.tiers[3].p99; }, &Earlier::ordinaryP99, .5,
         1},
        {"ordinary late %", late(3), &Earlier::ordinaryLate, .05, 1},
        {"overall mean", [](const Reading& r) { return r.all.mean; }, &Earlier::overallMean, .005,
         2},
        {"VIP counter idle", [](const Reading& r) { return r.idle; }, &Earlier::idle, .5, 0}};
    return all;
}

} // namespace

std::string besideEarlier(const std::vector<Standings>& loads) {
    const auto load = std::find_if(loads.begin(), loads.end(),
                                   [](const Standings& one) { return one.customers == known; });
    if (load == loads.end())
        return {};
    std::size_t compared = 0;
    std::string rows;
    std::string apart;
    std::size_t apartCount = 0;
    for (const Standing& one : load->policies) {
        if (!one.contender.earlier)
            continue;
        rows += fmt::format("| {} |", one.contender.name);
        for (const Compared& figure : figures()) {
            const double theirs = (*one.contender.earlier).*figure.theirs;
            const auto ours = of(one.trial, figure.measure);
            rows += fmt::format(" {:g} / {:.{}f} |", theirs, ours.mean, figure.decimals);
            ++compared;
            // Both are uncertain, about equally.
            if (std::abs(ours.mean - theirs) > figure.rounding + 3 * std::sqrt(2) * ours.stderror) {
                ++apartCount;
                apart += fmt::format("* {}, {}: {:g} then, {:.{}f} ± {:.{}f} now\n",
                                     one.contender.name, figure.title, theirs, ours.mean,
                                     figure.decimals, 1.96 * ours.stderror, figure.decimals);
            }
        }
        rows += "\n";
    }
    std::string text = "\n## Beside an earlier simulation\n\n"
                       "The same lobby was simulated before Usher was built, by another program, "
                       "over 5,000 days\nof other customers. Each cell is *then / now*. Longest "
                       "waits are left out: they grow with the days.\n\n| rule |";
    std::string rule = "|---|";
    for (const Compared& figure : figures()) {
        text += fmt::format(" {} |", figure.title);
        rule += "---|";
    }
    text += "\n" + rule + "\n" + rows;
    text +=
        fmt::format("\nOf {} figures, {} are within three standard errors of the difference and "
                    "the rounding of the\nearlier ones{}\n",
                    compared, compared - apartCount, apart.empty() ? "." : "; not so:\n");
    return text + apart;
}

} // namespace usher::sim
