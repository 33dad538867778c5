// The number just given, as the customer sees it: on the screen and on the slip.
//
// It knows no tier and no name, so neither can be read from it.
#pragma once

#include "broker/devices/slip.h"
#include "broker/protocol/answer.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace usher::kiosk {

/// What all slips of this kiosk have in common.
struct Letterhead {
    std::string kiosk;     ///< this device's name
    std::string phonePage; ///< address that a ticket's link is added to; empty: no code
};

class TicketFace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a visit has one")
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(QString zone READ zone NOTIFY changed)
    Q_PROPERTY(QString machine READ machine NOTIFY changed)
    Q_PROPERTY(int sign READ sign NOTIFY changed)
    Q_PROPERTY(bool booked READ booked NOTIFY changed)
    Q_PROPERTY(bool late READ late NOTIFY changed)
    Q_PROPERTY(int ahead READ ahead NOTIFY changed)
    Q_PROPERTY(int low READ low NOTIFY changed)
    Q_PROPERTY(int high READ high NOTIFY changed)
    Q_PROPERTY(QStringList code READ code NOTIFY changed)
public:
    explicit TicketFace(QObject* parent = nullptr) : QObject{parent} {}

    void setLetterhead(Letterhead letterhead) { letterhead_ = std::move(letterhead); }
    void setLanguage(const QString& language);
    /// `offered` has the names. `machine`: in whose line the ticket stands, if in one's. `booked`:
    /// it was taken by a booking's reference.
    void show(const protocol::TicketIssued& issued, const protocol::Services& offered,
              const std::optional<protocol::Alternative>& machine = {}, bool booked = false);
    void clear();

    [[nodiscard]] QString number() const { return QString::fromStdString(issued_.number); }
    [[nodiscard]] QString service() const;
    [[nodiscard]] QString zone() const;
    /// Where to go with it; empty: wait in the zone to be called.
    [[nodiscard]] QString machine() const;
    /// The number on the machine; 0 if there is none to go to.
    [[nodiscard]] int sign() const;
    [[nodiscard]] bool booked() const { return booked_; }
    /// Too late for the booking to count.
    [[nodiscard]] bool late() const { return issued_.late; }
    [[nodiscard]] int ahead() const { return static_cast<int>(issued_.ahead); }
    /// Minutes; -1 if unknown.
    [[nodiscard]] int low() const;
    [[nodiscard]] int high() const;
    /// Rows of "1" and "0"; empty if there is no phone page.
    [[nodiscard]] const QStringList& code() const { return code_; }

    /// `time` as it shall read on paper.
    [[nodiscard]] devices::Slip slip(const protocol::Text& outlet, const std::string& time) const;

signals:
    void changed();

private:
    [[nodiscard]] std::string address() const;

    Letterhead letterhead_;
    QString language_{QStringLiteral("zh")};
    protocol::TicketIssued issued_;
    protocol::Text service_;
    protocol::Text zone_;
    std::optional<protocol::Alternative> machine_;
    bool booked_{};
    QStringList code_;
};

} // namespace usher::kiosk
