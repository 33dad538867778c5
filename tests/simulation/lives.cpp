#include "tests/simulation/witness.h"

#include "tests/support/plain_rule.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <initializer_list>

namespace usher::world {

using namespace protocol;
using enum Phase;

namespace {

using Phases = unsigned;

constexpr Phases of(std::initializer_list<Phase> all) {
    Phases phases = 0;
    for (const Phase one : all)
        phases |= 1U << static_cast<unsigned>(one);
    return phases;
}
constexpr bool has(Phases phases, Phase one) {
    return (phases & of({one})) != 0;
}

/// Still to be served, or may yet come back.
constexpr Phases living = of({Reserved, Waiting, Called, Serving, Held, Diverted, NoShow});
constexpr Phases inHand = of({Called, Serving});
constexpr Phases away = of({Reserved, Waiting, Held, Diverted});
constexpr Phases inLine = of({Waiting, Diverted});

/// One step of a ticket: whose, from where it may be taken, where it leads.
struct Step {
    TicketId ticket;
    Phases from{};
    Phases to{};
};

/// Where from and where to, for every event that is a step of one ticket.
struct Steps {
    Phases from{};
    Phases to{};
};
template <class E>
constexpr Steps steps{};
template <>
constexpr Steps steps<TicketJoined>{of({Reserved}), inLine};
template <>
constexpr Steps steps<TicketVoided>{of({Reserved, Waiting}), of({Voided})};
template <>
constexpr Steps steps<TicketLeft>{away | inHand, of({Left})};
template <>
constexpr Steps steps<TicketCalled>{of({Waiting}), of({Called})};
template <>
constexpr Steps steps<TicketRecalled>{of({Called}), of({Called})};
template <>
constexpr Steps steps<ServiceStarted>{of({Called}), of({Serving})};
template <>
constexpr Steps steps<ServiceFinished>{of({Serving, Diverted}), of({Done})};
template <>
constexpr Steps steps<TicketMissed>{of({Called}), of({NoShow})};
template <>
constexpr Steps steps<TicketHeld>{inHand, of({Held})};
template <>
constexpr Steps steps<TicketResumed>{of({Held, Diverted, NoShow, Reserved}),
                                     inLine | of({Reserved})};
template <>
constexpr Steps steps<TicketTransferred>{inHand, inLine};
template <>
constexpr Steps steps<TicketRedirected>{inLine, inLine};
template <>
constexpr Steps steps<TicketPromoted>{of({Waiting}), of({Waiting})};

std::optional<Step> stepOf(const Event& event) {
    return std::visit(
        []<class E>(const E& e) -> std::optional<Step> {
            if constexpr (std::is_same_v<E, ActUndone>) {
                if (e.act.ticket)
                    return Step{e.act.ticket->id, ~0U, of({e.act.ticket->phase})};
            } else if constexpr (steps<E>.from != 0) {
                return Step{e.ticket, steps<E>.from, steps<E>.to};
            }
            return std::nullopt;
        },
        event);
}

void require(bool holds, const char* checker, const std::string& what) {
    if (!holds)
        throw Violation{checker, what};
}

std::string phaseName(Phase phase) {
    return boost::describe::enum_to_string(phase, "?");
}

} // namespace

void Lives::before(const outlet::Outlet& outlet, const Record& record) {
    if (const auto* e = std::get_if<TicketTaken>(&record.event))
        taken(outlet, *e);
    if (const auto* e = std::get_if<DayClosed>(&record.event))
        dayClosed(outlet, *e);
    if (std::holds_alternative<DayOpened>(record.event))
        today_.clear();
    const auto step = stepOf(record.event);
    if (!step)
        return;
    const auto at = lives_.find(step->ticket);
    require(at != lives_.end(), "tickets", "a step of a ticket that nobody took or that is gone");
    require(has(step->from, at->second.phase), "tickets",
            at->second.number + " takes a step it cannot take, being " +
                phaseName(at->second.phase));
    at->second.touched = true;
    if (at->second.phase == NoShow)
        nature_.count("back after a no-show");
}

void Lives::taken(const outlet::Outlet& outlet, const TicketTaken& e) {
    const Ticket& ticket = e.ticket;
    require(ticket.id > last_, "numbers", "a ticket's id comes again");
    last_ = ticket.id;
    require(today_.insert(ticket.number).second, "numbers", ticket.number + " twice in a day");
    for (const auto& [id, other] : outlet.tickets())
        require(other.number != ticket.number || !has(living, other.phase), "numbers",
                ticket.number + " while somebody still holds it");
    lives_[ticket.id] = {
        ticket.number, ticket.arrival, ticket.phase, ticket.claims, {}, {}, ticket.service, true};
}

void Lives::dayClosed(const outlet::Outlet& outlet, const DayClosed& closed) {
    const bool clears = outlet.setup().policy.closing == Closing::Clear;
    nature_.count(clears ? "a day cleared" : "a day carried over");
    for (auto& [id, life] : lives_) {
        const bool cleared =
            std::find(closed.cleared.begin(), closed.cleared.end(), id) != closed.cleared.end();
        require(cleared == (clears && has(away, life.phase)), "tickets",
                life.number + (cleared ? " was cleared at midnight" : " was not cleared"));
        life.touched = life.touched || cleared;
        if (!cleared && has(away, life.phase))
            nature_.count("carried over midnight");
    }
}

/// Only what the record speaks of may have changed.
void Lives::look(const Ticket& ticket, const Record& record, Life& life) {
    const char* tickets = "tickets";
    require(ticket.number == life.number, tickets, life.number + " has another number");
    require(life.touched || ticket.phase == life.phase, tickets,
            life.number + " is " + phaseName(ticket.phase) + " all by itself");
    const char* seniority = "seniority";
    require(ticket.arrival == life.arrival, seniority, life.number + " arrived at another time");
    const bool undone = std::holds_alternative<ActUndone>(record.event);
    const bool anew = std::holds_alternative<SetupAdopted>(record.event);
    const bool promoted = std::holds_alternative<TicketPromoted>(record.event);
    const Moment counted = stage::countsAs(file_, ticket);
    if (!undone && life.counted != Moment{}) {
        for (const Claim claim : life.claims)
            require(std::find(ticket.claims.begin(), ticket.claims.end(), claim) !=
                        ticket.claims.end(),
                    seniority, life.number + " lost a claim");
        require(promoted || ticket.promotion == life.promotion, seniority,
                life.number + " was moved by nobody");
        require(counted <= life.counted || anew || ticket.service != life.service, seniority,
                life.number + " counts as later than before");
    }
    life = {life.number,      ticket.arrival, ticket.phase,   ticket.claims,
            ticket.promotion, counted,        ticket.service, false};
}

void Lives::after(const outlet::Outlet& outlet, const Record& record) {
    if (const auto step = stepOf(record.event)) {
        const Ticket* ticket = outlet.find(step->ticket);
        require(ticket != nullptr, "tickets", "a ticket is gone after its step");
        require(has(step->to, ticket->phase), "tickets",
                ticket->number + " is now " + phaseName(ticket->phase));
    }
    std::size_t seen = 0;
    for (auto one = lives_.begin(); one != lives_.end();) {
        const Ticket* ticket = outlet.find(one->first);
        if (ticket == nullptr) {
            require(!has(away | inHand, one->second.phase), "tickets",
                    one->second.number + " is lost");
            one = lives_.erase(one);
            continue;
        }
        ++seen;
        // Of a service or tier that is no more, nothing can be reckoned.
        const bool known =
            file_.find(ticket->service) != nullptr && file_.find(ticket->tier) != nullptr;
        if (known)
            look(*ticket, record, one->second);
        else
            one->second.phase = ticket->phase;
        ++one;
    }
    require(seen == outlet.tickets().size(), "tickets", "a ticket that nobody took");
}

} // namespace usher::world
