// What holds on every day at every outlet. Each property lives random days and looks after each
// move and before each event; a failure prints the day, made as short as it can be.
#include "broker/protocol/limits.h"
#include "broker/rules/dispatch.h"
#include "broker/rules/follow.h"
#include "broker/wire/codec.h"
#include "tests/unit/every_day.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

namespace usher::stage {
namespace {

using namespace protocol;
using outlet::Index;
using outlet::Outlet;
using rules::Outcome;

// --- the rule, read aloud: no line, no index, every ticket looked at ----------------------------

Moment keyOf(const Setup& setup, const Ticket& ticket) {
    return ticket.arrival - setup.find(ticket.tier)->headStart + ticket.adjustment;
}

bool before(const Setup& setup, const Ticket& a, const Ticket& b) {
    return std::tuple{keyOf(setup, a), a.arrival, a.id} <
           std::tuple{keyOf(setup, b), b.arrival, b.id};
}

/// May this counter call that ticket now?
bool mayCall(const Setup& setup, const Counter& counter, const Ticket& ticket, Moment now) {
    if (ticket.phase != Phase::Waiting || setup.find(counter.zone)->selfService)
        return false;
    const auto delay = Setup::helpDelay(counter, ticket.service, ticket.tier);
    if (!delay)
        return false;
    if (ticket.place.counter)
        return *ticket.place.counter == counter.id;
    if (ticket.place.zone)
        return *ticket.place.zone == counter.zone;
    return ticket.arrival + *delay <= now;
}

const Ticket* firstFor(const Outlet& outlet, const Counter& counter, Moment now) {
    const Ticket* first = nullptr;
    for (const auto& [id, ticket] : outlet.tickets())
        if (mayCall(outlet.setup(), counter, ticket, now) &&
            (first == nullptr || before(outlet.setup(), ticket, *first)))
            first = &ticket;
    return first;
}

// --- fairness -----------------------------------------------------------------------------------

RC_GTEST_PROP(EveryDay, NobodyIsPassedByWhoCameMoreThanTheBoundLater, ()) {
    live(
        false, [](const Stage&) {},
        [](const Outlet& outlet, const Record& record) {
            const auto* call = std::get_if<TicketCalled>(&record.event);
            if (call == nullptr || outlet.find(call->ticket)->adjustment != Millis{0})
                return;
            Millis least{1'000'000'000};
            Millis most{0};
            for (const Tier& tier : outlet.setup().tiers) {
                least = std::min(least, tier.headStart);
                most = std::max(most, tier.headStart);
            }
            Millis worst{0};
            const Ticket& called = *outlet.find(call->ticket);
            for (const auto& [id, other] : outlet.tickets())
                if (mayCall(outlet.setup(), *outlet.setup().find(call->counter), other, record.at))
                    worst = std::max(worst, called.arrival - other.arrival);
            RC_ASSERT(worst <= most - least);
            RC_ASSERT(worst == call->why.worst);
        });
}

RC_GTEST_PROP(EveryDay, WhoCameFirstForTheSameIsCalledFirst, ()) {
    live(
        true, [](const Stage&) {},
        [](const Outlet& outlet, const Record& record) {
            const auto* call = std::get_if<TicketCalled>(&record.event);
            if (call == nullptr)
                return;
            const Ticket& called = *outlet.find(call->ticket);
            for (const auto& [id, other] : outlet.tickets())
                if (other.phase == Phase::Waiting && other.service == called.service &&
                    other.tier == called.tier && other.place == called.place &&
                    other.adjustment == called.adjustment)
                    RC_ASSERT(std::tuple(called.arrival, called.id) <=
                              std::tuple(other.arrival, id));
        });
}

RC_GTEST_PROP(EveryDay, TheOrderOfTwoWhoWaitNeverFlips, ()) {
    using Pair = std::pair<TicketId, TicketId>;
    std::map<Pair, std::pair<bool, Millis>> seen; // first one ahead, and adjustments between them
    live(false, [&](const Stage& stage) {
        std::vector<std::pair<outlet::Standing, Millis>> line;
        for (const outlet::Row& row : stage.outlet().line().rows())
            for (const outlet::Standing& one : row)
                line.emplace_back(one, stage.outlet().find(one.ticket)->adjustment);
        for (const auto& [a, moved] : line)
            for (const auto& [b, alsoMoved] : line) {
                if (!(a.ticket < b.ticket))
                    continue;
                const std::pair now{a < b, moved - alsoMoved};
                const auto [was, fresh] = seen.try_emplace(Pair{a.ticket, b.ticket}, now);
                if (!fresh && was->second.second == now.second)
                    RC_ASSERT(was->second.first == now.first);
                was->second = now;
            }
    });
}

RC_GTEST_PROP(EveryDay, NobodyWaitsWhileACounterThatMayServeThemStandsBy, ()) {
    live(true, [](const Stage& stage) {
        for (const CounterState& state : stage.outlet().counters())
            if (state.desk == Desk::Standby)
                RC_ASSERT(firstFor(stage.outlet(), *stage.outlet().setup().find(state.id),
                                   stage.now()) == nullptr);
    });
}

RC_GTEST_PROP(EveryDay, NextIsTheRuleReadOverEveryTicket, ()) {
    live(true, [](const Stage& stage) {
        const Outlet& outlet = stage.outlet();
        for (Index i = 0; i < outlet.floor().counters(); ++i) {
            const Counter& counter = outlet.setup().counters[i];
            const auto pick = rules::next(outlet, i, stage.now());
            const Ticket* first = firstFor(outlet, counter, stage.now());
            RC_ASSERT(pick.has_value() == (first != nullptr));
            if (!pick)
                continue;
            RC_ASSERT(pick->standing.ticket == first->id);
            std::uint32_t candidates = 0;
            std::uint32_t passed = 0;
            for (const auto& [id, ticket] : outlet.tickets()) {
                const bool may = mayCall(outlet.setup(), counter, ticket, stage.now());
                candidates += may ? 1 : 0;
                passed += may && ticket.arrival < first->arrival ? 1 : 0;
            }
            RC_ASSERT(pick->why.candidates == candidates);
            RC_ASSERT(pick->why.passedCount == passed);
            RC_ASSERT(pick->why.passed.size() == std::min<std::size_t>(passed, passedRecordedMax));
        }
    });
}

// --- one of everything --------------------------------------------------------------------------

RC_GTEST_PROP(EveryDay, NoNumberIsGivenTwiceInADayOrWhileItLives, ()) {
    std::set<std::string> today;
    live(
        false, [](const Stage&) {},
        [&](const Outlet& outlet, const Record& record) {
            if (std::holds_alternative<DayOpened>(record.event))
                today.clear();
            const auto* taken = std::get_if<TicketTaken>(&record.event);
            if (taken == nullptr)
                return;
            RC_ASSERT(today.insert(taken->ticket.number).second);
            RC_ASSERT(outlet.find(taken->ticket.id) == nullptr);
            for (const auto& [id, other] : outlet.tickets())
                RC_ASSERT(other.number != taken->ticket.number || other.phase == Phase::Done ||
                          other.phase == Phase::Left || other.phase == Phase::Voided);
        });
}

RC_GTEST_PROP(EveryDay, ACounterHasOneTicketAndATicketOneCounter, ()) {
    live(true, [](const Stage& stage) {
        std::set<TicketId> held;
        for (const CounterState& state : stage.outlet().counters()) {
            const bool engaged = state.desk == Desk::Calling || state.desk == Desk::Serving;
            RC_ASSERT(state.ticket.has_value() == engaged);
            RC_ASSERT(!state.closing || engaged);
            if (!engaged)
                continue;
            const Ticket* ticket = stage.outlet().find(*state.ticket);
            RC_ASSERT((ticket != nullptr && ticket->counter == state.id));
            RC_ASSERT(ticket->phase ==
                      (state.desk == Desk::Calling ? Phase::Called : Phase::Serving));
            RC_ASSERT(held.insert(ticket->id).second);
        }
        for (const auto& [id, ticket] : stage.outlet().tickets())
            if (ticket.phase == Phase::Called || ticket.phase == Phase::Serving)
                RC_ASSERT(held.contains(id));
    });
}

RC_GTEST_PROP(EveryDay, WhoIsSignedOnIsWhoTheCounterSays, ()) {
    live(true, [](const Stage& stage) {
        const Snapshot all = stage.outlet().snapshot();
        for (const CounterState& state : all.counters) {
            const Session* session = stage.outlet().sessionOf(state.id);
            RC_ASSERT(state.staff.has_value() == (session != nullptr));
            if (session != nullptr)
                RC_ASSERT(state.staff == session->staff && state.device == session->device);
        }
        for (const Session& session : all.sessions)
            RC_ASSERT((!session.counter || stage.outlet().find(*session.counter) != nullptr));
    });
}

// --- the picture --------------------------------------------------------------------------------

RC_GTEST_PROP(EveryDay, TheLineIsThoseWhoWait, ()) {
    live(true, [](const Stage& stage) {
        std::set<TicketId> line;
        for (const outlet::Row& row : stage.outlet().line().rows())
            for (const outlet::Standing& one : row) {
                RC_ASSERT(line.insert(one.ticket).second);
                const Ticket& ticket = *stage.outlet().find(one.ticket);
                RC_ASSERT(ticket.phase == Phase::Waiting);
                RC_ASSERT(one.key == keyOf(stage.outlet().setup(), ticket));
                RC_ASSERT(row.kind() == stage.outlet().kind(ticket));
            }
        for (const auto& [id, ticket] : stage.outlet().tickets())
            RC_ASSERT(ticket.phase != Phase::Waiting || line.contains(id));
    });
}

RC_GTEST_PROP(EveryDay, ReplayingTheRecordsRebuildsTheOutlet, ()) {
    Outlet replayed;
    std::size_t read = 0;
    live(true, [&](const Stage& stage) {
        for (; read < stage.records().size(); ++read)
            replayed.evolve(stage.records()[read]);
        RC_ASSERT(replayed == stage.outlet());
    });
}

RC_GTEST_PROP(EveryDay, AnOutletIsItsSnapshot, ()) {
    live(true, [](const Stage& stage) {
        RC_ASSERT(Outlet{stage.outlet().snapshot()} == stage.outlet());
    });
}

// --- deciding, undoing, waking ------------------------------------------------------------------

/// Where every version, time stamp of the whole and act is left out of account.
Snapshot withoutVersions(Snapshot snapshot) {
    snapshot.sequence = 0;
    snapshot.at = {};
    snapshot.acts.clear();
    snapshot.totals.worstOvertake = {};
    snapshot.calls.resize(std::min(snapshot.calls.size(), boardCallsMax - 1));
    for (Ticket& ticket : snapshot.tickets)
        ticket.version = 0;
    for (CounterState& counter : snapshot.counters) {
        counter.version = 0;
        if (counter.desk == Desk::Standby)
            counter.desk = Desk::Idle; // an undone call leaves the counter free
    }
    return snapshot;
}

RC_GTEST_PROP(EveryDay, UndoingAnActAtOnceLeavesEverythingAsItWas, ()) {
    Snapshot was;
    Sequence looked = 0;
    const auto look = [&](const Stage& stage) {
        const Snapshot now = stage.outlet().snapshot();
        if (now.acts.empty() || now.acts.back().sequence != now.sequence || looked == now.sequence)
            return;
        looked = now.sequence;
        const Act& act = now.acts.back();
        if (act.at != stage.now())
            return; // time has passed since, perhaps too much
        const rules::Context context{act.by, Role::Administrator, {9, 9}, {}};
        const auto decision = rules::decide(stage.outlet(), context, Undo{}, stage.now());
        RC_ASSERT(std::holds_alternative<Outcome>(decision));
        Outlet undone = stage.outlet();
        undone.evolve({now.sequence + 1,
                       stage.now(),
                       act.by,
                       {},
                       {9, 9},
                       "Undo",
                       std::get<Outcome>(decision).events.at(0)});
        RC_ASSERT(withoutVersions(undone.snapshot()) == withoutVersions(was));
        RC_ASSERT(Outlet{undone.snapshot()} == undone);
    };
    live(true, look, [&](const Outlet& outlet, const Record&) { was = outlet.snapshot(); });
}

std::string spelt(const rules::Decision& decision) {
    if (const auto* refusal = std::get_if<Refusal>(&decision))
        return std::to_string(static_cast<int>(*refusal));
    std::string all;
    for (const Event& event : std::get<Outcome>(decision).events)
        all += wire::encode(Record{1, {}, {}, {}, {}, {}, event});
    return all;
}

RC_GTEST_PROP(EveryDay, DecidingChangesNothingAndIsTheSameTwice, ()) {
    live(true, [](const Stage& stage) {
        const Outlet copy = stage.outlet();
        const rules::Context context{named<DeviceId>("lobby"),
                                     Role::Lobby,
                                     {9, 9},
                                     [](const ServiceId&, const TierId&) { return Range{}; }};
        const ServiceId service = copy.setup().services.front().id;
        const TicketId last{copy.nextTicket().value - 1};
        const Command commands[] = {TakeTicket{service, {}, false, Paper::Shown},
                                    Undo{},
                                    CancelTicket{last, {}},
                                    Redirect{last, {}, {}, 0},
                                    Promote{last, "unwell", 0},
                                    ResumeTicket{last, 0}};
        for (const Command& command : commands)
            RC_ASSERT(spelt(rules::decide(stage.outlet(), context, command, stage.now())) ==
                      spelt(rules::decide(copy, context, command, stage.now())));
        RC_ASSERT(copy == stage.outlet());
    });
}

RC_GTEST_PROP(EveryDay, TheAlarmRingsWhenThereIsSomethingToSayAndNotBefore, ()) {
    live(true, [](const Stage& stage) {
        const auto alarm = rules::wakeUp(stage.outlet());
        RC_ASSERT(alarm.has_value());
        RC_ASSERT(*alarm > stage.now());
        const Moment half{stage.now().ms + (*alarm - stage.now()).count() / 2};
        RC_ASSERT(rules::follow(stage.outlet(), half).empty());
        RC_ASSERT(rules::follow(stage.outlet(), *alarm - Millis{1}).empty());
        RC_ASSERT(!rules::follow(stage.outlet(), *alarm).empty());
    });
}

} // namespace
} // namespace usher::stage
