// What the public sees: the number called last, those before it, and how long one waits where.
//
// It says numbers and counters, nothing of people. Both languages stand side by side, always.
#pragma once

#include "broker/link/link.h"
#include "lobby-console/hall/announcements.h"
#include "lobby-console/hall/chime.h"

#include <QStringList>
#include <QTimer>
#include <QVariantList>

namespace usher::hall {

class Hall : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main.cpp opens the hall")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(int counter READ counter NOTIFY changed)
    Q_PROPERTY(QString counterZh READ counterZh NOTIFY changed)
    Q_PROPERTY(QString counterEn READ counterEn NOTIFY changed)
    Q_PROPERTY(bool again READ again NOTIFY changed)
    Q_PROPERTY(QVariantList earlier READ earlier NOTIFY changed)
    Q_PROPERTY(QVariantList zones READ zones NOTIFY changed)
    Q_PROPERTY(bool ruled READ ruled NOTIFY changed)
    Q_PROPERTY(QStringList favoured READ favoured NOTIFY changed)
    Q_PROPERTY(int overtakingMinutes READ overtakingMinutes NOTIFY changed)
    Q_PROPERTY(bool degraded READ degraded NOTIFY changed)
    Q_PROPERTY(bool stale READ stale NOTIFY changed)
    Q_PROPERTY(bool unwell READ unwell NOTIFY changed)
    Q_PROPERTY(int ageSeconds READ ageSeconds NOTIFY changed)
    Q_PROPERTY(QString clock READ clock NOTIFY changed)
    Q_PROPERTY(QString outletZh READ outletZh NOTIFY changed)
    Q_PROPERTY(QString outletEn READ outletEn NOTIFY changed)
public:
    /// Quiet: nobody has been called. Calling: number and counter are set.
    enum class State { Connecting, Denied, Quiet, Calling };
    Q_ENUM(State)
    using Clock = std::function<Announcements::Time()>;

    /// `clock`: of this machine, never set back.
    Hall(link::Link& link, Chime& chime, Clock clock, QObject* parent = nullptr);
    /// On the machine's own steady clock.
    Hall(link::Link& link, Chime& chime, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] int counter() const;
    [[nodiscard]] QString counterZh() const;
    [[nodiscard]] QString counterEn() const;
    /// It is not the first time that this number is called.
    [[nodiscard]] bool again() const;
    /// {number, counter}, newest first.
    [[nodiscard]] const QVariantList& earlier() const { return earlier_; }
    /// {zh, en, waiting, low, high}: minutes, -1 where unknown.
    [[nodiscard]] const QVariantList& zones() const { return zones_; }
    /// The outlet's rule is known.
    [[nodiscard]] bool ruled() const { return link_.board().now.ms != 0; }
    /// Who counts as having come earlier, the most favoured first: names of protocol::Rank.
    [[nodiscard]] QStringList favoured() const;
    /// By how much at most.
    [[nodiscard]] int overtakingMinutes() const;
    /// Fewer than usual can serve.
    [[nodiscard]] bool degraded() const { return link_.board().degraded; }
    [[nodiscard]] bool stale() const { return link_.stale(); }
    [[nodiscard]] bool unwell() const { return link_.state() == link::Link::State::Unwell; }
    [[nodiscard]] int ageSeconds() const { return link_.ageSeconds(); }
    [[nodiscard]] QString clock() const { return link_.clock(); }
    [[nodiscard]] QString outletZh() const { return link_.outletZh(); }
    [[nodiscard]] QString outletEn() const { return link_.outletEn(); }

public slots:
    /// Looks at the board and the clock; called by itself when either moves.
    void look();

signals:
    void changed();
    /// A number has just come on; `again`: it was called before.
    void announced(bool again);

private:
    link::Link& link_;
    Chime& chime_;
    Clock clock_;
    Announcements announcements_;
    QTimer due_;
    QVariantList earlier_;
    QVariantList zones_;
};

} // namespace usher::hall
