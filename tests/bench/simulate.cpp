// How many customers a second the simulator serves on one core, beside an event loop that knows one
// line and nothing else.
#include "tests/bench/figures.h"

#include "broker/forecast/chance.h"
#include "broker/simulate/lobby.h"

#include <queue>

namespace usher::bench {

namespace {

constexpr std::uint32_t counters = 3;
constexpr double rate = 2.7; ///< of arrivals; a service takes 1

std::uint64_t arrivalsOf(const Effort& effort) {
    return std::uint64_t{10} * effort.waiting;
}

simulate::Scenario threeCounters(std::uint64_t arrivals) {
    simulate::Scenario scenario;
    scenario.arrivals = arrivals;
    simulate::CustomerClass one;
    one.name = one.tier = one.business = "all";
    one.rate = {{0, rate}};
    scenario.classes = {one};
    scenario.desks = {{"", counters, {{0, 0}}, {}}};
    return scenario;
}

/// The mean wait.
double bareLoop(std::uint64_t arrivals, std::uint64_t seed) {
    forecast::Chance chance{seed};
    std::priority_queue<double, std::vector<double>, std::greater<>> busyUntil;
    std::queue<double> line;
    double waits = 0;
    double next = chance.exponential(1 / rate);
    std::uint64_t left = arrivals;
    while (left > 0 || !line.empty()) {
        if (left > 0 && (busyUntil.empty() || next < busyUntil.top())) {
            line.push(next);
            if (busyUntil.size() < counters) {
                line.pop();
                busyUntil.push(next + chance.exponential(1));
            }
            next += chance.exponential(1 / rate);
            --left;
            continue;
        }
        const double now = busyUntil.top();
        busyUntil.pop();
        if (line.empty())
            continue;
        waits += now - line.front();
        line.pop();
        busyUntil.push(now + chance.exponential(1));
    }
    return waits / static_cast<double>(arrivals);
}

template <class Play>
double perSecond(std::uint64_t arrivals, Play play) {
    const auto begun = Clock::now();
    const double wait = play();
    if (!(wait > 0))
        throw std::runtime_error{"nobody waited"};
    return static_cast<double>(arrivals) / seconds(Clock::now() - begun);
}

} // namespace

std::vector<Figure> simulated(const Effort& effort) {
    const std::uint64_t arrivals = arrivalsOf(effort);
    const simulate::Scenario scenario = threeCounters(arrivals);
    Sides sides;
    for (std::size_t round = 0; round < effort.rounds; ++round) {
        sides.measured.push_back(
            perSecond(arrivals, [&] { return simulate::replicate(scenario, 1, round).all.mean; }));
        sides.bare.push_back(perSecond(arrivals, [&] { return bareLoop(arrivals, round + 1); }));
    }
    return {{"simulate-arrivals", quantile(sides.measured, 0.5), "/s", quantile(sides.bare, 0.5),
             "M/M/3 in a bare event loop: a std::priority_queue of departures, one queue, the mean "
             "wait; ours follows the rules, keeps every wait and gives quantiles"}};
}

} // namespace usher::bench
