#include "kiosk/demo.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace usher::kiosk {

using namespace protocol;

DemoBranch::DemoBranch(link::DemoLink& link) : link_{link} {
    link_.answerWith([this](const Command& command) { return answer(command); });
    Board board = link_.board();
    board.booked = true;
    link_.show(std::move(board));
}

client::Outcome DemoBranch::answer(const Command& command) {
    if (std::holds_alternative<IdentifyCard>(command))
        return Answer{Greeting{"demo"}};
    if (std::holds_alternative<ListServices>(command))
        return Answer{services()};
    if (const auto* wish = std::get_if<TakeTicket>(&command))
        return issue(*wish);
    return Answer{Accepted{}};
}

Range DemoBranch::waitIn(const ZoneId& zone) const {
    for (const BoardZone& each : link_.zones())
        if (each.zone == zone)
            return each.wait;
    return {Millis{-1}, Millis{-1}};
}

std::uint32_t DemoBranch::aheadIn(const ZoneId& zone) const {
    for (const BoardZone& each : link_.zones())
        if (each.zone == zone)
            return each.waiting;
    return 0;
}

Range DemoBranch::waitAt(const CounterId& machine) const {
    const auto wait = machineWaits.find(machine);
    return wait == machineWaits.end() ? Range{} : wait->second;
}

void DemoBranch::fail(std::set<CounterId> machines) {
    failing_ = std::move(machines);
    failed_.clear();
}

Services DemoBranch::services() const {
    const Setup& setup = link_.outlet().setup();
    Services services;
    services.open = open;
    services.groups = setup.groups;
    services.zones = setup.zones;
    for (const Service& service : setup.services) {
        Offer offer{service.id,   service.name, service.group,
                    service.zone, false,        aheadIn(service.zone),
                    {},           {},           {}};
        offer.wait = waitIn(service.zone);
        for (const CounterState& state : link_.outlet().counters()) {
            const Counter& counter = *setup.find(state.id);
            if (!Setup::helpDelay(counter, service.id, setup.tiers.front().id))
                continue;
            if (setup.find(counter.zone)->selfService) {
                if (works(state.machine) && !failed_.contains(counter.id))
                    offer.alternatives.push_back(
                        {counter.id, counter.number, counter.name, waitAt(counter.id)});
            } else {
                offer.available = offer.available || (state.desk != Desk::Closed && !deserted);
            }
        }
        std::stable_sort(offer.alternatives.begin(), offer.alternatives.end(),
                         [](const Alternative& a, const Alternative& b) {
                             return a.wait.likely < b.wait.likely;
                         });
        services.offers.push_back(std::move(offer));
    }
    return services;
}

client::Outcome DemoBranch::issue(const TakeTicket& wish) {
    if (silent)
        return client::NoAnswer{};
    if (refusal)
        return *refusal;
    if (wish.appointment)
        return issueBooked(*wish.appointment);
    const Service& service = *link_.outlet().setup().find(wish.service);
    if (wish.machine)
        return issueAt(*wish.machine, service);
    return Answer{draw(service, service.zone, waitIn(service.zone))};
}

client::Outcome DemoBranch::issueBooked(const AppointmentId& reference) {
    if (reference != demoBooking)
        return Refusal::UnknownAppointment;
    const Service& service = *link_.outlet().setup().find(named<ServiceId>("opening"));
    TicketIssued issued = draw(service, service.zone, waitIn(service.zone));
    issued.late = late;
    return Answer{std::move(issued)};
}

client::Outcome DemoBranch::issueAt(const CounterId& machine, const Service& service) {
    if (failing_.contains(machine)) {
        failed_.insert(machine);
        return Refusal::CannotServe;
    }
    return Answer{draw(service, link_.outlet().setup().find(machine)->zone, waitAt(machine))};
}

TicketIssued DemoBranch::draw(const Service& service, const ZoneId& zone, const Range& wait) {
    char number[8];
    std::snprintf(number, sizeof number, "A%03u", 101 + given_++ % 800);
    const std::uint32_t ahead = wait.surely == Millis{0} ? 0 : aheadIn(zone);
    return {TicketId{given_},
            number,
            service.id,
            zone,
            ahead,
            wait,
            link_.now(),
            "00112233445566778899aabbccddeeff"};
}

void DemoPrinter::check(OnReady onReady) {
    devices::PrinterStatus status;
    if (manner == Manner::HasNoPaper)
        status.trouble = devices::PrinterTrouble::PaperOut;
    onReady(status);
}

void DemoPrinter::print(const devices::Slip&, OnOutcome onOutcome) {
    using Result = devices::PrintOutcome::Result;
    switch (manner) {
    case Manner::Prints:
        return onOutcome({Result::Printed, {}, false, {}});
    case Manner::Jams:
    case Manner::HasNoPaper:
        return onOutcome({Result::Failed, devices::PrinterTrouble::PaperOut, false, {}});
    case Manner::Vanishes:
        return onOutcome({Result::Unknown, {}, false, {}});
    case Manner::NeverEnds:
        endless_ = std::move(onOutcome);
        return;
    }
}

void DemoPrinter::finish() {
    if (endless_)
        std::exchange(endless_, nullptr)({devices::PrintOutcome::Result::Printed, {}, false, {}});
}

} // namespace usher::kiosk
