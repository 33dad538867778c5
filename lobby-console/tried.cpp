#include "lobby-console/tried.h"

#include "lobby-console/trial.h"

#include <QRegularExpression>

namespace usher::lobby {

using namespace protocol;

QString reasonOf(const TrialChoice& choice) {
    const QString counter = choice.change.counter ? text(choice.change.counter->view()) : QString{};
    const auto says = [&](const QString& does) {
        return QStringLiteral("Tried as a what-if: %1 %2").arg(counter, does);
    };
    switch (static_cast<Trial::What>(choice.what)) {
    case Trial::What::Open:
        return says(QStringLiteral("opens"));
    case Trial::What::Close:
        return says(QStringLiteral("closes"));
    case Trial::What::Help:
        return says(choice.minutes == 0
                        ? QStringLiteral("helps out at once")
                        : QStringLiteral("helps out after %1 min").arg(choice.minutes));
    case Trial::What::TakeOver:
        return says(QStringLiteral("also serves %1").arg(text(choice.place.view())));
    }
    return {};
}

Tried triedIn(const QString& reason) {
    static const QRegularExpression written{QStringLiteral(
        "^Tried as a what-if: \\S+ (?:helps out (?:at once|after (?<minutes>\\d+) min)"
        "|also serves (?<zone>\\S+))$")};
    const QRegularExpressionMatch found = written.match(reason);
    if (!found.hasMatch())
        return {};
    const auto zone = ZoneId::parse(found.captured(u"zone").toStdString());
    return {static_cast<int>(zone ? Trial::What::TakeOver : Trial::What::Help),
            found.captured(u"minutes").toInt(), zone.value_or(ZoneId{})};
}

} // namespace usher::lobby
