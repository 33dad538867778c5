#include "broker/rules/degraded.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;
using outlet::Outlet;

namespace {

/// When tickets are given on the day of `now`; nothing: not at all.
struct Hours {
    Moment opens;
    Moment closes;
};
std::optional<Hours> hoursOf(const Setup& setup, Moment now) {
    const LocalTime local = setup.timeZone.local(now);
    const auto hours = setup.hoursOn(local);
    if (!hours)
        return std::nullopt;
    return Hours{setup.timeZone.at(local.date, hours->opens),
                 setup.timeZone.at(local.date, hours->closes)};
}

} // namespace

bool degradedNow(const Outlet& outlet, Moment now) {
    const DegradedMode& mode = outlet.degraded();
    if (!mode.active && !mode.needed)
        return false; // nearly always: spares the calendar
    const auto hours = hoursOf(outlet.setup(), now);
    if (!hours || now < hours->opens || now >= hours->closes)
        return false;
    const Millis settle = outlet.setup().policy.degradedSettle;
    if (mode.needed)
        return mode.active || now >= std::max(mode.since, hours->opens) + settle;
    return now < mode.since + settle;
}

std::optional<Moment> nextDegraded(const Outlet& outlet, Moment now) {
    const DegradedMode& mode = outlet.degraded();
    if (!mode.active && !mode.needed)
        return std::nullopt;
    const auto hours = hoursOf(outlet.setup(), now);
    if (!hours)
        return std::nullopt;
    const Millis settle = outlet.setup().policy.degradedSettle;
    if (mode.active)
        return mode.needed ? hours->closes : std::min(hours->closes, mode.since + settle);
    const Moment enters = std::max(mode.since, hours->opens) + settle;
    return enters > now && enters < hours->closes ? std::optional{enters} : std::nullopt;
}

} // namespace usher::rules
