#include "broker/protocol/limits.h"
#include "broker/rules/acts.h"

namespace usher::rules {

using namespace protocol;
using outlet::Outlet;

namespace {

/// Wrong PINs that still count.
struct Tries {
    std::uint32_t own{};   ///< of this person at this device, in a row
    std::uint32_t ofAll{}; ///< of everybody there
};

Tries triesAt(const Outlet& outlet, const StaffId& staff, const DeviceId& device, Moment now) {
    Tries tries;
    for (const Lockout& one : outlet.lockouts()) {
        if (one.device != device || now - one.last >= Millis{pinLockMs})
            continue;
        tries.ofAll += one.tries;
        if (one.staff == staff)
            tries.own = one.tries;
    }
    return tries;
}

bool tooMany(const Tries& tries) {
    return tries.own >= pinTriesMax || tries.ofAll >= pinTriesOfAllMax;
}

/// A wrong PIN now is the one too many.
bool lastTry(const View& view, const StaffId& staff) {
    const Tries before = triesAt(view.outlet, staff, view.context.by, view.now);
    return tooMany({before.own + 1, before.ofAll + 1});
}

bool engaged(const CounterState& desk) {
    return desk.ticket.has_value();
}

/// The role fits the device: tellers sit at counters, consoles are the lobby manager's.
bool fits(Role device, StaffRole staff) {
    if (device == Role::Counter)
        return staff != StaffRole::Administrator;
    return staff == StaffRole::LobbyManager || staff == StaffRole::Administrator;
}

} // namespace

bool lockedOut(const Outlet& outlet, const StaffId& staff, const DeviceId& device, Moment now) {
    return tooMany(triesAt(outlet, staff, device, now));
}

Decision decide(const View& view, const PinChecked& command) {
    if (lockedOut(view.outlet, command.staff, view.context.by, view.now))
        return Refusal::LockedOut;
    if (!command.right)
        return Outcome{{SignOnFailed{command.staff, view.context.by}},
                       lastTry(view, command.staff) ? Refusal::LockedOut : Refusal::WrongPin};
    if (!fits(view.context.role, command.role))
        return Refusal::NotPermitted;
    if ((view.context.role == Role::Counter) != command.counter.has_value())
        return Refusal::UnknownCounter;

    const SignedOn answer{command.staff, command.name, command.role, command.counter};
    const Session* here = view.outlet.sessionAt(view.context.by);
    const Session session{view.context.by, command.staff, command.name, command.role,
                          command.counter};
    std::vector<Event> events;
    // The client came back after a crash: the customer at the counter is still its customer. The
    // register may have learnt another name or role for them since.
    if (here != nullptr && here->staff == session.staff && here->counter == session.counter) {
        if (*here != session)
            events.emplace_back(StaffSignedOn{session});
        return Outcome{std::move(events), answer};
    }
    if (command.counter) {
        const CounterState* desk = view.outlet.find(*command.counter);
        if (desk == nullptr ||
            view.outlet.floor().isMachine(view.outlet.floor().of(*command.counter)))
            return Refusal::UnknownCounter;
        const Session* there = view.outlet.sessionOf(*command.counter);
        // Their computer broke: with their PIN they go on at another, the customer stays theirs. If
        // they do not come back, the lobby manager goes on for them with the customer.
        const bool elsewhere = there != nullptr && there->device != view.context.by;
        const bool others = there != nullptr && there->staff != command.staff;
        if (elsewhere && others && !(command.role == StaffRole::LobbyManager && engaged(*desk)))
            return Refusal::CounterTaken;
        if (!elsewhere && others && engaged(*desk))
            return Refusal::CounterBusy;
    }
    if (here != nullptr) {
        if (view.desk() != nullptr && engaged(*view.desk()))
            return Refusal::CounterBusy;
        events.emplace_back(StaffSignedOff{view.context.by});
    }
    events.emplace_back(StaffSignedOn{session});
    return Outcome{std::move(events), answer};
}

Decision decide(const View& view, const SignOff&) {
    if (view.outlet.sessionAt(view.context.by) == nullptr)
        return Refusal::NotSignedOn;
    if (view.desk() != nullptr && engaged(*view.desk()))
        return Refusal::CounterBusy;
    return accept(view, {StaffSignedOff{view.context.by}});
}

} // namespace usher::rules
