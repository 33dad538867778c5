#include "kiosk/hall_now.h"

#include "kiosk/words.h"

#include <QDate>
#include <QLocale>

namespace usher::kiosk {

using namespace protocol;

namespace {

QString dayOf(const Board& board, Moment now, const QString& language) {
    if (now.ms == 0)
        return {};
    const int date =
        TimeZone{}.local(now + Millis{std::int64_t{1000} * board.offsetSeconds}).date.yyyymmdd;
    const QDate day{date / 10'000, date / 100 % 100, date % 100};
    return language == QLatin1String{"zh"}
               ? QLocale{QLocale::Chinese}.toString(day, QStringLiteral("M月d日 dddd"))
               : QLocale{QLocale::English}.toString(day, QStringLiteral("dddd, d MMMM"));
}

QVariantList zonesOf(const Board& board, const QString& language) {
    QVariantList rows;
    for (const BoardZone& zone : board.zones)
        rows.append(QVariantMap{{"name", wordsOf(zone.name, language)},
                                {"waiting", static_cast<int>(zone.waiting)},
                                {"low", minutesOf(zone.wait.likely)},
                                {"high", minutesOf(zone.wait.surely)}});
    return rows;
}

} // namespace

HallNow::HallNow(link::Link& link, QObject* parent) : QObject{parent}, link_{link} {
    connect(&link_, &link::Link::boardChanged, this, &HallNow::look);
    connect(&link_, &link::Link::ticked, this, &HallNow::look);
    look();
}

void HallNow::setLanguage(const QString& language) {
    language_ = language;
    look();
}

void HallNow::look() {
    QString day = dayOf(link_.board(), link_.now(), language_);
    QVariantList zones = zonesOf(link_.board(), language_);
    // Delegates are made anew whenever these change, so they change only when they do.
    if (day == day_ && zones == zones_)
        return;
    day_ = std::move(day);
    zones_ = std::move(zones);
    emit changed();
}

} // namespace usher::kiosk
