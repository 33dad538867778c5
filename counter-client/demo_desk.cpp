#include "counter-client/demo_desk.h"

#include <algorithm>

namespace usher::counter {

using namespace protocol;

namespace {

constexpr auto device = named<DeviceId>("W4");
constexpr auto counter = named<CounterId>("low-1");
constexpr Millis callingFor{25'000};

} // namespace

DemoDesk::DemoDesk(link::DemoLink& link) : link_{link}, morning_{link.outlet().snapshot()} {
    link_.setDevice(device);
    answering();
    signedOff();
}

void DemoDesk::answering() {
    link_.answerWith([this](const Command& command) { return answer(command); });
}

void DemoDesk::begin() {
    now_ = morning_;
    std::erase_if(now_.acts, [](const Act& act) { return act.by == device; });
    link_.setState(link::Link::State::Live);
    link_.setStale(false, 0);
}

CounterState& DemoDesk::here() {
    return *std::find_if(now_.counters.begin(), now_.counters.end(),
                         [](const CounterState& state) { return state.id == counter; });
}

Ticket& DemoDesk::atDesk() {
    return *std::find_if(now_.tickets.begin(), now_.tickets.end(),
                         [this](const Ticket& ticket) { return ticket.id == here().ticket; });
}

/// Whoever has waited longest for a low counter.
TicketId DemoDesk::nextWaiting() const {
    for (const Ticket& ticket : now_.tickets)
        if (ticket.phase == Phase::Waiting && ticket.zone == named<ZoneId>("low"))
            return ticket.id;
    return now_.tickets.back().id;
}

void DemoDesk::settle(protocol::Desk desk) {
    CounterState& state = here();
    state.desk = desk;
    state.since = now_.at;
    if (state.ticket && desk != protocol::Desk::Calling && desk != protocol::Desk::Serving) {
        atDesk().phase = Phase::Done;
        state.ticket.reset();
    }
}

void DemoDesk::show() {
    ++now_.sequence;
    link_.show(now_);
}

void DemoDesk::signedOff() {
    begin();
    settle(protocol::Desk::Closed);
    here().staff.reset();
    std::erase_if(now_.sessions, [](const Session& session) { return session.device == device; });
    show();
}

void DemoDesk::idle() {
    begin();
    settle(protocol::Desk::Idle);
    show();
}

void DemoDesk::standby() {
    begin();
    settle(protocol::Desk::Standby);
    for (Ticket& ticket : now_.tickets)
        if (ticket.phase == Phase::Waiting && ticket.zone != named<ZoneId>("cash"))
            ticket.phase = Phase::Left;
    std::erase_if(now_.tickets, [](const Ticket& ticket) {
        return ticket.phase == Phase::Waiting && ticket.service == named<ServiceId>("transfer");
    });
    show();
}

void DemoDesk::calling(std::uint32_t recalls) {
    begin();
    settle(protocol::Desk::Idle);
    here().ticket = nextWaiting();
    settle(protocol::Desk::Calling);
    Ticket& ticket = atDesk();
    ticket.phase = Phase::Called;
    ticket.since = now_.at - callingFor;
    ticket.counter = counter;
    ticket.recalls = recalls;
    show();
}

void DemoDesk::serving(Millis since, Millis waited) {
    begin();
    attend(since, waited);
}

/// Whoever stands at this desk has been called, and has come.
void DemoDesk::attend(Millis since, Millis waited) {
    settle(protocol::Desk::Serving);
    atDesk().phase = Phase::Serving;
    atDesk().since = now_.at - since;
    atDesk().arrival = atDesk().since - waited;
    show();
}

void DemoDesk::paused(const std::string& reason) {
    begin();
    settle(protocol::Desk::Paused);
    here().reason = reason;
    show();
}

void DemoDesk::closed() {
    begin();
    settle(protocol::Desk::Closed);
    here().reason = "quiet hour";
    show();
}

void DemoDesk::closing() {
    serving();
    here().closing = true;
    show();
}

void DemoDesk::holding(int count) {
    for (Ticket& ticket : now_.tickets) {
        if (count == 0 || ticket.phase != Phase::Waiting || ticket.zone != named<ZoneId>("low"))
            continue;
        ticket.phase = Phase::Held;
        ticket.counter = counter;
        ticket.since = now_.at - std::chrono::minutes{3 * count--};
    }
    show();
}

void DemoDesk::did(const std::string& what, Millis ago) {
    CounterState& state = here();
    state.version = now_.sequence;
    Act act{now_.sequence, device, what, now_.at - ago, std::nullopt, state};
    Ticket* touched = nullptr;
    if (state.ticket)
        touched = &atDesk();
    else // whoever was here last
        for (Ticket& ticket : now_.tickets)
            if (ticket.counter == counter && (!touched || ticket.since >= touched->since))
                touched = &ticket;
    if (touched != nullptr) {
        touched->version = now_.sequence;
        act.ticket = *touched;
    }
    std::erase_if(now_.acts, [](const Act& one) { return one.by == device; });
    now_.acts.push_back(std::move(act));
    show();
}

void DemoDesk::end(Phase phase, const char* what) {
    atDesk().phase = phase;
    atDesk().since = now_.at;
    here().ticket.reset();
    settle(protocol::Desk::Idle);
    did(what, {});
}

client::Outcome DemoDesk::answer(const Command& command) {
    if (std::holds_alternative<SignOn>(command)) {
        idle();
        return Answer{SignedOn{*here().staff, here().staffName, StaffRole::Teller, counter}};
    }
    if (std::holds_alternative<SignOff>(command)) {
        signedOff();
    } else if (std::holds_alternative<CallNext>(command)) {
        calling();
        did("CallNext", {});
        const Ticket& ticket = atDesk();
        return Answer{Called{ticket.id, ticket.number, ticket.service}};
    } else if (std::holds_alternative<Recall>(command)) {
        ++atDesk().recalls;
        show();
    } else if (std::holds_alternative<Start>(command)) {
        attend({}, now_.at - atDesk().arrival);
    } else if (std::holds_alternative<Finish>(command)) {
        end(Phase::Done, "Finish");
    } else if (std::holds_alternative<NoShow>(command)) {
        end(Phase::NoShow, "NoShow");
    } else if (std::holds_alternative<Hold>(command)) {
        end(Phase::Held, "Hold");
    } else if (std::holds_alternative<Transfer>(command)) {
        end(Phase::Waiting, "Transfer");
    } else if (const auto* pause = std::get_if<PauseCounter>(&command)) {
        paused(pause->reason);
    } else if (std::holds_alternative<ResumeCounter>(command)) {
        idle();
    } else if (std::holds_alternative<Undo>(command)) {
        if (here().ticket) {
            idle();
        } else {
            calling();
            attend(std::chrono::minutes{7}, std::chrono::minutes{12});
        }
    } else if (const auto* back = std::get_if<ResumeTicket>(&command)) {
        for (Ticket& ticket : now_.tickets)
            if (ticket.id == back->ticket)
                ticket.phase = Phase::Waiting;
        show();
    }
    return Answer{Accepted{now_.sequence}};
}

} // namespace usher::counter
