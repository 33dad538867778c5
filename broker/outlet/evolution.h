// Takes one event in.
//
// Every function here trusts the event: what could be refused was refused by the rules before it
// was written down. Private to the room; others see Outlet::evolve.
#pragma once

#include "broker/outlet/outlet.h"

#include <algorithm>
#include <cassert>

namespace usher::outlet {

using namespace protocol;

class Evolution {
public:
    Evolution(Outlet& outlet, const Record& record) : o_{outlet}, r_{record} {}

    void operator()(const SetupAdopted& e);
    void operator()(const DayOpened& e);
    void operator()(const DayClosed& e);
    void operator()(const CustomerRecognised& e) { o_.recognitions_.push_back(e.recognition); }
    void operator()(const TicketTaken& e);
    void operator()(const TicketJoined& e);
    void operator()(const TicketVoided& e);
    void operator()(const PaperLearned& e);
    void operator()(const TicketLeft& e);
    void operator()(const HelpAsked&) {}
    void operator()(const StaffSignedOn& e);
    void operator()(const StaffSignedOff& e);
    void operator()(const SignOnFailed& e);
    void operator()(const CounterPaused& e);
    void operator()(const CounterResumed& e) { setDesk(counter(e.counter), Desk::Idle); }
    void operator()(const CounterOpened& e);
    void operator()(const CounterClosed& e);
    void operator()(const CounterStoodBy& e) { setDesk(counter(e.counter), Desk::Standby); }
    void operator()(const TicketCalled& e);
    void operator()(const TicketRecalled& e);
    void operator()(const ServiceStarted& e);
    void operator()(const ServiceFinished& e);
    void operator()(const TicketMissed& e);
    void operator()(const TicketHeld& e);
    void operator()(const TicketResumed& e);
    void operator()(const TicketTransferred& e);
    void operator()(const TicketRedirected& e);
    void operator()(const TicketPromoted& e);
    void operator()(const MachineReported& e);
    void operator()(const AppointmentBooked& e);
    void operator()(const AppointmentCancelled& e);
    void operator()(const BandChanged& e);
    void operator()(const ProfileOverridden& e);
    void operator()(const ProfileRestored& e);
    void operator()(const CounterKept& e);
    void operator()(const DegradedChanged& e);
    void operator()(const DeviceReported& e);
    /// After each event: what follows from it for the degraded mode.
    void reckon();
    void operator()(const ActUndone& e);

private:
    CounterState& counter(const CounterId& id);
    void setDesk(CounterState& at, Desk desk);
    /// The counter is done with its ticket: free again, or shut if it was asked to.
    void release(const CounterId& id);
    /// Changes a ticket, keeping the line, the printing and the totals in step with it.
    template <class F>
    void change(TicketId id, F f);
    void setPhase(Ticket& ticket, Phase phase);
    /// The total a ticket in this phase counts in; null if none, or not of today.
    std::uint32_t* totalOf(const Ticket& ticket);
    void remember(std::optional<Ticket> ticket, std::optional<CounterState> at, const DeviceId& by);
    /// The last thing done there cannot be taken back: nor can what was done before it.
    void forgetActsOf(const DeviceId& by);
    void score(const Ticket& called, Moment at, std::int32_t one);
    void show(BoardCall call);
    void forgetEnded();
    void rebuild(const Setup& setup);
    /// The profiles that hold are others now.
    void layOut();
    [[nodiscard]] bool shortHanded() const;

    Outlet& o_;
    const Record& r_;
};

template <class F>
void Evolution::change(TicketId id, F f) {
    const auto at = o_.tickets_.find(id);
    assert(at != o_.tickets_.end());
    Ticket& ticket = at->second;
    if (ticket.phase == Phase::Waiting)
        o_.line_.erase(o_.kind(ticket), o_.standing(ticket));
    std::erase(o_.printing_, id);
    std::erase(o_.sent_, id);
    if (std::uint32_t* total = totalOf(ticket))
        --*total;
    f(ticket);
    if (std::uint32_t* total = totalOf(ticket))
        ++*total;
    ticket.version = r_.sequence;
    if (ticket.phase == Phase::Waiting)
        o_.line_.insert(o_.kind(ticket), o_.standing(ticket));
    const auto insert = [id](std::vector<TicketId>& into) {
        into.insert(std::lower_bound(into.begin(), into.end(), id), id);
    };
    if (ticket.phase == Phase::Reserved)
        insert(o_.printing_);
    if (Outlet::isSent(ticket))
        insert(o_.sent_);
}

} // namespace usher::outlet
