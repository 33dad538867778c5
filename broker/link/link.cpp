#include "broker/link/link.h"

namespace usher::link {

using namespace protocol;

namespace {

const Text& nameOf(const Link& link) {
    return link.outlet().sequence() > 0 ? link.outlet().setup().name : link.board().outlet;
}

} // namespace

QString Link::timeOfDay(Moment moment) const {
    if (moment.ms == 0)
        return {};
    const LocalTime local = outlet().setup().timeZone.local(
        outlet().sequence() > 0 ? moment : moment + Millis{board().offsetSeconds * 1000LL});
    return QStringLiteral("%1:%2")
        .arg(local.minute / 60, 2, 10, QLatin1Char('0'))
        .arg(local.minute % 60, 2, 10, QLatin1Char('0'));
}

QString Link::clock() const {
    return timeOfDay(now());
}
QString Link::outletZh() const {
    return QString::fromStdString(nameOf(*this).zh);
}
QString Link::outletEn() const {
    return QString::fromStdString(nameOf(*this).en);
}

} // namespace usher::link
