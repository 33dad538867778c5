#include "broker/sim/reference_lobby.h"

#include "broker/forecast/chance.h"

#include <array>
#include <cmath>
#include <numeric>

namespace usher::sim {

using namespace protocol;
using std::chrono::minutes;

namespace {

enum Services : std::size_t { cash, desk, wealth };
enum Tiers : std::size_t { vip, assisted, gold, ordinary };

const std::array<ServiceId, 3> services{named<ServiceId>("cash"), named<ServiceId>("non-cash"),
                                        named<ServiceId>("wealth")};
const std::array<TierId, 4> tiers{named<TierId>("vip"), assistedTier, named<TierId>("gold"),
                                  named<TierId>("ordinary")};
constexpr std::array<double, 4> tierShares{.05, .08, .17, .70};
/// What each tier comes for.
constexpr std::array<std::array<double, 3>, 4> mix{
    {{.30, .40, .30}, {.65, .33, .02}, {.45, .40, .15}, {.60, .37, .03}}};
/// Customers per half hour from 8:30, up to a factor: a year of a bank's calls (CallVerse).
constexpr std::array<double, 17> shape{42.11, 44.79, 52.67, 56.04, 53.56, 49.45,
                                       46.76, 44.78, 41.85, 42.89, 43.94, 44.60,
                                       43.77, 43.21, 43.07, 41.60, 40.38};

constexpr double slotMs = 1'800'000;
constexpr minutes helpDelay{5};

void addCounters(Setup& setup, int count, const std::vector<Takes>& takes) {
    for (int i = 0; i < count; ++i) {
        const auto number = static_cast<std::uint32_t>(setup.counters.size() + 1);
        setup.counters.push_back(
            {named<CounterId>(std::to_string(number)), number, {}, setup.zones[0].id, takes});
    }
}

Setup lobbySetup() {
    Setup setup;
    setup.week.fill(ReferenceLobby::hours);
    const auto hall = named<ZoneId>("hall");
    setup.zones = {{hall, {}, false}};
    constexpr std::array<minutes, 3> typical{minutes{4}, minutes{9}, minutes{22}};
    for (std::size_t i = 0; i < services.size(); ++i)
        setup.services.push_back({services[i], {}, {}, hall, typical[i], i == cash, false});
    constexpr std::array<minutes, 4> headStarts{minutes{30}, minutes{20}, minutes{10}, minutes{0}};
    constexpr std::array<minutes, 4> targets{minutes{5}, minutes{5}, minutes{10}, minutes{20}};
    for (std::size_t i = 0; i < tiers.size(); ++i)
        setup.tiers.push_back({tiers[i], {}, headStarts[i], targets[i], {}});

    const std::vector<ServiceId> hallWork{services[cash], services[desk]};
    addCounters(setup, 1,
                {{{}, {tiers[vip]}, {}},
                 {{}, {tiers[gold]}, helpDelay},
                 {hallWork, {tiers[assisted], tiers[ordinary]}, helpDelay}});
    addCounters(setup, 1 + 3, {{hallWork, {}, {}}});
    addCounters(setup, 2, {{{services[desk]}, {}, {}}});
    addCounters(setup, 2, {{{services[wealth]}, {}, {}}});
    return setup;
}

template <std::size_t N>
outlet::Index draw(const std::array<double, N>& shares, forecast::Chance& chance) {
    double left = chance.uniform();
    for (std::size_t i = 0; i + 1 < N; ++i)
        if ((left -= shares[i]) < 0)
            return static_cast<outlet::Index>(i);
    return static_cast<outlet::Index>(N - 1);
}

} // namespace

ReferenceLobby::ReferenceLobby()
    : setup{lobbySetup()}, floor{setup}, services{{240, .9}, {540, 1.0}, {1320, .7}} {}

std::vector<forecast::Newcomer> ReferenceLobby::customers(double perDay, std::uint64_t seed,
                                                          std::uint64_t day) const {
    const double whole = std::accumulate(shape.begin(), shape.end(), 0.0);
    forecast::Chance chance{seed, day, 'a'};
    std::vector<forecast::Newcomer> all;
    for (std::size_t slot = 0; slot < shape.size(); ++slot) {
        const double gap = slotMs / (perDay * shape[slot] / whole);
        const double begin = hours.opens * 60'000 + static_cast<double>(slot) * slotMs;
        for (double at = chance.exponential(gap); at < slotMs; at += chance.exponential(gap)) {
            const outlet::Index tier = draw(tierShares, chance);
            const outlet::Index service = draw(mix[tier], chance);
            const Moment arrival{std::llround(begin + at)};
            const auto number = static_cast<std::uint32_t>(all.size() + 1);
            all.push_back({{service, tier}, {arrival - floor.headStart(tier), arrival, {number}}});
        }
    }
    return all;
}

} // namespace usher::sim
