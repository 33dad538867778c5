#include "broker/rules/machines.h"

#include "broker/rules/seniority.h"
#include "broker/rules/triage.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace usher::rules {

using namespace protocol;
using outlet::Index;
using outlet::nowhere;
using outlet::Outlet;

namespace {

/// Somebody may serve it where it was sent, and is there; and it stands in the line there.
bool stillRight(const Outlet& outlet, const Ticket& ticket) {
    const bool machine = outlet.atMachine(ticket.place);
    // A new setup may make a counter of a machine, or a machine of a counter.
    if (ticket.phase != Phase::Reserved && machine != (ticket.phase == Phase::Diverted))
        return false;
    if (machine && ticket.place.counter)
        return serves(outlet, outlet.floor().of(*ticket.place.counter), ticket.service,
                      ticket.tier);
    return servable(outlet.floor(), ticket.service, ticket.tier, ticket.place) &&
           (machine || attended(outlet, ticket.service, ticket.tier, ticket.place));
}

Event wayBack(const Outlet& outlet, const Ticket& ticket) {
    const Setup& setup = outlet.setup();
    if (!servable(outlet.floor(), ticket.service, ticket.tier, {}))
        return TicketLeft{ticket.id, "no longer offered"};
    const ZoneId zone = zoneFor(outlet.floor(), setup, ticket.service, ticket.tier);
    if (ticket.phase == Phase::Waiting)
        return TicketRedirected{ticket.id, zone, {}, false, "not served there any more"};
    // A number that is still with the printer has sent nobody anywhere yet.
    const Seniority place = ticket.phase == Phase::Diverted
                                ? returning(setup, ticket, ticket.service)
                                : kept(setup, ticket, ticket.service);
    return TicketResumed{
        ticket.id, zone, {}, place.claims, place.adjustment, "the machine cannot serve it"};
}

MachineLine lineAmong(const std::vector<Turn>& turns, const CounterState& machine, Millis typical,
                      Moment now) {
    MachineLine line;
    Moment free = now;
    for (const Turn& turn : turns)
        if (turn.machine == machine.id) {
            ++line.ahead;
            free = std::max(free, turn.ends);
        }
    Millis likely = free - now;
    // Somebody nobody sent is there: half of what it usually takes, as far as we know.
    if (machine.machine == MachineState::Busy)
        likely = std::max(likely, typical / 2);
    line.wait = {likely, likely == Millis{0} ? likely : likely * 8 / 5 + std::chrono::minutes{2}};
    return line;
}

} // namespace

bool serves(const Outlet& outlet, Index machine, const ServiceId& service, const TierId& tier) {
    const outlet::Floor& floor = outlet.floor();
    if (machine == nowhere || !floor.isMachine(machine))
        return false;
    const CounterState& state = outlet.counters()[machine];
    const Index s = floor.of(service);
    const Index t = floor.of(tier);
    return s != nowhere && t != nowhere && floor.does(machine, s, t) &&
           state.desk != Desk::Closed && able(state.machine, *outlet.setup().find(service));
}

std::vector<Turn> turns(const Outlet& outlet) {
    std::map<Index, std::vector<outlet::Standing>> lines;
    for (const TicketId id : outlet.sent())
        if (const Ticket& ticket = *outlet.find(id);
            ticket.phase == Phase::Diverted && ticket.place.counter)
            lines[outlet.floor().of(*ticket.place.counter)].push_back(outlet.standing(ticket));
    std::vector<Turn> all;
    for (auto& [machine, line] : lines) {
        std::sort(line.begin(), line.end());
        Moment free{};
        for (const outlet::Standing& one : line) {
            const Ticket& ticket = *outlet.find(one.ticket);
            free = std::max(free, ticket.since) + outlet.setup().find(ticket.service)->typical;
            all.push_back({ticket.id, outlet.counters()[machine].id, free});
        }
    }
    return all;
}

MachineLine lineAt(const Outlet& outlet, const CounterId& machine, const ServiceId& service,
                   Moment now) {
    return lineAmong(turns(outlet), *outlet.find(machine), outlet.setup().find(service)->typical,
                     now);
}

std::vector<Alternative> alternatives(const Outlet& outlet, const ServiceId& service,
                                      const TierId& tier, Moment now) {
    const std::vector<Turn> lines = turns(outlet);
    const Millis typical = outlet.setup().find(service)->typical;
    std::vector<Alternative> all;
    for (Index i = 0; i < outlet.floor().counters(); ++i) {
        if (!serves(outlet, i, service, tier))
            continue;
        const Counter& sign = outlet.setup().counters[i];
        all.push_back({sign.id, sign.number, sign.name,
                       lineAmong(lines, outlet.counters()[i], typical, now).wait});
    }
    std::sort(all.begin(), all.end(), [](const Alternative& a, const Alternative& b) {
        return std::tie(a.wait.likely, a.number) < std::tie(b.wait.likely, b.number);
    });
    return all;
}

std::vector<Event> broughtBack(const Outlet& outlet) {
    std::vector<Event> events;
    for (const TicketId id : outlet.sent())
        if (const Ticket& ticket = *outlet.find(id); !stillRight(outlet, ticket))
            events.push_back(wayBack(outlet, ticket));
    return events;
}

std::vector<Event> presumedDone(const Outlet& outlet, Moment now) {
    std::vector<Event> events;
    const Millis silence = outlet.setup().policy.machineDone;
    if (silence > Millis{0})
        for (const Turn& turn : turns(outlet))
            if (turn.ends + silence <= now)
                events.emplace_back(ServiceFinished{turn.ticket, turn.machine});
    return events;
}

std::optional<Moment> nextPresumedDone(const Outlet& outlet) {
    std::optional<Moment> first;
    const Millis silence = outlet.setup().policy.machineDone;
    if (silence > Millis{0})
        for (const Turn& turn : turns(outlet))
            first = std::min(first.value_or(turn.ends + silence), turn.ends + silence);
    return first;
}

} // namespace usher::rules
