#include "broker/forecast/traffic.h"

#include <algorithm>
#include <numeric>

namespace usher::forecast {

using namespace protocol;
using outlet::Index;

namespace {

/// A day that ended counts so much less with every day since: some three weeks are remembered.
constexpr double fade = 0.95;
/// The guess before the first day weighs half a day.
constexpr double guessDays = 0.5;
constexpr double busyAtFirst = 0.5;
/// A day factor has a cv of .15 (gamma): as sure of 1 as after so many customers.
constexpr double dayCustomers = 1 / (0.15 * 0.15);
/// Mix: the first tier 70 %, the others alike, services alike; worth so many customers.
constexpr double mixCustomers = 20;
constexpr double firstTierShare = 0.7;

std::size_t slotOf(int minute) {
    return static_cast<std::size_t>(std::clamp(minute, 0, 1439) / Traffic::slotMinutes);
}

bool opens(const OpenHours& hours, std::size_t slot) {
    const int from = static_cast<int>(slot) * Traffic::slotMinutes;
    return hours.opens < from + Traffic::slotMinutes && hours.closes > from;
}

double guessPerSlot(const Setup& setup) {
    double typical = 0;
    for (const Service& service : setup.services)
        typical += static_cast<double>(service.typical.count()) / 60'000;
    typical /= static_cast<double>(std::max<std::size_t>(1, setup.services.size()));
    const auto staffed =
        std::count_if(setup.counters.begin(), setup.counters.end(), [&](const Counter& counter) {
            const Zone* zone = setup.find(counter.zone);
            return zone == nullptr || !zone->selfService;
        });
    return busyAtFirst * static_cast<double>(staffed) * Traffic::slotMinutes /
           std::max(1.0, typical);
}

double guessShare(const Setup& setup, std::size_t tier) {
    const auto tiers = static_cast<double>(setup.tiers.size());
    const auto services = static_cast<double>(setup.services.size());
    if (tiers == 1)
        return 1 / services;
    return (tier == 0 ? firstTierShare : (1 - firstTierShare) / (tiers - 1)) / services;
}

} // namespace

Traffic::Traffic(const Setup& setup) {
    for (std::size_t slot = 0; slot < slots; ++slot)
        for (const auto& hours : setup.week)
            if (hours && opens(*hours, slot))
                slots_[slot] = {guessDays * guessPerSlot(setup), guessDays, 0};
    adopt(setup);
}

void Traffic::adopt(const Setup& setup) {
    const auto known = [](const auto& ids, const auto& id) {
        return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    };
    std::vector<double> mix;
    for (const Service& service : setup.services)
        for (std::size_t tier = 0; tier < setup.tiers.size(); ++tier) {
            const std::size_t s = known(services_, service.id);
            const std::size_t t = known(tiers_, setup.tiers[tier].id);
            const bool seen = s < services_.size() && t < tiers_.size();
            mix.push_back(seen ? mix_[s * tiers_.size() + t]
                               : mixCustomers * guessShare(setup, tier));
        }
    services_.clear();
    tiers_.clear();
    for (const Service& service : setup.services)
        services_.push_back(service.id);
    for (const Tier& tier : setup.tiers)
        tiers_.push_back(tier.id);
    mix_ = std::move(mix);
    mixTotal_ = std::accumulate(mix_.begin(), mix_.end(), 0.0);
}

void Traffic::came(Index service, Index tier, int minute) {
    ++slots_[slotOf(minute)].today;
    mix_[service * tiers_.size() + tier] += 1;
    mixTotal_ += 1;
}

void Traffic::dayEnded(std::optional<OpenHours> hours) {
    for (std::size_t i = 0; i < slots; ++i) {
        Slot& slot = slots_[i];
        if (hours && opens(*hours, i)) {
            slot.customers = slot.customers * fade + slot.today;
            slot.days = slot.days * fade + 1;
        }
        slot.today = 0;
    }
    for (double& one : mix_)
        one *= fade;
    mixTotal_ *= fade;
}

double Traffic::perSlot(std::size_t slot) const {
    return slots_[slot].days == 0 ? 0 : slots_[slot].customers / slots_[slot].days;
}

double Traffic::today(int minute) const {
    const std::size_t current = slotOf(minute);
    double expected = dayCustomers;
    double seen = dayCustomers;
    for (std::size_t slot = 0; slot < current; ++slot) {
        expected += perSlot(slot);
        seen += slots_[slot].today;
    }
    expected += perSlot(current) * (minute % slotMinutes) / slotMinutes;
    seen += slots_[current].today;
    return seen / expected;
}

} // namespace usher::forecast
