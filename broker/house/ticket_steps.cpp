#include "broker/house/ticket_steps.h"

#include <fmt/format.h>

#include <algorithm>

namespace usher::house {

using namespace protocol;

namespace {

/// One overload an event that can befall a ticket; every other event befalls none.
class Telling {
public:
    Telling(const outlet::Outlet& before, const Record& record, TicketId ticket)
        : outlet_{before}, record_{record}, ticket_{ticket} {}

    using Told = std::optional<Step>;

    template <class Other>
    Told operator()(const Other&) const {
        return std::nullopt;
    }
    Told operator()(const TicketTaken& e) const {
        if (e.ticket.id != ticket_)
            return std::nullopt;
        return placed(Deed::Taken, e.ticket.place, {});
    }
    Told operator()(const TicketCalled& e) const { return at(e.ticket, Deed::Called, e.counter); }
    Told operator()(const TicketRecalled& e) const {
        return at(e.ticket, Deed::Recalled, e.counter);
    }
    Told operator()(const ServiceStarted& e) const {
        return at(e.ticket, Deed::Started, e.counter);
    }
    Told operator()(const ServiceFinished& e) const {
        return at(e.ticket, Deed::Served, e.counter);
    }
    Told operator()(const TicketMissed& e) const { return at(e.ticket, Deed::NoShow, e.counter); }
    Told operator()(const TicketHeld& e) const {
        return at(e.ticket, Deed::Held, e.counter, e.reason);
    }
    Told operator()(const TicketResumed& e) const {
        return e.ticket == ticket_ ? placed(Deed::Back, e.place, e.reason) : Told{};
    }
    Told operator()(const TicketTransferred& e) const {
        if (e.ticket != ticket_)
            return std::nullopt;
        Step step = placed(Deed::Transferred, e.place, e.reason);
        if (const Service* service = outlet_.setup().find(e.service);
            service != nullptr && step.counter == 0)
            step.where = service->name;
        return step;
    }
    Told operator()(const TicketRedirected& e) const {
        return e.ticket == ticket_ ? placed(Deed::Redirected, e.place, e.reason) : Told{};
    }
    Told operator()(const TicketPromoted& e) const {
        if (e.ticket != ticket_)
            return std::nullopt;
        Step step = plain(Deed::Promoted, personAndReason(outlet_, record_, e.reason));
        step.promotion = Millis{0} - e.adjustment;
        return step;
    }
    Told operator()(const TicketLeft& e) const {
        return e.ticket == ticket_ ? plain(Deed::Left, e.reason) : Told{};
    }
    Told operator()(const TicketVoided& e) const {
        return e.ticket == ticket_ ? plain(Deed::Voided, e.reason) : Told{};
    }
    Told operator()(const DayClosed& e) const {
        const bool mine = std::find(e.cleared.begin(), e.cleared.end(), ticket_) != e.cleared.end();
        return mine ? plain(Deed::Cleared, {}) : Told{};
    }
    Told operator()(const ActUndone& e) const {
        return e.act.ticket && e.act.ticket->id == ticket_ ? plain(Deed::TakenBack, {}) : Told{};
    }

private:
    [[nodiscard]] Step plain(Deed deed, std::string reason) const {
        Step step;
        step.deed = deed;
        step.at = record_.at;
        step.clock = clockAt(outlet_.setup(), record_.at);
        step.reason = std::move(reason);
        return step;
    }
    void stands(Step& step, const CounterId& counter) const {
        if (const auto index = outlet_.floor().of(counter); index != outlet::nowhere) {
            step.counter = outlet_.floor().number(index);
            step.machine = outlet_.floor().isMachine(index);
        }
    }
    [[nodiscard]] Told at(TicketId ticket, Deed deed, const CounterId& counter,
                          std::string reason = {}) const {
        if (ticket != ticket_)
            return std::nullopt;
        Step step = plain(deed, std::move(reason));
        stands(step, counter);
        return step;
    }
    [[nodiscard]] Step placed(Deed deed, const Place& place, std::string reason) const {
        Step step = plain(deed, std::move(reason));
        if (place.counter)
            stands(step, *place.counter);
        else if (const Zone* zone = place.zone ? outlet_.setup().find(*place.zone) : nullptr)
            step.where = zone->name;
        return step;
    }

    const outlet::Outlet& outlet_;
    const Record& record_;
    TicketId ticket_;
};

} // namespace

std::optional<Step> stepOf(const outlet::Outlet& before, const Record& record, TicketId ticket) {
    return std::visit(Telling{before, record, ticket}, record.event);
}

std::string personAndReason(const outlet::Outlet& before, const Record& record,
                            const std::string& reason) {
    const Session* session = before.sessionAt(record.by);
    std::string person = record.by.str(); // an administrator's key has nobody signed on
    if (record.staff || session != nullptr)
        person = record.staff ? record.staff->str() : session->staff.str();
    if (session != nullptr && !session->name.empty() && session->name != person)
        person = fmt::format("{} ({})", session->name, person);
    return reason.empty() ? person : person + ": " + reason;
}

std::string clockAt(const Setup& setup, Moment moment) {
    const int minute = setup.timeZone.local(moment).minute;
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

} // namespace usher::house
