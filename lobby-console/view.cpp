#include "lobby-console/view.h"

#include <algorithm>

namespace usher::lobby {

using namespace protocol;

namespace {

bool everyCounter(const CounterState&) {
    return true;
}

bool openCounter(const CounterState& counter) {
    return counter.desk != Desk::Closed && !counter.closing;
}

/// Of the counters counted on, this one alone takes it for some tier, and would no longer.
const Service* lostAmong(const View& view, bool (*counted)(const CounterState&),
                         const Remainder& remainder) {
    const outlet::Floor& floor = view.outlet.floor();
    const auto takenAt = [&](const CounterState& one, const Service& service, const Tier& tier) {
        return counted(one) &&
               floor.delay(floor.of(one.id), floor.of(service.id), floor.of(tier.id));
    };
    const auto taken = [&](bool here, const Service& service, const Tier& tier) {
        const auto& all = view.outlet.counters();
        return std::any_of(all.begin(), all.end(), [&](const CounterState& one) {
            return (one.id == remainder.counter) == here && takenAt(one, service, tier);
        });
    };
    for (const Service& service : view.setup().services)
        for (const Tier& tier : view.setup().tiers)
            if (taken(true, service, tier) && !taken(false, service, tier) &&
                !Setup::helpDelay(remainder.takes, service.id, tier.id))
                return &service;
    return nullptr;
}

} // namespace

Millis View::since(Moment moment) const {
    return std::max(Millis{0}, now - moment);
}

Millis View::target(const Ticket& ticket) const {
    const Tier* tier = setup().find(ticket.tier);
    return tier != nullptr ? tier->target : Millis{0};
}

Millis View::waited(const Ticket& ticket) const {
    return since(ticket.arrival);
}

Level View::level(const Ticket& ticket) const {
    const Millis limit = target(ticket);
    if (ticket.phase != Phase::Waiting || limit <= Millis{0})
        return Level::Calm;
    const Millis wait = waited(ticket);
    return wait >= limit ? Level::Missed : wait * 4 >= limit * 3 ? Level::WillMiss : Level::Calm;
}

std::optional<Range> View::forecast(const Ticket& ticket) const {
    const auto at = std::find_if(waits.begin(), waits.end(),
                                 [&](const TicketWait& one) { return one.ticket == ticket.id; });
    const bool known =
        ticket.phase == Phase::Waiting && at != waits.end() && at->wait.likely >= Millis{0};
    return known ? std::optional{at->wait} : std::nullopt;
}

bool View::willMiss(const Ticket& ticket) const {
    const auto wait = forecast(ticket);
    const Millis limit = target(ticket);
    const Millis already = waited(ticket);
    return wait && limit > Millis{0} && already < limit && already + wait->likely > limit;
}

bool View::isMachine(const CounterId& counter) const {
    const Counter* known = setup().find(counter);
    const Zone* zone = known != nullptr ? setup().find(known->zone) : nullptr;
    return zone != nullptr && zone->selfService;
}

const Service* View::uncoveredBy(const Remainder& remainder) const {
    if (!remainder.takes.empty())
        if (const Service* one = lostAmong(*this, everyCounter, remainder))
            return one;
    return lostAmong(*this, openCounter, remainder);
}

int View::inLineAt(const CounterId& machine) const {
    return static_cast<int>(
        std::count_if(outlet.tickets().begin(), outlet.tickets().end(), [&](const auto& entry) {
            const Ticket& one = entry.second;
            return one.phase == Phase::Diverted && one.place.counter == machine;
        }));
}

QString View::clock(Moment moment) const {
    return wallClock(setup().timeZone.local(moment).minute);
}

bool View::serves(const CounterState& state) const {
    if (state.desk == Desk::Closed || state.desk == Desk::Paused || state.closing)
        return false;
    return isMachine(state.id) ? works(state.machine) : state.staff.has_value();
}

int minutes(Millis span) {
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(span).count());
}

int minutesUp(Millis span) {
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(span).count());
}

QString wallClock(int minute) {
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

bool isAway(const View& view, const Ticket& ticket) {
    if (ticket.phase == Phase::NoShow)
        return !ticket.returned && view.since(ticket.since) <= view.setup().policy.lateReturn;
    return ticket.phase == Phase::Held || ticket.phase == Phase::Diverted;
}

} // namespace usher::lobby
