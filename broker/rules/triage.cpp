#include "broker/rules/triage.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;
using outlet::Floor;
using outlet::Index;
using outlet::Kind;
using outlet::nowhere;
using outlet::Outlet;

ZoneId zoneFor(const Setup& setup, const ServiceId& service, const TierId& tier) {
    const auto own = setup.find(tier)->zone;
    if (own)
        for (const Counter& counter : setup.counters)
            if (counter.zone == *own && Setup::helpDelay(counter, service, tier) == Millis{0})
                return *own;
    return setup.find(service)->zone;
}

std::optional<Millis> delayAt(const Floor& floor, Index counter, const Kind& kind) {
    const bool sent = kind.counter != nowhere || kind.zone != nowhere;
    const bool sentHere =
        kind.counter != nowhere ? kind.counter == counter : kind.zone == floor.zoneOf(counter);
    if (sent && !sentHere)
        return std::nullopt;
    const auto delay = floor.delay(counter, kind.service, kind.tier);
    return delay && sentHere ? Millis{0} : delay;
}

bool servable(const Setup& setup, const ServiceId& service, const TierId& tier,
              const Place& place) {
    const auto& counters = setup.counters;
    return std::any_of(counters.begin(), counters.end(), [&](const Counter& counter) {
        const bool named = place.counter || place.zone;
        return (named || !setup.find(counter.zone)->selfService) &&
               (!place.counter || counter.id == *place.counter) &&
               (!place.zone || counter.zone == *place.zone) &&
               Setup::helpDelay(counter, service, tier).has_value();
    });
}

ZoneId zoneOf(const Setup& setup, const ServiceId& service, const TierId& tier,
              const Place& place) {
    if (place.counter)
        return setup.find(*place.counter)->zone;
    return place.zone ? *place.zone : zoneFor(setup, service, tier);
}

std::optional<CounterId> machineFor(const Outlet& outlet, const ServiceId& service,
                                    const TierId& tier) {
    for (const CounterState& state : outlet.counters()) {
        const Counter& counter = *outlet.setup().find(state.id);
        if (outlet.setup().find(counter.zone)->selfService && state.up &&
            state.desk != Desk::Closed && Setup::helpDelay(counter, service, tier))
            return state.id;
    }
    return std::nullopt;
}

std::uint32_t aheadOf(const Outlet& outlet, const ServiceId& service, const TierId& tier,
                      Moment arrival) {
    const ZoneId zone = zoneFor(outlet.setup(), service, tier);
    const Moment key = arrival - outlet.setup().find(tier)->headStart;
    return static_cast<std::uint32_t>(
        std::count_if(outlet.tickets().begin(), outlet.tickets().end(), [&](const auto& entry) {
            const Ticket& ticket = entry.second;
            return ticket.phase == Phase::Waiting && ticket.zone == zone &&
                   outlet.standing(ticket).key <= key;
        }));
}

} // namespace usher::rules
