#include "counter-client/desk.h"

#include <string.h>

namespace usher::counter {

using link::refusals::Code;
using protocol::named;

Desk::Desk(link::Link& link, QObject* parent) : QObject{parent}, link_{link} {
    lock_.setSingleShot(true);
    refusalAge_.setSingleShot(true);
    connect(&link, &link::Link::pictureChanged, this, &Desk::look);
    connect(&link, &link::Link::stateChanged, this, &Desk::look);
    connect(&link, &link::Link::ticked, this, &Desk::look);
    connect(&lock_, &QTimer::timeout, this, [this] {
        busy_ = false;
        emit changed();
    });
    connect(&refusalAge_, &QTimer::timeout, this, [this] { refuse(Code::None); });
    look();
}

void Desk::setLanguage(const QString& language) {
    chinese_ = language != "en";
    look();
    emit changed();
}

// --- what there is to see ------------------------------------------------------------------------

Desk::Trouble Desk::trouble() const {
    switch (link_.state()) {
    case link::Link::State::Connecting:
        return Trouble::Connecting;
    case link::Link::State::Denied:
        return Trouble::Denied;
    case link::Link::State::Unwell:
        return link_.stale() ? Trouble::Stale : Trouble::Unwell;
    case link::Link::State::Live:
        return link_.stale() ? Trouble::Stale : Trouble::None;
    }
    return Trouble::None;
}

Desk::State Desk::state() const {
    if (trouble() != Trouble::None && trouble() != Trouble::Unwell)
        return State::Offline;
    if (!seat_.counter)
        return State::SignedOff;
    switch (seat_.desk) {
    case protocol::Desk::Closed:
        return State::Closed;
    case protocol::Desk::Idle:
        return State::Idle;
    case protocol::Desk::Standby:
        return State::Standby;
    case protocol::Desk::Calling:
        return State::Calling;
    case protocol::Desk::Serving:
        return State::Serving;
    case protocol::Desk::Paused:
        return State::Paused;
    }
    return State::Closed;
}

LastAct Desk::lastAct() const {
    return state() == State::Offline ? LastAct{} : seat_.lastAct;
}

QString Desk::outletName() const {
    return chinese_ ? link_.outletZh() : link_.outletEn();
}

bool Desk::canPrimary() const {
    const State now = state();
    return !busy_ && now != State::Offline && now != State::Standby && now != State::Closed;
}

bool Desk::canRecall() const {
    return !busy_ && state() == State::Calling;
}

bool Desk::canSendOn() const {
    return !busy_ && (state() == State::Calling || state() == State::Serving);
}

bool Desk::canMiss() const {
    return canRecall() && seat_.customer.recallsMissing == 0;
}

bool Desk::canPause() const {
    const State now = state();
    return !busy_ && (now == State::Idle || now == State::Standby || now == State::Paused);
}

bool Desk::canSignOff() const {
    const State now = state();
    return !busy_ && !seat_.ticket && now != State::Offline && now != State::SignedOff;
}

void Desk::look() {
    const Seat before = std::exchange(seat_, readSeat(link_, chinese_));
    const State stateBefore = std::exchange(shown_, state());
    const Trouble troubleBefore = std::exchange(troubleShown_, trouble());
    fillLists();
    if (stateBefore != shown_ || before.ticket != seat_.ticket)
        refuse(Code::None); // it spoke of what no longer is
    if (before != seat_ || stateBefore != shown_ || troubleBefore != troubleShown_)
        emit changed();
    unlockOnceSeen();
    if (stateBefore != shown_ && shown_ == State::SignedOff)
        turnTo(Page::SignOn);
    else if (!mayBeOpen(page_))
        turnTo(home_);
}

void Desk::fillLists() {
    seats_.show(page_ == Page::SignOn ? seatsFor(link_, chinese_) : std::vector<Choice>{});
    held_.show(seat_.counter ? heldAt(link_, *seat_.counter, chinese_) : std::vector<Choice>{});
    targets_.show(page_ == Page::Transfer && seat_.ticket
                      ? targetsFor(link_, *seat_.ticket, *seat_.counter,
                                   static_cast<Toward>(towards_), chinese_)
                      : std::vector<Choice>{});
}

// --- pages ---------------------------------------------------------------------------------------

bool Desk::mayBeOpen(Page page) const {
    const State now = state();
    switch (page) {
    case Page::Bar:
    case Page::Overview:
        return true;
    case Page::SignOn:
        return now == State::SignedOff;
    case Page::Transfer:
        return now == State::Calling || now == State::Serving;
    case Page::Held:
        return now != State::Offline && now != State::SignedOff && held_.count() > 0;
    case Page::Pause:
        return now == State::Idle || now == State::Standby;
    }
    return false;
}

void Desk::turnTo(Page page) {
    if (page == page_)
        return;
    page_ = page;
    if (page == Page::Bar || page == Page::Overview)
        home_ = page;
    fillLists();
    emit pageChanged();
}

void Desk::open(Page page) {
    if (mayBeOpen(page))
        turnTo(page);
}

void Desk::back() {
    turnTo(page_ == Page::Overview || page_ == Page::Bar ? Page::Bar : home_);
}

void Desk::setTowards(Towards towards) {
    if (towards == towards_)
        return;
    towards_ = towards;
    fillLists();
    emit pageChanged();
}

// --- wishes --------------------------------------------------------------------------------------

void Desk::signOn(const QString& staff, const QString& pin, const QString& counter) {
    QByteArray digits = pin.toUtf8();
    protocol::Secret secret{std::string_view{digits.constData(), size_t(digits.size())}};
    explicit_bzero(digits.data(), size_t(digits.size()));
    const auto who = protocol::StaffId::parse(staff.trimmed().toStdString());
    const auto where = protocol::CounterId::parse(counter.toStdString());
    if (!who)
        return refuse(Code::WrongPin);
    if (!where)
        return refuse(Code::UnknownCounter);
    signOnAs(*who, std::move(secret), *where);
}

void Desk::signOnAs(const protocol::StaffId& staff, protocol::Secret pin,
                    const protocol::CounterId& counter) {
    if (state() == State::SignedOff)
        ask(protocol::SignOn{staff, std::move(pin), counter});
}

void Desk::signOff() {
    if (canSignOff())
        ask(protocol::SignOff{});
}

void Desk::primary() {
    // A good line answers between the two halves of a double press, and the second would mean
    // "finish" where "start" was meant.
    if (!canPrimary() || (pressed_.isValid() && pressed_.elapsed() < doublePressMs))
        return;
    pressed_.start();
    switch (state()) {
    case State::SignedOff:
        return open(Page::SignOn);
    case State::Idle:
        return ask(protocol::CallNext{});
    case State::Calling:
        return ask(protocol::Start{*seat_.ticket});
    case State::Serving:
        return ask(protocol::Finish{*seat_.ticket});
    case State::Paused:
        return resume();
    case State::Offline:
    case State::Standby:
    case State::Closed:
        return;
    }
}

void Desk::recall() {
    if (canRecall())
        ask(protocol::Recall{});
}

void Desk::hold() {
    if (canSendOn())
        ask(protocol::Hold{*seat_.ticket, {}});
}

void Desk::noShow() {
    if (canMiss())
        ask(protocol::NoShow{*seat_.ticket});
}

void Desk::undo() {
    if (!busy_ && !lastAct().act.isEmpty())
        ask(protocol::Undo{});
}

void Desk::pause(const QString& reason) {
    if (!canPause())
        return;
    ask(protocol::PauseCounter{reason.toStdString()});
    turnTo(home_);
}

void Desk::resume() {
    if (state() == State::Paused)
        ask(protocol::ResumeCounter{});
}

void Desk::transferTo(const QString& key) {
    if (!canSendOn())
        return;
    const std::string id = key.toStdString();
    protocol::Transfer transfer{*seat_.ticket, {}, {}, {}};
    switch (towards_) {
    case Towards::Service:
        transfer.service = protocol::ServiceId::parse(id);
        break;
    case Towards::Zone:
        transfer.place.zone = protocol::ZoneId::parse(id);
        break;
    case Towards::Counter:
        transfer.place.counter = protocol::CounterId::parse(id);
        break;
    }
    ask(std::move(transfer));
    turnTo(home_);
}

void Desk::takeBack(const QString& key) {
    const protocol::TicketId id{key.toUInt()};
    const protocol::Ticket* ticket = link_.outlet().find(id);
    if (ticket == nullptr || state() == State::Offline)
        return;
    ask(protocol::ResumeTicket{id, ticket->version});
    turnTo(home_);
}

// --- the one way out -----------------------------------------------------------------------------

void Desk::ask(protocol::Command command) {
    const std::size_t which = command.index();
    if (busy_ || unanswered_.contains(which))
        return;
    busy_ = true;
    unanswered_.insert(which);
    awaitedVersion_ = 0;
    awaitedTicket_.reset();
    lock_.start(lockMs);
    refuse(Code::None);
    link_.ask(std::move(command), this, [this, which](const client::Outcome& outcome) {
        unanswered_.erase(which);
        heard(outcome);
    });
}

void Desk::heard(const client::Outcome& outcome) {
    if (const auto* refusal = std::get_if<protocol::Refusal>(&outcome)) {
        refuse(link::refusals::codeOf(*refusal));
    } else if (const auto* answer = std::get_if<protocol::Answer>(&outcome)) {
        if (const auto* accepted = std::get_if<protocol::Accepted>(answer))
            awaitedVersion_ = accepted->version;
        else if (const auto* called = std::get_if<protocol::Called>(answer))
            awaitedTicket_ = called->ticket;
        if (std::holds_alternative<protocol::SignedOn>(*answer))
            turnTo(home_);
    } else {
        refuse(Code::NoAnswer);
    }
    unlockOnceSeen();
}

/// An answer may come before the news of it; a key released in between would mean the wrong thing.
void Desk::unlockOnceSeen() {
    if (!busy_ || !unanswered_.empty() || link_.outlet().sequence() < awaitedVersion_ ||
        (awaitedTicket_ && seat_.ticket != awaitedTicket_))
        return;
    busy_ = false;
    lock_.stop();
    emit changed();
}

void Desk::refuse(Code code) {
    refusal_ = code;
    if (code == Code::None)
        refusalAge_.stop();
    else
        refusalAge_.start(refusalMs);
    emit changed();
}

} // namespace usher::counter
