// The reference of a booking while it is typed, and what the broker said to it.
//
// It names nobody, and is gone with the visit.
#pragma once

#include "broker/link/refusals.h"
#include "broker/protocol/ids.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace usher::kiosk {

class Booking : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a visit has one")
    Q_PROPERTY(QString reference READ reference NOTIFY changed)
    Q_PROPERTY(int refusal READ refusal NOTIFY changed)
public:
    /// Where the customer came from, and will be when they go back.
    enum class From { Nowhere, Start, Services };
    using QObject::QObject;

    /// A digit, a capital letter or a hyphen; as long as there is room.
    Q_INVOKABLE void add(const QString& key);
    /// The last one.
    Q_INVOKABLE void remove();

    void begin(From from);
    void clear();
    /// What was said to this reference, until it is changed.
    void turnDown(protocol::Refusal refusal);
    /// A matter of this reference, to be settled where it is typed.
    [[nodiscard]] static bool concerns(protocol::Refusal refusal);

    [[nodiscard]] From from() const { return from_; }
    [[nodiscard]] const QString& reference() const { return reference_; }
    /// A code of link::refusals.
    [[nodiscard]] int refusal() const { return static_cast<int>(refusal_); }
    /// Nothing before anything is typed.
    [[nodiscard]] std::optional<protocol::AppointmentId> presented() const {
        return protocol::AppointmentId::parse(reference_.toStdString());
    }

signals:
    void changed();

private:
    void set(const QString& reference, link::refusals::Code refusal);

    From from_{From::Nowhere};
    QString reference_;
    link::refusals::Code refusal_{link::refusals::Code::None};
};

} // namespace usher::kiosk
