// What a line costs to copy, and to come back to in the middle.
#include "tests/bench/figures.h"
#include "tests/bench/works.h"

#include <random>
#include <set>

namespace usher::bench {

using namespace protocol;
using outlet::Index;
using outlet::Kind;
using outlet::Line;
using outlet::Standing;

namespace {

constexpr std::size_t copiesATurn = 5'000;
constexpr std::size_t returnsATurn = 200;
constexpr std::uint32_t hall = 30; ///< who waits at a busy hour of the demo outlet
constexpr Millis between{60'000};

double nanosecondsEach(Clock::time_point begun, std::size_t times) {
    return 1e9 * seconds(Clock::now() - begun) / static_cast<double>(times);
}

Line busyHour(const Setup& setup, std::vector<Standing>& flat) {
    Line line;
    std::mt19937_64 random{4};
    for (std::uint32_t i = 1; i <= hall; ++i) {
        const auto service = static_cast<Index>(random() % setup.services.size());
        const auto tier = static_cast<Index>(random() % 3 != 0 ? 0 : random() % setup.tiers.size());
        const Moment arrival = Moment{} + between * i;
        flat.push_back({arrival - setup.tiers[tier].headStart, arrival, {i}});
        line.insert({service, tier}, flat.back());
    }
    return line;
}

template <class T>
double copy(const T& original) {
    std::size_t size = 0;
    const auto begun = Clock::now();
    for (std::size_t i = 0; i < copiesATurn; ++i) {
        const T one = original;
        size += one.size();
    }
    const double each = nanosecondsEach(begun, copiesATurn);
    if (size != copiesATurn * hall)
        throw std::runtime_error{"a copy lost somebody"};
    return each;
}

/// Somebody comes back to their old place, and is called.
double comeBack(Line& line, const std::vector<Standing>& who) {
    const Kind kind{};
    const auto begun = Clock::now();
    for (const Standing& one : who) {
        line.erase(kind, one);
        line.insert(kind, one);
    }
    return nanosecondsEach(begun, who.size());
}

double comeBack(std::set<Standing>& all, const std::vector<Standing>& who) {
    const auto begun = Clock::now();
    for (const Standing& one : who) {
        all.erase(one);
        all.insert(one);
    }
    return nanosecondsEach(begun, who.size());
}

} // namespace

std::vector<Figure> lines(const Effort& effort) {
    std::vector<Standing> flat;
    const Line usual = busyHour(outletSetup(), flat);
    Line full;
    std::set<Standing> all;
    std::vector<Standing> who;
    std::mt19937_64 random{5};
    for (std::uint32_t i = 1; i <= effort.waiting; ++i) {
        const Moment arrival = Moment{} + Millis{300} * i;
        full.insert({}, {arrival, arrival, {i}});
        all.insert({arrival, arrival, {i}});
    }
    for (std::size_t i = 0; i < returnsATurn; ++i) {
        const auto ticket = static_cast<std::uint32_t>(1 + random() % effort.waiting);
        const Moment arrival = Moment{} + Millis{300} * ticket;
        who.push_back({arrival, arrival, {ticket}});
    }
    Sides copies;
    Sides returns;
    for (std::size_t turn = 0; turn < effort.turns; ++turn) {
        copies.measured.push_back(copy(usual));
        copies.bare.push_back(copy(flat));
        returns.measured.push_back(comeBack(full, who));
        returns.bare.push_back(comeBack(all, who));
    }
    return {{"copy-line", quantile(copies.measured, 0.5), "ns", quantile(copies.bare, 0.5),
             "one std::vector of the same thirty people, in no order by kind"},
            {"return-100k", quantile(returns.measured, 0.5), "ns", quantile(returns.bare, 0.5),
             "std::set of as many: one erase and one insert anywhere; ours all of one kind"}};
}

} // namespace usher::bench
