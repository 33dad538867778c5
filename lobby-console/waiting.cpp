#include "lobby-console/waiting.h"

#include "lobby-console/lobby.h"

namespace usher::lobby {

using namespace protocol;

namespace {

bool matches(const View& view, const Ticket& ticket, const Filter& filter) {
    if (!filter.number.isEmpty())
        return text(ticket.number).contains(filter.number, Qt::CaseInsensitive);
    const bool away = isAway(view, ticket);
    if (ticket.phase != Phase::Waiting && !away)
        return false;
    if (filter.away || away)
        return filter.away && away;
    if (filter.late)
        return view.willMiss(ticket);
    return filter.zone.empty() || ticket.zone == filter.zone;
}

WaitingRow rowOf(const View& view, const Ticket& ticket) {
    WaitingRow row;
    row.key = ticket.id;
    row.number = text(ticket.number);
    row.service = view.nameOf(ticket.service);
    row.zone = view.nameOf(ticket.zone);
    if (!view.setup().tiers.empty() && ticket.tier != view.setup().tiers.front().id)
        row.tier = view.nameOf(ticket.tier);
    const bool there = ticket.phase == Phase::Called || ticket.phase == Phase::Serving;
    if (const auto& counter = there ? ticket.counter : ticket.place.counter)
        row.counter = view.nameOf(*counter);
    row.phase = static_cast<int>(ticket.phase);
    row.wait = minutes(view.waited(ticket));
    row.target = minutes(view.target(ticket));
    if (const auto forecast = view.forecast(ticket)) {
        row.low = minutesUp(forecast->likely);
        row.high = minutesUp(forecast->surely);
    }
    row.late = view.willMiss(ticket);
    row.promoted = ticket.promotion < Millis{0};
    row.level = view.level(ticket);
    return row;
}

} // namespace

void WaitingList::show(const View& view, const Filter& filter) {
    std::vector<const Ticket*> found;
    for (const auto& [id, ticket] : view.outlet.tickets())
        if (matches(view, ticket, filter))
            found.push_back(&ticket);
    const auto place = [&](const Ticket* one) {
        return filter.late ? one->arrival + view.target(*one) : one->arrival;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Ticket* a, const Ticket* b) { return place(a) < place(b); });
    std::vector<WaitingRow> fresh;
    for (const Ticket* ticket : found)
        fresh.push_back(rowOf(view, *ticket));
    settle(std::move(fresh));
}

QHash<int, QByteArray> WaitingList::roleNames() const {
    return {{Id, "ticket"},         {Number, "number"},   {Service, "service"}, {Zone, "zone"},
            {Tier, "tier"},         {Counter, "counter"}, {PhaseRole, "phase"}, {Wait, "wait"},
            {Target, "target"},     {Low, "low"},         {High, "high"},       {Late, "late"},
            {Promoted, "promoted"}, {LevelRole, "level"}};
}

QVariant WaitingList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const WaitingRow& row = rows()[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case Id:
        return row.key.value;
    case Number:
        return row.number;
    case Service:
        return row.service;
    case Zone:
        return row.zone;
    case Tier:
        return row.tier;
    case Counter:
        return row.counter;
    case PhaseRole:
        return row.phase;
    case Wait:
        return row.wait;
    case Target:
        return row.target;
    case Low:
        return row.low;
    case High:
        return row.high;
    case Late:
        return row.late;
    case Promoted:
        return row.promoted;
    case LevelRole:
        return static_cast<int>(row.level);
    }
    return {};
}

} // namespace usher::lobby
