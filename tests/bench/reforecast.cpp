// One forecast of a full hall, for everybody in it and whoever may come, beside the plainest
// rollout there is: one queue, counters in a heap, as many services drawn.
#include "tests/bench/figures.h"
#include "tests/bench/full_hall.h"

#include "broker/forecast/foresee.h"

namespace usher::bench {

using namespace protocol;
using outlet::Outlet;

namespace {

constexpr std::size_t futures = 100;

double reforecast(const Outlet& outlet, const forecast::Model& model) {
    const auto begun = Clock::now();
    const auto start = forecast::startOf(outlet, outlet.at());
    const auto foresight = forecast::foresee(start, model, {.futures = futures});
    if (foresight.waiting.size() != peopleWaiting || !foresight.waiting.back().wait.known())
        throw std::runtime_error{"the hall was not forecast"};
    return 1e3 * seconds(Clock::now() - begun);
}

} // namespace

std::vector<Figure> reforecasts(const Effort& effort) {
    const Outlet outlet = fullHall();
    const forecast::Model model{outlet.setup()};
    Sides sides;
    for (std::size_t turn = 0; turn < effort.turns; ++turn) {
        sides.measured.push_back(reforecast(outlet, model));
        sides.bare.push_back(plainRollout(outlet, futures, peopleWaiting));
    }
    return {
        {"reforecast-100", quantile(sides.measured, 0.5), "ms", quantile(sides.bare, 0.5),
         "a heap of counters and one queue, a hundred futures of as many services; ours follows "
         "the rules, draws arrivals and tellers, and sees every kind of newcomer"}};
}

} // namespace usher::bench
