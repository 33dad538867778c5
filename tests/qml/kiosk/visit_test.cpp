// Does one customer's visit go as it should, whatever printer, card and line do?
#include "tests/qml/kiosk/kiosk_stand.h"

namespace usher::kiosk {

using namespace protocol;
using namespace std::chrono_literals;
using State = Visit::State;
using Trouble = Visit::Trouble;

class VisitTest : public QObject {
    Q_OBJECT
private slots:
    void aCardLeadsToAPrintedTicket();
    void withoutACardNothingIsIdentified();
    void aDoubleTapTakesOneTicket();
    void withoutAnswerNothingIsTakenTwice();
    void thePrinterIsAskedBeforeANumberIsTaken();
    void aPrinterWithoutPaperPutsTheNumberOnTheScreen();
    void aJammedSlipLeavesTheChoice();
    void declinedNumbersAreVoided();
    void anUnknownSlipIsNeverPrintedAgain();
    void withoutAPrinterTheNumberIsShown();
    void idleAsksThenClearsEverything();
    void aTouchKeepsTheVisit();
    void theTicketStaysEightSecondsOrThirty();
    void aNumberOnlyOnTheScreenStays();
    void theCardPulledClearsTheGreeting();
    void cardTroublesOfferTheWayWithoutACard_data();
    void cardTroublesOfferTheWayWithoutACard();
    void refusalsSayWhatIsTheMatter_data();
    void refusalsSayWhatIsTheMatter();
    void theLineGoneAndBack();
    void withoutTheLineNothingCanBeChosen();
    void anUnansweredCardIsServedAllTheSame();
    void helpSaysWhetherItGotThrough();
    void devicesAreReportedWhenTheyChange();
    void theSlipSaysWhatTheScreenSays();
    void groupsOfOneAreServices();
};

void VisitTest::aCardLeadsToAPrintedTicket() {
    KioskStand kiosk;
    kiosk.insert();
    QVERIFY(kiosk.reaches(State::Choosing));
    QVERIFY(kiosk.visit.greeted());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Ticket));
    QCOMPARE(kiosk.asked("IdentifyCard"), 1);
    QCOMPARE(kiosk.asked("TakeTicket"), 1);
    QCOMPARE(kiosk.asked("ConfirmTicket"), 1);
    QCOMPARE(kiosk.visit.ticket()->number(), QStringLiteral("A101"));
    QVERIFY(kiosk.visit.cardInside());
}

void VisitTest::withoutACardNothingIsIdentified() {
    KioskStand kiosk;
    QVERIFY(kiosk.choosing());
    QVERIFY(!kiosk.visit.greeted());
    QCOMPARE(kiosk.asked("IdentifyCard"), 0);
}

void VisitTest::aDoubleTapTakesOneTicket() {
    KioskStand kiosk;
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    kiosk.visit.take(opening);
    kiosk.visit.choose(3);
    QVERIFY(kiosk.reaches(State::Ticket));
    kiosk.visit.take(opening);
    QCOMPARE(kiosk.asked("TakeTicket"), 1);
}

void VisitTest::withoutAnswerNothingIsTakenTwice() {
    KioskStand kiosk;
    kiosk.branch.silent = true;
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Uncertain));
    kiosk.visit.take(opening);
    kiosk.clock.advance(59s);
    QCOMPARE(kiosk.visit.state(), State::Uncertain);
    QCOMPARE(kiosk.asked("TakeTicket"), 1);
}

void VisitTest::thePrinterIsAskedBeforeANumberIsTaken() {
    KioskStand kiosk;
    QVERIFY(kiosk.choosing());
    std::vector<Paper> papers;
    kiosk.link->answerWith([&](const Command& command) -> client::Outcome {
        if (const auto* wish = std::get_if<TakeTicket>(&command)) {
            papers.push_back(wish->paper);
            return Refusal::QueueFull;
        }
        return Answer{Accepted{}};
    });
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Troubled));
    QCOMPARE(papers, std::vector{Paper::Pending});
    kiosk.machine->manner = DemoPrinter::Manner::HasNoPaper;
    kiosk.link->answerWith(
        [&](const Command&) -> client::Outcome { return Answer{kiosk.branch.services()}; });
    kiosk.visit.done();
    QVERIFY(kiosk.choosing());
    kiosk.link->answerWith([&](const Command& command) -> client::Outcome {
        if (const auto* wish = std::get_if<TakeTicket>(&command))
            papers.push_back(wish->paper);
        return Refusal::QueueFull;
    });
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Troubled));
    QCOMPARE(papers, (std::vector{Paper::Pending, Paper::Shown}));
}

void VisitTest::aPrinterWithoutPaperPutsTheNumberOnTheScreen() {
    KioskStand kiosk;
    kiosk.machine->manner = DemoPrinter::Manner::HasNoPaper;
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Shown));
    QVERIFY(!kiosk.visit.paperUnknown());
    QCOMPARE(kiosk.asked("ConfirmTicket"), 0); // it was taken as Shown
}

void VisitTest::aJammedSlipLeavesTheChoice() {
    KioskStand kiosk;
    kiosk.machine->manner = DemoPrinter::Manner::Jams;
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::PaperFailed));
    QCOMPARE(kiosk.asked("ConfirmTicket"), 0);
    kiosk.visit.keep();
    kiosk.visit.keep();
    QVERIFY(kiosk.reaches(State::Shown));
    QCOMPARE(kiosk.asked("ConfirmTicket"), 1);
}

void VisitTest::declinedNumbersAreVoided() {
    KioskStand kiosk;
    kiosk.machine->manner = DemoPrinter::Manner::Jams;
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::PaperFailed));
    Paper said = Paper::Pending;
    kiosk.link->answerWith([&](const Command& command) -> client::Outcome {
        if (const auto* word = std::get_if<ConfirmTicket>(&command))
            said = word->paper;
        return Answer{Accepted{}};
    });
    kiosk.clock.advance(60s); // nobody stayed for it
    QCOMPARE(kiosk.visit.state(), State::Welcome);
    QCOMPARE(said, Paper::Failed);
    QCOMPARE(kiosk.visit.ticket()->number(), QString{});
}

void VisitTest::anUnknownSlipIsNeverPrintedAgain() {
    KioskStand kiosk;
    kiosk.machine->manner = DemoPrinter::Manner::Vanishes;
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Shown));
    QVERIFY(kiosk.visit.paperUnknown());
    QCOMPARE(kiosk.asked("TakeTicket"), 1);
    QCOMPARE(kiosk.asked("ConfirmTicket"), 1);
}

void VisitTest::withoutAPrinterTheNumberIsShown() {
    KioskStand kiosk{false};
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Shown));
    QCOMPARE(kiosk.visit.ticket()->number(), QStringLiteral("A101"));
}

void VisitTest::idleAsksThenClearsEverything() {
    KioskStand kiosk;
    kiosk.insert();
    QVERIFY(kiosk.reaches(State::Choosing));
    kiosk.visit.comfort()->setLanguage("en");
    kiosk.visit.comfort()->setLarge(true);
    kiosk.visit.comfort()->setContrast(true);
    kiosk.clock.advance(39s);
    QVERIFY(!kiosk.visit.counting());
    kiosk.clock.advance(1s);
    QVERIFY(kiosk.visit.counting());
    QCOMPARE(kiosk.visit.secondsLeft(), 20);
    kiosk.clock.advance(19s);
    QCOMPARE(kiosk.visit.secondsLeft(), 1);
    QCOMPARE(kiosk.visit.state(), State::Choosing);
    kiosk.clock.advance(1s);
    QCOMPARE(kiosk.visit.state(), State::Welcome);
    QVERIFY(!kiosk.visit.greeted());
    QVERIFY(!kiosk.visit.counting());
    QCOMPARE(kiosk.visit.comfort()->language(), QStringLiteral("zh"));
    QVERIFY(!kiosk.visit.comfort()->large());
    QVERIFY(!kiosk.visit.comfort()->contrast());
    QCOMPARE(kiosk.visit.choices()->rowCount(), 0);
}

void VisitTest::aTouchKeepsTheVisit() {
    KioskStand kiosk;
    QVERIFY(kiosk.choosing());
    for (int again = 0; again < 12; ++again) {
        kiosk.clock.advance(55s);
        QVERIFY(kiosk.visit.counting());
        kiosk.visit.stay();
        QVERIFY(!kiosk.visit.counting());
    }
    QCOMPARE(kiosk.visit.state(), State::Choosing);
}

void VisitTest::theTicketStaysEightSecondsOrThirty() {
    for (const auto& [large, stays] : {std::pair{false, 8s}, std::pair{true, 30s}}) {
        KioskStand kiosk;
        kiosk.visit.comfort()->setLarge(large);
        QVERIFY(kiosk.choosing());
        kiosk.visit.take(opening);
        QVERIFY(kiosk.reaches(State::Ticket));
        kiosk.clock.advance(stays - 1ms);
        QCOMPARE(kiosk.visit.state(), State::Ticket);
        kiosk.clock.advance(1ms);
        QCOMPARE(kiosk.visit.state(), State::Welcome);
    }
}

void VisitTest::aNumberOnlyOnTheScreenStays() {
    KioskStand kiosk{false};
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Shown));
    kiosk.clock.advance(39s);
    kiosk.visit.onCard(card::CardArrived{});
    QCOMPARE(kiosk.visit.state(), State::Shown);
    QCOMPARE(kiosk.visit.ticket()->number(), QStringLiteral("A101"));
    kiosk.visit.done();
    QCOMPARE(kiosk.visit.state(), State::Welcome);
}

void VisitTest::theCardPulledClearsTheGreeting() {
    KioskStand kiosk;
    kiosk.insert();
    QVERIFY(kiosk.reaches(State::Choosing));
    QVERIFY(kiosk.visit.greeted());
    kiosk.visit.onCard(card::CardRemoved{});
    QVERIFY(!kiosk.visit.greeted());
    QVERIFY(!kiosk.visit.cardInside());
}

void VisitTest::cardTroublesOfferTheWayWithoutACard_data() {
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("trouble");
    const auto row = [](const char* name, card::CardFailure failure, Trouble trouble) {
        QTest::newRow(name) << static_cast<int>(failure) << static_cast<int>(trouble);
    };
    row("unreadable", card::CardFailure::Unreadable, Trouble::CardUnreadable);
    row("too slow", card::CardFailure::TooSlow, Trouble::CardUnreadable);
    row("no bank card", card::CardFailure::NotABankCard, Trouble::NotABankCard);
    row("hostile", card::CardFailure::Hostile, Trouble::NotABankCard);
    row("too soon", card::CardFailure::RemovedTooSoon, Trouble::RemovedTooSoon);
}

void VisitTest::cardTroublesOfferTheWayWithoutACard() {
    QFETCH(int, failure);
    QFETCH(int, trouble);
    KioskStand kiosk;
    kiosk.visit.onCard(card::CardArrived{});
    QCOMPARE(kiosk.visit.state(), State::Reading);
    kiosk.visit.onCard(card::CardFailed{static_cast<card::CardFailure>(failure)});
    QCOMPARE(kiosk.visit.state(), State::Troubled);
    QCOMPARE(static_cast<int>(kiosk.visit.trouble()), trouble);
    QVERIFY(kiosk.choosing());
}

void VisitTest::refusalsSayWhatIsTheMatter_data() {
    QTest::addColumn<int>("refusal");
    QTest::addColumn<int>("trouble");
    const auto row = [](const char* name, Refusal refusal, Trouble trouble) {
        QTest::newRow(name) << static_cast<int>(refusal) << static_cast<int>(trouble);
    };
    row("closed", Refusal::OutletClosed, Trouble::Closed);
    row("full", Refusal::QueueFull, Trouble::HallFull);
    row("unwell", Refusal::Unavailable, Trouble::BrokerUnwell);
    row("another", Refusal::SeriesExhausted, Trouble::Refused);
}

void VisitTest::refusalsSayWhatIsTheMatter() {
    QFETCH(int, refusal);
    QFETCH(int, trouble);
    KioskStand kiosk;
    kiosk.branch.refusal = static_cast<Refusal>(refusal);
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Troubled));
    QCOMPARE(static_cast<int>(kiosk.visit.trouble()), trouble);
    QCOMPARE(kiosk.visit.refusal(), refusal);
    kiosk.clock.advance(20s);
    QCOMPARE(kiosk.visit.state(), State::Welcome);
}

void VisitTest::theLineGoneAndBack() {
    KioskStand kiosk;
    kiosk.link->setStale(true, 4);
    QCOMPARE(kiosk.visit.trouble(), Trouble::BrokerAway);
    kiosk.insert();
    kiosk.clock.advance(600s);
    QCOMPARE(kiosk.visit.trouble(), Trouble::BrokerAway);
    QCOMPARE(kiosk.asked("IdentifyCard"), 0);
    kiosk.link->setStale(false, 0);
    QCOMPARE(kiosk.visit.state(), State::Welcome);
    kiosk.link->setState(link::Link::State::Unwell);
    QCOMPARE(kiosk.visit.trouble(), Trouble::BrokerUnwell);
}

void VisitTest::withoutTheLineNothingCanBeChosen() {
    KioskStand kiosk;
    QVERIFY(kiosk.choosing());
    kiosk.link->setStale(true, 4);
    QCOMPARE(kiosk.visit.state(), State::Choosing);
    kiosk.visit.take(opening);
    QCOMPARE(kiosk.visit.state(), State::Choosing);
    QCOMPARE(kiosk.asked("TakeTicket"), 0);
}

void VisitTest::anUnansweredCardIsServedAllTheSame() {
    KioskStand kiosk;
    kiosk.link->answerWith([&](const Command& command) -> client::Outcome {
        if (std::holds_alternative<IdentifyCard>(command))
            return client::NoAnswer{};
        return Answer{kiosk.branch.services()};
    });
    kiosk.insert();
    QVERIFY(kiosk.reaches(State::Choosing));
    QVERIFY(!kiosk.visit.greeted());
}

void VisitTest::helpSaysWhetherItGotThrough() {
    KioskStand kiosk;
    kiosk.visit.help()->call();
    kiosk.visit.help()->call();
    QTRY_COMPARE(kiosk.visit.help()->state(), Help::State::Called);
    QCOMPARE(kiosk.asked("AskHelp"), 1);
    kiosk.link->answerWith([](const Command&) -> client::Outcome { return client::NoAnswer{}; });
    kiosk.visit.help()->call();
    QTRY_COMPARE(kiosk.visit.help()->state(), Help::State::Unheard);
    kiosk.clock.advance(40s);
    QCOMPARE(kiosk.visit.help()->state(), Help::State::Quiet);
}

void VisitTest::devicesAreReportedWhenTheyChange() {
    KioskStand kiosk;
    QTRY_COMPARE(kiosk.asked("ReportDevice"), 1); // the printer, at the start
    kiosk.visit.onCard(card::ReaderBack{});
    kiosk.visit.onCard(card::ReaderBack{});
    QCOMPARE(kiosk.asked("ReportDevice"), 2);
    kiosk.machine->manner = DemoPrinter::Manner::HasNoPaper;
    kiosk.clock.advance(60s);
    QTRY_COMPARE(kiosk.asked("ReportDevice"), 3);
}

void VisitTest::theSlipSaysWhatTheScreenSays() {
    KioskStand kiosk;
    QVERIFY(kiosk.choosing());
    kiosk.visit.take(opening);
    QVERIFY(kiosk.reaches(State::Ticket));
    const devices::Slip slip = kiosk.visit.ticket()->slip({"银河支行", "Galaxy Branch"}, "10:41");
    QCOMPARE(slip.number, std::string{"A101"});
    QCOMPARE(slip.service.en, std::string{"Open an account"});
    QCOMPARE(slip.zone.en, std::string{"Low counters"});
    QCOMPARE(static_cast<int>(slip.forecast->from), kiosk.visit.ticket()->low());
    QCOMPARE(slip.kiosk, std::string{"K1"});
    QCOMPARE(slip.qr, std::string{"https://queue.example/t/00112233445566778899aabbccddeeff"});
    QVERIFY(!kiosk.visit.ticket()->code().isEmpty());
}

void VisitTest::groupsOfOneAreServices() {
    KioskStand kiosk;
    QVERIFY(kiosk.choosing());
    Choices& choices = *kiosk.visit.choices();
    QCOMPARE(choices.rowCount(), 6);
    QVERIFY(choices.isGroup(0));
    QVERIFY(choices.serviceAt(3) == named<ServiceId>("wealth"));
    kiosk.visit.choose(2);
    QCOMPARE(choices.rowCount(), 3);
    QVERIFY(choices.serviceAt(0) == opening);
    kiosk.visit.back();
    QCOMPARE(choices.rowCount(), 6);
    kiosk.visit.back();
    QCOMPARE(kiosk.visit.state(), State::Welcome);
}

} // namespace usher::kiosk

QTEST_GUILESS_MAIN(usher::kiosk::VisitTest)
#include "visit_test.moc"
