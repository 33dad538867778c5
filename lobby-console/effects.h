// What a change would do, ready to be read: tier by tier, and those who wait now by name.
//
// A difference whose interval holds zero, or that rounds to nothing, is no clear difference: it has
// no direction, whatever its mean.
#pragma once

#include "lobby-console/view.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace usher::lobby {

/// What it does to the customers of a tier, minutes and per cent.
struct TierLine {
    Q_GADGET
    QML_VALUE_TYPE(tierLine)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(int direction MEMBER direction)
    Q_PROPERTY(double waitNow MEMBER waitNow)
    Q_PROPERTY(double waitThen MEMBER waitThen)
    Q_PROPERTY(double less MEMBER less)
    Q_PROPERTY(double low MEMBER low)
    Q_PROPERTY(double high MEMBER high)
    Q_PROPERTY(int lateNow MEMBER lateNow)
    Q_PROPERTY(int lateThen MEMBER lateThen)
    Q_PROPERTY(int gain MEMBER gain)
    Q_PROPERTY(int lose MEMBER lose)
public:
    QString name;
    int direction{}; ///< -1: they wait less; 1: more; 0: no clear difference
    double waitNow{};
    double waitThen{};
    double less{}; ///< then less now, its interval from low to high
    double low{};
    double high{};
    int lateNow{}; ///< who wait beyond their target
    int lateThen{};
    int gain{}; ///< whose wait is shorter by a minute or more; -1: nobody comes either way
    int lose{}; ///< longer; the same
    friend bool operator==(const TierLine&, const TierLine&) = default;
};

/// Those who wait now and are clearly called sooner, or later, by a minute or more.
struct Touched {
    Q_GADGET
    QML_VALUE_TYPE(touched)
    Q_PROPERTY(QString numbers MEMBER numbers)
    Q_PROPERTY(int more MEMBER more)
public:
    QString numbers; ///< with their minutes, most first
    int more{};      ///< for whom there was no room
    friend bool operator==(const Touched&, const Touched&) = default;
};

struct Effect {
    Q_GADGET
    QML_VALUE_TYPE(effect)
    Q_PROPERTY(int futures MEMBER futures)
    Q_PROPERTY(int age MEMBER age)
    Q_PROPERTY(QString asked MEMBER asked)
    Q_PROPERTY(int idleNow MEMBER idleNow)
    Q_PROPERTY(int idleThen MEMBER idleThen)
    Q_PROPERTY(usher::lobby::Touched sooner MEMBER sooner)
    Q_PROPERTY(usher::lobby::Touched later MEMBER later)
public:
    int futures{};
    int age{};     ///< minutes since the picture it began from
    QString asked; ///< "10:42", when that was
    int idleNow{}; ///< minutes the counter stands idle until the day's end
    int idleThen{};
    Touched sooner;
    Touched later;
    friend bool operator==(const Effect&, const Effect&) = default;
};

[[nodiscard]] std::vector<TierLine> tierLines(const View& view, const protocol::Foreseen& foreseen);
/// The one or two to say first: the first tier it changes, and the first it changes the other way.
[[nodiscard]] std::vector<TierLine> mostSaid(const std::vector<TierLine>& lines);
[[nodiscard]] Effect effectOf(const View& view, const protocol::Foreseen& foreseen,
                              const protocol::CounterId& counter);

} // namespace usher::lobby
