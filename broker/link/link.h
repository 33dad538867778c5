// What a screen knows of the outlet: the picture, the board, how old they are, and a way to ask.
//
// Screens show what is here and pass wishes on; nothing on this side decides. Two kinds exist: a
// BrokerLink hears a real broker, a DemoLink plays from a file.
#pragma once

#include "broker/client/caller.h"
#include "broker/outlet/outlet.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace usher::link {

class Link : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main.cpp makes the link")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool stale READ stale NOTIFY stateChanged)
    Q_PROPERTY(int ageSeconds READ ageSeconds NOTIFY ticked)
    Q_PROPERTY(QString clock READ clock NOTIFY ticked)
    // From the picture or the board, whichever this device hears.
    Q_PROPERTY(QString outletZh READ outletZh NOTIFY ticked)
    Q_PROPERTY(QString outletEn READ outletEn NOTIFY ticked)
public:
    /// Unwell: connected, but the broker's journal takes nothing.
    enum class State { Connecting, Live, Unwell, Denied };
    Q_ENUM(State)
    using Done = std::function<void(client::Outcome)>;

    using QObject::QObject;

    /// `done` is called exactly once, later, on this thread, unless `asker` is gone by then.
    virtual void ask(protocol::Command command, QObject* asker, Done done) = 0;

    /// Empty before the first snapshot. Kiosk and hall have only the board.
    [[nodiscard]] virtual const outlet::Outlet& outlet() const = 0;
    [[nodiscard]] virtual const protocol::Board& board() const = 0;
    /// Waiting and forecast per zone, from the last beat or board.
    [[nodiscard]] virtual const std::vector<protocol::BoardZone>& zones() const = 0;
    /// When everybody who waits is called, counted from the last beat on. Empty for kiosk and hall.
    [[nodiscard]] virtual const std::vector<protocol::TicketWait>& waits() const = 0;
    /// Who this device is, by its key.
    [[nodiscard]] virtual protocol::DeviceId device() const = 0;
    /// The outlet's clock, carried on by this machine's between two beats.
    [[nodiscard]] virtual protocol::Moment now() const = 0;
    [[nodiscard]] virtual State state() const = 0;
    /// Nothing was heard for 3 s or more, or the picture has a gap: whatever is shown must look
    /// old.
    [[nodiscard]] virtual bool stale() const = 0;
    /// Real seconds since the broker was last heard; -1: never.
    [[nodiscard]] virtual int ageSeconds() const = 0;

    /// "10:42", on the outlet's wall. Empty while unknown.
    [[nodiscard]] QString clock() const;
    [[nodiscard]] QString outletZh() const;
    [[nodiscard]] QString outletEn() const;
    /// The zone's table, from the picture; UTC before there is one.
    [[nodiscard]] QString timeOfDay(protocol::Moment moment) const;

signals:
    void stateChanged();
    void pictureChanged();
    void boardChanged();
    /// An event the picture has taken in, once each; for what leaves no state behind.
    void happened(const usher::protocol::Record& record);
    /// Twice a second: what counts time may be shown again.
    void ticked();
};

} // namespace usher::link
