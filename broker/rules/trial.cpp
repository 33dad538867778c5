#include "broker/rules/trial.h"

#include "broker/protocol/contradiction.h"
#include "broker/rules/coverage.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;
using outlet::Outlet;

namespace {

void change(Counter& counter, const Change& change) {
    if (!change.takes.empty())
        counter.takes = change.takes;
    if (change.helpAfter)
        for (Takes& takes : counter.takes)
            if (takes.after > Millis{0})
                takes.after = *change.helpAfter;
}

/// They settle the same thing.
bool meet(const Change& a, const Change& b) {
    if (a.counter && a.counter == b.counter)
        return (a.open && b.open) || (a.helpAfter && b.helpAfter) ||
               (!a.takes.empty() && !b.takes.empty());
    if (a.counter || b.counter || a.tier != b.tier)
        return false;
    return (a.headStart && b.headStart) || (a.arrivals != 100 && b.arrivals != 100);
}

/// What a day shows of the changes.
struct Shown {
    enum class Desk { AsNow, Opened, Shut };

    Setup setup; ///< of counters that call nobody, without what they take
    std::vector<Desk> desks;
    std::vector<double> busier; ///< by tier
    friend bool operator==(const Shown&, const Shown&) = default;
};

Shown::Desk deskAfter(const CounterState& now, Changes changes) {
    const bool calls = now.desk != Desk::Closed && !now.closing;
    for (const Change& one : changes) {
        if (one.counter != now.id || !one.open)
            continue;
        if (!*one.open)
            return calls ? Shown::Desk::Shut : Shown::Desk::AsNow;
        return calls && now.desk != Desk::Paused ? Shown::Desk::AsNow : Shown::Desk::Opened;
    }
    return Shown::Desk::AsNow;
}

Shown shown(const Outlet& outlet, Changes changes) {
    Shown all{changed(outlet.inForce(), changes), {}, {}};
    for (std::size_t i = 0; i < outlet.counters().size(); ++i) {
        const CounterState& now = outlet.counters()[i];
        const Shown::Desk desk = deskAfter(now, changes);
        const bool asNow = now.desk != Desk::Closed && !now.closing;
        if (desk == Shown::Desk::Shut || (desk == Shown::Desk::AsNow && !asNow))
            all.setup.counters[i].takes.clear();
        all.desks.push_back(desk);
    }
    all.busier.assign(all.setup.tiers.size(), 1);
    for (const Change& one : changes)
        for (std::size_t i = 0; i < all.busier.size(); ++i)
            if (!one.tier || one.tier == all.setup.tiers[i].id)
                all.busier[i] *= one.arrivals / 100.0;
    return all;
}

} // namespace

Setup changed(Setup setup, Changes changes) {
    for (const Change& one : changes) {
        for (Tier& tier : setup.tiers)
            if (one.tier == tier.id && one.headStart)
                tier.headStart = *one.headStart;
        for (Counter& counter : setup.counters)
            if (one.counter == counter.id)
                change(counter, one);
    }
    return setup;
}

std::optional<Repeat> saidTwice(Changes changes) {
    for (std::size_t again = 1; again < changes.size(); ++again)
        for (std::size_t first = 0; first < again; ++first)
            if (meet(changes[first], changes[again]))
                return Repeat{first, again};
    return std::nullopt;
}

bool changesNothing(const Outlet& outlet, Changes changes, std::size_t which) {
    std::vector<Change> others{changes.begin(), changes.end()};
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(which));
    return shown(outlet, others) == shown(outlet, changes);
}

std::optional<CounterId> helpsTooLate(const Setup& setup) {
    const auto late = [bound = setup.overtakingBound()](const std::vector<Takes>& all) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Takes& takes) { return takes.after > bound; });
    };
    for (const Counter& counter : setup.counters)
        if (late(counter.takes))
            return counter.id;
    for (const Band& band : setup.bands)
        for (const BandCounter& one : band.counters)
            if (late(one.takes))
                return one.counter;
    return std::nullopt;
}

bool sound(const Setup& setup) {
    return contradictions(setup).empty() && !helpsTooLate(setup);
}

std::optional<Refusal> refusedTrial(const Outlet& outlet, Changes changes, Moment now) {
    // What the outlet is already is nothing the changes do.
    const Setup before = outlet.inForce();
    if (saidTwice(changes) || (sound(before) && !sound(changed(before, changes))))
        return Refusal::Malformed;
    if (lostByTrial(outlet, changes, now))
        return Refusal::ServiceUncovered;
    return std::nullopt;
}

} // namespace usher::rules
