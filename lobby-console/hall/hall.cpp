#include "lobby-console/hall/hall.h"

#include <boost/describe/enum_to_string.hpp>

#include <utility>

namespace usher::hall {

using namespace protocol;

namespace {

QString text(const std::string& of) {
    return QString::fromStdString(of);
}

int minutesUp(Millis span) {
    return span < Millis{0}
               ? -1
               : static_cast<int>(std::chrono::ceil<std::chrono::minutes>(span).count());
}

Announcements::Time steady() {
    return std::chrono::duration_cast<Announcements::Time>(
        std::chrono::steady_clock::now().time_since_epoch());
}

QVariantList rowsOf(const std::vector<BoardCall>& calls) {
    QVariantList rows;
    for (const BoardCall& call : calls)
        rows.append(QVariantMap{{"number", text(call.number)},
                                {"counter", static_cast<int>(call.counter)}});
    return rows;
}

QVariantList rowsOf(const std::vector<BoardZone>& zones) {
    QVariantList rows;
    for (const BoardZone& zone : zones)
        rows.append(QVariantMap{{"zh", text(zone.name.zh)},
                                {"en", text(zone.name.en)},
                                {"waiting", static_cast<int>(zone.waiting)},
                                {"low", minutesUp(zone.wait.likely)},
                                {"high", minutesUp(zone.wait.surely)}});
    return rows;
}

} // namespace

Hall::Hall(link::Link& link, Chime& chime, Clock clock, QObject* parent)
    : QObject{parent}, link_{link}, chime_{chime}, clock_{std::move(clock)} {
    due_.setSingleShot(true);
    connect(&due_, &QTimer::timeout, this, &Hall::look);
    connect(&link_, &link::Link::boardChanged, this, &Hall::look);
    connect(&link_, &link::Link::stateChanged, this, &Hall::changed);
    connect(&link_, &link::Link::ticked, this, &Hall::look);
    look();
}

Hall::Hall(link::Link& link, Chime& chime, QObject* parent) : Hall{link, chime, steady, parent} {}

void Hall::look() {
    const Announcements::Time now = clock_();
    const int announcedBefore = announcements_.announced();
    const int recalledBefore = announcements_.recalled();
    announcements_.hear(link_.board(), now);
    if (const auto due = announcements_.due())
        due_.start(std::max(Announcements::Time{1}, *due - now));
    // Delegates are made anew whenever these change, so they change only when they do.
    if (auto rows = rowsOf(announcements_.earlier()); rows != earlier_)
        earlier_ = std::move(rows);
    if (auto rows = rowsOf(link_.zones()); rows != zones_)
        zones_ = std::move(rows);
    emit changed();
    if (announcements_.announced() == announcedBefore)
        return;
    chime_.ring();
    emit announced(announcements_.recalled() != recalledBefore);
}

Hall::State Hall::state() const {
    if (link_.state() == link::Link::State::Denied)
        return State::Denied;
    if (link_.board().now.ms == 0)
        return State::Connecting;
    return announcements_.current() ? State::Calling : State::Quiet;
}

QString Hall::number() const {
    return announcements_.current() ? text(announcements_.current()->number) : QString{};
}

int Hall::counter() const {
    return announcements_.current() ? static_cast<int>(announcements_.current()->counter) : 0;
}

QString Hall::counterZh() const {
    return announcements_.current() ? text(announcements_.current()->counterName.zh) : QString{};
}

QString Hall::counterEn() const {
    return announcements_.current() ? text(announcements_.current()->counterName.en) : QString{};
}

QStringList Hall::favoured() const {
    QStringList names;
    for (const Rank rank : link_.board().favoured)
        names << QString::fromUtf8(boost::describe::enum_to_string(rank, ""));
    return names;
}

int Hall::overtakingMinutes() const {
    return minutesUp(link_.board().overtaking);
}

bool Hall::again() const {
    return announcements_.current() && announcements_.current()->times > 1;
}

} // namespace usher::hall
