#include "broker/sim/call_model.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace usher::sim {

using forecast::Chance;

namespace {

/// Fewer services of a type tell less than those of all types together.
constexpr std::size_t servicesLeast = 50;
constexpr int priority = 2;

/// Somebody stood in the queue at that moment.
bool somebodyWaits(std::span<const Call> day, int second) {
    for (const Call& call : day) {
        if (call.came > second)
            return false;
        if (call.queued && call.left > second)
            return true;
    }
    return false;
}

void learnGaps(std::span<const Call> day, Lengths& gap) {
    std::map<int, std::vector<const Call*>> byAgent;
    for (const Call& call : day)
        if (call.served && call.agent >= 0)
            byAgent[call.agent].push_back(&call);
    for (auto& [agent, calls] : byAgent) {
        std::sort(calls.begin(), calls.end(),
                  [](const Call* a, const Call* b) { return a->begun < b->begun; });
        for (std::size_t i = 0; i + 1 < calls.size(); ++i) {
            const int idle = calls[i + 1]->begun - calls[i]->ended;
            if (idle >= 0 && idle < CallModel::gapMax && somebodyWaits(day, calls[i]->ended))
                gap.add(idle);
        }
    }
}

/// Calls f(the calls of one day) for each.
template <class F>
void forEachDay(std::span<const Call> log, F f) {
    while (!log.empty()) {
        const auto end = std::find_if(
            log.begin(), log.end(), [&](const Call& call) { return call.day != log.front().day; });
        const auto count = static_cast<std::size_t>(end - log.begin());
        f(log.first(count));
        log = log.subspan(count);
    }
}

} // namespace

void Lengths::sort() {
    std::sort(all_.begin(), all_.end());
    mean_ = all_.empty()
                ? 0
                : std::accumulate(all_.begin(), all_.end(), 0.0) / static_cast<double>(all_.size());
}

double Lengths::residual(double elapsed, Chance& chance) const {
    const auto longer = std::upper_bound(all_.begin(), all_.end(), elapsed);
    const auto count = all_.end() - longer;
    if (count == 0)
        return chance.exponential(mean_); // none was ever that long
    const auto which = static_cast<std::ptrdiff_t>(chance.uniform() * static_cast<double>(count));
    return longer[which] - elapsed;
}

void Patience::waited(int seconds, bool gaveUp) {
    seen_.emplace_back(seconds, gaveUp);
}

void Patience::estimate() {
    std::sort(seen_.begin(), seen_.end());
    survival_.clear();
    auto atRisk = static_cast<double>(seen_.size());
    double alive = 1;
    double exposed = 0;
    double gone = 0;
    std::size_t i = 0;
    for (int second = 0; i < seen_.size() && survival_.size() < horizon; ++second) {
        double now = 0;
        double leaving = 0;
        for (; i < seen_.size() && seen_[i].first == second; ++i) {
            now += 1;
            leaving += seen_[i].second ? 1 : 0;
        }
        if (atRisk > 0)
            alive *= 1 - leaving / atRisk;
        exposed += atRisk;
        gone += leaving;
        atRisk -= now;
        survival_.push_back(alive);
        if (atRisk < 20)
            break; // the tail is too thin to read
    }
    const double hazard = exposed > 0 ? gone / exposed : 0;
    while (survival_.size() <= horizon)
        survival_.push_back(alive *= 1 - hazard);
}

double Patience::survival(double seconds) const {
    const auto at = static_cast<std::size_t>(std::max(0.0, seconds));
    return survival_[std::min(at, survival_.size() - 1)];
}

double Patience::draw(double elapsed, Chance& chance) const {
    const double level = chance.uniform() * survival(elapsed);
    const auto begin = survival_.begin() +
                       static_cast<std::ptrdiff_t>(std::min(elapsed, static_cast<double>(horizon)));
    const auto at =
        std::partition_point(begin, survival_.end(), [&](double alive) { return alive > level; });
    return at == survival_.end() ? std::numeric_limits<double>::infinity()
                                 : static_cast<double>(at - survival_.begin());
}

CallModel::CallModel(std::span<const Call> log) {
    Lengths all;
    std::array<double, 7> days{};
    double queued = 0;
    double first = 0;
    for (const Call& call : log) {
        const auto type = static_cast<std::size_t>(call.type);
        if (call.served) {
            service[type].add(call.ended - call.begun);
            all.add(call.ended - call.begun);
        }
        if (!call.queued)
            continue;
        queued += 1;
        first += call.priority == priority ? 1 : 0;
        patience[static_cast<std::size_t>(call.priority)].waited(call.waited(), !call.served);
    }
    forEachDay(log, [&](std::span<const Call> day) {
        learnGaps(day, gap);
        const auto weekday = static_cast<std::size_t>(day.front().weekday);
        days[weekday] += 1;
        // Priority is on record only for calls that queued; the others are of the same mix.
        for (const Call& call : day)
            priorityCalls[weekday][static_cast<std::size_t>(std::min(call.came, 86'399) / 1800)] +=
                first / std::max(1.0, queued) / 1800;
    });
    for (std::size_t weekday = 0; weekday < days.size(); ++weekday)
        for (double& rate : priorityCalls[weekday])
            rate /= std::max(1.0, days[weekday]);
    all.sort();
    gap.sort();
    for (Lengths& one : service) {
        one.sort();
        if (one.size() < servicesLeast)
            one = all;
    }
    for (Patience& one : patience)
        one.estimate();
    meanService = all.mean();
}

} // namespace usher::sim
