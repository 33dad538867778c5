// What the hall's display says to everybody, for whoever stands at the kiosk: the day, and how many
// wait where and about how long. It comes from the public board, so it names no tier.
#pragma once

#include "broker/link/link.h"

#include <QVariantList>

namespace usher::kiosk {

class HallNow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a visit has one")
    Q_PROPERTY(QString day READ day NOTIFY changed)
    Q_PROPERTY(QVariantList zones READ zones NOTIFY changed)
public:
    explicit HallNow(link::Link& link, QObject* parent = nullptr);

    void setLanguage(const QString& language);
    /// "Friday, 27 November"; empty while unknown.
    [[nodiscard]] const QString& day() const { return day_; }
    /// {name, waiting, low, high}: minutes, -1 where unknown.
    [[nodiscard]] const QVariantList& zones() const { return zones_; }

signals:
    void changed();

private:
    void look();

    link::Link& link_;
    QString language_{QStringLiteral("zh")};
    QString day_;
    QVariantList zones_;
};

} // namespace usher::kiosk
