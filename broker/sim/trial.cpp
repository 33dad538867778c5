#include "broker/sim/trial.h"

#include "broker/sim/replications.h"

#include <algorithm>
#include <numeric>

namespace usher::sim {

using namespace simulate;

namespace {

constexpr std::size_t batchCount = 20;

/// Waits by tier, and idle minutes, of some days.
struct Gathered {
    std::vector<Waits> tiers{tierNames.size()};
    double idle{};
    std::size_t days{};

    void add(const Gathered& other) {
        for (std::size_t i = 0; i < tiers.size(); ++i)
            tiers[i].add(other.tiers[i]);
        idle += other.idle;
        days += other.days;
    }
};

std::vector<std::size_t> placesOf(const Scenario& lobby) {
    const auto tiers = tiersOf(lobby);
    std::vector<std::size_t> places;
    for (const char* name : tierNames)
        places.push_back(
            static_cast<std::size_t>(std::find(tiers.begin(), tiers.end(), name) - tiers.begin()));
    return places;
}

Gathered gather(const Contender& contender, const std::vector<std::size_t>& places,
                std::uint64_t seed, std::size_t first, std::size_t last) {
    Gathered sum;
    for (std::size_t day = first; day < last; ++day) {
        const Played played = contender.play(seed, day);
        for (std::size_t i = 0; i < places.size(); ++i)
            sum.tiers[i].add(played.tiers[places[i]]);
        sum.idle += std::accumulate(played.idleWatched.begin(), played.idleWatched.end(), 0.0);
        ++sum.days;
    }
    return sum;
}

Reading read(Gathered sum) {
    Reading reading;
    Waits all;
    for (Waits& one : sum.tiers) {
        all.add(one);
        reading.tiers.push_back(one.figures({}));
    }
    reading.all = all.figures({});
    reading.days = static_cast<double>(sum.days);
    reading.idle = sum.idle / reading.days;
    return reading;
}

Estimate around(double whole, const std::vector<double>& batches) {
    return {whole, estimate(batches).stderror};
}

} // namespace

Trial tryOut(const Contender& contender, const Scenario& lobby, std::size_t days,
             std::uint64_t seed, unsigned threads) {
    const auto places = placesOf(lobby);
    std::vector<Gathered> sums(std::min(batchCount, days));
    forEachInParallel(
        sums.size(), threads,
        [&](std::size_t i) {
            sums[i] = gather(contender, places, seed, days * i / sums.size(),
                             days * (i + 1) / sums.size());
        },
        [](std::size_t) {});
    Trial trial;
    Gathered whole;
    for (Gathered& sum : sums) {
        whole.add(sum);
        trial.batches.push_back(read(std::move(sum)));
    }
    trial.whole = read(std::move(whole));
    return trial;
}

Estimate of(const Trial& trial, const Measure& measure) {
    std::vector<double> batches;
    for (const Reading& one : trial.batches)
        batches.push_back(measure(one));
    return around(measure(trial.whole), batches);
}

Estimate difference(const Trial& trial, const Trial& other, const Measure& measure) {
    std::vector<double> batches;
    for (std::size_t i = 0; i < trial.batches.size(); ++i)
        batches.push_back(measure(trial.batches[i]) - measure(other.batches[i]));
    return around(measure(trial.whole) - measure(other.whole), batches);
}

} // namespace usher::sim
