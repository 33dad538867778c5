#include "broker/outlet/evolution.h"
#include "broker/protocol/limits.h"

#include <algorithm>

namespace usher::outlet {

void Evolution::operator()(const TicketTaken& e) {
    forgetEnded();
    o_.ticketsEver_ = std::max(o_.ticketsEver_, e.ticket.id.value);
    o_.numbersGiven_[e.series] = e.number - o_.setup_->series[e.series].first + 1;
    ++o_.totals_.taken;
    std::erase_if(o_.recognitions_, [&](const Recognition& r) { return r.token == e.recognition; });
    for (Appointment& one : o_.appointments_)
        if (one.reference == e.ticket.appointment)
            one.ticket = e.ticket.id;
    Ticket ticket = e.ticket;
    ticket.phase = Phase::Reserved;
    o_.tickets_.emplace(ticket.id, ticket);
    change(ticket.id, [&](Ticket& t) { setPhase(t, e.ticket.phase); });
}

void Evolution::operator()(const TicketJoined& e) {
    change(e.ticket, [&](Ticket& t) {
        t.paper = e.paper;
        setPhase(t, o_.atMachine(t.place) ? Phase::Diverted : Phase::Waiting);
    });
}

void Evolution::operator()(const TicketVoided& e) {
    // Nobody holds the number: whoever has the appointment may take another.
    for (Appointment& one : o_.appointments_)
        if (one.ticket == e.ticket)
            one.ticket.reset();
    change(e.ticket, [&](Ticket& t) {
        t.paper = Paper::Failed;
        setPhase(t, Phase::Voided);
    });
}

void Evolution::operator()(const PaperLearned& e) {
    change(e.ticket, [&](Ticket& t) { t.paper = e.paper; });
}

void Evolution::operator()(const TicketLeft& e) {
    remember(*o_.find(e.ticket), {}, r_.by);
    const std::optional<CounterId> at = o_.find(e.ticket)->counter;
    if (at && o_.find(*at) != nullptr && o_.find(*at)->ticket == e.ticket)
        release(*at);
    change(e.ticket, [&](Ticket& t) { setPhase(t, Phase::Left); });
}

void Evolution::operator()(const TicketCalled& e) {
    CounterState before = *o_.find(e.counter);
    const Ticket ticket = *o_.find(e.ticket);
    CounterState& at = counter(e.counter);
    at.ticket = e.ticket;
    setDesk(at, Desk::Calling);
    change(e.ticket, [&](Ticket& t) {
        t.counter = e.counter;
        t.recalls = 0;
        setPhase(t, Phase::Called);
    });
    ++o_.totals_.called;
    score(ticket, r_.at, 1);
    if (ticket.promotion == Millis{0}) {
        o_.totals_.worstOvertake = std::max(o_.totals_.worstOvertake, e.why.worst);
    } else {
        ++o_.totals_.promoted;
        o_.totals_.worstPromoted = std::max(o_.totals_.worstPromoted, e.why.worst);
    }
    const Counter& sign = *o_.setup_->find(e.counter);
    show({r_.sequence, ticket.number, sign.number, sign.name, 1, r_.at});
    // Taken back, the counter is free: to stand by again would only call the same ticket again.
    if (before.desk == Desk::Standby)
        before.desk = Desk::Idle;
    remember(ticket, before, before.device);
    if (!o_.acts_.empty() && o_.acts_.back().sequence == r_.sequence)
        o_.acts_.back().what = "CallNext"; // whether pressed just now, or while nobody was there
}

// By adding one or, taken back, less one. Later calls of a ticket were promised nothing.
void Evolution::score(const Ticket& called, Moment at, std::int32_t one) {
    if (called.counter || called.promised.surely <= Millis{0})
        return;
    const Millis waited = at - called.arrival;
    const auto count = [&](std::uint32_t& of, bool held) {
        of += held ? static_cast<std::uint32_t>(one) : 0U;
    };
    count(o_.totals_.promises.scored, true);
    count(o_.totals_.promises.withinLikely, waited <= called.promised.likely);
    count(o_.totals_.promises.withinSurely, waited <= called.promised.surely);
}

void Evolution::show(BoardCall call) {
    o_.calls_.insert(o_.calls_.begin(), std::move(call));
    if (o_.calls_.size() > boardCallsMax)
        o_.calls_.pop_back();
}

void Evolution::operator()(const TicketRecalled& e) {
    change(e.ticket, [](Ticket& t) { ++t.recalls; });
    counter(e.counter);
    const Ticket& ticket = *o_.find(e.ticket);
    const Counter& sign = *o_.setup_->find(e.counter);
    for (BoardCall& call : o_.calls_)
        if (call.number == ticket.number && call.counter == sign.number) {
            ++call.times;
            call.at = r_.at;
            return;
        }
    // So many were called since that it is shown no more: it comes back.
    show({r_.sequence, ticket.number, sign.number, sign.name, ticket.recalls + 1, r_.at});
}

void Evolution::operator()(const ServiceStarted& e) {
    setDesk(counter(e.counter), Desk::Serving);
    change(e.ticket, [&](Ticket& t) { setPhase(t, Phase::Serving); });
}

void Evolution::operator()(const ServiceFinished& e) {
    if (o_.find(e.counter)->ticket == e.ticket) {
        remember(*o_.find(e.ticket), *o_.find(e.counter), r_.by);
        release(e.counter);
    } else {
        remember(*o_.find(e.ticket), {}, r_.by); // a machine keeps its line, not its customer
    }
    change(e.ticket, [&](Ticket& t) {
        t.counter = e.counter;
        setPhase(t, Phase::Done);
    });
}

void Evolution::operator()(const TicketMissed& e) {
    remember(*o_.find(e.ticket), *o_.find(e.counter), r_.by);
    release(e.counter);
    change(e.ticket, [&](Ticket& t) { setPhase(t, Phase::NoShow); });
}

void Evolution::operator()(const TicketHeld& e) {
    remember(*o_.find(e.ticket), *o_.find(e.counter), r_.by);
    release(e.counter);
    change(e.ticket, [&](Ticket& t) { setPhase(t, Phase::Held); });
}

void Evolution::operator()(const TicketResumed& e) {
    remember(*o_.find(e.ticket), {}, r_.by);
    change(e.ticket, [&](Ticket& t) {
        t.returned = t.returned || t.phase == Phase::NoShow;
        t.zone = e.zone;
        t.place = e.place;
        t.claims = e.claims;
        t.adjustment = e.adjustment;
        if (t.phase != Phase::Reserved)
            setPhase(t, Phase::Waiting);
    });
}

void Evolution::operator()(const TicketTransferred& e) {
    remember(*o_.find(e.ticket), *o_.find(e.from), r_.by);
    release(e.from);
    change(e.ticket, [&](Ticket& t) {
        t.service = e.service;
        t.zone = e.zone;
        t.place = e.place;
        t.claims = e.claims;
        t.adjustment = e.adjustment;
        setPhase(t, o_.atMachine(e.place) ? Phase::Diverted : Phase::Waiting);
    });
}

void Evolution::operator()(const TicketRedirected& e) {
    remember(*o_.find(e.ticket), {}, r_.by);
    change(e.ticket, [&](Ticket& t) {
        t.zone = e.zone;
        t.place = e.place;
        setPhase(t, e.diverted ? Phase::Diverted : Phase::Waiting);
    });
}

void Evolution::operator()(const TicketPromoted& e) {
    remember(*o_.find(e.ticket), {}, r_.by);
    change(e.ticket, [&](Ticket& t) {
        t.adjustment += e.adjustment - t.promotion;
        t.promotion = e.adjustment;
    });
}

} // namespace usher::outlet
