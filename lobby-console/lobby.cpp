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

namespace {

Promises kept(const protocol::Promises& said) {
    // Fewer calls than this are off by chance alone; beyond the rest, the forecasts are wrong.
    constexpr std::uint32_t enough = 30;
    constexpr int surelyLeast = 80;
    constexpr int likelyLeast = 35;
    constexpr int likelyMost = 65;
    if (said.scored == 0)
        return {};
    Promises promises{static_cast<int>(said.scored), perCent(said.withinLikely, said.scored),
                      perCent(said.withinSurely, said.scored)};
    promises.off =
        said.scored >= enough && (promises.surely < surelyLeast || promises.likely < likelyLeast ||
                                  promises.likely > likelyMost);
    return promises;
}

} // namespace

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

    const Totals& totals = now.outlet.totals();
    today_ = {.taken = static_cast<int>(totals.taken),
              .served = static_cast<int>(totals.served),
              .noShow = static_cast<int>(totals.noShow),
              .left = static_cast<int>(totals.left),
              .overtake = minutes(totals.worstOvertake),
              .bound = minutes(now.setup().overtakingBound()),
              .moreAlerts = alerts_.more(),
              .promises = kept(totals.promises)};
    for (const auto& [id, one] : now.outlet.tickets()) {
        today_.waiting += one.phase == protocol::Phase::Waiting ? 1 : 0;
        today_.away += isAway(now, one) ? 1 : 0;
        today_.late += now.willMiss(one) ? 1 : 0;
    }
    chosen_ = ticket() != nullptr    ? ticketFacts(now)
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

Chosen Lobby::ticketFacts(const View& now) const {
    using protocol::Phase;
    const Ticket& one = *ticket();
    const Tier& ordinary = now.setup().tiers.front();
    Chosen facts;
    facts.kind = static_cast<int>(Kind::Ticket);
    facts.number = text(one.number);
    facts.name = now.nameOf(one.service);
    facts.zone = now.nameOf(one.zone);
    facts.tier = one.tier == ordinary.id ? QString{} : now.nameOf(one.tier);
    if (const auto& place = one.phase == Phase::Waiting ? one.place.counter : one.counter)
        facts.counter = now.nameOf(*place);
    facts.state = static_cast<int>(one.phase);
    facts.wait = minutes(now.waited(one));
    facts.target = minutes(now.target(one));
    facts.level = static_cast<int>(now.level(one));
    facts.promoted = one.promotion < Millis{0};
    facts.movable = one.phase == Phase::Waiting || one.phase == Phase::Diverted;
    facts.promotable = one.phase == Phase::Waiting && one.promotion == Millis{0};
    facts.resumable = isAway(now, one);
    facts.cancellable = one.phase == Phase::Reserved || one.phase == Phase::Waiting ||
                        one.phase == Phase::Held || one.phase == Phase::Diverted;
    facts.paperUnknown = one.paper == Paper::Unknown && facts.cancellable;
    return facts;
}

Chosen Lobby::counterFacts(const View& now) const {
    const CounterState& one = *counter();
    const bool machine = now.isMachine(one.id);
    const protocol::Counter* known = now.setup().find(one.id);
    const TileList& tiles = machine ? machines_ : desks_;
    const int at = tiles.indexOf(one.id);
    if (known == nullptr || at < 0)
        return {};
    const TileRow& tile = tiles.rows()[static_cast<std::size_t>(at)];
    Chosen facts;
    facts.kind = static_cast<int>(machine ? Kind::Machine : Kind::Desk);
    facts.number = QString::number(tile.number);
    facts.name = tile.name;
    facts.zone = now.nameOf(known->zone);
    facts.staff = tile.teller;
    facts.reason = tile.reason;
    facts.state = tile.state;
    facts.level = static_cast<int>(tile.level);
    const bool shut = one.desk == Desk::Closed || one.closing;
    facts.openable = shut && (machine || one.staff.has_value());
    facts.closable = !shut;
    return facts;
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
