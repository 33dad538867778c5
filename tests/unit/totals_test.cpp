// The day in numbers is what a count of its tickets comes to, on every day at every outlet.
#include "tests/unit/every_day.h"

#include <map>

namespace usher::stage {
namespace {

using namespace protocol;
using outlet::Outlet;

RC_GTEST_PROP(EveryDay, TotalsAreACountOfTodaysTickets, ()) {
    std::map<TicketId, Ticket> known; // ended ones too: the outlet forgets them after an hour
    Totals today;
    const auto count = [&](Date day, const TimeZone& zone) {
        const auto ended = [&](Phase phase) {
            return static_cast<std::uint32_t>(
                std::count_if(known.begin(), known.end(), [&](const auto& one) {
                    return one.second.phase == phase && zone.local(one.second.since).date == day;
                }));
        };
        today.served = ended(Phase::Done);
        today.noShow = ended(Phase::NoShow);
        today.left = ended(Phase::Left);
        today.diverted = ended(Phase::Diverted);
        today.voided = ended(Phase::Voided);
    };
    const auto look = [&](const Stage& stage) {
        for (const auto& [id, ticket] : stage.outlet().tickets())
            if (!known.contains(id) || known.at(id).version < ticket.version)
                known[id] = ticket;
        count(*stage.outlet().day(), stage.outlet().setup().timeZone);
        today.worstOvertake = stage.outlet().totals().worstOvertake;
        today.worstPromoted = stage.outlet().totals().worstPromoted;
        RC_ASSERT(today == stage.outlet().totals());
    };
    std::map<TicketId, std::pair<Range, Millis>> firstCalls; // promised, and waited
    live(true, look, [&](const Outlet& before, const Record& record) {
        if (std::holds_alternative<TicketTaken>(record.event))
            ++today.taken;
        if (const auto* called = std::get_if<TicketCalled>(&record.event)) {
            ++today.called;
            const Ticket& ticket = *before.find(called->ticket);
            today.promoted += ticket.promotion != Millis{0} ? 1 : 0;
            if (!ticket.counter && ticket.promised.surely > Millis{0})
                firstCalls.try_emplace(ticket.id, ticket.promised, record.at - ticket.arrival);
        }
        if (const auto* undone = std::get_if<ActUndone>(&record.event);
            undone != nullptr && undone->act.what == "CallNext") {
            --today.called;
            today.promoted -= undone->act.ticket->promotion != Millis{0} ? 1 : 0;
            if (!undone->act.ticket->counter) // it was the first
                firstCalls.erase(undone->act.ticket->id);
        }
        today.promises = {};
        for (const auto& [id, call] : firstCalls) {
            ++today.promises.scored;
            today.promises.withinLikely += call.second <= call.first.likely ? 1 : 0;
            today.promises.withinSurely += call.second <= call.first.surely ? 1 : 0;
        }
        if (std::holds_alternative<DayOpened>(record.event)) {
            today = {};
            firstCalls.clear();
        }
        if (const auto* closed = std::get_if<DayClosed>(&record.event))
            for (const TicketId id : closed->cleared) {
                known[id] = {};
                known[id].version = ~Sequence{0}; // yesterday's, though it ends at midnight
            }
    });
}

} // namespace
} // namespace usher::stage
