#include "broker/rules/triage.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;
using outlet::Floor;
using outlet::Index;
using outlet::Kind;
using outlet::nowhere;
using outlet::Outlet;

namespace {

/// One of the place that may serve it there, and is as wished.
template <class Wish>
bool someCounterAt(const Floor& floor, const ServiceId& service, const TierId& tier,
                   const Place& place, const Wish& wish) {
    const Index s = floor.of(service);
    const Index t = floor.of(tier);
    if (s == nowhere || t == nowhere)
        return false;
    const Index zone = place.zone ? floor.of(*place.zone) : nowhere;
    const Index counter = place.counter ? floor.of(*place.counter) : nowhere;
    const bool named = place.counter || place.zone;
    for (Index i = 0; i < floor.counters(); ++i)
        if ((!place.counter || i == counter) && (!place.zone || floor.zoneOf(i) == zone) &&
            (floor.delay(i, s, t) || (named && floor.does(i, s, t))) && wish(i))
            return true;
    return false;
}

} // namespace

ZoneId zoneFor(const Floor& floor, const Setup& setup, const ServiceId& service,
               const TierId& tier) {
    if (const auto own = setup.find(tier)->zone)
        for (Index i = 0; i < floor.counters(); ++i)
            if (floor.zoneOf(i) == floor.of(*own) &&
                floor.delay(i, floor.of(service), floor.of(tier)) == Millis{0})
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

bool servable(const Floor& floor, const ServiceId& service, const TierId& tier,
              const Place& place) {
    return someCounterAt(floor, service, tier, place, [](Index) { return true; });
}

bool attended(const Outlet& outlet, const ServiceId& service, const TierId& tier,
              const Place& place) {
    return (!place.counter && !place.zone) ||
           someCounterAt(outlet.floor(), service, tier, place, [&](Index counter) {
               return outlet.counters()[counter].desk != Desk::Closed;
           });
}

ZoneId zoneOf(const Floor& floor, const Setup& setup, const ServiceId& service, const TierId& tier,
              const Place& place) {
    if (place.counter)
        return setup.find(*place.counter)->zone;
    return place.zone ? *place.zone : zoneFor(floor, setup, service, tier);
}

std::uint32_t aheadOf(const Outlet& outlet, const ServiceId& service, const TierId& tier,
                      Moment arrival, const std::vector<Claim>& claims) {
    const Setup& setup = outlet.setup();
    const ZoneId zone = zoneFor(outlet.floor(), setup, service, tier);
    const Moment key =
        arrival - setup.find(tier)->headStart + setup.adjustment(service, tier, claims);
    return static_cast<std::uint32_t>(
        std::count_if(outlet.tickets().begin(), outlet.tickets().end(), [&](const auto& entry) {
            const Ticket& ticket = entry.second;
            return ticket.phase == Phase::Waiting && ticket.zone == zone &&
                   outlet.standing(ticket).key <= key;
        }));
}

} // namespace usher::rules
