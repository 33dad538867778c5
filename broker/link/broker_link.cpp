#include "broker/link/broker_link.h"

#include "broker/protocol/limits.h"

#include <QPointer>

#include <iterator>

namespace usher::link {

using namespace protocol;

namespace {

/// While a snapshot is on its way; more than this and nobody wants to hear of it any more.
constexpr std::size_t untoldMax = 10'000;

client::Options optionsFor(bool staff) {
    client::Options options;
    options.staffFeed = staff;
    options.publicFeed = !staff;
    return options;
}

} // namespace

BrokerLink::BrokerLink(wire::KeyFile key, QObject* parent)
    : Link{parent}, staff_{(only(key.role) & staffListeners) != 0},
      caller_{net_, std::move(key), optionsFor(staff_), this}, bell_{caller_.fd(),
                                                                     QSocketNotifier::Read} {
    connect(&bell_, &QSocketNotifier::activated, this, [this] { caller_.pump(); });
    connect(&second_, &QTimer::timeout, this, &BrokerLink::tick);
    second_.start(500);
    follow(replica_.begin());
}

void BrokerLink::ask(Command command, QObject* asker, Done done) {
    caller_.ask(std::move(command), [guard = QPointer<QObject>{asker},
                                     done = std::move(done)](client::Outcome outcome) {
        if (guard)
            done(std::move(outcome));
    });
}

Moment BrokerLink::now() const {
    if (!lastBeat_.isValid())
        return {};
    const auto since = static_cast<double>(lastBeat_.elapsed()) * speed_;
    return beatNow_ + Millis{static_cast<std::int64_t>(since)};
}

Link::State BrokerLink::state() const {
    if (caller_.connection() == client::Connection::Denied)
        return State::Denied;
    if (!caller_.connected() || !lastBeat_.isValid())
        return State::Connecting;
    return healthy_ ? State::Live : State::Unwell;
}

bool BrokerLink::stale() const {
    if (!lastBeat_.isValid() || lastBeat_.elapsed() >= staleMs)
        return true;
    return staff_ && !replica_.whole();
}

int BrokerLink::ageSeconds() const {
    return lastBeat_.isValid() ? static_cast<int>(lastBeat_.elapsed() / 1000) : -1;
}

void BrokerLink::heard(Moment now, double speed) {
    beatNow_ = now;
    speed_ = speed;
    lastBeat_.start();
}

void BrokerLink::onNews(wire::News news) {
    follow(replica_.take(news.epoch, news.records));
    if (untold_.size() > untoldMax)
        untold_.clear();
    untold_.insert(untold_.end(), std::make_move_iterator(news.records.begin()),
                   std::make_move_iterator(news.records.end()));
    if (!replica_.whole())
        return;
    emit pictureChanged();
    tell();
}

void BrokerLink::tell() {
    const Sequence reached = outlet().sequence();
    std::vector<Record> told;
    std::erase_if(untold_, [&](Record& record) {
        if (record.sequence > reached)
            return false;
        told.push_back(std::move(record));
        return true;
    });
    for (const Record& record : told)
        emit happened(record);
}

void BrokerLink::onBeat(Beat beat) {
    follow(replica_.take(beat));
    heard(beat.now, beat.speed);
    healthy_ = beat.healthy;
    zones_ = std::move(beat.zones);
    waits_ = std::move(beat.waits);
    emit pictureChanged();
    tick();
}

void BrokerLink::onBoard(Board board) {
    heard(board.now, board.speed);
    healthy_ = board.healthy;
    zones_ = board.zones;
    board_ = std::move(board);
    emit boardChanged();
    tick();
}

void BrokerLink::onConnection(client::Connection connection) {
    if (connection == client::Connection::Connected)
        staff_ ? follow(replica_.begin()) : askBoard();
    emit stateChanged();
}

void BrokerLink::follow(replica::NextAction action) {
    if (action == replica::NextAction::AskSnapshot && staff_)
        askSnapshot();
}

void BrokerLink::askSnapshot() {
    if (asked_)
        return; // one at a time; the answer to this one will do, or the next beat asks again
    asked_ = true;
    ask(GetSnapshot{}, this, [this](client::Outcome outcome) {
        asked_ = false;
        auto* answer = std::get_if<Answer>(&outcome);
        auto* picture = answer != nullptr ? std::get_if<StaffPicture>(answer) : nullptr;
        if (picture == nullptr) // refused or unanswered: not again at once
            return QTimer::singleShot(1000, this, [this] { follow(replica_.begin()); });
        follow(replica_.take(std::move(*picture)));
        emit pictureChanged();
        tell();
        tick();
    });
}

void BrokerLink::askBoard() {
    ask(GetBoard{}, this, [this](client::Outcome outcome) {
        if (auto* answer = std::get_if<Answer>(&outcome))
            if (auto* board = std::get_if<Board>(answer))
                onBoard(std::move(*board));
    });
}

void BrokerLink::tick() {
    emit ticked();
    if (stale() == wasStale_)
        return;
    wasStale_ = stale();
    emit stateChanged();
}

} // namespace usher::link
