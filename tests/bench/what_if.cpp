// How long a lobby manager waits for what would happen if, with a hundred people in the hall,
// beside the plainest rollout of as many customers.
#include "tests/bench/figures.h"
#include "tests/bench/full_hall.h"

#include "broker/outlook/what_if_desk.h"
#include "broker/simulate/what_if.h"

#include <future>
#include <numeric>

namespace usher::bench {

using namespace protocol;
using outlet::Outlet;

namespace {

/// Cash windows 1 to 3 stay, the fourth shuts.
WhatIf oneWindowLess(const Setup& setup) {
    Change change;
    change.counter = setup.counters[8].id;
    change.open = false;
    return {{change}};
}

struct Answered {
    double took{}; ///< ms
    std::size_t futures{};
};

Answered answered(const Outlet& outlet, const forecast::Model& model, const WhatIf& question) {
    std::promise<Foreseen> promised;
    outlook::WhatIfDesk desk{[](const std::function<void()>& task) { task(); }};
    const auto begun = Clock::now();
    const auto asked = desk.expect([&](Foreseen found) { promised.set_value(std::move(found)); });
    desk.play(asked, outlet, model, question, outlet.at());
    const Foreseen found = promised.get_future().get();
    return {1e3 * seconds(Clock::now() - begun), found.futures};
}

/// Of one of the two days of a pair; the mean.
std::size_t customers(const Outlet& outlet, const forecast::Model& model) {
    constexpr std::size_t some = 20;
    const auto start = forecast::startOf(outlet, outlet.at());
    const simulate::WhatIf played{start, start, model, 1};
    std::size_t all = 0;
    for (std::size_t i = 0; i < some; ++i)
        all += played.play(i).now.customers.size();
    return all / some;
}

} // namespace

std::vector<Figure> whatIfs(const Effort& effort) {
    const Outlet outlet = fullHall();
    const forecast::Model model{outlet.setup()};
    const WhatIf question = oneWindowLess(outlet.setup());
    const std::size_t people = customers(outlet, model);
    Sides sides;
    for (std::size_t round = 0; round < effort.rounds; ++round) {
        const Answered one = answered(outlet, model, question);
        sides.measured.push_back(one.took);
        sides.bare.push_back(plainRollout(outlet, 2 * one.futures, people));
    }
    return {{"what-if", quantile(sides.measured, 0.5), "ms", quantile(sides.bare, 0.5),
             "a heap of counters and one queue, as many days of as many customers; ours follows "
             "the rules until closing time and says whom it helps"}};
}

} // namespace usher::bench
