#include "tests/simulation/witness.h"

#include "broker/wire/json.h"

namespace usher::world {

using namespace protocol;

namespace {

void require(bool holds, const std::string& what) {
    if (!holds)
        throw Violation{"one customer per counter", what};
}

std::string nameOf(const Event& event) {
    return std::visit([]<class E>(const E&) { return std::string{wire::typeName<E>()}; }, event);
}

/// What a record does to the outlet around the tickets: worth knowing that it was reached.
void noteSituation(Nature& nature, const outlet::Outlet& outlet, const Record& record) {
    if (std::holds_alternative<DayClosed>(record.event)) {
        if (!outlet.line().empty())
            nature.count("midnight with people waiting");
        for (const CounterState& counter : outlet.counters())
            if (counter.ticket)
                nature.count("midnight with somebody at a counter");
    }
    if (const TimeZone& zone = outlet.setup().timeZone;
        outlet.sequence() != 0 && zone.offsetAt(outlet.at()) != zone.offsetAt(record.at))
        nature.count("the clocks changed");
    if (const auto* closed = std::get_if<CounterClosed>(&record.event))
        if (outlet.find(closed->counter) != nullptr && outlet.find(closed->counter)->ticket)
            nature.count("a counter closed behind its customer");
}

} // namespace

void checkCounters(const outlet::Outlet& outlet) {
    std::set<TicketId> held;
    for (const CounterState& state : outlet.counters()) {
        const bool engaged = state.desk == Desk::Calling || state.desk == Desk::Serving;
        const std::string at = state.id.str();
        require(state.ticket.has_value() == engaged,
                at + " is busy without a ticket, or idle with");
        require(!state.closing || engaged, at + " is closing behind nobody");
        const Session* session = outlet.sessionOf(state.id);
        require(state.staff.has_value() == (session != nullptr), at + ": who sits there?");
        require(session == nullptr || state.staff == session->staff, at + ": two sit there");
        if (!engaged)
            continue;
        const Ticket* ticket = outlet.find(*state.ticket);
        require(ticket != nullptr && ticket->counter == state.id, at + " serves somebody else's");
        require(ticket->phase == (state.desk == Desk::Calling ? Phase::Called : Phase::Serving),
                at + " and its ticket disagree");
        require(held.insert(ticket->id).second, ticket->number + " is at two counters");
    }
    for (const auto& [id, ticket] : outlet.tickets())
        require((ticket.phase == Phase::Called || ticket.phase == Phase::Serving) ==
                    held.contains(id),
                ticket.number + " is called or served at no counter");
}

void Witness::take(const Record& record) {
    if (record.sequence != outlet_.sequence() + 1)
        throw Violation{"journal", "a gap in the journal at " + std::to_string(record.sequence)};
    if (record.at < outlet_.at())
        throw Violation{"journal", "time went back at " + std::to_string(record.sequence)};
    const std::string name = nameOf(record.event);
    nature_.count("event " + name);
    nature_.tell("event " + std::to_string(record.sequence) + " " + name + " by " +
                 (record.by.empty() ? std::string{"itself"} : record.by.str()));
    noteSituation(nature_, outlet_, record);
    if (std::holds_alternative<SetupAdopted>(record.event))
        held_ = file_;
    lives_.before(outlet_, record);
    fairness_.before(outlet_, record);
    outlet_.evolve(record);
    lives_.after(outlet_, record);
}

} // namespace usher::world
