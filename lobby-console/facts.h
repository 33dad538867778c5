// Small groups of facts that QML reads as one value: what is chosen, what was done, the day so far.
#pragma once

#include "lobby-console/view.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace usher::lobby {

/// Other work than usual at a counter, for a while and by a person's word.
struct OtherWork {
    Q_GADGET
    QML_VALUE_TYPE(otherWork)
    Q_PROPERTY(QString until MEMBER until)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(QString by MEMBER by)
    Q_PROPERTY(int tried MEMBER tried)
    Q_PROPERTY(int minutes MEMBER minutes)
    Q_PROPERTY(QString zone MEMBER zone)
public:
    QString until; ///< "11:12"; empty: it takes what it always takes at this hour
    QString reason;
    QString by;    ///< who said so
    int tried{-1}; ///< Trial::What, where a what-if was the reason; -1: another was
    int minutes{}; ///< of what was tried: until it helps out,
    QString zone;  ///< or whose work it takes, too
    friend bool operator==(const OtherWork&, const OtherWork&) = default;
};

/// A counter that helps nobody just now, for somebody who is coming. Never who that is.
struct Kept {
    Q_GADGET
    QML_VALUE_TYPE(kept)
    Q_PROPERTY(int whom MEMBER whom)
    Q_PROPERTY(QString until MEMBER until)
public:
    int whom{-1}; ///< Lobby::Coming; -1: it is not kept free
    QString until;
    friend bool operator==(const Kept&, const Kept&) = default;
};

/// What holds beyond the usual just now.
struct Circumstances {
    Q_GADGET
    QML_VALUE_TYPE(circumstances)
    Q_PROPERTY(QString band MEMBER band)
    Q_PROPERTY(QString bandUntil MEMBER bandUntil)
    Q_PROPERTY(bool degraded MEMBER degraded)
    Q_PROPERTY(int open MEMBER open)
    Q_PROPERTY(int least MEMBER least)
    Q_PROPERTY(QString closes MEMBER closes)
    Q_PROPERTY(int left MEMBER left)
public:
    QString band; ///< empty: none holds
    QString bandUntil;
    bool degraded{}; ///< too few can serve, so everybody helps at once
    int open{};      ///< counters, and
    int least{};     ///< how many there should be; 0: enough are open, and machines are missing
    QString closes;  ///< when the last ticket is given today; empty: the outlet is closed
    int left{};      ///< minutes until then
    friend bool operator==(const Circumstances&, const Circumstances&) = default;
};

/// The ticket or counter the next act is about, and what may be done with it.
struct Chosen {
    Q_GADGET
    QML_VALUE_TYPE(chosen)
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(QString tier MEMBER tier)
    Q_PROPERTY(QString staff MEMBER staff)
    Q_PROPERTY(QString counter MEMBER counter)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(int state MEMBER state)
    Q_PROPERTY(int wait MEMBER wait)
    Q_PROPERTY(int target MEMBER target)
    Q_PROPERTY(int level MEMBER level)
    Q_PROPERTY(bool promoted MEMBER promoted)
    Q_PROPERTY(bool movable MEMBER movable)
    Q_PROPERTY(bool promotable MEMBER promotable)
    Q_PROPERTY(bool cancellable MEMBER cancellable)
    Q_PROPERTY(bool resumable MEMBER resumable)
    Q_PROPERTY(bool paperUnknown MEMBER paperUnknown)
    Q_PROPERTY(bool openable MEMBER openable)
    Q_PROPERTY(bool closable MEMBER closable)
    Q_PROPERTY(QString service MEMBER service)
    Q_PROPERTY(int line MEMBER line)
    Q_PROPERTY(usher::lobby::OtherWork other MEMBER other)
    Q_PROPERTY(usher::lobby::Kept kept MEMBER kept)
public:
    int kind{};     ///< Lobby::Kind
    QString number; ///< of the ticket, or of the counter
    QString name;   ///< of the service, or of the counter
    QString zone;
    QString tier; ///< empty for an ordinary customer
    QString staff;
    QString counter; ///< where the ticket is served, was last, or may be called only
    QString reason;
    int state{};  ///< Lobby::Phase or Lobby::Counter
    int wait{-1}; ///< minutes
    int target{}; ///< minutes
    int level{};
    bool promoted{};
    bool movable{};
    bool promotable{};
    bool cancellable{};
    bool resumable{};
    bool paperUnknown{};
    bool openable{};
    bool closable{};
    QString service; ///< that is done at this counter
    int line{};      ///< waiting for this machine
    OtherWork other;
    Kept kept;
    friend bool operator==(const Chosen&, const Chosen&) = default;
};

/// The last act, while it can be taken back.
struct Done {
    Q_GADGET
    QML_VALUE_TYPE(done)
    Q_PROPERTY(int deed MEMBER deed)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(int state MEMBER state)
    Q_PROPERTY(int seconds MEMBER seconds)
public:
    int deed{};     ///< Lobby::Deed
    QString number; ///< of the ticket or counter
    QString place;  ///< or until when
    int state{};    ///< Lobby::Counter, of a machine that was reported
    int seconds{};  ///< left to undo it
    friend bool operator==(const Done&, const Done&) = default;
};

/// A number given out at this console.
struct Issued {
    Q_GADGET
    QML_VALUE_TYPE(issued)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString zone MEMBER zone)
    Q_PROPERTY(int ahead MEMBER ahead)
    Q_PROPERTY(int low MEMBER low)
    Q_PROPERTY(int high MEMBER high)
public:
    QString number;
    QString zone;
    int ahead{};
    int low{-1}; ///< minutes; -1: unknown
    int high{-1};
    friend bool operator==(const Issued&, const Issued&) = default;
};

/// The waits that were said with the tickets, held against what came.
struct Promises {
    Q_GADGET
    QML_VALUE_TYPE(promises)
    Q_PROPERTY(int scored MEMBER scored)
    Q_PROPERTY(int likely MEMBER likely)
    Q_PROPERTY(int surely MEMBER surely)
    Q_PROPERTY(bool off MEMBER off)
public:
    int scored{};
    int likely{}; ///< per cent called within the short figure; half of them should be
    int surely{}; ///< per cent called within the long one; nine in ten should be
    bool off{};   ///< far from that, by more than a few calls can be
    friend bool operator==(const Promises&, const Promises&) = default;
};

struct Today {
    Q_GADGET
    QML_VALUE_TYPE(today)
    Q_PROPERTY(int waiting MEMBER waiting)
    Q_PROPERTY(int away MEMBER away)
    Q_PROPERTY(int late MEMBER late)
    Q_PROPERTY(int taken MEMBER taken)
    Q_PROPERTY(int served MEMBER served)
    Q_PROPERTY(int noShow MEMBER noShow)
    Q_PROPERTY(int left MEMBER left)
    Q_PROPERTY(int overtake MEMBER overtake)
    Q_PROPERTY(int bound MEMBER bound)
    Q_PROPERTY(int moreAlerts MEMBER moreAlerts)
    Q_PROPERTY(usher::lobby::Promises promises MEMBER promises)
public:
    int waiting{};
    int away{}; ///< left the line and may come back
    int late{}; ///< forecast to miss their target
    int taken{};
    int served{};
    int noShow{};
    int left{};
    int overtake{}; ///< minutes, the worst
    int bound{};    ///< minutes, H
    int moreAlerts{};
    Promises promises;
    friend bool operator==(const Today&, const Today&) = default;
};

struct TileRow;

[[nodiscard]] Chosen factsOf(const View& view, const protocol::Ticket& ticket);
[[nodiscard]] Chosen factsOf(const View& view, const protocol::CounterState& state,
                             const TileRow& tile);
[[nodiscard]] Circumstances circumstancesOf(const View& view);
[[nodiscard]] Today dayOf(const View& view);

} // namespace usher::lobby
