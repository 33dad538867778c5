#include "broker/forecast/start.h"

namespace usher::forecast {

using namespace protocol;
using outlet::Index;
using outlet::Outlet;

namespace {

AtCounter atCounter(const Outlet& outlet, Index counter) {
    const CounterState& state = outlet.counters()[counter];
    if (outlet.floor().isMachine(counter))
        return {};
    AtCounter at{state.desk, state.since, 0, state.staff, state.closing};
    if (state.ticket) {
        const Ticket& ticket = *outlet.find(*state.ticket);
        at.service = outlet.floor().of(ticket.service);
        at.since = ticket.since;
    }
    return at;
}

} // namespace

Start startOf(const Outlet& outlet, Moment now) {
    const TimeZone& zone = outlet.setup().timeZone;
    const LocalTime local = zone.local(now);
    const auto hours = outlet.setup().hoursOn(local);
    Start start;
    start.now = now;
    start.midnight = zone.at(local.date, 0);
    start.closes = hours ? zone.at(local.date, hours->closes) : now;
    start.floor = outlet.floor();
    for (const Service& service : outlet.setup().services)
        start.byService.push_back(service.headStart);
    start.appointment = outlet.setup().policy.appointment;
    start.expected = !outlet.appointments().empty();
    start.busier.assign(outlet.setup().tiers.size(), 1);
    for (Index counter = 0; counter < outlet.floor().counters(); ++counter)
        start.counters.push_back(atCounter(outlet, counter));
    for (const auto& [id, ticket] : outlet.tickets())
        if (ticket.phase == Phase::Waiting || ticket.phase == Phase::Reserved)
            start.waiting.push_back({id, outlet.kind(ticket), ticket.arrival});
    return start;
}

} // namespace usher::forecast
