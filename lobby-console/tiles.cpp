#include "lobby-console/tiles.h"

#include "lobby-console/lobby.h"
#include "lobby-console/watch.h"

namespace usher::lobby {

using namespace protocol;

namespace {

Lobby::Counter stateOf(const View& view, const CounterState& state) {
    using enum Lobby::Counter;
    if (view.isMachine(state.id))
        return !works(state.machine) ? Broken : state.desk == Desk::Closed ? Closed : Available;
    switch (state.desk) {
    case Desk::Closed:
        return state.staff ? Closed : Unstaffed;
    case Desk::Idle:
    case Desk::Standby:
        return Idle;
    case Desk::Calling:
        return Calling;
    case Desk::Serving:
        return Serving;
    case Desk::Paused:
        return Paused;
    }
    return Closed;
}

Level levelOf(const View& view, const CounterState& state, const Ticket* ticket) {
    if (!works(state.machine))
        return Level::Device;
    if (state.desk == Desk::Calling && view.since(state.since) > calledTooLong)
        return Level::WillMiss;
    return ticket != nullptr && servedTooLong(view, *ticket) ? Level::WillMiss : Level::Calm;
}

TileRow rowOf(const View& view, const Counter& counter, const CounterState& state) {
    TileRow row;
    row.key = state.id;
    row.number = static_cast<int>(counter.number);
    row.name = view.say(counter.name);
    row.state = static_cast<int>(stateOf(view, state));
    row.teller = text(state.staffName);
    row.reason = text(state.reason);
    row.closing = state.closing;
    const Ticket* ticket = state.ticket ? view.outlet.find(*state.ticket) : nullptr;
    row.level = levelOf(view, state, ticket);
    if (ticket != nullptr) {
        row.ticket = text(ticket->number);
        row.service = view.nameOf(ticket->service);
        const Service* service = view.setup().find(ticket->service);
        row.typical =
            state.desk == Desk::Serving && service != nullptr ? minutes(service->typical) : 0;
    }
    if (ticket != nullptr || state.desk == Desk::Paused)
        row.minutes = minutes(view.since(state.since));
    return row;
}

} // namespace

TileList::TileList(bool machines, QObject* parent) : Rows{parent}, machines_{machines} {}

void TileList::show(const View& view) {
    std::vector<TileRow> fresh;
    for (const CounterState& state : view.outlet.counters())
        if (const Counter* counter = view.setup().find(state.id);
            counter != nullptr && view.isMachine(state.id) == machines_)
            fresh.push_back(rowOf(view, *counter, state));
    settle(std::move(fresh));
}

QHash<int, QByteArray> TileList::roleNames() const {
    return {{Id, "counter"},         {Number, "number"},   {Name, "name"},
            {State, "counterState"}, {Teller, "teller"},   {TicketRole, "ticket"},
            {Service, "service"},    {Reason, "reason"},   {Minutes, "minutes"},
            {Typical, "typical"},    {Closing, "closing"}, {LevelRole, "level"}};
}

QVariant TileList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const TileRow& row = rows()[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case Id:
        return text(row.key.view());
    case Number:
        return row.number;
    case Name:
        return row.name;
    case State:
        return row.state;
    case Teller:
        return row.teller;
    case TicketRole:
        return row.ticket;
    case Service:
        return row.service;
    case Reason:
        return row.reason;
    case Minutes:
        return row.minutes;
    case Typical:
        return row.typical;
    case Closing:
        return row.closing;
    case LevelRole:
        return static_cast<int>(row.level);
    }
    return {};
}

} // namespace usher::lobby
