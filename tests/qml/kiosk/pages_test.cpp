// Do the pages show and ask what they should? The real window, pressed with a finger.
#include "tests/qml/kiosk/kiosk_window.h"

namespace usher::kiosk {

using namespace protocol;
using namespace std::chrono_literals;
using State = Visit::State;

class PagesTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void fromWelcomeToTicketByTouch();
    void touchesBesideKeysKeepTheVisit();
    void largeContrastAndLanguageAreOneTouchEach();
    void helpIsOnEveryPage();
    void aCardTroubleLeadsOnWithoutACard();
    void continueAnswersTheQuestion();
    void noPageSaysATier();
    void consentIsSaidBesideTheCard();
    void whatTheHallSaysFillsWhatNoHandReaches();
    void theSecondTapOfADoubleTapDoesNothing();
    void noDoubleTapDismissesTheNumber();

private:
    std::unique_ptr<KioskStand> kiosk_;
    std::unique_ptr<KioskWindow> window_;
};

void PagesTest::init() {
    kiosk_ = std::make_unique<KioskStand>();
    window_ = std::make_unique<KioskWindow>(*kiosk_);
    QVERIFY(window_->exposed());
}

void PagesTest::cleanup() {
    QCOMPARE(window_->warnings(), QStringList{});
    window_.reset();
    kiosk_.reset();
}

void PagesTest::fromWelcomeToTicketByTouch() {
    QVERIFY(window_->press("begin"));
    QVERIFY(kiosk_->reaches(State::Choosing));
    QVERIFY(window_->press("choice-2"));
    QTRY_COMPARE(kiosk_->visit.choices()->rowCount(), 3);
    QVERIFY(window_->press("choice-0"));
    QVERIFY(kiosk_->reaches(State::Ticket));
    QTRY_VERIFY(window_->has("number"));
    QCOMPARE(window_->said("number"), "A101");
    QVERIFY(window_->press("done"));
    QCOMPARE(kiosk_->visit.state(), State::Welcome);
}

void PagesTest::touchesBesideKeysKeepTheVisit() {
    QVERIFY(kiosk_->choosing());
    kiosk_->clock.advance(30s);
    QTest::mouseClick(window_->window(), Qt::LeftButton, {}, {5, 5});
    kiosk_->clock.advance(30s);
    QVERIFY(!kiosk_->visit.counting());
}

void PagesTest::largeContrastAndLanguageAreOneTouchEach() {
    QVERIFY(window_->press("large"));
    QVERIFY(kiosk_->visit.comfort()->large());
    QVERIFY(window_->press("contrast"));
    QVERIFY(kiosk_->visit.comfort()->contrast());
    QVERIFY(window_->press("language-zh"));
    QCOMPARE(kiosk_->visit.comfort()->language(), QStringLiteral("zh"));
    kiosk_->clock.advance(40s);
    QVERIFY(!kiosk_->visit.comfort()->touched());
    QCOMPARE(window_->said("large", "checked"), QStringLiteral("false"));
}

void PagesTest::helpIsOnEveryPage() {
    QVERIFY(window_->has("help"));
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->has("help"));
    QVERIFY(window_->press("help"));
    QTRY_VERIFY(window_->has("helpWords"));
    QCOMPARE(kiosk_->asked("AskHelp"), 1);
    kiosk_->visit.take(opening);
    QVERIFY(kiosk_->reaches(State::Ticket));
    QVERIFY(window_->has("help"));
    kiosk_->visit.done();
    kiosk_->link->setStale(true, 5);
    QTRY_VERIFY(window_->has("troubleTitle"));
    QVERIFY(window_->has("help"));
}

void PagesTest::aCardTroubleLeadsOnWithoutACard() {
    kiosk_->visit.onCard(card::CardArrived{});
    kiosk_->visit.onCard(card::CardFailed{card::CardFailure::NotABankCard});
    QVERIFY(window_->press("noCard"));
    QVERIFY(kiosk_->reaches(State::Choosing));
}

void PagesTest::continueAnswersTheQuestion() {
    QVERIFY(kiosk_->choosing());
    kiosk_->clock.advance(45s);
    QVERIFY(kiosk_->visit.counting());
    QVERIFY(window_->press("continue"));
    QVERIFY(!kiosk_->visit.counting());
    QCOMPARE(kiosk_->visit.state(), State::Choosing);
}

void PagesTest::noPageSaysATier() {
    kiosk_->insert();
    QVERIFY(kiosk_->reaches(State::Choosing));
    QStringList words = window_->words();
    kiosk_->visit.take(opening);
    QVERIFY(kiosk_->reaches(State::Ticket));
    words += window_->words();
    QVERIFY(words.size() > 10);
    for (const Tier& tier : kiosk_->link->outlet().setup().tiers)
        for (const QString& word : words) {
            QVERIFY2(!word.contains(QString::fromStdString(tier.name.en), Qt::CaseInsensitive),
                     qPrintable(word));
            QVERIFY2(!word.contains(QString::fromStdString(tier.name.zh)), qPrintable(word));
            QVERIFY2(!word.contains(QString::fromUtf8(testCard.data()).right(4)), qPrintable(word));
        }
}

void PagesTest::consentIsSaidBesideTheCard() {
    QVERIFY(window_->has("consent"));
    kiosk_->visit.onCard(card::ReaderLost{});
    QTRY_VERIFY(!window_->has("consent"));
    QVERIFY(window_->has("begin"));
}

void PagesTest::whatTheHallSaysFillsWhatNoHandReaches() {
    QTRY_VERIFY(window_->has("hallNow"));
    QCOMPARE(window_->said("day"), "Monday, 23 November");
    QVERIFY(window_->words().contains("Cash windows"));
    kiosk_->link->setStale(true, 5);
    QTRY_VERIFY(!window_->has("hallNow")); // never old
    kiosk_->link->setStale(false, 0);
    QVERIFY(kiosk_->choosing());
    QTRY_VERIFY(window_->has("hallNow"));
    kiosk_->visit.take(opening);
    QVERIFY(kiosk_->reaches(State::Ticket));
    QTRY_VERIFY(!window_->has("hallNow")); // the number stands alone
}

void PagesTest::theSecondTapOfADoubleTapDoesNothing() {
    window_->setDoubleTap(60'000);
    kiosk_->visit.begin();
    QVERIFY(kiosk_->reaches(State::Choosing));
    QVERIFY(window_->press("choice-2"));
    QCOMPARE(kiosk_->visit.choices()->rowCount(), 6);
    window_->setDoubleTap(0);
    QVERIFY(window_->press("choice-2"));
    QCOMPARE(kiosk_->visit.choices()->rowCount(), 3);
    window_->setDoubleTap(60'000);
    kiosk_->visit.choices()->showGroups();
    kiosk_->visit.choose(2);
    QVERIFY(window_->press("choice-0"));
    QVERIFY(window_->press("back"));
    QCOMPARE(kiosk_->visit.state(), State::Choosing);
    QCOMPARE(kiosk_->asked("TakeTicket"), 0);
    QVERIFY(window_->press("language-zh")); // what stays from page to page needs no pause
    QCOMPARE(kiosk_->visit.comfort()->language(), QStringLiteral("zh"));
}

void PagesTest::noDoubleTapDismissesTheNumber() {
    kiosk_->machine->manner = DemoPrinter::Manner::HasNoPaper;
    QVERIFY(kiosk_->choosing());
    window_->setDoubleTap(60'000);
    kiosk_->visit.take(opening);
    QVERIFY(kiosk_->reaches(State::Shown));
    QVERIFY(window_->press("done"));
    QCOMPARE(kiosk_->visit.state(), State::Shown);
    window_->setDoubleTap(0);
    QVERIFY(window_->press("done"));
    QCOMPARE(kiosk_->visit.state(), State::Welcome);
}

} // namespace usher::kiosk

QTEST_MAIN(usher::kiosk::PagesTest)
#include "pages_test.moc"
