#include "tests/simulation/tamper.h"

#include <algorithm>

namespace usher::world {

using namespace protocol;

namespace {

void forgetSeniority(Snapshot& all) {
    for (Ticket& ticket : all.tickets)
        if (ticket.phase == Phase::Held)
            ticket.arrival = all.at;
}

void dropYesterdays(Snapshot& all) {
    std::erase_if(all.tickets, [&](const Ticket& ticket) {
        return ticket.phase == Phase::Waiting &&
               all.setup.timeZone.local(ticket.arrival).date < all.day;
    });
}

void putBack(Snapshot& all) {
    for (CounterState& counter : all.counters) {
        if (counter.desk != Desk::Calling)
            continue;
        for (Ticket& ticket : all.tickets)
            if (ticket.id == counter.ticket)
                ticket.phase = Phase::Waiting;
        counter.desk = counter.closing ? Desk::Closed : Desk::Idle;
        counter.closing = false;
        counter.ticket.reset();
    }
}

} // namespace

outlet::Outlet readBack(Plant plant, outlet::Outlet found) {
    Snapshot all = found.snapshot();
    if (plant == Plant::SeniorityLost)
        forgetSeniority(all);
    else if (plant == Plant::DroppedAtMidnight)
        dropYesterdays(all);
    else if (plant == Plant::NumbersStartAgain)
        std::fill(all.numbersGiven.begin(), all.numbersGiven.end(), 0U);
    else if (plant == Plant::CalledTwice)
        putBack(all);
    else
        return found;
    return outlet::Outlet{all};
}

Setup readFile(Plant plant, Setup setup) {
    if (plant == Plant::WrongHeadStart)
        setup.tiers[1].headStart *= 2;
    return setup;
}

std::vector<Record> written(Plant plant, std::span<const Record> records) {
    std::vector<Record> all{records.begin(), records.end()};
    if (plant != Plant::WrongReason)
        return all;
    for (Record& record : all)
        if (auto* call = std::get_if<TicketCalled>(&record.event);
            call && !call->why.passed.empty())
            call->why.passed.pop_back();
    return all;
}

} // namespace usher::world
