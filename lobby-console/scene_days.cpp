#include "lobby-console/scene_days.h"

#include <algorithm>

namespace usher::lobby {

using namespace protocol;

namespace {

CounterState& at(Snapshot& day, const char* counter) {
    return *std::find_if(day.counters.begin(), day.counters.end(), [&](const CounterState& one) {
        return one.id == named<CounterId>(counter);
    });
}

void send(Snapshot& day, const char* number, const char* machine) {
    for (Ticket& ticket : day.tickets) {
        if (ticket.number != number)
            continue;
        ticket.phase = Phase::Diverted;
        ticket.since = day.at - std::chrono::minutes{3};
        ticket.zone = named<ZoneId>("self-service");
        ticket.place.counter = named<CounterId>(machine);
    }
}

void breakMachines(Snapshot& day) {
    at(day, "atm-1").machine = MachineState::Busy;
    at(day, "atm-2").machine = MachineState::OutOfCash;
    at(day, "terminal-1").machine = MachineState::OutOfPaper;
    at(day, "terminal-2").machine = MachineState::Down;
    at(day, "terminal-2").reason = "card jam";
    // Nobody out of the line: as many wait as the hall's and the kiosk's pictures say.
    send(day, "A070", "atm-1");
    send(day, "A073", "atm-1");
}

void leave(CounterState& counter) {
    counter = {.id = counter.id,
               .since = {},
               .ticket = {},
               .staff = {},
               .staffName = {},
               .device = {},
               .reason = {},
               .version = 1};
}

} // namespace

Snapshot unlucky(Snapshot day) {
    CounterState& paused = day.counters[4];
    paused.desk = Desk::Paused;
    paused.reason = "authorisation";
    paused.ticket.reset();
    leave(day.counters[8]);
    CounterState& calling = day.counters[6];
    calling.desk = Desk::Calling;
    calling.since = day.at - std::chrono::seconds{130};
    for (Ticket& ticket : day.tickets) {
        if (calling.ticket == ticket.id) {
            ticket.phase = Phase::Called;
            ticket.since = calling.since;
        }
        if (ticket.number == "A077") { // whose teller has left
            ticket.phase = Phase::Held;
            ticket.since = day.at - std::chrono::minutes{3};
        }
    }
    // As the teller's own pictures have it.
    CounterState& low = at(day, "low-1");
    low.since = day.at - std::chrono::minutes{4};
    for (Ticket& ticket : day.tickets)
        if (low.ticket == ticket.id)
            ticket.since = low.since;
    breakMachines(day);
    day.totals.noShow = 4;
    day.totals.left = 2;
    day.totals.diverted = 2;
    day.totals.served -= day.totals.noShow + day.totals.left + day.totals.diverted;
    return day;
}

Snapshot quiet(Snapshot day) {
    const auto gone = std::erase_if(day.tickets, [&](const Ticket& ticket) {
        return ticket.phase == Phase::Waiting &&
               (day.at - ticket.arrival > std::chrono::minutes{8} || ticket.id.value % 3 != 0);
    });
    day.totals.served += static_cast<std::uint32_t>(gone);
    for (CounterState& counter : day.counters) {
        counter.machine = MachineState::Ready;
        counter.reason.clear();
        if (counter.ticket)
            counter.since = day.at - std::chrono::minutes{2};
    }
    for (Ticket& ticket : day.tickets)
        if (ticket.phase == Phase::Serving)
            ticket.since = day.at - std::chrono::minutes{2};
    return day;
}

Snapshot empty(Snapshot day) {
    day = quiet(std::move(day));
    day.tickets.clear();
    for (CounterState& counter : day.counters) {
        counter.ticket.reset();
        counter.desk = counter.staff ? Desk::Idle : counter.desk;
    }
    day.calls.clear();
    day.totals.served = day.totals.taken; // everybody has been
    day.totals.called = day.totals.taken;
    return day;
}

Snapshot shifted(Snapshot day) {
    const auto lobby = named<DeviceId>("L1");
    const auto manager = named<StaffId>("2001");
    day.sessions.push_back({lobby, manager, "林晓", StaffRole::LobbyManager, {}});
    CounterState& cash = at(day, "cash-2");
    std::vector<Takes> more;
    for (const Counter& counter : day.setup.counters)
        if (counter.id == cash.id || counter.id == named<CounterId>("low-1"))
            more.insert(more.end(), counter.takes.begin(), counter.takes.end());
    cash.profile = {std::move(more), day.at + std::chrono::minutes{30},
                    "Tried as a what-if: cash-2 also serves low", lobby, manager};
    CounterState& vip = at(day, "vip-desk");
    vip.desk = Desk::Standby;
    vip.ticket.reset();
    vip.kept = {Coming::Appointment, named<TierId>("vip"), day.at, day.at + std::chrono::minutes{4},
                day.at};
    return day;
}

Snapshot lunch(Snapshot day) {
    day = empty(std::move(day));
    day.at = day.at + std::chrono::minutes{73};
    day.band = day.setup.bands.front().id;
    return day;
}

Snapshot shortHanded(Snapshot day) {
    day = quiet(std::move(day));
    for (const char* counter : {"vip-desk", "low-2", "low-3", "cash-2", "cash-3", "cash-4"})
        leave(at(day, counter));
    day.degraded = {true, true, day.at - std::chrono::minutes{5}};
    return day;
}

} // namespace usher::lobby
