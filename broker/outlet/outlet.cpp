#include "broker/outlet/outlet.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace usher::outlet {

using namespace protocol;

namespace {

template <class T, class Matches>
const T* firstWhere(const std::vector<T>& all, Matches matches) {
    const auto at = std::find_if(all.begin(), all.end(), matches);
    return at == all.end() ? nullptr : &*at;
}

/// A reference is read from a letter and typed by hand: capitals and small letters are the same.
bool sameLetters(std::string_view a, std::string_view b) {
    const auto small = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return small(x) == small(y); });
}

} // namespace

Outlet::Outlet() : setup_{std::make_shared<Setup>()}, floor_{std::make_shared<Floor>()} {}

Outlet::Outlet(const Snapshot& snapshot)
    : setup_{std::make_shared<Setup>(snapshot.setup)},
      floor_{std::make_shared<Floor>(*setup_, profiles(*setup_, snapshot.band, snapshot.counters),
                                     snapshot.degraded.active)},
      sequence_{snapshot.sequence}, at_{snapshot.at}, day_{snapshot.day},
      ticketsEver_{snapshot.ticketsEver}, numbersGiven_{snapshot.numbersGiven},
      counters_{snapshot.counters}, sessions_{snapshot.sessions}, lockouts_{snapshot.lockouts},
      devices_{snapshot.devices}, recognitions_{snapshot.recognitions}, acts_{snapshot.acts},
      calls_{snapshot.calls}, totals_{snapshot.totals},
      appointments_{snapshot.appointments}, band_{snapshot.band}, degraded_{snapshot.degraded} {
    for (const Ticket& ticket : snapshot.tickets) {
        tickets_.emplace(ticket.id, ticket);
        if (ticket.phase == Phase::Waiting)
            line_.insert(kind(ticket), standing(ticket));
        if (ticket.phase == Phase::Reserved)
            printing_.push_back(ticket.id);
        if (isSent(ticket))
            sent_.push_back(ticket.id);
    }
    std::sort(printing_.begin(), printing_.end());
    std::sort(sent_.begin(), sent_.end());
}

Snapshot Outlet::snapshot() const {
    Snapshot snapshot{sequence_, at_,       *setup_,   day_,          ticketsEver_, numbersGiven_,
                      {},        counters_, sessions_, lockouts_,     devices_,     recognitions_,
                      acts_,     calls_,    totals_,   appointments_, band_,        degraded_};
    snapshot.tickets.reserve(tickets_.size());
    for (const auto& [id, ticket] : tickets_)
        snapshot.tickets.push_back(ticket);
    return snapshot;
}

Setup Outlet::inForce() const {
    Setup setup = *setup_;
    const Profiles now = profiles(setup, band_, counters_);
    for (std::size_t i = 0; i < setup.counters.size(); ++i) {
        setup.counters[i].takes = now[i];
        for (Takes& takes : setup.counters[i].takes)
            if (degraded_.active)
                takes.after = Millis{0};
    }
    return setup;
}

// Member by member, not by their snapshots: what a snapshot leaves out would be equal in both.
bool operator==(const Outlet& a, const Outlet& b) {
    const auto all = [](const Outlet& o) {
        return std::tie(*o.setup_, o.sequence_, o.at_, o.day_, o.ticketsEver_, o.numbersGiven_,
                        o.tickets_, o.counters_, o.sessions_, o.lockouts_, o.devices_,
                        o.recognitions_, o.acts_, o.calls_, o.totals_, o.appointments_, o.band_,
                        o.degraded_, o.line_, o.printing_, o.sent_);
    };
    return all(a) == all(b);
}

const Ticket* Outlet::find(TicketId id) const {
    const auto at = tickets_.find(id);
    return at == tickets_.end() ? nullptr : &at->second;
}

const CounterState* Outlet::find(const CounterId& id) const {
    const Index index = floor_->of(id);
    return index == nowhere ? nullptr : &counters_[index];
}

const Appointment* Outlet::find(const AppointmentId& reference) const {
    return firstWhere(appointments_, [&](const Appointment& a) {
        return sameLetters(a.reference.view(), reference.view());
    });
}

const Session* Outlet::sessionAt(const DeviceId& device) const {
    return firstWhere(sessions_, [&](const Session& s) { return s.device == device; });
}

const Session* Outlet::sessionOf(const CounterId& counter) const {
    return firstWhere(sessions_, [&](const Session& s) { return s.counter == counter; });
}

const Recognition* Outlet::recognition(std::string_view token) const {
    return firstWhere(recognitions_, [&](const Recognition& r) { return r.token == token; });
}

const Act* Outlet::lastAct(const DeviceId& device) const {
    return firstWhere(acts_, [&](const Act& act) { return act.by == device; });
}

bool Outlet::atMachine(const Place& place) const {
    if (place.counter) {
        const Index index = floor_->of(*place.counter);
        return index != nowhere && floor_->isMachine(index);
    }
    const Zone* zone = place.zone ? setup_->find(*place.zone) : nullptr;
    return zone != nullptr && zone->selfService;
}

bool Outlet::isSent(const Ticket& ticket) {
    const bool waits = ticket.phase == Phase::Reserved || ticket.phase == Phase::Waiting ||
                       ticket.phase == Phase::Diverted;
    return waits && (ticket.place.counter || ticket.place.zone);
}

std::uint32_t Outlet::waitingIn(const ZoneId& zone) const {
    return static_cast<std::uint32_t>(
        std::count_if(tickets_.begin(), tickets_.end(), [&](const auto& entry) {
            return entry.second.phase == Phase::Waiting && entry.second.zone == zone;
        }));
}

Standing Outlet::standing(const Ticket& ticket) const {
    const Millis headStart = floor_->headStart(floor_->of(ticket.tier));
    return {ticket.arrival - headStart + ticket.adjustment, ticket.arrival, ticket.id};
}

Kind Outlet::kind(const Ticket& ticket) const {
    return {floor_->of(ticket.service), floor_->of(ticket.tier),
            ticket.place.zone ? floor_->of(*ticket.place.zone) : nowhere,
            ticket.place.counter ? floor_->of(*ticket.place.counter) : nowhere, ticket.adjustment};
}

} // namespace usher::outlet
