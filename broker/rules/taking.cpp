// A number for somebody: who they are to us, where they will stand, what the paper says.
#include "broker/rules/acts.h"
#include "broker/rules/machines.h"
#include "broker/rules/triage.h"

#include <algorithm>
#include <cstdio>

namespace usher::rules {

using namespace protocol;

namespace {

std::string label(const Series& series, std::uint32_t number) {
    char text[16];
    const int size = std::snprintf(text, sizeof text, "%s%03u", series.letter.c_str(), number);
    return {text, static_cast<std::size_t>(size)};
}

/// Somebody holds this number, or may yet come back with it.
bool labelLives(const outlet::Outlet& outlet, const std::string& label) {
    for (const auto& [id, ticket] : outlet.tickets())
        if (ticket.number == label && (ticket.phase < Phase::Done || ticket.phase == Phase::NoShow))
            return true;
    return false;
}

/// Those whose number is still with the printer will stand in line too, and those at a machine if
/// it fails them.
std::size_t waitingSoon(const outlet::Outlet& outlet) {
    const auto soon =
        std::count_if(outlet.tickets().begin(), outlet.tickets().end(), [](const auto& entry) {
            return entry.second.phase == Phase::Reserved || entry.second.phase == Phase::Diverted;
        });
    return outlet.line().size() + static_cast<std::size_t>(soon);
}

/// The next number of the series today; one carried over from yesterday is left out.
std::optional<std::uint32_t> nextNumber(const View& view, const Series& series,
                                        std::uint32_t given) {
    for (std::uint32_t number = series.first + given; number <= series.last; ++number)
        if (!labelLives(view.outlet, label(series, number)))
            return number;
    return std::nullopt;
}

/// What a customer came for, and who they are to us.
struct Customer {
    ServiceId service;
    TierId tier;
    std::vector<Claim> claims;
};

/// Takes `tier` if it is the better one.
void favour(const Setup& setup, const TierId& tier, Customer& customer) {
    const Tier* other = setup.find(tier);
    if (other != nullptr && other->headStart > setup.find(customer.tier)->headStart)
        customer.tier = tier;
}

std::optional<Refusal> present(const View& view, const Appointment* booked, Customer& customer) {
    if (booked == nullptr)
        return Refusal::UnknownAppointment;
    if (booked->ticket)
        return Refusal::AppointmentUsed;
    if (customer.service.empty())
        customer.service = booked->service;
    if (customer.service != booked->service)
        return Refusal::WrongService;
    const Policy& policy = view.setup().policy;
    if (view.now < booked->at - policy.appointmentEarly)
        return Refusal::AppointmentTooEarly;
    // Too late for the window, one is served like anybody who walks in.
    if (view.now <= booked->at + policy.appointmentLate)
        customer.claims.push_back(Claim::Appointment);
    if (booked->tier)
        favour(view.setup(), *booked->tier, customer);
    return std::nullopt;
}

std::optional<Refusal> identify(const View& view, const TakeTicket& command, Customer& customer) {
    const Setup& setup = view.setup();
    if (!command.recognition.empty()) {
        const Recognition* known = view.outlet.recognition(command.recognition);
        if (known == nullptr)
            return Refusal::UnknownCard;
        customer.tier = known->tier;
    }
    if (command.appointment)
        if (const auto refusal = present(view, view.outlet.find(*command.appointment), customer))
            return refusal;
    if (!command.assisted)
        return std::nullopt;
    // A right that staff see to: at the kiosk anybody could claim it.
    if (view.context.role == Role::Kiosk)
        return Refusal::NotPermitted;
    if (setup.find(assistedTier) == nullptr)
        return Refusal::UnknownTier;
    favour(setup, assistedTier, customer);
    return std::nullopt;
}

/// Where the newcomer will stand, and for how long.
struct Prospect {
    Place place;
    ZoneId zone;
    std::uint32_t ahead{};
    Range wait;
};

std::variant<Prospect, Refusal> prospect(const View& view, const TakeTicket& command,
                                         const Customer& customer) {
    const auto& [service, tier, claims] = customer;
    if (!servable(view.outlet.floor(), service, tier, {}))
        return Refusal::ServiceUnavailable;
    if (!command.machine)
        return Prospect{{},
                        zoneFor(view.outlet.floor(), view.setup(), service, tier),
                        aheadOf(view.outlet, service, tier, view.now, claims),
                        view.context.forecast(service, tier, claims)};
    const auto machine = view.outlet.floor().of(*command.machine);
    if (machine == outlet::nowhere || !view.outlet.floor().isMachine(machine))
        return Refusal::UnknownCounter;
    if (!serves(view.outlet, machine, service, tier))
        return Refusal::CannotServe;
    const MachineLine line = lineAt(view.outlet, *command.machine, service, view.now);
    return Prospect{
        {{}, *command.machine}, view.setup().find(*command.machine)->zone, line.ahead, line.wait};
}

Ticket drawn(const View& view, const TakeTicket& command, const Customer& customer,
             const Prospect& prospect) {
    Ticket ticket;
    ticket.id = view.outlet.nextTicket();
    ticket.visit = {ticket.id.value};
    ticket.service = customer.service;
    ticket.tier = customer.tier;
    ticket.zone = prospect.zone;
    ticket.place = prospect.place;
    ticket.phase = command.paper == Paper::Pending ? Phase::Reserved
                   : command.machine               ? Phase::Diverted
                                                   : Phase::Waiting;
    ticket.paper = command.paper;
    ticket.arrival = view.now;
    ticket.since = view.now;
    ticket.claims = customer.claims;
    ticket.adjustment = view.setup().adjustment(customer.service, customer.tier, customer.claims);
    ticket.promised = prospect.wait;
    ticket.device = view.context.by;
    if (command.appointment)
        ticket.appointment = view.outlet.find(*command.appointment)->reference; // as it was booked
    return ticket;
}

/// More than people could ask this kiosk for: something else is at its buttons, or at its key.
bool tooMany(const View& view) {
    const std::uint32_t most = view.setup().policy.kioskMinute;
    if (view.context.role != Role::Kiosk || most == 0)
        return false;
    std::uint32_t given = 0;
    const auto& tickets = view.outlet.tickets();
    for (auto one = tickets.rbegin(); one != tickets.rend(); ++one) { // the newest first
        if (view.now - one->second.arrival >= std::chrono::minutes{1})
            break;
        given += one->second.device == view.context.by ? 1 : 0;
    }
    return given >= most;
}

} // namespace

Decision decide(const View& view, const TakeTicket& command) {
    if (view.unattended())
        return Refusal::NotSignedOn;
    const Setup& setup = view.setup();
    const bool asBooked = command.service.empty() && command.appointment;
    if (!asBooked && setup.find(command.service) == nullptr)
        return Refusal::UnknownService;
    if (!setup.openAt(view.now))
        return Refusal::OutletClosed;
    if (command.paper != Paper::Pending && command.paper != Paper::Shown)
        return Refusal::Malformed;
    Customer customer{command.service, setup.tiers.front().id, {}};
    if (const auto refusal = identify(view, command, customer))
        return *refusal;
    if (setup.find(customer.service) == nullptr)
        return Refusal::UnknownService; // offered when it was booked
    const auto found = prospect(view, command, customer);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return *refusal;
    if (waitingSoon(view.outlet) >= setup.policy.waitingMax)
        return Refusal::QueueFull;
    if (tooMany(view))
        return Refusal::TooMany;

    const Series& series = *setup.seriesOf(customer.tier);
    const auto index = static_cast<std::uint32_t>(&series - setup.series.data());
    const auto number = nextNumber(view, series, view.outlet.numbersGiven(index));
    if (!number)
        return Refusal::SeriesExhausted;

    const auto& where = std::get<Prospect>(found);
    Ticket ticket = drawn(view, command, customer, where);
    ticket.number = label(series, *number);
    const bool late = command.appointment && customer.claims.empty();
    TicketIssued issued{ticket.id,  ticket.number, ticket.service,         ticket.zone, where.ahead,
                        where.wait, view.now,      toHex(view.context.id), late};
    return Outcome{{TicketTaken{std::move(ticket), index, *number, command.recognition}},
                   std::move(issued)};
}

} // namespace usher::rules
