#include "broker/sim/change_sense.h"

#include "broker/protocol/contradiction.h"
#include "broker/rules/coverage.h"
#include "broker/rules/trial.h"
#include "broker/setup/minutes.h"
#include "broker/setup/precedence.h"

#include <fmt/format.h>

#include <algorithm>

namespace usher::sim {

using namespace protocol;
using setup::minutesOf;

namespace {

/// Why no outlet file could say so; empty if one could.
std::string unsound(const Setup& setup) {
    if (const auto found = contradictions(setup); !found.empty())
        return setup::toText(setup, found.front()) +
               "; `usher-broker check` refuses such an outlet: keep to the published order";
    if (const auto counter = rules::helpsTooLate(setup)) {
        const std::string bound = minutesOf(setup.overtakingBound());
        return fmt::format("counter {} would help out only after more than H, which would be {} "
                           "min; `usher-broker check` refuses such an outlet: say at most {} min",
                           setup.find(*counter)->number, bound, bound);
    }
    return {};
}

} // namespace

std::string whyNot(const outlet::Outlet& outlet, const Wish& wish, Moment now) {
    if (const auto twice = rules::saidTwice(wish.changes))
        return fmt::format("\"{}\" and \"{}\" settle the same thing; say one of them",
                           wish.words[twice->first], wish.words[twice->again]);
    const Setup before = outlet.inForce();
    if (rules::sound(before))
        if (const std::string why = unsound(rules::changed(before, wish.changes)); !why.empty())
            return why;
    if (const auto service = rules::lostByTrial(outlet, wish.changes, now))
        return fmt::format("that would leave service \"{}\" without a counter for somebody, which "
                           "the outlet refuses (ServiceUncovered); let another counter serve it, "
                           "or open one that does",
                           service->view());
    return {};
}

std::vector<std::string> withoutEffect(const outlet::Outlet& outlet, const Wish& wish) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < wish.changes.size(); ++i) {
        if (!rules::changesNothing(outlet, wish.changes, i))
            continue;
        const Change& one = wish.changes[i];
        const CounterState* desk = one.counter ? outlet.find(*one.counter) : nullptr;
        const bool shut = desk != nullptr && (desk->desk == Desk::Closed || desk->closing);
        all.push_back(
            fmt::format("\"{}\" changes nothing: {}", wish.words[i],
                        one.open || !shut ? "it is so already" : "that counter calls nobody"));
    }
    return all;
}

std::string ofHeadStarts(const outlet::Outlet& outlet, const Wish& wish) {
    const bool any = std::any_of(wish.changes.begin(), wish.changes.end(),
                                 [](const Change& one) { return one.headStart.has_value(); });
    if (!any)
        return {};
    const Setup before = outlet.inForce();
    const Setup after = rules::changed(before, wish.changes);
    std::vector<Rung> rungs = ladder(after);
    std::stable_sort(rungs.begin(), rungs.end(),
                     [](const Rung& a, const Rung& b) { return a.headStart > b.headStart; });
    std::string order;
    for (const Rung& rung : rungs)
        order += fmt::format("{}{} {}", order.empty() ? "" : ", ", setup::nameOf(after, rung),
                             minutesOf(rung.headStart));
    return fmt::format("H, by which a later customer may be called first at most: {} min now, {} "
                       "min then.\nThe published order would be: {}.\n",
                       minutesOf(before.overtakingBound()), minutesOf(after.overtakingBound()),
                       order);
}

} // namespace usher::sim
