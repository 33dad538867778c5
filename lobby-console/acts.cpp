// What the manager may do: each verb is one command, what came of it, and the way back.
#include "broker/link/refusals.h"
#include "lobby-console/lobby.h"
#include "lobby-console/tried.h"

namespace usher::lobby {

using namespace protocol;
using link::refusals::Code;

namespace {

/// The broker's own patience is Policy::undo; a second of it is left for the way there.
constexpr std::chrono::seconds underway{1};

Done deed(Lobby::Deed what, QString number, QString place = {}) {
    return {static_cast<int>(what), std::move(number), std::move(place)};
}

Command takeBack(Sequence) {
    return Undo{};
}

Remainder remainderOf(const Command& command) {
    if (const auto* one = std::get_if<OverrideProfile>(&command))
        return {one->counter, one->takes};
    if (const auto* one = std::get_if<CloseCounter>(&command))
        return {one->counter, {}};
    return {};
}

} // namespace

void Lobby::refuse(int code) {
    refusal_ = code;
    uncovered_.clear();
    if (code == static_cast<int>(Code::NotSignedOn))
        signedOn_ = false;
}

void Lobby::refuse(Refusal refusal, const Remainder& remainder) {
    refuse(static_cast<int>(link::refusals::codeOf(refusal)));
    if (refusal != Refusal::ServiceUncovered)
        return;
    if (const Service* lost = view().uncoveredBy(remainder))
        uncovered_ = view().say(lost->name);
}

void Lobby::forgetRefusal() {
    refusal_ = static_cast<int>(Code::None);
    emit changed();
}

void Lobby::forgetIssued() {
    issued_ = {};
    emit changed();
}

void Lobby::ask(Command command, std::function<void(const Answer&)> done) {
    ++asked_;
    refusal_ = static_cast<int>(Code::None);
    Remainder remainder = remainderOf(command);
    link_.ask(std::move(command), this,
              [this, remainder = std::move(remainder),
               done = std::move(done)](const client::Outcome& outcome) {
                  --asked_;
                  if (const auto* answer = std::get_if<Answer>(&outcome))
                      done(*answer);
                  else if (const auto* refusal = std::get_if<Refusal>(&outcome))
                      refuse(*refusal, remainder);
                  else
                      refuse(static_cast<int>(Code::NoAnswer));
                  show();
              });
    emit changed();
}

void Lobby::answered(Done done, Back back) {
    done_ = std::move(done);
    back_ = std::move(back);
    undoUntil_ = link_.now() + link_.outlet().setup().policy.undo - underway;
    tick();
}

void Lobby::act(Command command, Done done, Back back) {
    // A second press while the first is on its way means the first.
    if (busy())
        return;
    ask(std::move(command),
        [this, done = std::move(done), back = std::move(back)](const Answer& answer) {
            const auto* accepted = std::get_if<Accepted>(&answer);
            doneAt_ = accepted != nullptr ? accepted->version : Sequence{};
            answered(done, back);
        });
}

void Lobby::signOn(const QString& staff, QString pin) {
    const auto id = StaffId::parse(staff.toStdString());
    QByteArray digits = pin.toUtf8();
    pin.fill(u'0');
    Secret secret{{digits.constData(), static_cast<std::size_t>(digits.size())}};
    digits.fill('0');
    if (!id || busy()) {
        refuse(static_cast<int>(Code::WrongPin));
        emit changed();
        return;
    }
    ask(SignOn{*id, std::move(secret), std::nullopt}, [this](const Answer& answer) {
        signedOn_ = true;
        const auto* signedOn = std::get_if<SignedOn>(&answer);
        staff_ = signedOn != nullptr ? text(signedOn->name) : QString{};
    });
}

void Lobby::signOff() {
    if (busy())
        return;
    ask(SignOff{}, [this](const Answer&) {
        signedOn_ = false;
        staff_.clear();
        done_ = {};
        back_ = nullptr;
        chooseNothing();
    });
}

void Lobby::redirect(const QString& place) {
    const Option* option = places_.find(place);
    const Ticket* one = ticket();
    if (option != nullptr && one != nullptr)
        act(Redirect{one->id, option->place, {}, one->version},
            deed(Deed::Redirected, text(one->number), option->name), takeBack);
}

void Lobby::promote(const QString& reason) {
    if (const Ticket* one = ticket(); one != nullptr && chosen_.promotable)
        act(Promote{one->id, reason.toStdString(), one->version},
            deed(Deed::Promoted, text(one->number)), takeBack);
}

void Lobby::cancel() {
    if (const Ticket* one = ticket(); one != nullptr && chosen_.cancellable)
        act(CancelTicket{one->id, "by the lobby"}, deed(Deed::Cancelled, text(one->number)),
            takeBack);
}

void Lobby::resume() {
    if (const Ticket* one = ticket(); one != nullptr && chosen_.resumable)
        act(ResumeTicket{one->id, one->version}, deed(Deed::Resumed, text(one->number)), takeBack);
}

void Lobby::confirmPaper() {
    if (const Ticket* one = ticket(); one != nullptr && !busy())
        ask(ConfirmTicket{one->id, Paper::Printed}, [](const Answer&) {});
}

void Lobby::open() {
    if (const CounterState* one = counter(); one != nullptr && chosen_.openable)
        act(OpenCounter{one->id, one->version},
            deed(view().isMachine(one->id) ? Deed::SwitchedOn : Deed::Opened, chosen_.number,
                 chosen_.name),
            takeBack);
}

void Lobby::close() {
    if (const CounterState* one = counter(); one != nullptr && chosen_.closable)
        act(CloseCounter{one->id, {}, one->version},
            deed(view().isMachine(one->id) ? Deed::SwitchedOff : Deed::Closed, chosen_.number,
                 chosen_.name),
            takeBack);
}

void Lobby::report(Counter state, const QString& detail) {
    const CounterState* one = counter();
    if (one == nullptr || state < Counter::Ready ||
        (chosen_.state == static_cast<int>(state) && chosen_.reason == detail))
        return;
    const auto machine =
        static_cast<MachineState>(static_cast<int>(state) - static_cast<int>(Counter::Ready));
    Done said = deed(Deed::Reported, chosen_.number, chosen_.name);
    said.state = static_cast<int>(state);
    const ReportMachine before{one->id, one->machine, one->reason};
    act(ReportMachine{one->id, machine, detail.toStdString()}, std::move(said),
        [before](Sequence) { return Command{before}; });
}

void Lobby::overrideProfile(const QString& choice, int minutes, const QString& reason) {
    const CounterState* one = counter();
    const int at = trial_.choices()->indexOf(choice);
    if (one == nullptr || at < 0 || minutes <= 0)
        return;
    const auto& takes = trial_.choices()->rows()[static_cast<std::size_t>(at)].takes;
    if (takes.empty())
        return;
    const std::string why = reason.trimmed().toStdString();
    const auto asLeft = [takes, why, by = link_.device()](const auto& now) {
        return now && now->takes == takes && now->reason == why && now->device == by;
    };
    act(OverrideProfile{one->id, takes, static_cast<std::uint32_t>(minutes), why, one->version},
        deed(Deed::Overridden, chosen_.number, clockIn(minutes)),
        [this, id = one->id, before = one->profile, asLeft](Sequence done) {
            return backTo(id, before, seenSince(done, id, asLeft));
        });
}

void Lobby::adopt(int minutes) {
    if (const int at = trial_.choices()->indexOf(trial_.tried()); at >= 0)
        overrideProfile(trial_.tried(), minutes,
                        reasonOf(trial_.choices()->rows()[static_cast<std::size_t>(at)]));
}

void Lobby::endOverride() {
    if (const CounterState* one = counter(); one != nullptr && one->profile)
        act(EndOverride{one->id, one->version}, deed(Deed::OverrideEnded, chosen_.number),
            [this, id = one->id, before = one->profile](Sequence done) {
                const auto asLeft = [](const auto& now) { return !now; };
                return backTo(id, before, seenSince(done, id, asLeft));
            });
}

/// What to say was seen when taking back what was done at `done`. A call moves the counter on, too,
/// and takes nothing of it away: while its profile is as it was left, the counter as it is now has
/// been seen. Otherwise somebody was here since, and the broker is to find that out.
Sequence Lobby::seenSince(Sequence done, const CounterId& counter, const AsLeft& asLeft) const {
    const CounterState* now = link_.outlet().find(counter);
    return now != nullptr && asLeft(now->profile) ? std::max(done, now->version) : done;
}

/// An override is no act of the broker's undo: it is ended, or said again for the time it had left,
/// in whole minutes and never longer, but for the last one.
Command Lobby::backTo(const CounterId& counter, const std::optional<ProfileOverride>& before,
                      Sequence seen) const {
    const Millis left = before ? before->until - link_.now() : Millis{0};
    if (left <= Millis{0})
        return EndOverride{counter, seen};
    return OverrideProfile{counter, before->takes,
                           static_cast<std::uint32_t>(std::max(1, minutes(left))), before->reason,
                           seen};
}

void Lobby::take(const QString& service) {
    const auto id = ServiceId::parse(service.toStdString());
    if (!id || busy())
        return;
    ask(TakeTicket{*id, {}, true, Paper::Shown}, [this](const Answer& answer) {
        const auto* given = std::get_if<TicketIssued>(&answer);
        if (given == nullptr)
            return;
        issued_ = {text(given->number), view().nameOf(given->zone), static_cast<int>(given->ahead)};
        if (given->wait.likely >= Millis{0}) {
            issued_.low = minutesUp(given->wait.likely);
            issued_.high = minutesUp(given->wait.surely);
        }
        answered(deed(Deed::Taken, issued_.number), [ticket = given->ticket](Sequence) {
            return Command{CancelTicket{ticket, "taken by mistake"}};
        });
    });
}

void Lobby::undo() {
    if (!back_ || busy())
        return;
    ask(back_(doneAt_), [this](const Answer&) {
        done_ = {};
        back_ = nullptr;
        issued_ = {};
    });
}

} // namespace usher::lobby
