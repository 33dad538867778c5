#include "lobby-console/lobby.h"

#include "broker/link/refusals.h"

namespace usher::lobby {

using namespace protocol;
using link::refusals::Code;

static_assert(static_cast<int>(Lobby::Phase::Voided) == static_cast<int>(protocol::Phase::Voided));
static_assert(static_cast<int>(Lobby::Phase::Diverted) ==
              static_cast<int>(protocol::Phase::Diverted));
static_assert(static_cast<int>(Lobby::Trouble::MachineDown) ==
              static_cast<int>(Trouble::MachineDown));
static_assert(static_cast<int>(Lobby::Trouble::PaperUnknown) ==
              static_cast<int>(Trouble::PaperUnknown));
static_assert(static_cast<int>(Lobby::Coming::Appointment) ==
              static_cast<int>(protocol::Coming::Appointment));
static_assert(static_cast<int>(Lobby::Coming::Printing) ==
              static_cast<int>(protocol::Coming::Printing));

Lobby::Lobby(link::Link& link, QObject* parent)
    : QObject{parent}, link_{link}, refusal_{static_cast<int>(Code::None)}, trial_{link} {
    connect(&trial_, &Trial::told, this, &Lobby::show);
    connect(&link_, &link::Link::pictureChanged, this, &Lobby::show);
    connect(&link_, &link::Link::stateChanged, this, &Lobby::changed);
    connect(&link_, &link::Link::ticked, this, &Lobby::tick);
    connect(&link_, &link::Link::happened, this, [this](const Record& record) {
        notices_.hear(record);
        show();
    });
    show();
}

Lobby::State Lobby::state() const {
    if (link_.state() == link::Link::State::Denied)
        return State::Denied;
    if (link_.outlet().sequence() == 0)
        return State::Connecting;
    return signedOn_ ? State::Working : State::SignedOff;
}

View Lobby::view() const {
    return {link_.outlet(), link_.now(), chinese_, link_.waits()};
}

QString Lobby::clockIn(int minutes) const {
    return link_.timeOfDay(link_.now() + std::chrono::minutes{minutes});
}

QString Lobby::language() const {
    return chinese_ ? QStringLiteral("zh") : QStringLiteral("en");
}

void Lobby::setLanguage(const QString& language) {
    chinese_ = language == QStringLiteral("zh");
    show();
}

void Lobby::setNumber(const QString& number) {
    if (number == filter_.number)
        return;
    filter_.number = number;
    show();
}

void Lobby::setZone(const QString& zone) {
    filter_.zone = ZoneId::parse(zone.toStdString()).value_or(ZoneId{});
    filter_.away = false;
    filter_.late = false;
    show();
}

void Lobby::setAway(bool away) {
    filter_.away = away;
    filter_.late = false;
    filter_.zone = {};
    show();
}

void Lobby::setLate(bool late) {
    filter_.late = late;
    filter_.away = false;
    filter_.zone = {};
    show();
}

void Lobby::tick() {
    const auto left = std::chrono::ceil<std::chrono::seconds>(undoUntil_ - link_.now()).count();
    done_.seconds = static_cast<int>(std::max<std::int64_t>(0, left));
    if (done_.seconds == 0) {
        done_ = {};
        back_ = nullptr;
    }
    show();
}

void Lobby::show() {
    const View now = view();
    notices_.start(now.outlet);
    notices_.expire(now.now);
    zones_.show(now, link_.zones());
    desks_.show(now);
    machines_.show(now);
    waiting_.show(now, filter_);
    std::vector<Alert> alerts = watch(now, notices_);
    alerts_.show(std::move(alerts));
    services_.settle(servicesFor(now, assistedTier));

    today_ = dayOf(now);
    today_.moreAlerts = alerts_.more();
    circumstances_ = circumstancesOf(now);
    chosen_ = ticket() != nullptr    ? factsOf(now, *ticket())
              : counter() != nullptr ? counterFacts(now)
                                     : Chosen{};
    trial_.show(now, ticket() != nullptr ? nullptr : counter());
    places_.settle(chosen_.movable ? placesFor(now, *ticket()) : std::vector<Option>{});
    emit changed();
}

const Ticket* Lobby::ticket() const {
    return link_.outlet().find(ticket_);
}

const CounterState* Lobby::counter() const {
    return counter_.empty() ? nullptr : link_.outlet().find(counter_);
}

Chosen Lobby::counterFacts(const View& now) const {
    const TileList& tiles = now.isMachine(counter_) ? machines_ : desks_;
    const int at = tiles.indexOf(counter_);
    return at < 0 ? Chosen{} : factsOf(now, *counter(), tiles.rows()[static_cast<std::size_t>(at)]);
}

void Lobby::chooseTicket(quint32 ticket) {
    ticket_ = {ticket};
    counter_ = {};
    refusal_ = static_cast<int>(Code::None);
    show();
    emit chosenSubjectChanged();
}

void Lobby::chooseCounter(const QString& counter) {
    ticket_ = {};
    counter_ = CounterId::parse(counter.toStdString()).value_or(CounterId{});
    refusal_ = static_cast<int>(Code::None);
    show();
    emit chosenSubjectChanged();
}

void Lobby::chooseNothing() {
    ticket_ = {};
    counter_ = {};
    show();
    emit chosenSubjectChanged();
}

void Lobby::step(int rows) {
    const int last = waiting_.rowCount() - 1;
    if (last < 0)
        return;
    const int from = chosenRow();
    const int to = from < 0 ? 0 : std::clamp(from + rows, 0, last);
    chooseTicket(waiting_.rows()[static_cast<std::size_t>(to)].key.value);
}

void Lobby::hold(bool down) {
    waiting_.hold(down);
    alerts_.hold(down);
    desks_.hold(down);
    machines_.hold(down);
    places_.hold(down);
}

void Lobby::turnAlerts() {
    alerts_.turn();
    show();
}

void Lobby::attend(const QString& key) {
    const Alert* found = alerts_.find(key);
    if (found == nullptr)
        return;
    const Alert alert = *found;
    if (alert.trouble == usher::lobby::Trouble::HelpAsked ||
        alert.trouble == usher::lobby::Trouble::ClientArrived) {
        notices_.dismiss(key.section(u':', 1).toStdString());
        show();
    } else if (alert.ticket != TicketId{}) {
        chooseTicket(alert.ticket.value);
    } else if (!alert.counter.empty()) {
        chooseCounter(text(alert.counter.view()));
    } else if (!alert.zone.empty()) {
        filter_.number.clear();
        setZone(text(alert.zone.view()));
    }
}

} // namespace usher::lobby
