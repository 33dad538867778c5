#include "broker/forecast/pace.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace usher::forecast {

using namespace protocol;
using outlet::Index;

namespace {

constexpr double priorWeight = 5;
constexpr double typicalCv = 1;
/// Tellers differ with a cv of .2 (measured over 18 to 21 agents): precision of the logarithm.
const double priorPrecision = 1 / std::log1p(0.2 * 0.2);
/// Some two hundred services; what was before fades.
constexpr double precisionMax = 300;
/// Beyond anything that can be measured.
constexpr double certain = 1e12;
/// Anything shorter was a slip of the finger, anything longer a desk left signed on.
constexpr double shortest = 10;
constexpr double longest = 4 * 3600;

Belief firstGuess(const Service& service) {
    const double typical = std::max(1.0, static_cast<double>(service.typical.count()) / 1000);
    return {lognormalOf(typical, typicalCv), priorWeight};
}

} // namespace

Between Between::usual() {
    return {.walk = {lognormalOf(20, 0.7), priorWeight},
            .gap = {lognormalOf(17, 1.5), priorWeight},
            .pause = {lognormalOf(900, 1), priorWeight},
            .absence = {lognormalOf(90, 0.5), priorWeight},
            .noShow = {0.8, 20},
            .pausing = {0.2, 20}};
}

Between Between::nothing() {
    const Belief none{{-std::numeric_limits<double>::infinity(), 0}, 1};
    return {none, none, none, none, {0, 1}, {0, 1}};
}

Pace::Pace(const Setup& setup) {
    adopt(setup);
}

void Pace::adopt(const Setup& setup) {
    std::vector<Work> services;
    for (const Service& service : setup.services) {
        const auto known = std::find_if(services_.begin(), services_.end(),
                                        [&](const Work& w) { return w.id == service.id; });
        services.push_back(known != services_.end() ? *known
                                                    : Work{service.id, firstGuess(service)});
    }
    services_ = std::move(services);
}

Pace::Teller& Pace::find(const StaffId& staff) {
    const auto at = std::lower_bound(tellers_.begin(), tellers_.end(), staff,
                                     [](const Teller& t, const StaffId& id) { return t.id < id; });
    if (at != tellers_.end() && at->id == staff)
        return *at;
    return *tellers_.insert(at, Teller{staff, 0, 0});
}

// Each is learned with the other held at its best guess: the service from what the teller's factor
// leaves, the factor from what the service leaves.
void Pace::served(Index service, const StaffId& staff, Millis took) {
    const double seconds = static_cast<double>(took.count()) / 1000;
    if (seconds < shortest || seconds > longest)
        return;
    const double log = std::log(seconds);
    Belief& length = services_[service].length;
    const Lognormal before = length.best();
    length.learn(log - teller(staff).mean);
    if (staff.empty())
        return;
    Teller& by = find(staff);
    if (by.precision == certain)
        return;
    const double precision = 1 / (before.sd * before.sd);
    by.precision += precision;
    by.sum += (log - before.mean) * precision;
    if (by.precision > precisionMax) {
        by.sum *= precisionMax / by.precision;
        by.precision = precisionMax;
    }
}

void Pace::known(const StaffId& staff, double factor) {
    Teller& one = find(staff);
    one.precision = certain;
    one.sum = certain * std::log(factor);
}

Lognormal Pace::teller(const StaffId& staff) const {
    const auto at = std::lower_bound(tellers_.begin(), tellers_.end(), staff,
                                     [](const Teller& t, const StaffId& id) { return t.id < id; });
    const bool seen = at != tellers_.end() && at->id == staff;
    const double precision = priorPrecision + (seen ? at->precision : 0);
    return {seen ? at->sum / precision : 0, std::sqrt(1 / precision)};
}

} // namespace usher::forecast
