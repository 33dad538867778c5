// The desk a teller sits at: who is here now, and what the teller may do next.
//
// The desk decides nothing. It shows what the broker last said and passes on what the teller
// wishes; the answer comes back as a changed property, never as a return value. A wish locks the
// keys until it is answered and seen, or for two seconds; one still unanswered is never asked
// twice.
#pragma once

#include "broker/link/refusals.h"
#include "counter-client/choices.h"
#include "counter-client/seat.h"

#include <QElapsedTimer>
#include <QTimer>

#include <set>

namespace usher::counter {

class Desk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main.cpp seats the teller")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(Trouble trouble READ trouble NOTIFY changed)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(usher::counter::Customer customer READ customer NOTIFY changed)
    Q_PROPERTY(usher::counter::LastAct lastAct READ lastAct NOTIFY changed)
    Q_PROPERTY(int number READ number NOTIFY changed)
    Q_PROPERTY(QString counterName READ counterName NOTIFY changed)
    Q_PROPERTY(QString staffName READ staffName NOTIFY changed)
    Q_PROPERTY(QString outletName READ outletName NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    Q_PROPERTY(bool closing READ closing NOTIFY changed)
    Q_PROPERTY(int waitingHere READ waitingHere NOTIFY changed)
    Q_PROPERTY(int waitingHall READ waitingHall NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool canPrimary READ canPrimary NOTIFY changed)
    Q_PROPERTY(bool canRecall READ canRecall NOTIFY changed)
    Q_PROPERTY(bool canSendOn READ canSendOn NOTIFY changed)
    Q_PROPERTY(bool canMiss READ canMiss NOTIFY changed)
    Q_PROPERTY(bool canPause READ canPause NOTIFY changed)
    Q_PROPERTY(bool canSignOff READ canSignOff NOTIFY changed)
    Q_PROPERTY(usher::link::refusals::Code refusal READ refusal NOTIFY changed)
    Q_PROPERTY(usher::counter::Choices* seats READ seats CONSTANT)
    Q_PROPERTY(usher::counter::Choices* targets READ targets CONSTANT)
    Q_PROPERTY(usher::counter::Choices* held READ held CONSTANT)
    Q_PROPERTY(Towards towards READ towards WRITE setTowards NOTIFY pageChanged)
    Q_PROPERTY(QString homeCounter READ homeCounter CONSTANT)
public:
    /// Offline hides what the counter is doing: nobody knows.
    enum class State { Offline, SignedOff, Idle, Standby, Calling, Serving, Paused, Closed };
    Q_ENUM(State)
    enum class Trouble { None, Connecting, Denied, Stale, Unwell };
    Q_ENUM(Trouble)
    /// Bar is 72 pixels high; the others are a window.
    enum class Page { Bar, Overview, SignOn, Transfer, Held, Pause };
    Q_ENUM(Page)
    enum class Towards { Service, Zone, Counter };
    Q_ENUM(Towards)

    static constexpr int lockMs = 2'000;
    static constexpr int doublePressMs = 600; ///< two presses of the one key this close are one
    static constexpr int refusalMs = 8'000;   ///< how long the last refusal stays to be read

    explicit Desk(link::Link& link, QObject* parent = nullptr);
    void setLanguage(const QString& language);
    /// Where a sign-on is offered first.
    void setHomeCounter(const QString& counter) { homeCounter_ = counter; }

    [[nodiscard]] State state() const;
    [[nodiscard]] Trouble trouble() const;
    [[nodiscard]] Page page() const { return page_; }
    [[nodiscard]] Customer customer() const { return seat_.customer; }
    [[nodiscard]] LastAct lastAct() const;
    [[nodiscard]] int number() const { return seat_.number; }
    [[nodiscard]] QString counterName() const { return seat_.name; }
    [[nodiscard]] QString staffName() const { return seat_.staff; }
    [[nodiscard]] QString outletName() const;
    [[nodiscard]] QString reason() const { return seat_.reason; }
    [[nodiscard]] bool closing() const { return seat_.closing; }
    [[nodiscard]] int waitingHere() const { return seat_.waitingHere; }
    [[nodiscard]] int waitingHall() const { return seat_.waitingHall; }
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] bool canPrimary() const;
    [[nodiscard]] bool canRecall() const;
    [[nodiscard]] bool canSendOn() const; ///< hold and transfer
    [[nodiscard]] bool canMiss() const;
    [[nodiscard]] bool canPause() const; ///< or go on after a pause
    [[nodiscard]] bool canSignOff() const;
    [[nodiscard]] link::refusals::Code refusal() const { return refusal_; }
    [[nodiscard]] Choices* seats() { return &seats_; }
    [[nodiscard]] Choices* targets() { return &targets_; }
    [[nodiscard]] Choices* held() { return &held_; }
    [[nodiscard]] Towards towards() const { return towards_; }
    void setTowards(Towards towards);
    [[nodiscard]] QString homeCounter() const { return homeCounter_; }

    void signOnAs(const protocol::StaffId& staff, protocol::Secret pin,
                  const protocol::CounterId& counter);

    Q_INVOKABLE void signOn(const QString& staff, const QString& pin, const QString& counter);
    Q_INVOKABLE void signOff();
    /// The one key that follows the state: sign on, next, start, finish, go on.
    Q_INVOKABLE void primary();
    Q_INVOKABLE void recall();
    Q_INVOKABLE void hold();
    Q_INVOKABLE void noShow();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void pause(const QString& reason);
    Q_INVOKABLE void resume();
    /// By the key of a row of `targets` or `held`.
    Q_INVOKABLE void transferTo(const QString& key);
    Q_INVOKABLE void takeBack(const QString& key);
    /// Opens a page if there is something to do on it now.
    Q_INVOKABLE void open(usher::counter::Desk::Page page);
    /// From a page with a question to where the teller was; from there to the bar.
    Q_INVOKABLE void back();

signals:
    void changed();
    void pageChanged();

private:
    void look();
    void fillLists();
    void ask(protocol::Command command);
    void heard(const client::Outcome& outcome);
    void unlockOnceSeen();
    void refuse(link::refusals::Code code);
    void turnTo(Page page);
    [[nodiscard]] bool mayBeOpen(Page page) const;

    link::Link& link_;
    bool chinese_ = true;
    Seat seat_;
    Page page_ = Page::Bar;
    Page home_ = Page::Bar; ///< Bar or Overview: where a question returns to
    Towards towards_ = Towards::Service;
    State shown_ = State::Offline;
    Trouble troubleShown_ = Trouble::Connecting;
    Choices seats_;
    Choices targets_;
    Choices held_;
    QString homeCounter_;
    bool busy_ = false;
    QElapsedTimer pressed_; ///< since the one key last did something
    QTimer lock_;
    std::set<std::size_t> unanswered_; ///< which commands
    protocol::Sequence awaitedVersion_{};
    std::optional<protocol::TicketId> awaitedTicket_;
    link::refusals::Code refusal_ = link::refusals::Code::None;
    QTimer refusalAge_;
};

} // namespace usher::counter
