#include "lobby-console/zones.h"

namespace usher::lobby {

using namespace protocol;

namespace {

/// Further past its promise, or nearer to it.
bool worse(const View& view, const Ticket& a, const Ticket& b) {
    return view.waited(a) * view.target(b).count() > view.waited(b) * view.target(a).count();
}

bool inMachineLine(const Ticket& ticket) {
    return ticket.phase == Phase::Diverted && ticket.place.counter;
}

void countWaiting(const View& view, ZoneRow& row) {
    const Ticket* worst = nullptr;
    for (const auto& [id, ticket] : view.outlet.tickets()) {
        if (ticket.zone != row.key)
            continue;
        row.waiting += ticket.phase == Phase::Waiting || inMachineLine(ticket) ? 1 : 0;
        if (ticket.phase != Phase::Waiting)
            continue;
        if (worst == nullptr || worse(view, ticket, *worst))
            worst = &ticket;
    }
    if (worst == nullptr)
        return;
    row.wait = minutes(view.waited(*worst));
    row.target = minutes(view.target(*worst));
    row.level = view.level(*worst);
}

} // namespace

void ZoneList::show(const View& view, const std::vector<BoardZone>& forecasts) {
    std::vector<ZoneRow> fresh;
    for (const Zone& zone : view.setup().zones) {
        ZoneRow row{.key = zone.id, .name = view.say(zone.name), .machines = zone.selfService};
        countWaiting(view, row);
        for (const BoardZone& one : forecasts)
            if (one.zone == zone.id && one.wait.likely >= Millis{0}) {
                row.low = minutesUp(one.wait.likely);
                row.high = minutesUp(one.wait.surely);
            }
        for (const CounterState& state : view.outlet.counters())
            if (const Counter* counter = view.setup().find(state.id);
                counter != nullptr && counter->zone == zone.id) {
                ++row.total;
                row.open += view.serves(state) ? 1 : 0;
            }
        fresh.push_back(std::move(row));
    }
    settle(std::move(fresh));
}

QHash<int, QByteArray> ZoneList::roleNames() const {
    return {{Id, "zone"},   {Name, "name"},     {Machines, "machines"}, {Waiting, "waiting"},
            {Wait, "wait"}, {Target, "target"}, {LevelRole, "level"},   {Low, "low"},
            {High, "high"}, {Open, "open"},     {Total, "total"}};
}

QVariant ZoneList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const ZoneRow& row = rows()[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case Id:
        return text(row.key.view());
    case Name:
        return row.name;
    case Machines:
        return row.machines;
    case Waiting:
        return row.waiting;
    case Wait:
        return row.wait;
    case Target:
        return row.target;
    case LevelRole:
        return static_cast<int>(row.level);
    case Low:
        return row.low;
    case High:
        return row.high;
    case Open:
        return row.open;
    case Total:
        return row.total;
    }
    return {};
}

} // namespace usher::lobby
