#include "broker/rules/dispatch.h"

#include "broker/protocol/limits.h"
#include "broker/rules/triage.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace usher::rules {

using namespace protocol;
using outlet::Index;
using outlet::Outlet;
using outlet::Row;
using outlet::Standing;

namespace {

/// Calls f(standing) for those of the row who had arrived by `latest`, in order, until it says
/// stop.
template <class F>
void forArrivedBy(const Row& row, Moment latest, F f) {
    for (const Standing& one : row) {
        if (one.arrival > latest) {
            if (row.plain())
                return; // everybody behind came later still
            continue;
        }
        if (!f(one))
            return;
    }
}

struct Best {
    Standing standing;
    bool helpsOut{};
};

std::optional<Best> best(const Outlet& outlet, Index counter, Moment now) {
    std::optional<Best> best;
    for (const Row& row : outlet.line().rows()) {
        if (row.empty())
            continue;
        const auto delay = delayAt(outlet, counter, row.kind());
        if (!delay)
            continue;
        forArrivedBy(row, now - *delay, [&](const Standing& one) {
            if (!best || one < best->standing)
                best = {one, *delay > Millis{0}};
            return false;
        });
    }
    return best;
}

std::size_t readyIn(const Row& row, Moment latest) {
    if (row.plain())
        return row.arrivedBy(latest);
    return static_cast<std::size_t>(std::count_if(
        row.begin(), row.end(), [&](const Standing& one) { return one.arrival <= latest; }));
}

/// Adds those of the row who had arrived by `latest`, before the one called: all of them to the
/// count, of a long plain row only the worst by name.
void notePassed(const Row& row, Moment latest, Moment called, DecisionRecord& why) {
    const std::size_t before = why.passed.size();
    forArrivedBy(row, latest, [&](const Standing& one) {
        why.passed.push_back({one.ticket, called - one.arrival});
        return !row.plain() || why.passed.size() - before < passedRecordedMax;
    });
    why.passedCount += static_cast<std::uint32_t>(row.plain() ? row.arrivedBy(latest)
                                                              : why.passed.size() - before);
}

DecisionRecord explain(const Outlet& outlet, Index counter, const Best& best, Moment now) {
    const Standing& called = best.standing;
    DecisionRecord why;
    why.waited = now - called.arrival;
    for (const Row& row : outlet.line().rows()) {
        const auto delay = row.empty() ? std::nullopt : delayAt(outlet, counter, row.kind());
        if (!delay)
            continue;
        why.candidates += static_cast<std::uint32_t>(readyIn(row, now - *delay));
        notePassed(row, std::min(now - *delay, called.arrival - Millis{1}), called.arrival, why);
    }
    std::sort(why.passed.begin(), why.passed.end(), [](const Passed& a, const Passed& b) {
        return std::tie(b.by, a.ticket) < std::tie(a.by, b.ticket);
    });
    if (!why.passed.empty())
        why.worst = why.passed.front().by;
    if (why.passed.size() > passedRecordedMax)
        why.passed.resize(passedRecordedMax);

    const bool promoted = outlet.find(called.ticket)->adjustment != Millis{0};
    // The promise itself. Were it ever broken, stopping is better than serving on.
    assert(promoted || why.worst <= outlet.setup().overtakingBound());
    if (promoted)
        why.rule = Rule::Promoted;
    else if (why.passedCount > 0)
        why.rule = Rule::HeadStart;
    else if (best.helpsOut)
        why.rule = Rule::HelpOut;
    else
        why.rule = why.candidates > 1 ? Rule::FirstCome : Rule::OnlyOne;
    return why;
}

} // namespace

std::optional<Pick> next(const Outlet& outlet, Index counter, Moment now) {
    const auto found = best(outlet, counter, now);
    if (!found)
        return std::nullopt;
    return Pick{found->standing, explain(outlet, counter, *found, now)};
}

std::optional<Moment> readyAt(const Outlet& outlet, Index counter) {
    std::optional<Moment> first;
    for (const Row& row : outlet.line().rows()) {
        const auto delay = row.empty() ? std::nullopt : delayAt(outlet, counter, row.kind());
        if (!delay)
            continue;
        const auto earliest = row.plain()
                                  ? row.begin()
                                  : std::min_element(row.begin(), row.end(),
                                                     [](const Standing& a, const Standing& b) {
                                                         return a.arrival < b.arrival;
                                                     });
        const Moment ready = earliest->arrival + *delay;
        first = first ? std::min(*first, ready) : ready;
    }
    return first;
}

std::optional<TicketCalled> standbyCall(const Outlet& outlet, Moment now) {
    struct Choice {
        Best best;
        Index counter;
    };
    std::optional<Choice> choice;
    const auto rank = [&](const Choice& c) {
        return std::tuple{c.best.standing, outlet.floor().breadth(c.counter),
                          outlet.counters()[c.counter].since,
                          outlet.setup().counters[c.counter].number};
    };
    for (Index counter = 0; counter < outlet.floor().counters(); ++counter) {
        if (outlet.counters()[counter].desk != Desk::Standby)
            continue;
        const auto found = best(outlet, counter, now);
        if (!found)
            continue;
        const Choice mine{*found, counter};
        if (!choice || rank(mine) < rank(*choice))
            choice = mine;
    }
    if (!choice)
        return std::nullopt;
    DecisionRecord why = explain(outlet, choice->counter, choice->best, now);
    if (why.rule == Rule::OnlyOne)
        why.rule = Rule::Arrival;
    return TicketCalled{choice->best.standing.ticket, outlet.counters()[choice->counter].id,
                        std::move(why)};
}

} // namespace usher::rules
