#include "broker/forecast/simple.h"

#include "broker/rules/triage.h"

#include <algorithm>

namespace usher::forecast {

using namespace protocol;
using outlet::Index;
using outlet::Outlet;

namespace {

constexpr Range unknown{Millis{-1}, Millis{-1}};

bool works(const CounterState& state) {
    return state.desk != Desk::Closed && state.desk != Desk::Paused && !state.closing;
}

Range range(Millis work, std::int64_t counters) {
    if (counters == 0)
        return unknown;
    if (work <= Millis{0})
        return {Millis{0}, Millis{0}};
    const Millis likely = work / counters;
    return {likely, likely * 8 / 5 + std::chrono::minutes{2}};
}

/// Work in hand at the counters of a zone that take this kind, and how many they are.
struct Hands {
    Millis work{};
    std::int64_t counters{};
    bool idle{};
};

Hands handsFor(const Outlet& outlet, const ZoneId& zone, Index service, Index tier) {
    Hands hands;
    for (Index i = 0; i < outlet.floor().counters(); ++i) {
        const CounterState& state = outlet.counters()[i];
        if (!works(state) || outlet.setup().counters[i].zone != zone)
            continue;
        if (outlet.floor().delay(i, service, tier) != Millis{0})
            continue;
        ++hands.counters;
        if (state.ticket)
            hands.work += outlet.setup().find(outlet.find(*state.ticket)->service)->typical / 2;
        else
            hands.idle = true;
    }
    return hands;
}

} // namespace

Range simpleWait(const Outlet& outlet, const ServiceId& service, const TierId& tier,
                 const std::vector<Claim>& claims, Moment now) {
    const ZoneId zone = rules::zoneFor(outlet.floor(), outlet.setup(), service, tier);
    const Hands hands = handsFor(outlet, zone, outlet.floor().of(service), outlet.floor().of(tier));
    const Moment key = now - outlet.setup().find(tier)->headStart +
                       outlet.setup().adjustment(service, tier, claims);
    Millis work = hands.work;
    std::int64_t ahead = 0;
    for (const auto& [id, ticket] : outlet.tickets())
        if (ticket.phase == Phase::Waiting && ticket.zone == zone &&
            outlet.standing(ticket).key <= key) {
            work += outlet.setup().find(ticket.service)->typical;
            ++ahead;
        }
    if (hands.idle && ahead == 0)
        return {Millis{0}, Millis{0}};
    return range(work, hands.counters);
}

std::vector<BoardZone> zones(const Outlet& outlet) {
    std::vector<BoardZone> all;
    for (const Zone& zone : outlet.setup().zones) {
        Millis work{};
        std::int64_t counters = 0;
        bool idle = false;
        for (const CounterState& state : outlet.counters()) {
            const Counter& counter = *outlet.setup().find(state.id);
            if (counter.zone != zone.id || !works(state))
                continue;
            ++counters;
            if (state.ticket)
                work += outlet.setup().find(outlet.find(*state.ticket)->service)->typical / 2;
            else
                idle = true;
        }
        std::uint32_t waiting = 0;
        for (const auto& [id, ticket] : outlet.tickets())
            if (ticket.phase == Phase::Waiting && ticket.zone == zone.id) {
                work += outlet.setup().find(ticket.service)->typical;
                ++waiting;
            }
        const bool atOnce = idle && waiting == 0;
        all.push_back({zone.id, zone.name, waiting,
                       atOnce ? Range{Millis{0}, Millis{0}} : range(work, counters)});
    }
    return all;
}

} // namespace usher::forecast
