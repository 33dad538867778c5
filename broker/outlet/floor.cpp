#include "broker/outlet/floor.h"

#include <algorithm>

namespace usher::outlet {

using namespace protocol;

namespace {

template <class I>
Index indexOf(const std::vector<I>& all, const I& id) {
    const auto at = std::find(all.begin(), all.end(), id);
    return at == all.end() ? nowhere : static_cast<Index>(at - all.begin());
}

template <class T>
auto idsOf(const std::vector<T>& all) {
    std::vector<decltype(T::id)> ids;
    for (const T& one : all)
        ids.push_back(one.id);
    return ids;
}

} // namespace

Floor::Floor(const Setup& setup) : Floor{setup, profiles(setup, {}), false} {}

Floor::Floor(const Setup& setup, const Profiles& profiles, bool atOnce)
    : services_{idsOf(setup.services)}, tiers_{idsOf(setup.tiers)}, zoneIds_{idsOf(setup.zones)},
      counterIds_{idsOf(setup.counters)} {
    for (const Tier& tier : setup.tiers)
        headStarts_.push_back(tier.headStart);
    for (std::size_t i = 0; i < setup.counters.size(); ++i) {
        const Counter& counter = setup.counters[i];
        const Zone* zone = setup.find(counter.zone);
        const bool machine = zone != nullptr && zone->selfService;
        zones_.push_back(of(counter.zone));
        machines_.push_back(machine);
        numbers_.push_back(counter.number);
        std::uint32_t breadth = 0;
        bool helps = false;
        for (const Service& service : setup.services) {
            bool made = false;
            for (const Tier& tier : setup.tiers) {
                auto delay = Setup::helpDelay(profiles[i], service.id, tier.id);
                if (delay && atOnce)
                    delay = Millis{0};
                delays_.push_back(delay && !machine ? delay->count() : never);
                does_.push_back(delay && machine);
                made = made || (delay && machine);
                if (delay == Millis{0})
                    ++breadth;
                helps = helps || delay > Millis{0};
            }
            made_.push_back(made);
        }
        breadths_.push_back(breadth);
        helps_.push_back(helps && !machine);
    }
}

Index Floor::of(const ServiceId& id) const {
    return indexOf(services_, id);
}
Index Floor::of(const TierId& id) const {
    return indexOf(tiers_, id);
}
Index Floor::of(const ZoneId& id) const {
    return indexOf(zoneIds_, id);
}
Index Floor::of(const CounterId& id) const {
    return indexOf(counterIds_, id);
}

} // namespace usher::outlet
