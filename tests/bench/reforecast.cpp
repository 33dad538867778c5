// One forecast of a full hall, for everybody in it and whoever may come, beside the plainest
// rollout there is: one queue, counters in a heap, as many services drawn.
#include "tests/bench/figures.h"
#include "tests/bench/works.h"

#include "broker/forecast/chance.h"
#include "broker/forecast/foresee.h"

#include <queue>

namespace usher::bench {

using namespace protocol;
using outlet::Index;
using outlet::Outlet;

namespace {

constexpr std::uint32_t people = 100;
constexpr std::size_t futures = 100;
constexpr Millis between{20'000}; ///< two arrivals

/// Eleven in the morning: every counter serves, and people have come faster than they were served.
Outlet fullHall() {
    Snapshot snapshot;
    snapshot.setup = outletSetup();
    const Setup& setup = snapshot.setup;
    const outlet::Floor floor{setup};
    snapshot.at = setup.timeZone.at({20261123}, 11 * 60);
    std::mt19937_64 random{3};
    const auto ticket = [&](Phase phase, Moment arrival) {
        Ticket one;
        one.id = {static_cast<std::uint32_t>(snapshot.tickets.size() + 1)};
        Index counter = 0;
        do {
            one.service = setup.services[random() % setup.services.size()].id;
            one.tier = setup.tiers[random() % 3 != 0 ? 0 : random() % setup.tiers.size()].id;
            counter = 0;
            while (counter < floor.counters() &&
                   !floor.delay(counter, floor.of(one.service), floor.of(one.tier)))
                ++counter;
        } while (counter == floor.counters()); // only a machine does that
        one.phase = phase;
        one.arrival = one.since = arrival;
        snapshot.tickets.push_back(one);
        return one.id;
    };
    for (Index i = 0; i < floor.counters(); ++i) {
        CounterState& at = snapshot.counters.emplace_back();
        at.id = setup.counters[i].id;
        if (floor.isMachine(i))
            continue;
        at.desk = Desk::Serving;
        at.ticket = ticket(Phase::Serving, snapshot.at - Millis{60'000} * (1 + i % 5));
    }
    for (std::uint32_t i = people; i > 0; --i)
        (void)ticket(Phase::Waiting, snapshot.at - between * i);
    return Outlet{snapshot};
}

double reforecast(const Outlet& outlet, const forecast::Model& model) {
    const auto begun = Clock::now();
    const auto start = forecast::startOf(outlet, outlet.at());
    const auto foresight = forecast::foresee(start, model, {.futures = futures});
    if (foresight.waiting.size() != people || !foresight.waiting.back().wait.known())
        throw std::runtime_error{"the hall was not forecast"};
    return 1e3 * seconds(Clock::now() - begun);
}

double plainRollout(std::size_t counters) {
    const auto begun = Clock::now();
    double last = 0;
    for (std::uint64_t future = 0; future < futures; ++future) {
        forecast::Chance chance{future};
        std::priority_queue<double, std::vector<double>, std::greater<>> free;
        for (std::size_t i = 0; i < counters; ++i)
            free.push(chance.lognormal(500, 1));
        for (std::uint32_t i = 0; i < people; ++i) {
            last = free.top();
            free.pop();
            free.push(last + chance.lognormal(500, 1));
        }
    }
    if (last <= 0)
        throw std::runtime_error{"nobody was served"};
    return 1e3 * seconds(Clock::now() - begun);
}

} // namespace

std::vector<Figure> reforecasts(const Effort& effort) {
    const Outlet outlet = fullHall();
    const forecast::Model model{outlet.setup()};
    std::size_t staffed = 0;
    for (Index i = 0; i < outlet.floor().counters(); ++i)
        staffed += outlet.floor().isMachine(i) ? 0 : 1;
    Sides sides;
    for (std::size_t turn = 0; turn < effort.turns; ++turn) {
        sides.measured.push_back(reforecast(outlet, model));
        sides.bare.push_back(plainRollout(staffed));
    }
    return {
        {"reforecast-100", quantile(sides.measured, 0.5), "ms", quantile(sides.bare, 0.5),
         "a heap of counters and one queue, a hundred futures of as many services; ours follows "
         "the rules, draws arrivals and tellers, and sees every kind of newcomer"}};
}

} // namespace usher::bench
