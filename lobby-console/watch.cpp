#include "lobby-console/watch.h"

#include <algorithm>
#include <functional>
#include <map>

namespace usher::lobby {

using namespace protocol;

namespace {

Alert named(Trouble trouble, Level level, std::string_view name) {
    Alert alert;
    alert.key = QStringLiteral("%1:%2").arg(static_cast<int>(trouble)).arg(text(name));
    alert.trouble = trouble;
    alert.level = level;
    return alert;
}

/// As a machine's trouble is said; the code of Words.reason().
QString lacks(MachineState state) {
    return state == MachineState::OutOfCash    ? QStringLiteral("out of cash")
           : state == MachineState::OutOfPaper ? QStringLiteral("out of paper")
                                               : QStringLiteral("not working");
}

void notices(const Notices& all, std::vector<Alert>& alerts) {
    for (const Help& help : all.helps()) {
        Alert alert = named(Trouble::HelpAsked, Level::Act, help.device.view());
        alert.place = text(help.device.view());
        alerts.push_back(std::move(alert));
    }
    for (auto at = all.arrivals().rbegin(); at != all.arrivals().rend(); ++at) {
        const Arrival& arrival = *at;
        Alert alert = named(Trouble::ClientArrived, Level::Act, arrival.token);
        alert.who = text(arrival.manager);
        alert.number = text(arrival.number);
        alerts.push_back(std::move(alert));
    }
}

void overTargets(const View& view, std::vector<Alert>& alerts) {
    std::map<ZoneId, Alert> zones;
    for (const auto& [id, ticket] : view.outlet.tickets()) {
        if (view.level(ticket) != Level::Missed)
            continue;
        const auto [at, fresh] = zones.try_emplace(
            ticket.zone, named(Trouble::OverTarget, Level::Missed, ticket.zone.view()));
        Alert& alert = at->second;
        alert.zone = ticket.zone;
        alert.place = view.nameOf(ticket.zone);
        ++alert.count;
        alert.minutes = std::max(alert.minutes, minutes(view.waited(ticket)));
    }
    for (auto& [zone, alert] : zones)
        alerts.push_back(std::move(alert));
}

void papers(const View& view, std::vector<Alert>& alerts) {
    for (const auto& [id, ticket] : view.outlet.tickets()) {
        if (ticket.paper != Paper::Unknown || ticket.phase >= Phase::Called)
            continue;
        Alert alert = named(Trouble::PaperUnknown, Level::Device, ticket.number);
        alert.number = text(ticket.number);
        alert.ticket = id;
        alerts.push_back(std::move(alert));
    }
}

void devices(const View& view, std::vector<Alert>& alerts) {
    for (const DeviceState& device : view.outlet.devices()) {
        if (device.up)
            continue;
        const bool whole = device.part == "self";
        Alert alert = named(whole ? Trouble::KioskDown : Trouble::PartDown, Level::Device,
                            device.device.str() + ' ' + device.part);
        alert.place = text(device.device.view());
        alert.part = text(device.part);
        alert.who = text(device.detail);
        alerts.push_back(std::move(alert));
    }
}

void counters(const View& view, std::vector<Alert>& alerts) {
    for (const CounterState& state : view.outlet.counters()) {
        const Counter* counter = view.setup().find(state.id);
        if (counter == nullptr)
            continue;
        const Ticket* ticket = state.ticket ? view.outlet.find(*state.ticket) : nullptr;
        Alert alert;
        if (view.isMachine(state.id) && !works(state.machine)) {
            alert = named(Trouble::MachineDown, Level::Device, state.id.view());
            alert.place = view.say(counter->name);
            alert.part = lacks(state.machine);
            alert.who = text(state.reason);
        } else if (ticket != nullptr && state.desk == Desk::Calling &&
                   view.since(state.since) > calledTooLong) {
            alert = named(Trouble::CalledNotStarted, Level::WillMiss, ticket->number);
        } else if (ticket != nullptr && servedTooLong(view, *ticket)) {
            alert = named(Trouble::ServedLong, Level::WillMiss, ticket->number);
        } else {
            continue;
        }
        if (ticket != nullptr) {
            alert.place = QString::number(counter->number);
            alert.number = text(ticket->number);
            alert.minutes = minutes(view.since(state.since));
        }
        alert.counter = state.id;
        alerts.push_back(std::move(alert));
    }
}

} // namespace

bool servedTooLong(const View& view, const Ticket& ticket) {
    const Service* service = view.setup().find(ticket.service);
    return ticket.phase == Phase::Serving && service != nullptr &&
           view.since(ticket.since) > service->typical * 3;
}

std::vector<Alert> watch(const View& view, const Notices& all) {
    std::vector<Alert> alerts;
    notices(all, alerts);
    overTargets(view, alerts);
    papers(view, alerts);
    devices(view, alerts);
    counters(view, alerts);
    std::stable_sort(alerts.begin(), alerts.end(), [](const Alert& a, const Alert& b) {
        return a.trouble != b.trouble ? a.trouble < b.trouble : a.minutes > b.minutes;
    });
    // Clients who come together take one place, the latest first; the strip is for troubles too.
    const auto client = [](const Alert& one) { return one.trouble == Trouble::ClientArrived; };
    const auto first = std::find_if(alerts.begin(), alerts.end(), client);
    if (first != alerts.end())
        std::stable_partition(first + 1, alerts.end(), std::not_fn(client));
    return alerts;
}

} // namespace usher::lobby
