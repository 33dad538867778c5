// What holds on every day at every outlet. Each property lives random days and looks after each
// move and before each event; a failure prints the day, made as short as it can be.
#include "broker/protocol/limits.h"
#include "broker/rules/dispatch.h"
#include "broker/rules/follow.h"
#include "broker/wire/codec.h"
#include "tests/support/plain_rule.h"
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

// --- fairness -----------------------------------------------------------------------------------

RC_GTEST_PROP(EveryDay, NobodyIsPassedByWhoCameMoreThanTheBoundLater, ()) {
    Millis worst{0};
    Millis worstPromoted{0};
    live(
        false,
        [&](const Stage& stage) {
            RC_ASSERT(stage.outlet().totals().worstOvertake == worst);
            RC_ASSERT(stage.outlet().totals().worstPromoted == worstPromoted);
        },
        [&](const Outlet& outlet, const Record& record) {
            if (std::holds_alternative<DayOpened>(record.event))
                worst = worstPromoted = Millis{0};
            const auto* call = std::get_if<TicketCalled>(&record.event);
            if (call == nullptr)
                return;
            const Ticket& called = *outlet.find(call->ticket);
            Millis passed{0};
            for (const auto& [id, other] : outlet.tickets())
                if (mayCall(outlet, *outlet.setup().find(call->counter), other, record.at))
                    passed = std::max(passed, called.arrival - other.arrival);
            RC_ASSERT(passed == call->why.worst);
            const bool promoted = called.promotion != Millis{0};
            RC_ASSERT(passed <= promisedBound(outlet.setup()) - called.promotion);
            (promoted ? worstPromoted : worst) = std::max(promoted ? worstPromoted : worst, passed);
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
    std::map<TicketId, Ticket> were; // who waited before the record before this one
    live(
        false, [](const Stage&) {},
        [&](const Outlet& outlet, const Record&) {
            std::map<TicketId, Ticket> are;
            for (const auto& [id, ticket] : outlet.tickets())
                if (ticket.phase == Phase::Waiting)
                    are.emplace(id, ticket);
            const auto still = [&](const Ticket& one) {
                const auto was = were.find(one.id);
                return was != were.end() && was->second.promotion == one.promotion;
            };
            for (const auto& [id, a] : are)
                for (const auto& [other, b] : are)
                    if (id < other && still(a) && still(b))
                        RC_ASSERT((outlet.standing(a) < outlet.standing(b)) ==
                                  goesBefore(outlet.setup(), were.at(id), were.at(other)));
            were = std::move(are);
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
            const auto all = callable(outlet, counter, stage.now());
            RC_ASSERT(pick->why.candidates == all.size());
            const auto passed = std::count_if(all.begin(), all.end(), [&](const Ticket* one) {
                return one->arrival < first->arrival;
            });
            RC_ASSERT(pick->why.passedCount == static_cast<std::uint32_t>(passed));
            RC_ASSERT(pick->why.passed.size() ==
                      std::min(static_cast<std::size_t>(passed), passedRecordedMax));
            const auto& eligible = pick->why.circumstances.eligible;
            RC_ASSERT(eligible.size() == std::min(all.size(), eligibleRecordedMax));
            for (std::size_t k = 0; k < eligible.size(); ++k)
                RC_ASSERT(eligible[k] == all[k]->id);
        }
    });
}

// --- seniority ----------------------------------------------------------------------------------

/// What moves people about without ending anything for them.
bool movesAbout(const Event& event) {
    return std::holds_alternative<TicketHeld>(event) ||
           std::holds_alternative<TicketResumed>(event) ||
           std::holds_alternative<TicketTransferred>(event) ||
           std::holds_alternative<TicketRedirected>(event) ||
           std::holds_alternative<TicketCalled>(event) ||
           std::holds_alternative<TicketMissed>(event) ||
           std::holds_alternative<TicketJoined>(event) ||
           std::holds_alternative<MachineReported>(event) ||
           std::holds_alternative<BandChanged>(event) ||
           std::holds_alternative<DegradedChanged>(event) ||
           std::holds_alternative<ProfileOverridden>(event) ||
           std::holds_alternative<ProfileRestored>(event);
}

bool mayYetBeServed(const Ticket& ticket) {
    return ticket.phase < Phase::Done || ticket.phase == Phase::NoShow;
}

RC_GTEST_PROP(EveryDay, SeniorityOutlivesHoldTransferFailureAndReturn, ()) {
    std::map<TicketId, Ticket> were;
    std::optional<Event> last;
    live(
        false, [](const Stage&) {},
        [&](const Outlet& outlet, const Record& record) {
            Millis earned{0};
            Millis had{0};
            for (const auto& [id, was] : were) {
                if (!last || !movesAbout(*last) || !mayYetBeServed(was))
                    continue;
                const Ticket* is = outlet.find(id);
                RC_ASSERT(is != nullptr);
                RC_ASSERT(mayYetBeServed(*is));
                for (const Claim claim : was.claims)
                    RC_ASSERT(std::count(is->claims.begin(), is->claims.end(), claim) == 1);
                RC_ASSERT(is->promotion == was.promotion);
                const Moment key = outlet.standing(*is).key;
                RC_ASSERT((key <= countsAs(outlet.setup(), was) || is->service != was.service));
                earned += record.at - is->arrival;
                had += record.at - was.arrival;
            }
            RC_ASSERT(earned == had);
            were = outlet.tickets();
            last = record.event;
        });
}

RC_GTEST_PROP(EveryDay, NobodyStandsAtAMachineThatCannotServeThem, ()) {
    live(true, [](const Stage& stage) {
        const Outlet& outlet = stage.outlet();
        for (const auto& [id, ticket] : outlet.tickets()) {
            RC_ASSERT((ticket.phase != Phase::Waiting || !outlet.atMachine(ticket.place)));
            if (ticket.phase != Phase::Diverted || !ticket.place.counter)
                continue;
            RC_ASSERT(outlet.atMachine(ticket.place));
            const CounterState* machine = outlet.find(*ticket.place.counter);
            RC_ASSERT(machine != nullptr);
            RC_ASSERT(machine->desk != Desk::Closed);
            RC_ASSERT(machine->machine != MachineState::Down);
            RC_ASSERT(machine->machine != MachineState::OutOfPaper);
            RC_ASSERT((machine->machine != MachineState::OutOfCash ||
                       !outlet.setup().find(ticket.service)->cash));
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

RC_GTEST_PROP(EveryDay, TheLineIsThoseWhoWaitAndThePrintingThoseWhoWill, ()) {
    live(true, [](const Stage& stage) {
        std::set<TicketId> line;
        for (const outlet::Row& row : stage.outlet().line().rows())
            for (const outlet::Standing& one : row) {
                RC_ASSERT(line.insert(one.ticket).second);
                const Ticket& ticket = *stage.outlet().find(one.ticket);
                RC_ASSERT(ticket.phase == Phase::Waiting);
                RC_ASSERT(one.key == countsAs(stage.outlet().setup(), ticket));
                RC_ASSERT(row.kind() == stage.outlet().kind(ticket));
            }
        std::vector<TicketId> printing;
        for (const auto& [id, ticket] : stage.outlet().tickets()) {
            RC_ASSERT(ticket.phase != Phase::Waiting || line.contains(id));
            if (ticket.phase == Phase::Reserved)
                printing.push_back(id);
        }
        RC_ASSERT(printing == stage.outlet().printing());
    });
}

RC_GTEST_PROP(EveryDay, ReplayingTheRecordsRebuildsTheOutlet, ()) {
    Outlet replayed;
    std::size_t read = 0;
    live(true, [&](const Stage& stage) {
        for (; read < stage.records().size(); ++read)
            replayed.evolve(stage.records()[read]);
        RC_ASSERT(replayed == stage.outlet());
        RC_ASSERT(wire::encode(replayed.snapshot()) == wire::encode(stage.outlet().snapshot()));
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
    snapshot.totals.worstPromoted = {};
    snapshot.degraded.since = {};
    snapshot.calls.resize(std::min(snapshot.calls.size(), boardCallsMax - 1));
    for (Ticket& ticket : snapshot.tickets)
        ticket.version = 0;
    for (CounterState& counter : snapshot.counters) {
        counter.version = 0;
        if (counter.desk == Desk::Standby)
            counter.desk = Desk::Idle; // an undone call leaves the counter free
        counter.kept.reset();
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
                                     [](const auto&, const auto&, const auto&) { return Range{}; }};
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
        const auto alarm = rules::wakeUp(stage.outlet(), stage.now());
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
