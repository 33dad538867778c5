#include "broker/link/demo_link.h"

#include "broker/protocol/access.h"
#include "broker/wire/codec.h"

#include <QFile>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace usher::link {

using namespace protocol;

namespace {

std::string resource(const char* path) {
    QFile file{QString::fromUtf8(path)};
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing from the program", path);
    return file.readAll().toStdString();
}

} // namespace

DemoLink::DemoLink(QObject* parent)
    : Link{parent}, answers_{[](const Command&) -> client::Outcome { return Answer{Accepted{}}; }} {
}

std::unique_ptr<DemoLink> DemoLink::busyMorning(QObject* parent) {
    auto link = std::make_unique<DemoLink>(parent);
    auto snapshot = wire::decodeSnapshot(resource(":/demo/snapshot.json"));
    auto board = wire::decodeBoard(resource(":/demo/board.json"));
    auto beat = wire::decodeBeat(resource(":/demo/beat.json"));
    if (!std::holds_alternative<Snapshot>(snapshot) || !std::holds_alternative<Board>(board) ||
        !std::holds_alternative<Beat>(beat))
        qFatal("the demo pictures do not read: make them again with tests/support/demo_picture");
    link->show(std::get<Snapshot>(snapshot));
    link->show(std::move(std::get<Board>(board)));
    link->setZones(std::move(std::get<Beat>(beat).zones)); // staff see more of them than the hall
    link->setWaits(std::move(std::get<Beat>(beat).waits));
    return link;
}

void DemoLink::show(const Snapshot& snapshot) {
    outlet_ = outlet::Outlet{snapshot};
    now_ = snapshot.at;
    emit pictureChanged();
    emit ticked();
}

void DemoLink::show(Board board) {
    zones_ = board.zones;
    now_ = board.now;
    board_ = std::move(board);
    emit boardChanged();
    emit ticked();
}

void DemoLink::take(const DeviceId& by, Event event) {
    const Record record{outlet_.sequence() + 1, now_, by, {}, {}, {}, std::move(event)};
    outlet_.evolve(record);
    emit pictureChanged();
    emit happened(record);
}

void DemoLink::setZones(std::vector<BoardZone> zones) {
    zones_ = std::move(zones);
    emit pictureChanged();
}

void DemoLink::setWaits(std::vector<TicketWait> waits) {
    waits_ = std::move(waits);
    emit pictureChanged();
}

void DemoLink::setState(State state) {
    state_ = state;
    emit stateChanged();
}

void DemoLink::setStale(bool stale, int ageSeconds) {
    stale_ = stale;
    age_ = ageSeconds;
    emit stateChanged();
    emit ticked();
}

void DemoLink::setNow(Moment now) {
    now_ = now;
    emit ticked();
}

void DemoLink::ask(Command command, QObject* asker, Done done) {
    asked_.emplace_back(commandName(command.index()));
    answerLater(
        [guard = QPointer<QObject>{asker}, done = std::move(done), outcome = answers_(command)] {
            if (guard)
                done(outcome);
        });
}

void DemoLink::answerLater(std::function<void()> give) {
    if (held_)
        waiting_.push_back(std::move(give));
    else
        QTimer::singleShot(0, this, std::move(give));
}

void DemoLink::release() {
    held_ = false;
    for (auto& give : std::exchange(waiting_, {}))
        give();
}

} // namespace usher::link
