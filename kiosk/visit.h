// One customer at the kiosk, from the first touch to the number in the hand.
//
// It decides nothing about the queue: it shows what the broker offers, passes wishes on, and ends
// by itself when nobody touches it, leaving nothing personal behind. A card number passes through
// it in a Secret and is never kept; whoever the card belongs to, the screen looks the same.
#pragma once

#include "kiosk/booking.h"
#include "kiosk/card/card_reader.h"
#include "kiosk/choices.h"
#include "kiosk/clock.h"
#include "kiosk/comfort.h"
#include "kiosk/hall_now.h"
#include "kiosk/help.h"
#include "kiosk/patience.h"
#include "kiosk/reception.h"
#include "kiosk/taking.h"
#include "kiosk/ticket_face.h"
#include "kiosk/ways.h"

namespace usher::kiosk {

class Visit : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main.cpp receives the customers")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(Trouble trouble READ trouble NOTIFY changed)
    Q_PROPERTY(int refusal READ refusal NOTIFY changed)
    Q_PROPERTY(bool greeted READ greeted NOTIFY changed)
    Q_PROPERTY(bool cardInside READ cardInside NOTIFY changed)
    Q_PROPERTY(bool readerUp READ readerUp NOTIFY changed)
    Q_PROPERTY(bool paperUnknown READ paperUnknown NOTIFY changed)
    Q_PROPERTY(bool lineDown READ lineDown NOTIFY changed)
    Q_PROPERTY(bool counting READ counting NOTIFY counted)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY counted)
    Q_PROPERTY(int secondsTotal READ secondsTotal NOTIFY counted)
    Q_PROPERTY(usher::kiosk::Choices* choices READ choices CONSTANT)
    Q_PROPERTY(bool books READ books NOTIFY changed)
    Q_PROPERTY(usher::kiosk::Booking* booking READ booking CONSTANT)
    Q_PROPERTY(usher::kiosk::Ways* ways READ ways CONSTANT)
    Q_PROPERTY(usher::kiosk::TicketFace* ticket READ ticket CONSTANT)
    Q_PROPERTY(usher::kiosk::Comfort* comfort READ comfort CONSTANT)
    Q_PROPERTY(usher::kiosk::Help* help READ help CONSTANT)
    Q_PROPERTY(usher::kiosk::HallNow* hallNow READ hallNow CONSTANT)
public:
    /// Uncertain: nobody answered, so a number may or may not have been given.
    enum class State {
        Welcome,
        Reading,
        Opening,
        Choosing,
        Ways,
        Booking,
        Taking,
        Printing,
        Ticket,
        Shown,
        PaperFailed,
        Uncertain,
        Troubled,
    };
    Q_ENUM(State)
    /// Refused: `refusal` says why.
    enum class Trouble {
        None,
        Closed,
        HallFull,
        BrokerAway,
        BrokerUnwell,
        CardUnreadable,
        NotABankCard,
        RemovedTooSoon,
        Refused,
    };
    Q_ENUM(Trouble)

    Visit(link::Link& link, Clock& clock, SlipPrinter& printer, Parts& parts,
          QObject* parent = nullptr);

    /// A number without a card.
    Q_INVOKABLE void begin();
    /// The card on the choosing page: opens a group, asks which way, or takes a ticket. Once.
    Q_INVOKABLE void choose(int row);
    /// Where it can be had, if that is not a matter of course; else takes a ticket.
    void ask(const protocol::ServiceId& service);
    /// The card on the page of ways.
    Q_INVOKABLE void go(int row);
    void take(const protocol::ServiceId& service,
              const std::optional<protocol::CounterId>& machine = {});
    /// To where the reference of a booking is typed.
    Q_INVOKABLE void present();
    /// A number for the reference typed.
    Q_INVOKABLE void claim();
    /// No number by reference after all.
    Q_INVOKABLE void ordinary();
    Q_INVOKABLE void turn(int pages) { choices_.turn(pages); }
    Q_INVOKABLE void back();
    Q_INVOKABLE void done();
    Q_INVOKABLE void keep();
    Q_INVOKABLE void decline();
    /// Somebody is still here.
    Q_INVOKABLE void stay();
    /// What the reader says, on this thread.
    void onCard(card::CardEvent event);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] Trouble trouble() const { return trouble_; }
    [[nodiscard]] int refusal() const { return static_cast<int>(refusal_); }
    [[nodiscard]] bool greeted() const { return greeted_; }
    [[nodiscard]] bool cardInside() const { return cardInside_; }
    [[nodiscard]] bool readerUp() const { return readerUp_; }
    [[nodiscard]] bool paperUnknown() const { return paperUnknown_; }
    [[nodiscard]] bool lineDown() const;
    /// Somebody here has an appointment.
    [[nodiscard]] bool books() const { return link_.board().booked; }
    [[nodiscard]] bool counting() const { return patience_.counting(clock_.now()); }
    [[nodiscard]] int secondsLeft() const { return patience_.secondsLeft(clock_.now()); }
    [[nodiscard]] int secondsTotal() const { return patience_.secondsTotal(); }
    [[nodiscard]] Choices* choices() { return &choices_; }
    [[nodiscard]] Booking* booking() { return &booking_; }
    [[nodiscard]] Ways* ways() { return &ways_; }
    [[nodiscard]] TicketFace* ticket() { return &ticket_; }
    [[nodiscard]] Comfort* comfort() { return &comfort_; }
    [[nodiscard]] Help* help() { return &help_; }
    [[nodiscard]] HallNow* hallNow() { return &hallNow_; }

signals:
    void changed();
    void counted();

private:
    void enter(State state);
    void complain(Trouble trouble);
    void refuse(protocol::Refusal refusal);
    void refuseTaking(protocol::Refusal refusal);
    void forget();
    void end();
    void onOpened();
    void follow(Taking::End end);
    void onLine();
    void followLine();
    void onComfort();
    void tick();
    void refresh();
    void glanceAtPrinter();
    [[nodiscard]] bool over() const;
    [[nodiscard]] bool takesCards() const;
    [[nodiscard]] Patience::Limits limits() const;
    [[nodiscard]] devices::Slip slipFor() const;

    link::Link& link_;
    Clock& clock_;
    SlipPrinter& printer_;
    Parts& parts_;
    State state_{State::Welcome};
    Trouble trouble_{Trouble::None};
    protocol::Refusal refusal_{};
    bool greeted_{};
    bool cardInside_{};
    bool readerUp_{};
    bool paperUnknown_{};
    std::optional<std::tuple<link::Link::State, bool, bool>> lineSeen_; ///< and whether it books
    Millis listedAt_{};
    Millis glancedAt_{};
    int shownSeconds_{-1};
    Patience patience_;
    Choices choices_;
    Ways ways_;
    Booking booking_;
    TicketFace ticket_;
    Comfort comfort_;
    Help help_;
    HallNow hallNow_;
    Reception reception_;
    Taking taking_;
};

} // namespace usher::kiosk
