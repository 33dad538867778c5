// The lobby as its manager sees and steers it.
//
// It shows what the broker last said and passes on what the manager wishes, with the version that
// was on the screen; what came of it is a changed property, never a return value. It decides
// nothing but how to judge a wait, and where not to send somebody in vain.
#pragma once

#include "lobby-console/alerts.h"
#include "lobby-console/facts.h"
#include "lobby-console/options.h"
#include "lobby-console/tiles.h"
#include "lobby-console/trial.h"
#include "lobby-console/waiting.h"
#include "lobby-console/zones.h"

namespace usher::lobby {

class Lobby : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main.cpp opens the lobby")
    Q_CLASSINFO("RegisterEnumClassesUnscoped", "false")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool unwell READ unwell NOTIFY changed)
    Q_PROPERTY(QString staff READ staff NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(int refusal READ refusal NOTIFY changed)
    Q_PROPERTY(QString uncovered READ uncovered NOTIFY changed)
    Q_PROPERTY(usher::lobby::Chosen chosen READ chosen NOTIFY changed)
    Q_PROPERTY(usher::lobby::Done done READ done NOTIFY changed)
    Q_PROPERTY(usher::lobby::Issued issued READ issued NOTIFY changed)
    Q_PROPERTY(usher::lobby::Today today READ today NOTIFY changed)
    Q_PROPERTY(usher::lobby::Circumstances circumstances READ circumstances NOTIFY changed)
    Q_PROPERTY(int chosenRow READ chosenRow NOTIFY changed)
    Q_PROPERTY(QString chosenCounter READ chosenCounter NOTIFY changed)
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY changed)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY changed)
    Q_PROPERTY(bool away READ away WRITE setAway NOTIFY changed)
    Q_PROPERTY(bool late READ late WRITE setLate NOTIFY changed)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(usher::lobby::Trial* trial READ trial CONSTANT)
    Q_PROPERTY(QAbstractItemModel* zones READ zones CONSTANT)
    Q_PROPERTY(QAbstractItemModel* desks READ desks CONSTANT)
    Q_PROPERTY(QAbstractItemModel* machines READ machines CONSTANT)
    Q_PROPERTY(QAbstractItemModel* waiting READ waiting CONSTANT)
    Q_PROPERTY(QAbstractItemModel* alerts READ alerts CONSTANT)
    Q_PROPERTY(QAbstractItemModel* places READ places CONSTANT)
    Q_PROPERTY(QAbstractItemModel* services READ services CONSTANT)
public:
    enum class State { Connecting, Denied, SignedOff, Working };
    Q_ENUM(State)
    enum class Kind { Nothing, Ticket, Desk, Machine };
    Q_ENUM(Kind)
    /// Of a desk, then of a machine.
    enum class Counter {
        Closed,
        Unstaffed,
        Idle,
        Calling,
        Serving,
        Paused,
        Off,
        Ready,
        Busy,
        OutOfCash,
        OutOfPaper,
        Down
    };
    Q_ENUM(Counter)
    /// As protocol::Coming.
    enum class Coming { Appointment, Recognised, Printing };
    Q_ENUM(Coming)
    /// As protocol::Phase.
    enum class Phase {
        Reserved,
        Waiting,
        Called,
        Serving,
        Held,
        Diverted,
        Done,
        NoShow,
        Left,
        Voided
    };
    Q_ENUM(Phase)
    enum class Deed {
        Nothing,
        Redirected,
        Promoted,
        Cancelled,
        Resumed,
        Opened,
        Closed,
        SwitchedOn,
        SwitchedOff,
        Reported,
        Overridden,
        OverrideEnded,
        Taken
    };
    Q_ENUM(Deed)
    /// As the free-standing one, for QML.
    enum class Trouble {
        HelpAsked,
        ClientArrived,
        OverTarget,
        PaperUnknown,
        KioskDown,
        CalledNotStarted,
        PartDown,
        ServedLong,
        MachineDown
    };
    Q_ENUM(Trouble)

    explicit Lobby(link::Link& link, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool unwell() const { return link_.state() == link::Link::State::Unwell; }
    [[nodiscard]] const QString& staff() const { return staff_; }
    /// Something was asked and is not answered yet.
    [[nodiscard]] bool busy() const { return asked_ > 0; }
    /// link::refusals::Code
    [[nodiscard]] int refusal() const { return refusal_; }
    /// What was refused would have left this service without a counter; empty: another refusal.
    [[nodiscard]] const QString& uncovered() const { return uncovered_; }
    [[nodiscard]] const Chosen& chosen() const { return chosen_; }
    [[nodiscard]] const Done& done() const { return done_; }
    [[nodiscard]] const Issued& issued() const { return issued_; }
    [[nodiscard]] const Today& today() const { return today_; }
    [[nodiscard]] const Circumstances& circumstances() const { return circumstances_; }
    [[nodiscard]] int chosenRow() const { return waiting_.indexOf(ticket_); }
    [[nodiscard]] QString chosenCounter() const { return text(counter_.view()); }
    [[nodiscard]] const QString& number() const { return filter_.number; }
    [[nodiscard]] QString zone() const { return text(filter_.zone.view()); }
    [[nodiscard]] bool away() const { return filter_.away; }
    [[nodiscard]] bool late() const { return filter_.late; }
    [[nodiscard]] QString language() const;
    void setNumber(const QString& number);
    void setZone(const QString& zone);
    void setAway(bool away);
    void setLate(bool late);
    void setLanguage(const QString& language);

    [[nodiscard]] Trial* trial() { return &trial_; }
    [[nodiscard]] ZoneList* zones() { return &zones_; }
    [[nodiscard]] TileList* desks() { return &desks_; }
    [[nodiscard]] TileList* machines() { return &machines_; }
    [[nodiscard]] WaitingList* waiting() { return &waiting_; }
    [[nodiscard]] AlertList* alerts() { return &alerts_; }
    [[nodiscard]] OptionList* places() { return &places_; }
    [[nodiscard]] OptionList* services() { return &services_; }

    Q_INVOKABLE void signOn(const QString& staff, QString pin);
    Q_INVOKABLE void signOff();
    Q_INVOKABLE void chooseTicket(quint32 ticket);
    Q_INVOKABLE void chooseCounter(const QString& counter);
    Q_INVOKABLE void chooseNothing();
    /// Up or down the waiting list.
    Q_INVOKABLE void step(int rows);
    /// Rows keep their place while a pointer is down.
    Q_INVOKABLE void hold(bool down);
    /// What the alert is about comes to the front; a call for help or an arrival is put away.
    Q_INVOKABLE void attend(const QString& alert);
    /// Shows the alerts there was no room for.
    Q_INVOKABLE void turnAlerts();
    Q_INVOKABLE void forgetRefusal();
    Q_INVOKABLE void forgetIssued();

    // All below are about what is chosen; each can be taken back for a few seconds.
    /// `place`: the key of one of places().
    Q_INVOKABLE void redirect(const QString& place);
    Q_INVOKABLE void promote(const QString& reason);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void resume();
    /// The customer holds the paper after all.
    Q_INVOKABLE void confirmPaper();
    Q_INVOKABLE void open();
    Q_INVOKABLE void close();
    /// How the machine is: Counter::Ready and those after it.
    Q_INVOKABLE void report(Counter state, const QString& detail = {});
    /// For so many minutes the counter takes what `choice`, one of trial()->choices(), says; it
    /// reverts by itself.
    Q_INVOKABLE void overrideProfile(const QString& choice, int minutes, const QString& reason);
    /// What was tried, for so many minutes; the journal is told that it was tried.
    Q_INVOKABLE void adopt(int minutes);
    Q_INVOKABLE void endOverride();
    /// "11:12", so many minutes from now.
    Q_INVOKABLE [[nodiscard]] QString clockIn(int minutes) const;
    /// An assisted ticket, shown on this screen.
    Q_INVOKABLE void take(const QString& service);
    Q_INVOKABLE void undo();

signals:
    void changed();
    void chosenSubjectChanged();

private:
    /// `done`: the version of what the act touched.
    using Back = std::function<protocol::Command(protocol::Sequence done)>;
    using AsLeft = std::function<bool(const std::optional<protocol::ProfileOverride>&)>;

    [[nodiscard]] View view() const;
    void show();
    void tick();
    [[nodiscard]] Chosen counterFacts(const View& view) const;
    [[nodiscard]] const protocol::Ticket* ticket() const;
    [[nodiscard]] const protocol::CounterState* counter() const;
    /// Asks; if it is done, says `done` and offers `back`.
    void act(protocol::Command command, Done done, Back back);
    void ask(protocol::Command command, std::function<void(const protocol::Answer&)> done);
    void answered(Done done, Back back);
    void refuse(int code);
    void refuse(protocol::Refusal refusal, const Remainder& remainder);
    [[nodiscard]] protocol::Command backTo(const protocol::CounterId& counter,
                                           const std::optional<protocol::ProfileOverride>& before,
                                           protocol::Sequence seen) const;
    [[nodiscard]] protocol::Sequence seenSince(protocol::Sequence done,
                                               const protocol::CounterId& counter,
                                               const AsLeft& asLeft) const;

    link::Link& link_;
    bool chinese_ = true;
    bool signedOn_ = false;
    QString staff_;
    int asked_ = 0;
    int refusal_;
    QString uncovered_;
    Filter filter_;
    protocol::TicketId ticket_;
    protocol::CounterId counter_;
    Chosen chosen_;
    Done done_;
    protocol::Moment undoUntil_;
    Back back_;
    protocol::Sequence doneAt_{};
    Issued issued_;
    Today today_;
    Circumstances circumstances_;
    Notices notices_;
    Trial trial_;
    ZoneList zones_;
    TileList desks_{false};
    TileList machines_{true};
    WaitingList waiting_;
    AlertList alerts_;
    OptionList places_;
    OptionList services_;
};

} // namespace usher::lobby
