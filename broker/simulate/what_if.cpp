#include "broker/simulate/what_if.h"

#include "broker/forecast/future.h"
#include "broker/rules/trial.h"
#include "broker/simulate/measure.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace usher::simulate {

using namespace protocol;
using forecast::Future;
using forecast::Start;
using outlet::Index;

namespace {

double minutes(Millis span) {
    return static_cast<double>(span.count()) / 60'000;
}

void open(forecast::AtCounter& at, bool open, Moment now) {
    if (open) {
        at.closing = false;
        if (at.desk == protocol::Desk::Closed || at.desk == protocol::Desk::Paused)
            at = {protocol::Desk::Standby, now, 0, at.staff, false};
    } else if (at.desk == protocol::Desk::Calling || at.desk == protocol::Desk::Serving) {
        at.closing = true;
    } else {
        at.desk = protocol::Desk::Closed;
    }
}

/// A day as it goes by.
class Passing {
public:
    Passing(const Start& start, const forecast::Model& model, std::uint64_t seed, Moment until,
            std::size_t number)
        : start_{start}, future_{start, model, seed, until}, until_{until} {
        future_.begin(number);
        for (Index counter = 0; counter < start.counters.size(); ++counter) {
            const bool idle = start.counters[counter].desk == protocol::Desk::Standby;
            freeAt_.push_back(idle ? start.now : future_.freeAgain(counter).value_or(until));
        }
        day_.idle.resize(start.counters.size());
    }

    [[nodiscard]] Day play() {
        forecast::Roll roll{start_.floor, *this};
        future_.enter(roll);
        roll.run(start_.now);
        for (std::size_t counter = 0; counter < day_.idle.size(); ++counter)
            idleUntil(counter, until_);
        // Whoever is never called waits until the doors close.
        for (const outlet::Row& row : roll.line().rows())
            for (const outlet::Standing& one : row)
                note(one, row.kind().tier, std::max(until_, one.arrival));
        std::sort(day_.customers.begin(), day_.customers.end(),
                  [](const Customer& a, const Customer& b) { return a.ticket < b.ticket; });
        return std::move(day_);
    }

    // As a World.
    [[nodiscard]] std::optional<forecast::Newcomer> arrival() { return future_.arrival(); }
    [[nodiscard]] Moment call(const rules::Candidate& one, Index counter, Moment now) {
        idleUntil(counter, std::min(now, until_));
        note(one.standing, one.kind.tier, now);
        if (one.standing.ticket.value < Future::firstNewcomer)
            day_.order.push_back(one.standing.ticket);
        return freeAt_[counter] = future_.call(one, counter, now);
    }
    static void left(const outlet::Kind&, const outlet::Standing&, Moment) {}
    static void met(std::size_t, Moment) {}
    static bool enough() { return false; }

private:
    void idleUntil(std::size_t counter, Moment now) {
        day_.idle[counter] += minutes(std::max(Millis{0}, now - freeAt_[counter]));
        freeAt_[counter] = std::max(freeAt_[counter], now);
    }
    void note(const outlet::Standing& one, Index tier, Moment called) {
        day_.customers.push_back({one.ticket, tier, one.arrival, minutes(called - one.arrival)});
    }

    const Start& start_;
    Future future_;
    Moment until_;
    std::vector<Moment> freeAt_; ///< by counter
    Day day_;
};

/// Calls f(now, then) for those who are in both days. With more or fewer customers the numbers of
/// later ones stand for other people.
template <class F>
void forBoth(const Pair& pair, F f) {
    auto other = pair.then.customers.begin();
    for (const Customer& one : pair.now.customers) {
        while (other != pair.then.customers.end() && other->ticket < one.ticket)
            ++other;
        if (other != pair.then.customers.end() && other->ticket == one.ticket &&
            other->arrival == one.arrival && other->tier == one.tier)
            f(one, *other);
    }
}

/// 95 %, by the normal distribution.
protocol::Estimate interval(const std::vector<double>& values) {
    const auto [mean, stderror] = simulate::estimate(values);
    return {mean, mean - 1.96 * stderror, mean + 1.96 * stderror};
}

double mean(const std::vector<double>& values) {
    return simulate::estimate(values).mean;
}

/// A tier, or all of them.
struct Group {
    const std::vector<Tier>& tiers;
    std::optional<Index> only;

    [[nodiscard]] bool has(const Customer& one) const { return !only || one.tier == *only; }
    [[nodiscard]] bool late(const Customer& one) const {
        return one.waited > minutes(tiers[one.tier].target);
    }
};

/// Of a group on one day.
struct Waits {
    double customers{}, wait{}, late{};

    Waits(const Day& day, const Group& group) {
        for (const Customer& one : day.customers) {
            if (!group.has(one))
                continue;
            ++customers;
            wait += one.waited;
            late += group.late(one) ? 1 : 0;
        }
        wait /= std::max(1.0, customers);
        late /= std::max(1.0, customers);
    }
};

TierEffect effectOn(const Group& group, std::span<const Pair> pairs) {
    std::vector<double> customers, now, then, change, lateNow, lateThen, late;
    double both = 0;
    double gain = 0;
    double lose = 0;
    for (const Pair& pair : pairs) {
        const Waits before{pair.now, group};
        const Waits after{pair.then, group};
        customers.push_back(before.customers);
        now.push_back(before.wait);
        then.push_back(after.wait);
        change.push_back(after.wait - before.wait);
        lateNow.push_back(before.late);
        lateThen.push_back(after.late);
        late.push_back(after.late - before.late);
        forBoth(pair, [&](const Customer& one, const Customer& other) {
            if (!group.has(one))
                return;
            ++both;
            gain += other.waited <= one.waited - 1 ? 1 : 0;
            lose += other.waited >= one.waited + 1 ? 1 : 0;
        });
    }
    constexpr double unknown = -1;
    const auto share = [&](double some) { return both > 0 ? some / both : unknown; };
    return {group.only ? group.tiers[*group.only].id : TierId{},
            mean(customers),
            mean(now),
            mean(then),
            interval(change),
            mean(lateNow),
            mean(lateThen),
            interval(late),
            share(gain),
            share(lose)};
}

std::vector<TicketEffect> ticketEffects(const Start& start, std::span<const Pair> pairs,
                                        const std::function<std::string(TicketId)>& number) {
    std::map<TicketId, std::vector<double>> changes;
    std::map<TicketId, double> place;
    for (const Pair& pair : pairs) {
        forBoth(pair, [&](const Customer& one, const Customer& other) {
            if (one.ticket.value < Future::firstNewcomer)
                changes[one.ticket].push_back(other.waited - one.waited);
        });
        for (std::size_t i = 0; i < pair.now.order.size(); ++i)
            place[pair.now.order[i]] += static_cast<double>(i);
    }
    std::vector<TicketId> order;
    for (const forecast::InLine& one : start.waiting)
        order.push_back(one.ticket);
    std::stable_sort(order.begin(), order.end(),
                     [&](TicketId a, TicketId b) { return place[a] < place[b]; });
    std::vector<TicketEffect> effects;
    for (const TicketId ticket : order)
        effects.push_back({ticket, number(ticket), interval(changes[ticket])});
    return effects;
}

} // namespace

Start changed(const Start& start, const Setup& setup, std::span<const Change> changes) {
    Start then = start;
    for (const Change& one : changes) {
        for (std::size_t i = 0; i < setup.tiers.size(); ++i)
            if (!one.tier || one.tier == setup.tiers[i].id)
                then.busier[i] *= one.arrivals / 100.0;
        for (std::size_t i = 0; i < setup.counters.size(); ++i)
            if (one.open && one.counter == setup.counters[i].id)
                open(then.counters[i], *one.open, start.now);
    }
    then.floor = outlet::Floor{rules::changed(setup, changes)};
    return then;
}

WhatIf::WhatIf(Start now, Start then, forecast::Model model, std::uint64_t seed)
    : now_{std::move(now)}, then_{std::move(then)}, model_{std::move(model)}, seed_{seed} {}

Moment WhatIf::until() const {
    return std::max(now_.closes, now_.now);
}

Pair WhatIf::play(std::size_t number) const {
    return {Passing{now_, model_, seed_, until(), number}.play(),
            Passing{then_, model_, seed_, until(), number}.play()};
}

TierEffect effectOnAll(const Setup& setup, std::span<const Pair> pairs) {
    return effectOn({setup.tiers, std::nullopt}, pairs);
}

Foreseen summarise(const Setup& setup, const Start& start, Moment until,
                   std::span<const Pair> pairs,
                   const std::function<std::string(TicketId)>& number) {
    Foreseen found;
    found.at = start.now;
    found.until = until;
    found.futures = static_cast<std::uint32_t>(pairs.size());
    for (Index tier = 0; tier < setup.tiers.size(); ++tier)
        found.tiers.push_back(effectOn({setup.tiers, tier}, pairs));
    for (std::size_t counter = 0; counter < setup.counters.size(); ++counter) {
        if (setup.find(setup.counters[counter].zone)->selfService)
            continue;
        std::vector<double> now;
        std::vector<double> then;
        std::vector<double> change;
        for (const Pair& pair : pairs) {
            now.push_back(pair.now.idle[counter]);
            then.push_back(pair.then.idle[counter]);
            change.push_back(then.back() - now.back());
        }
        found.counters.push_back(
            {setup.counters[counter].id, mean(now), mean(then), interval(change)});
    }
    found.tickets = ticketEffects(start, pairs, number);
    return found;
}

} // namespace usher::simulate
