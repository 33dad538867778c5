#include "counter-client/seat.h"

#include <algorithm>

namespace usher::counter {

using namespace protocol;
using outlet::Index;
using outlet::nowhere;
using outlet::Outlet;
using outlet::Row;

namespace {

/// How many of a row this counter may call by now.
int ready(const Outlet& outlet, Index counter, const Row& row, Moment now) {
    const outlet::Kind& kind = row.kind();
    const bool sentHere = kind.counter == counter ||
                          (kind.zone != nowhere && kind.zone == outlet.floor().zoneOf(counter));
    if (!sentHere && (kind.counter != nowhere || kind.zone != nowhere))
        return 0;
    const auto delay = outlet.floor().delay(counter, kind.service, kind.tier);
    if (!delay)
        return 0;
    const Moment latest = sentHere ? now : now - *delay;
    return static_cast<int>(std::count_if(row.begin(), row.end(),
                                          [&](const auto& one) { return one.arrival <= latest; }));
}

Customer readCustomer(const Outlet& outlet, const Ticket& ticket, Moment now, bool chinese) {
    const Setup& setup = outlet.setup();
    const Service* service = setup.find(ticket.service);
    const Tier* tier = setup.find(ticket.tier);
    Customer customer;
    customer.number = QString::fromStdString(ticket.number);
    customer.waited = wholeMinutes(ticket.since - ticket.arrival);
    const Millis elapsed = std::max(now - ticket.since, Millis{0});
    customer.elapsed = static_cast<int>(elapsed.count() / 1000);
    customer.assisted = ticket.tier == assistedTier;
    const auto recalls = setup.policy.recallsBeforeNoShow;
    customer.recallsMissing =
        ticket.recalls < recalls ? static_cast<int>(recalls - ticket.recalls) : 0;
    if (service != nullptr) {
        customer.service = inLanguage(service->name, chinese);
        customer.typical = wholeMinutes(service->typical);
        customer.takesLong = ticket.phase == Phase::Serving && 2 * elapsed >= 3 * service->typical;
    }
    if (tier != nullptr) {
        customer.tier = tier == &setup.tiers.front() ? QString{} : inLanguage(tier->name, chinese);
        customer.target = wholeMinutes(tier->target);
        customer.waitedTooLong = ticket.since - ticket.arrival > tier->target;
    }
    return customer;
}

LastAct readLastAct(const Outlet& outlet, const DeviceId& device, Moment now) {
    const Act* act = outlet.lastAct(device);
    if (act == nullptr || act->what.empty())
        return {};
    const Millis left = outlet.setup().policy.undo - (now - act->at);
    const Ticket* ticket = act->ticket ? outlet.find(act->ticket->id) : nullptr;
    const CounterState* counter = act->counter ? outlet.find(act->counter->id) : nullptr;
    const bool moved = (act->ticket && (!ticket || ticket->version != act->sequence)) ||
                       (act->counter && (!counter || counter->version != act->sequence));
    if (left <= Millis{0} || moved)
        return {};
    return {QString::fromStdString(act->what),
            act->ticket ? QString::fromStdString(act->ticket->number) : QString{},
            static_cast<int>((left.count() + 999) / 1000),
            static_cast<int>(outlet.setup().policy.undo.count() / 1000)};
}

} // namespace

QString inLanguage(const Text& text, bool chinese) {
    return QString::fromStdString(chinese ? text.zh : text.en);
}

int wholeMinutes(Millis span) {
    return static_cast<int>(std::max<std::int64_t>(0, span.count() / 60'000));
}

Seat readSeat(const link::Link& link, bool chinese) {
    const Outlet& outlet = link.outlet();
    Seat seat;
    seat.waitingHall = static_cast<int>(outlet.line().size());
    const Session* session = outlet.sessionAt(link.device());
    const CounterState* state =
        session != nullptr && session->counter ? outlet.find(*session->counter) : nullptr;
    if (state == nullptr)
        return seat;

    const Counter& counter = *outlet.setup().find(state->id);
    seat.counter = state->id;
    seat.desk = state->desk;
    seat.ticket = state->ticket;
    seat.number = static_cast<int>(counter.number);
    seat.name = inLanguage(counter.name, chinese);
    seat.staff = QString::fromStdString(session->name);
    seat.reason = QString::fromStdString(state->reason);
    seat.closing = state->closing;
    const Moment now = link.now();
    if (const Ticket* ticket = state->ticket ? outlet.find(*state->ticket) : nullptr)
        seat.customer = readCustomer(outlet, *ticket, now, chinese);
    seat.lastAct = readLastAct(outlet, link.device(), now);
    const Index here = outlet.floor().of(state->id);
    for (const Row& row : outlet.line().rows())
        seat.waitingHere += ready(outlet, here, row, now);
    return seat;
}

} // namespace usher::counter
