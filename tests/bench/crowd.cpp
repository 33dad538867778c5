#include "tests/bench/crowd.h"

#include <algorithm>

namespace usher::bench {

using namespace protocol;

namespace {

constexpr std::int64_t enough = 40;   ///< waiting; then a teller calls rather than lets one come
constexpr std::int64_t tooMany = 120; ///< waiting; then some give their number back

} // namespace

Crowd::Crowd(const Setup& setup, std::size_t slots) : slots_(slots) {
    for (auto counter = setup.counters.rbegin(); counter != setup.counters.rend(); ++counter)
        if (!setup.find(counter->zone)->selfService && counters_.size() < slots)
            counters_.push_back(counter->id);
    for (const Service& service : setup.services) // what is asked for is served by somebody here
        if (std::any_of(counters_.begin(), counters_.end(), [&](const CounterId& id) {
                return Setup::helpDelay(*setup.find(id), service.id, setup.tiers.front().id) ==
                       Millis{0};
            }))
            services_.push_back(service.id);
    for (std::size_t i = 0; i < slots; ++i) {
        slots_[i].kiosk = devices_.size();
        devices_.push_back({named<DeviceId>("kiosk-" + std::to_string(i)), Role::Kiosk});
        if (i >= counters_.size())
            continue;
        slots_[i].desk = devices_.size();
        devices_.push_back({named<DeviceId>("desk-" + std::to_string(i)), Role::Counter});
    }
}

std::vector<Wish> Crowd::opening() {
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < slots_.size(); ++i)
        if (slots_[i].desk)
            wishes.push_back({*slots_[i].desk, newId(),
                              SignOn{named<StaffId>("teller-" + std::to_string(i)), Secret{"2468"},
                                     counters_[i]}});
    return wishes;
}

Wish Crowd::next(std::size_t slot) {
    std::size_t device = slots_[slot].kiosk;
    Command command = wish(slots_[slot], device);
    return {device, newId(), std::move(command)};
}

Command Crowd::wish(Slot& slot, std::size_t& device) {
    ++slot.turns;
    const bool busy = slot.called.has_value();
    if (!slot.desk || (!busy && (waiting_ < enough || slot.takeOne || slot.unconfirmed)))
        return atKiosk(slot);
    device = *slot.desk;
    if (!busy)
        return CallNext{false};
    if (!slot.serving)
        return Start{*slot.called};
    return Finish{*slot.called};
}

Command Crowd::atKiosk(Slot& slot) {
    if (slot.unconfirmed)
        return ConfirmTicket{*slot.unconfirmed, Paper::Printed};
    if (!slot.token.empty())
        return take(slot);
    slot.leaving = slot.own && waiting_ > tooMany;
    if (slot.leaving)
        return CancelTicket{*slot.own, "cannot wait"};
    if (!slot.desk && slot.turns % 5 == 0)
        return ReportDevice{"printer", slot.turns % 2 == 0,
                            "paper for " + std::to_string(slot.turns) + " more"};
    if (slot.turns % 4 == 0)
        return IdentifyCard{Secret{"6200000000000005"}};
    return take(slot);
}

Command Crowd::take(Slot& slot) {
    const auto& service = services_[random_() % services_.size()];
    return TakeTicket{service, slot.token, false,
                      slot.turns % 2 == 0 ? Paper::Pending : Paper::Shown};
}

void Crowd::hear(std::size_t index, const engine::Reply& reply) {
    Slot& slot = slots_[index];
    const auto* answer = std::get_if<Answer>(&reply);
    if (answer == nullptr) { // it moved on, the day ended, nobody is there: begin anew
        slot.takeOne = std::get<Refusal>(reply) == Refusal::NobodyWaiting;
        if (slot.takeOne)
            waiting_ = std::max<std::int64_t>(waiting_ - 5, 0);
        slot.token.clear();
        slot.unconfirmed.reset();
        slot.own.reset();
        slot.called.reset();
        slot.serving = false;
        slot.leaving = false;
        return;
    }
    if (const auto* greeting = std::get_if<Greeting>(answer)) {
        slot.token = greeting->recognition;
    } else if (const auto* issued = std::get_if<TicketIssued>(answer)) {
        ++waiting_;
        slot.takeOne = false;
        slot.token.clear();
        slot.own = issued->ticket;
        if (slot.turns % 2 == 0)
            slot.unconfirmed = issued->ticket;
    } else if (const auto* called = std::get_if<Called>(answer)) {
        waiting_ = std::max<std::int64_t>(waiting_ - 1, 0);
        slot.called = called->ticket;
    } else if (slot.called) {
        if (slot.serving)
            slot.called.reset();
        slot.serving = !slot.serving;
    } else if (slot.unconfirmed) {
        slot.unconfirmed.reset();
    } else if (slot.leaving) {
        slot.leaving = false;
        slot.own.reset();
        --waiting_;
    }
}

} // namespace usher::bench
