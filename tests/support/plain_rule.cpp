#include "tests/support/plain_rule.h"

#include <algorithm>
#include <tuple>

namespace usher::stage {

using namespace protocol;
using outlet::Outlet;

namespace {

bool listed(const auto& all, const auto& one) {
    return all.empty() || std::find(all.begin(), all.end(), one) != all.end();
}

/// What it takes at this hour, by a person's word, the band's or the setup's.
const std::vector<Takes>& takesNow(const Outlet& outlet, const Counter& counter, Moment now) {
    if (const auto& decided = outlet.find(counter.id)->profile)
        return decided->takes;
    const auto band = outlet.setup().bandAt(now);
    for (const Band& one : outlet.setup().bands)
        if (one.id == band)
            for (const BandCounter& other : one.counters)
                if (other.counter == counter.id)
                    return other.takes;
    return counter.takes;
}

/// How long such a customer must have waited to be taken here; nothing: never.
std::optional<Millis> delay(const Outlet& outlet, const Counter& counter, const ServiceId& service,
                            const TierId& tier, Moment now) {
    std::optional<Millis> shortest;
    for (const Takes& takes : takesNow(outlet, counter, now))
        if (listed(takes.services, service) && listed(takes.tiers, tier))
            if (!shortest || takes.after < *shortest)
                shortest = takes.after;
    if (shortest && outlet.degraded().active)
        shortest = Millis{0};
    return shortest;
}

/// How many of the counter's own tier are coming before `job` would be done, and would go before
/// it.
std::size_t coming(const Outlet& outlet, const Counter& counter, const Ticket& job, Moment now) {
    const Setup& setup = outlet.setup();
    const Millis guard = setup.policy.guard;
    std::size_t count = 0;
    const Moment jobKey = countsAs(setup, job);
    const auto home = [&](const TierId& tier) {
        return setup.find(tier) != nullptr && setup.find(tier)->zone == counter.zone;
    };
    const auto atOnce = [&](const ServiceId& service, const TierId& tier) {
        return delay(outlet, counter, service, tier, now) == Millis{0};
    };
    for (const Appointment& one : outlet.appointments()) {
        if (one.ticket || !one.tier || !home(*one.tier) || setup.find(one.service) == nullptr ||
            !atOnce(one.service, *one.tier))
            continue;
        const Millis ahead =
            std::max({setup.find(*one.tier)->headStart, setup.find(one.service)->headStart,
                      setup.policy.appointment});
        const Millis length = std::min(guard, setup.find(job.service)->typical);
        if (now < one.at && one.at <= now + length && one.at - ahead < jobKey)
            ++count;
    }
    for (const Recognition& one : outlet.recognitions()) {
        const bool any = std::any_of(setup.services.begin(), setup.services.end(),
                                     [&](const Service& s) { return atOnce(s.id, one.tier); });
        const Moment gone = one.at + std::min<Millis>(guard, std::chrono::minutes{2});
        if (home(one.tier) && any && now < gone &&
            one.at - setup.find(one.tier)->headStart < jobKey)
            ++count;
    }
    for (const auto& [id, ticket] : outlet.tickets())
        if (ticket.phase == Phase::Reserved && !ticket.place.counter && !ticket.place.zone &&
            home(ticket.tier) && atOnce(ticket.service, ticket.tier) &&
            now < ticket.since + setup.policy.provisional && countsAs(setup, ticket) < jobKey)
            ++count;
    return count;
}

/// This counter stands by for them before that one does.
bool before(const CounterState& a, const CounterState& b) {
    if (a.kept.has_value() != b.kept.has_value())
        return a.kept.has_value();
    return a.kept && a.kept->since != b.kept->since ? a.kept->since < b.kept->since : false;
}

/// More are coming than other counters stand by for, and it was not kept long enough already.
bool keptFree(const Outlet& outlet, const Counter& counter, const Ticket& job, Moment now) {
    const Millis guard = outlet.setup().policy.guard;
    const CounterState& here = *outlet.find(counter.id);
    if (guard == Millis{0} || (here.kept && now >= here.kept->since + guard))
        return false;
    std::size_t others = 0;
    bool passed = false; // in the setup's order
    for (const Counter& other : outlet.setup().counters) {
        const CounterState& there = *outlet.find(other.id);
        if (other.id == counter.id) {
            passed = true;
            continue;
        }
        if (there.desk != Desk::Standby || other.zone != counter.zone)
            continue;
        const bool first = before(there, here) || (!before(here, there) && !passed);
        const bool free = !there.kept && callable(outlet, other, now).empty();
        others += free || first ? 1 : 0;
    }
    return coming(outlet, counter, job, now) > others;
}

/// Nobody had to send it here, and it is not what the counter is there for.
bool helpsOut(const Outlet& outlet, const Counter& counter, const Ticket& ticket, Moment now) {
    const bool sent = ticket.place.counter || ticket.place.zone;
    return !sent && delay(outlet, counter, ticket.service, ticket.tier, now) > Millis{0};
}

} // namespace

Millis promisedBound(const Setup& setup) {
    Millis most = std::max(setup.policy.appointment, setup.policy.returning);
    for (const Service& service : setup.services)
        most = std::max(most, service.headStart);
    Millis least = setup.tiers.front().headStart;
    for (const Tier& tier : setup.tiers) {
        most = std::max(most, tier.headStart);
        least = std::min(least, tier.headStart);
    }
    return most - least;
}

Moment countsAs(const Setup& setup, const Ticket& ticket) {
    Millis greatest =
        std::max(setup.find(ticket.tier)->headStart, setup.find(ticket.service)->headStart);
    for (const Claim claim : ticket.claims)
        greatest = std::max(greatest, claim == Claim::Appointment ? setup.policy.appointment
                                                                  : setup.policy.returning);
    return ticket.arrival - greatest + ticket.promotion;
}

bool goesBefore(const Setup& setup, const Ticket& a, const Ticket& b) {
    return std::tuple{countsAs(setup, a), a.arrival, a.id} <
           std::tuple{countsAs(setup, b), b.arrival, b.id};
}

bool mayCall(const Outlet& outlet, const Counter& counter, const Ticket& ticket, Moment now) {
    if (ticket.phase != Phase::Waiting || outlet.setup().find(counter.zone)->selfService)
        return false;
    const auto wait = delay(outlet, counter, ticket.service, ticket.tier, now);
    if (!wait)
        return false;
    if (ticket.place.counter)
        return *ticket.place.counter == counter.id;
    if (ticket.place.zone)
        return *ticket.place.zone == counter.zone;
    return ticket.arrival + *wait <= now;
}

std::vector<const Ticket*> callable(const Outlet& outlet, const Counter& counter, Moment now) {
    std::vector<const Ticket*> all;
    for (const auto& [id, ticket] : outlet.tickets())
        if (mayCall(outlet, counter, ticket, now))
            all.push_back(&ticket);
    std::sort(all.begin(), all.end(),
              [&](const Ticket* a, const Ticket* b) { return goesBefore(outlet.setup(), *a, *b); });
    return all;
}

const Ticket* firstFor(const Outlet& outlet, const Counter& counter, Moment now) {
    const auto all = callable(outlet, counter, now);
    if (all.empty())
        return nullptr;
    const Ticket& first = *all.front();
    const bool kept =
        helpsOut(outlet, counter, first, now) && keptFree(outlet, counter, first, now);
    return kept ? nullptr : &first;
}

} // namespace usher::stage
