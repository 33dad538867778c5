#include "broker/outlet/evolution.h"
#include "broker/protocol/limits.h"

#include <algorithm>

namespace usher::outlet {

CounterState& Evolution::counter(const CounterId& id) {
    const Index index = o_.floor_->of(id);
    assert(index != nowhere);
    CounterState& state = o_.counters_[index];
    state.version = r_.sequence;
    return state;
}

void Evolution::setDesk(CounterState& at, Desk desk) {
    at.desk = desk;
    at.since = r_.at;
    at.kept.reset();
    if (desk == Desk::Idle || desk == Desk::Standby)
        at.reason.clear();
}

void Evolution::release(const CounterId& id) {
    CounterState& at = counter(id);
    at.ticket.reset();
    setDesk(at, at.closing ? Desk::Closed : Desk::Idle);
    at.closing = false;
}

void Evolution::setPhase(Ticket& ticket, Phase phase) {
    ticket.phase = phase;
    ticket.since = r_.at;
}

std::uint32_t* Evolution::totalOf(const Ticket& ticket) {
    Totals& totals = o_.totals_;
    std::uint32_t* total = nullptr;
    switch (ticket.phase) {
    case Phase::Done:
        total = &totals.served;
        break;
    case Phase::NoShow:
        total = &totals.noShow;
        break;
    case Phase::Left:
        total = &totals.left;
        break;
    case Phase::Diverted:
        total = &totals.diverted;
        break;
    case Phase::Voided:
        total = &totals.voided;
        break;
    case Phase::Reserved:
    case Phase::Waiting:
    case Phase::Called:
    case Phase::Serving:
    case Phase::Held:
        return nullptr;
    }
    // What was counted yesterday is not taken off today's numbers.
    return o_.setup_->timeZone.local(ticket.since).date == o_.day_ ? total : nullptr;
}

void Evolution::remember(std::optional<Ticket> ticket, std::optional<CounterState> at,
                         const DeviceId& by) {
    if (by.empty())
        return;
    forgetActsOf(by);
    o_.acts_.push_back({r_.sequence, by, r_.what, r_.at, std::move(ticket), std::move(at)});
}

void Evolution::forgetActsOf(const DeviceId& by) {
    std::erase_if(o_.acts_, [&](const Act& act) { return act.by == by; });
}

void Evolution::forgetEnded() {
    std::erase_if(o_.tickets_, [&](const auto& entry) {
        const Ticket& t = entry.second;
        const bool ended = t.phase == Phase::Done || t.phase == Phase::NoShow ||
                           t.phase == Phase::Left || t.phase == Phase::Voided;
        return ended && r_.at - t.since > Millis{endedKeptMs};
    });
}

void Evolution::rebuild(const Setup& setup) {
    // Numbers go on where the letter's last one was given, whatever became of its range.
    std::vector<std::uint32_t> given;
    for (const Series& now : setup.series) {
        std::uint32_t highest = 0;
        for (std::size_t i = 0; i < o_.setup_->series.size(); ++i)
            if (const Series& was = o_.setup_->series[i]; was.letter == now.letter)
                highest = std::max(highest, was.first - 1 + o_.numbersGiven_[i]);
        given.push_back(highest >= now.first ? highest - now.first + 1 : 0);
    }
    std::vector<CounterState> counters;
    for (const Counter& one : setup.counters) {
        const Zone* zone = setup.find(one.zone);
        const bool machine = zone != nullptr && zone->selfService;
        const CounterState* was = o_.find(one.id);
        if (was != nullptr && o_.floor_->isMachine(o_.floor_->of(one.id)) != machine)
            was = nullptr; // the same name for quite another thing
        CounterState fresh{.id = one.id,
                           .since = r_.at,
                           .ticket = {},
                           .staff = {},
                           .staffName = {},
                           .device = {},
                           .reason = {},
                           .version = r_.sequence};
        if (machine)
            fresh.desk = Desk::Idle;
        counters.push_back(was != nullptr ? *was : fresh);
    }
    o_.numbersGiven_ = std::move(given);
    o_.setup_ = std::make_shared<Setup>(setup);
    // Whatever was decided for a while was decided about another outlet.
    for (CounterState& one : counters) {
        one.profile.reset();
        one.kept.reset();
    }
    o_.counters_ = std::move(counters);
    if (o_.band_ && setup.find(*o_.band_) == nullptr)
        o_.band_.reset();
    layOut();
    // What was done to the old outlet cannot be taken back in the new one.
    o_.acts_.clear();
    for (Recognition& known : o_.recognitions_)
        if (setup.find(known.tier) == nullptr)
            known.tier = setup.tiers.front().id;
    o_.line_.clear();
    for (auto& [id, ticket] : o_.tickets_) {
        if (setup.find(ticket.service) != nullptr && setup.find(ticket.tier) != nullptr)
            ticket.adjustment =
                setup.adjustment(ticket.service, ticket.tier, ticket.claims) + ticket.promotion;
        if (ticket.phase == Phase::Waiting)
            o_.line_.insert(o_.kind(ticket), o_.standing(ticket));
    }
}

void Evolution::operator()(const SetupAdopted& e) {
    rebuild(e.setup);
}

void Evolution::operator()(const DayOpened& e) {
    o_.day_ = e.day;
    std::erase_if(o_.appointments_, [&](const Appointment& a) {
        return o_.setup_->timeZone.local(a.at).date < e.day;
    });
    o_.totals_ = {};
    std::fill(o_.numbersGiven_.begin(), o_.numbersGiven_.end(), 0U);
}

void Evolution::operator()(const DayClosed& e) {
    for (const TicketId id : e.cleared)
        change(id, [&](Ticket& t) { setPhase(t, Phase::Left); });
    o_.totals_.left += static_cast<std::uint32_t>(e.cleared.size());
    o_.recognitions_.clear();
    o_.acts_.clear();
    o_.calls_.clear();
    forgetEnded();
}

void Evolution::operator()(const StaffSignedOn& e) {
    const Session& s = e.session;
    std::erase_if(o_.lockouts_,
                  [&](const Lockout& l) { return l.staff == s.staff && l.device == s.device; });
    // Theirs at another device, at the same counter: it moves here. Whoever signs on there next did
    // not do what was done there.
    if (const Session* moved = s.counter ? o_.sessionOf(*s.counter) : nullptr;
        moved != nullptr && moved->device != s.device)
        forgetActsOf(DeviceId{moved->device});
    std::erase_if(o_.sessions_, [&](const Session& one) {
        return one.device == s.device || (s.counter && one.counter == s.counter);
    });
    o_.sessions_.push_back(s);
    if (!s.counter)
        return;
    CounterState& at = counter(*s.counter);
    at.staff = s.staff;
    at.staffName = s.name;
    at.device = s.device;
    if (at.desk == Desk::Closed)
        setDesk(at, Desk::Idle);
}

void Evolution::operator()(const StaffSignedOff& e) {
    if (const Session* s = o_.sessionAt(e.device); s != nullptr && s->counter) {
        CounterState& at = counter(*s->counter);
        at.staff.reset();
        at.staffName.clear();
        at.device = {};
        at.closing = false;
        setDesk(at, Desk::Closed);
    }
    std::erase_if(o_.sessions_, [&](const Session& one) { return one.device == e.device; });
    // Whoever signs on here next did not do it.
    forgetActsOf(e.device);
}

void Evolution::operator()(const SignOnFailed& e) {
    std::erase_if(o_.lockouts_,
                  [&](const Lockout& l) { return r_.at - l.last >= Millis{pinLockMs}; });
    const auto at = std::find_if(o_.lockouts_.begin(), o_.lockouts_.end(), [&](const Lockout& l) {
        return l.staff == e.staff && l.device == e.device;
    });
    if (at == o_.lockouts_.end()) {
        o_.lockouts_.push_back({e.staff, e.device, 1, r_.at});
        return;
    }
    ++at->tries;
    at->last = r_.at;
}

void Evolution::operator()(const CounterPaused& e) {
    CounterState& at = counter(e.counter);
    setDesk(at, Desk::Paused);
    at.reason = e.reason;
}

void Evolution::operator()(const CounterOpened& e) {
    const CounterState before = *o_.find(e.counter);
    CounterState& at = counter(e.counter);
    at.closing = false;
    if (at.desk == Desk::Closed)
        setDesk(at, Desk::Idle);
    remember({}, before, r_.by);
}

void Evolution::operator()(const CounterClosed& e) {
    const CounterState before = *o_.find(e.counter);
    CounterState& at = counter(e.counter);
    if (at.ticket)
        at.closing = true;
    else
        setDesk(at, Desk::Closed);
    at.reason = e.reason;
    remember({}, before, r_.by);
}

void Evolution::operator()(const MachineReported& e) {
    CounterState& at = counter(e.counter);
    at.machine = e.state;
    at.reason = e.detail;
}

void Evolution::operator()(const AppointmentBooked& e) {
    std::erase_if(o_.appointments_,
                  [&](const Appointment& a) { return a.reference == e.appointment.reference; });
    const auto later =
        std::upper_bound(o_.appointments_.begin(), o_.appointments_.end(), e.appointment,
                         [](const Appointment& a, const Appointment& b) { return a.at < b.at; });
    o_.appointments_.insert(later, e.appointment);
}

void Evolution::operator()(const AppointmentCancelled& e) {
    std::erase_if(o_.appointments_,
                  [&](const Appointment& a) { return a.reference == e.reference; });
}

void Evolution::operator()(const DeviceReported& e) {
    std::erase_if(o_.devices_,
                  [&](const DeviceState& d) { return d.device == e.device && d.part == e.part; });
    o_.devices_.push_back({e.device, e.part, e.up, e.detail, r_.at});
}

void Evolution::operator()(const ActUndone& e) {
    forgetActsOf(e.act.by);
    if (e.act.counter) {
        CounterState& at = counter(e.act.counter->id);
        at = *e.act.counter;
        at.kept.reset();
        at.version = r_.sequence;
    }
    if (!e.act.ticket)
        return;
    if (o_.find(e.act.ticket->id)->phase == Phase::Called) {
        --o_.totals_.called;
        score(*e.act.ticket, e.act.at, -1);
        if (e.act.ticket->promotion != Millis{0})
            --o_.totals_.promoted;
        std::erase_if(o_.calls_, [&](const BoardCall& c) { return c.call == e.act.sequence; });
    }
    change(e.act.ticket->id, [&](Ticket& t) { t = *e.act.ticket; });
}

void Outlet::evolve(const Record& record) {
    assert(record.sequence == sequence_ + 1);
    Evolution evolution{*this, record};
    std::visit(evolution, record.event);
    evolution.reckon();
    sequence_ = record.sequence;
    at_ = record.at;
}

} // namespace usher::outlet
