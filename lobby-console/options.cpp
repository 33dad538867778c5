#include "lobby-console/options.h"

namespace usher::lobby {

using namespace protocol;

namespace {

bool takes(const Counter& counter, const Ticket& ticket) {
    return Setup::helpDelay(counter, ticket.service, ticket.tier).has_value();
}

std::optional<Option> zoneOption(const View& view, const Zone& zone, const Ticket& ticket) {
    bool able = false;
    Option option;
    option.open = 0;
    for (const Counter& counter : view.setup().counters) {
        if (counter.zone != zone.id || !takes(counter, ticket))
            continue;
        able = true;
        const CounterState* state = view.outlet.find(counter.id);
        option.open += state != nullptr && view.serves(*state) ? 1 : 0;
    }
    const bool there = ticket.zone == zone.id && !ticket.place.counter;
    if (!able || there)
        return std::nullopt;
    option.key = QStringLiteral("zone:") + text(zone.id.view());
    option.name = view.say(zone.name);
    option.waiting = static_cast<int>(view.outlet.waitingIn(zone.id));
    option.place.zone = zone.id;
    return option;
}

std::optional<Option> counterOption(const View& view, const Counter& counter,
                                    const Ticket& ticket) {
    const CounterState* state = view.outlet.find(counter.id);
    // A machine goes by its zone; a counter where nobody sits would keep the customer waiting.
    if (!takes(counter, ticket) || view.isMachine(counter.id) || state == nullptr ||
        !view.serves(*state) || ticket.place.counter == counter.id)
        return std::nullopt;
    Option option;
    option.key = QStringLiteral("counter:") + text(counter.id.view());
    option.name = view.say(counter.name);
    option.number = static_cast<int>(counter.number);
    option.place.counter = counter.id;
    return option;
}

} // namespace

std::vector<Option> placesFor(const View& view, const Ticket& ticket) {
    std::vector<Option> options;
    for (const Zone& zone : view.setup().zones)
        if (auto option = zoneOption(view, zone, ticket))
            options.push_back(std::move(*option));
    for (const Counter& counter : view.setup().counters)
        if (auto option = counterOption(view, counter, ticket))
            options.push_back(std::move(*option));
    return options;
}

std::vector<Option> servicesFor(const View& view, const TierId& tier) {
    std::vector<Option> options;
    for (const Service& service : view.setup().services) {
        const auto& counters = view.setup().counters;
        const bool served =
            std::any_of(counters.begin(), counters.end(), [&](const Counter& counter) {
                return !view.isMachine(counter.id) &&
                       Setup::helpDelay(counter, service.id, tier).has_value();
            });
        if (!served)
            continue;
        Option option;
        option.key = text(service.id.view());
        option.name = view.say(service.name);
        options.push_back(std::move(option));
    }
    return options;
}

const Option* OptionList::find(const QString& key) const {
    const int at = indexOf(key);
    return at < 0 ? nullptr : &rows()[static_cast<std::size_t>(at)];
}

QHash<int, QByteArray> OptionList::roleNames() const {
    return {{Key, "key"}, {Name, "name"}, {Number, "number"}, {Open, "open"}, {Waiting, "waiting"}};
}

QVariant OptionList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Option& option = rows()[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case Key:
        return option.key;
    case Name:
        return option.name;
    case Number:
        return option.number;
    case Open:
        return option.open;
    case Waiting:
        return option.waiting;
    }
    return {};
}

} // namespace usher::lobby
