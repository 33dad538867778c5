#include "tests/bench/full_hall.h"

#include "broker/forecast/chance.h"
#include "tests/bench/figures.h"
#include "tests/bench/works.h"

#include <queue>

namespace usher::bench {

using namespace protocol;
using outlet::Index;
using outlet::Outlet;

namespace {

constexpr Millis between{20'000}; ///< two arrivals

} // namespace

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
    for (std::uint32_t i = peopleWaiting; i > 0; --i)
        (void)ticket(Phase::Waiting, snapshot.at - between * i);
    return Outlet{snapshot};
}

Outlet crowded(std::size_t waiting) {
    NoJournal none;
    Day day{outletSetup(), 9, none};
    Snapshot snapshot = day.engine().durable().snapshot();
    std::mt19937_64 random{1};
    const auto oneOf = [&](const auto& all) { return all[random() % all.size()].id; };
    for (std::uint32_t i = 1; i <= waiting; ++i) {
        Ticket ticket;
        ticket.id = {i};
        ticket.visit = {i};
        ticket.number = "A" + std::to_string(i);
        ticket.service = oneOf(snapshot.setup.services);
        ticket.tier = random() % 3 != 0 ? snapshot.setup.tiers[0].id : oneOf(snapshot.setup.tiers);
        ticket.phase = Phase::Waiting;
        ticket.arrival = snapshot.at + betweenCrowded * i;
        ticket.since = ticket.arrival;
        snapshot.tickets.push_back(std::move(ticket));
    }
    snapshot.at = snapshot.tickets.back().arrival;
    return Outlet{snapshot};
}

double plainRollout(const Outlet& outlet, std::size_t futures, std::size_t people) {
    std::size_t tellers = 0;
    for (Index i = 0; i < outlet.floor().counters(); ++i)
        tellers += outlet.floor().isMachine(i) ? 0 : 1;
    const auto begun = Clock::now();
    double last = 0;
    for (std::uint64_t future = 0; future < futures; ++future) {
        forecast::Chance chance{future};
        std::priority_queue<double, std::vector<double>, std::greater<>> free;
        for (std::size_t i = 0; i < tellers; ++i)
            free.push(chance.lognormal(500, 1));
        for (std::size_t i = 0; i < people; ++i) {
            last = free.top();
            free.pop();
            free.push(last + chance.lognormal(500, 1));
        }
    }
    if (last <= 0)
        throw std::runtime_error{"nobody was served"};
    return 1e3 * seconds(Clock::now() - begun);
}

} // namespace usher::bench
