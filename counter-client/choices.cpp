#include "counter-client/choices.h"
#include "counter-client/seat.h"

#include <algorithm>

namespace usher::counter {

using namespace protocol;
using outlet::Index;
using outlet::Outlet;

static_assert(static_cast<int>(Choices::Standing::Closed) ==
              static_cast<int>(protocol::Desk::Closed));
static_assert(static_cast<int>(Choices::Standing::Paused) ==
              static_cast<int>(protocol::Desk::Paused));

int Choices::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Choices::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const Choice& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Key:
        return row.key;
    case Badge:
        return row.badge;
    case Title:
        return row.title;
    case Detail:
        return row.detail;
    case StandingRole:
        return row.standing;
    case Figure:
        return row.figure;
    case Available:
        return row.available;
    }
    return {};
}

QHash<int, QByteArray> Choices::roleNames() const {
    return {{Key, "key"},
            {Badge, "badge"},
            {Title, "title"},
            {Detail, "detail"},
            {StandingRole, "standing"},
            {Figure, "figure"},
            {Available, "available"}};
}

void Choices::show(std::vector<Choice> rows) {
    const auto before = rows_.size();
    const auto sameKey = [](const QString& key) {
        return [key](const Choice& row) { return row.key == key; };
    };
    for (int i = count() - 1; i >= 0; --i) {
        const auto at = rows_.begin() + i;
        if (std::any_of(rows.begin(), rows.end(), sameKey(at->key)))
            continue;
        beginRemoveRows({}, i, i);
        rows_.erase(at);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int row = static_cast<int>(i);
        const auto found = std::find_if(rows_.begin() + row, rows_.end(), sameKey(rows[i].key));
        const int from = static_cast<int>(found - rows_.begin());
        if (found == rows_.end()) {
            beginInsertRows({}, row, row);
            rows_.insert(rows_.begin() + row, rows[i]);
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(rows_.begin() + row, found, found + 1);
            endMoveRows();
        }
        if (rows_[i] != rows[i]) {
            rows_[i] = std::move(rows[i]);
            emit dataChanged(index(row), index(row));
        }
    }
    if (rows_.size() != before)
        emit countChanged();
}

namespace {

Choice choiceOf(const Counter& counter, const CounterState& state, bool chinese) {
    Choice choice;
    choice.key = QString::fromStdString(counter.id.str());
    choice.badge = QString::number(counter.number);
    choice.title = inLanguage(counter.name, chinese);
    choice.standing = static_cast<int>(state.desk);
    return choice;
}

bool staffed(const Outlet& outlet, const Counter& counter) {
    const Index index = outlet.floor().of(counter.id);
    return index != outlet::nowhere && !outlet.floor().isMachine(index);
}

/// Somebody of `zone` (or anywhere, if nothing) can do `service` for this tier.
bool canBeServed(const Outlet& outlet, const ServiceId& service, const TierId& tier,
                 const std::optional<ZoneId>& zone) {
    const auto& counters = outlet.setup().counters;
    return std::any_of(counters.begin(), counters.end(), [&](const Counter& counter) {
        return staffed(outlet, counter) && (!zone || counter.zone == *zone) &&
               Setup::helpDelay(counter, service, tier).has_value();
    });
}

int waitingFor(const Outlet& outlet, const ServiceId& service) {
    return static_cast<int>(
        std::count_if(outlet.tickets().begin(), outlet.tickets().end(), [&](const auto& entry) {
            return entry.second.phase == Phase::Waiting && entry.second.service == service;
        }));
}

} // namespace

std::vector<Choice> seatsFor(const link::Link& link, bool chinese) {
    const Outlet& outlet = link.outlet();
    std::vector<Choice> rows;
    for (const Counter& counter : outlet.setup().counters) {
        if (!staffed(outlet, counter))
            continue;
        Choice choice = choiceOf(counter, *outlet.find(counter.id), chinese);
        const Session* session = outlet.sessionOf(counter.id);
        choice.available = session == nullptr || session->device == link.device();
        if (!choice.available)
            choice.detail = QString::fromStdString(session->name);
        rows.push_back(std::move(choice));
    }
    return rows;
}

std::vector<Choice> targetsFor(const link::Link& link, TicketId id, const CounterId& from,
                               Toward toward, bool chinese) {
    const Outlet& outlet = link.outlet();
    const Setup& setup = outlet.setup();
    const Ticket* ticket = outlet.find(id);
    std::vector<Choice> rows;
    if (ticket == nullptr)
        return rows;
    const auto add = [&](const auto& one, int waiting) {
        Choice choice;
        choice.key = QString::fromStdString(one.id.str());
        choice.title = inLanguage(one.name, chinese);
        choice.figure = waiting;
        rows.push_back(std::move(choice));
    };
    switch (toward) {
    case Toward::Service:
        for (const Service& service : setup.services)
            if (service.id != ticket->service &&
                canBeServed(outlet, service.id, ticket->tier, std::nullopt))
                add(service, waitingFor(outlet, service.id));
        break;
    case Toward::Zone:
        for (const Zone& zone : setup.zones)
            if (!zone.selfService && canBeServed(outlet, ticket->service, ticket->tier, zone.id))
                add(zone, static_cast<int>(outlet.waitingIn(zone.id)));
        break;
    case Toward::Counter:
        for (const Counter& counter : setup.counters)
            if (counter.id != from && staffed(outlet, counter) &&
                Setup::helpDelay(counter, ticket->service, ticket->tier))
                rows.push_back(choiceOf(counter, *outlet.find(counter.id), chinese));
        break;
    }
    return rows;
}

std::vector<Choice> heldAt(const link::Link& link, const CounterId& counter, bool chinese) {
    std::vector<const Ticket*> held;
    for (const auto& [id, ticket] : link.outlet().tickets())
        if (ticket.phase == Phase::Held && ticket.counter == counter)
            held.push_back(&ticket);
    std::stable_sort(held.begin(), held.end(),
                     [](const Ticket* a, const Ticket* b) { return a->since < b->since; });
    std::vector<Choice> rows;
    for (const Ticket* ticket : held) {
        const Service* service = link.outlet().setup().find(ticket->service);
        Choice choice;
        choice.key = QString::number(ticket->id.value);
        choice.badge = QString::fromStdString(ticket->number);
        choice.title = service != nullptr ? inLanguage(service->name, chinese) : QString{};
        choice.figure = wholeMinutes(link.now() - ticket->since);
        rows.push_back(std::move(choice));
    }
    return rows;
}

} // namespace usher::counter
