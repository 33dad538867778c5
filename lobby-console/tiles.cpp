#include "lobby-console/tiles.h"

#include "lobby-console/lobby.h"
#include "lobby-console/tried.h"
#include "lobby-console/watch.h"

namespace usher::lobby {

using namespace protocol;

namespace {

constexpr Lobby::Counter of(MachineState state) {
    return static_cast<Lobby::Counter>(static_cast<int>(Lobby::Counter::Ready) +
                                       static_cast<int>(state));
}
static_assert(of(MachineState::Busy) == Lobby::Counter::Busy);
static_assert(of(MachineState::OutOfCash) == Lobby::Counter::OutOfCash);
static_assert(of(MachineState::OutOfPaper) == Lobby::Counter::OutOfPaper);
static_assert(of(MachineState::Down) == Lobby::Counter::Down);

/// Their name while they are signed on there, then their number; without one, the device.
QString authorOf(const View& view, const ProfileOverride& profile) {
    if (!profile.staff)
        return text(profile.device.view());
    const Session* session = view.outlet.sessionAt(profile.device);
    const bool there = session != nullptr && session->staff == *profile.staff;
    return there ? text(session->name) : text(profile.staff->view());
}

OtherWork otherWorkOf(const View& view, const ProfileOverride& profile) {
    OtherWork other;
    other.until = view.clock(profile.until);
    other.reason = text(profile.reason);
    other.by = authorOf(view, profile);
    const Tried tried = triedIn(other.reason);
    other.tried = tried.what;
    other.minutes = tried.minutes;
    if (!tried.zone.empty())
        other.zone = view.nameOf(tried.zone);
    return other;
}

Lobby::Counter stateOf(const View& view, const CounterState& state) {
    using enum Lobby::Counter;
    if (view.isMachine(state.id))
        return state.desk == Desk::Closed && works(state.machine) ? Off : of(state.machine);
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
    if (view.isMachine(state.id))
        row.line = view.inLineAt(state.id);
    if (state.profile)
        row.other = otherWorkOf(view, *state.profile);
    if (state.kept)
        row.kept = {static_cast<int>(state.kept->whom), view.clock(state.kept->until)};
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
            {Typical, "typical"},    {Closing, "closing"}, {Line, "line"},
            {Other, "other"},        {KeptRole, "kept"},   {LevelRole, "level"}};
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
    case Line:
        return row.line;
    case Other:
        return QVariant::fromValue(row.other);
    case KeptRole:
        return QVariant::fromValue(row.kept);
    case LevelRole:
        return static_cast<int>(row.level);
    }
    return {};
}

} // namespace usher::lobby
