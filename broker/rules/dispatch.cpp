#include "broker/rules/dispatch.h"

#include "broker/protocol/limits.h"
#include "broker/rules/guard.h"
#include "broker/rules/triage.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace usher::rules {

using namespace protocol;
using outlet::Floor;
using outlet::Index;
using outlet::Line;
using outlet::Outlet;
using outlet::Row;
using outlet::Standing;

namespace {

/// Adds those of the row who had arrived by `latest`, before the one called: all of them to the
/// count, the worst by name.
void notePassed(const Row& row, Moment latest, Moment called, DecisionRecord& why) {
    const std::size_t passed = row.arrivedBy(latest);
    why.passedCount += static_cast<std::uint32_t>(passed);
    const auto end = row.behind(std::min(passed, passedRecordedMax));
    for (auto one = row.begin(); one != end; ++one)
        why.passed.push_back({one->ticket, called - one->arrival});
}

/// The first few who may be called here now, in order.
std::vector<TicketId> firstFew(const Outlet& outlet, Index counter, Moment now) {
    std::vector<Standing> first;
    for (const Row& row : outlet.line().rows()) {
        const auto delay =
            row.empty() ? std::nullopt : delayAt(outlet.floor(), counter, row.kind());
        if (!delay)
            continue;
        const auto end = row.behind(std::min(row.arrivedBy(now - *delay), eligibleRecordedMax));
        const auto middle = first.insert(first.end(), row.begin(), end);
        std::inplace_merge(first.begin(), middle, first.end());
        if (first.size() > eligibleRecordedMax)
            first.resize(eligibleRecordedMax);
    }
    std::vector<TicketId> tickets;
    for (const Standing& one : first)
        tickets.push_back(one.ticket);
    return tickets;
}

/// By which right the ticket counts as taken earlier: of several that count for as much, the first.
Basis basisOf(const Setup& setup, const Ticket& ticket, Millis headStart) {
    if (headStart == setup.find(ticket.tier)->headStart)
        return Basis::Tier;
    for (const Claim claim : ticket.claims)
        if (headStart == setup.headStart(claim))
            return claim == Claim::Appointment ? Basis::Appointment : Basis::Returning;
    return Basis::Service;
}

Circumstances circumstances(const Outlet& outlet, Index counter, const Ticket& called, Moment now) {
    const Setup& setup = outlet.setup();
    const CounterState& desk = outlet.counters()[counter];
    const Millis headStart =
        setup.find(called.tier)->headStart - called.adjustment + called.promotion;
    return {headStart,
            basisOf(setup, called, headStart),
            called.promotion,
            firstFew(outlet, counter, now),
            desk.kept,
            outlet.band(),
            desk.profile.has_value(),
            outlet.degraded().active};
}

Rule ruleOf(const DecisionRecord& why, bool helpsOut) {
    if (why.circumstances.promotion != Millis{0})
        return Rule::Promoted;
    if (why.passedCount > 0)
        return Rule::HeadStart;
    if (helpsOut)
        return Rule::HelpOut;
    return why.candidates > 1 ? Rule::FirstCome : Rule::OnlyOne;
}

DecisionRecord explain(const Outlet& outlet, Index counter, const Candidate& best, Moment now) {
    const Standing& called = best.standing;
    DecisionRecord why;
    why.waited = now - called.arrival;
    for (const Row& row : outlet.line().rows()) {
        const auto delay =
            row.empty() ? std::nullopt : delayAt(outlet.floor(), counter, row.kind());
        if (!delay)
            continue;
        why.candidates += static_cast<std::uint32_t>(row.arrivedBy(now - *delay));
        notePassed(row, std::min(now - *delay, called.arrival - Millis{1}), called.arrival, why);
    }
    std::sort(why.passed.begin(), why.passed.end(), [](const Passed& a, const Passed& b) {
        return std::tie(b.by, a.ticket) < std::tie(a.by, b.ticket);
    });
    if (!why.passed.empty())
        why.worst = why.passed.front().by;
    if (why.passed.size() > passedRecordedMax)
        why.passed.resize(passedRecordedMax);
    why.circumstances = circumstances(outlet, counter, *outlet.find(called.ticket), now);
    why.rule = ruleOf(why, best.helpsOut);
    // The promise itself. Were it ever broken, stopping is better than serving on.
    assert(why.rule == Rule::Promoted || why.worst <= outlet.setup().overtakingBound());
    return why;
}

} // namespace

std::optional<Candidate> best(const Floor& floor, const Line& line, Index counter, Moment now) {
    std::optional<Candidate> best;
    for (const Row& row : line.rows()) {
        if (row.empty())
            continue;
        const Standing& first = *row.begin();
        if (best && best->standing < first)
            continue;
        const auto delay = delayAt(floor, counter, row.kind());
        if (delay && first.arrival + *delay <= now)
            best = {first, row.kind(), *delay > Millis{0}};
    }
    return best;
}

std::optional<Moment> readyAt(const Floor& floor, const Line& line, Index counter) {
    std::optional<Moment> first;
    for (const Row& row : line.rows()) {
        const auto delay = row.empty() ? std::nullopt : delayAt(floor, counter, row.kind());
        if (!delay)
            continue;
        const Moment ready = row.begin()->arrival + *delay;
        first = first ? std::min(*first, ready) : ready;
    }
    return first;
}

std::optional<Candidate> bestNow(const Outlet& outlet, Index counter, Moment now) {
    const auto found = best(outlet.floor(), outlet.line(), counter, now);
    // Whoever comes behind may not be called instead: that would pass the one who is not helped.
    if (found && keptFrom(outlet, counter, *found, now))
        return std::nullopt;
    return found;
}

std::optional<Pick> next(const Outlet& outlet, Index counter, Moment now) {
    const auto found = bestNow(outlet, counter, now);
    if (!found)
        return std::nullopt;
    return Pick{found->standing, explain(outlet, counter, *found, now)};
}

std::optional<TicketCalled> standbyCall(const Outlet& outlet, Moment now) {
    std::vector<Idle> idle;
    for (Index counter = 0; counter < outlet.floor().counters(); ++counter)
        if (outlet.counters()[counter].desk == Desk::Standby)
            idle.push_back({counter, outlet.counters()[counter].since});
    const auto found = match(outlet.floor(), idle, IdleChoice::Specialised,
                             [&](Index counter) { return bestNow(outlet, counter, now); });
    if (!found)
        return std::nullopt;
    const Index counter = idle[found->idle].counter;
    DecisionRecord why = explain(outlet, counter, found->candidate, now);
    if (why.rule == Rule::OnlyOne)
        why.rule = Rule::Arrival;
    return TicketCalled{found->candidate.standing.ticket, outlet.counters()[counter].id,
                        std::move(why)};
}

} // namespace usher::rules
