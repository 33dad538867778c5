// Who booked ahead: is the reference asked for, answered in a sentence, and never a dead end?
#include "tests/qml/kiosk/kiosk_window.h"

namespace usher::kiosk {

using namespace protocol;
using namespace std::chrono_literals;
using State = Visit::State;
using link::refusals::Code;

class BookingTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void nobodyIsAskedWhereNobodyBooks();
    void fromWelcomeToTicketByTouch();
    void aCardAndABookingGoTogether();
    void lettersAreOneTouchAway();
    void nothingButAReferenceCanBeTyped();
    void anUnknownReferenceMayBeMended();
    void eachNoIsASentence_data();
    void eachNoIsASentence();
    void whoComesLateIsToldSo();
    void anOrdinaryNumberIsAlwaysOneTouchAway();
    void backLeadsWhereOneCameFrom();
    void aDoubleTapTakesOneTicket();
    void idleForgetsTheReference();
    void withoutTheLineNothingIsSent();
    void anotherTroubleIsATroubleAsEver();
    void aTroubleLeavesNothingToTheNextCustomer();
    void aCardThatFailsAfterATicketIsTheNextCustomers();
    void aCardThatFailsKeepsTheReference();
    void everyModeHasEveryKey_data();
    void everyModeHasEveryKey();

private:
    [[nodiscard]] bool booking() {
        kiosk_->visit.present();
        return kiosk_->reaches(State::Booking);
    }
    void type(const QString& reference) {
        for (const QChar key : reference)
            kiosk_->visit.booking()->add(key);
    }
    [[nodiscard]] bool pressKeys(const QString& reference) {
        return std::all_of(reference.begin(), reference.end(),
                           [this](QChar key) { return window_->press("key-" + QString{key}); });
    }

    std::unique_ptr<KioskStand> kiosk_;
    std::unique_ptr<KioskWindow> window_;
    std::vector<TakeTicket> wishes_;
};

void BookingTest::init() {
    kiosk_ = std::make_unique<KioskStand>();
    window_ = std::make_unique<KioskWindow>(*kiosk_);
    QVERIFY(window_->exposed());
    wishes_.clear();
    kiosk_->link->answerWith([this](const Command& command) -> client::Outcome {
        if (const auto* wish = std::get_if<TakeTicket>(&command))
            wishes_.push_back(*wish);
        return kiosk_->branch.answer(command);
    });
}

void BookingTest::cleanup() {
    QCOMPARE(window_->warnings(), QStringList{});
    window_.reset();
    kiosk_.reset();
}

void BookingTest::nobodyIsAskedWhereNobodyBooks() {
    QTRY_VERIFY(window_->has("present"));
    Board board = kiosk_->link->board();
    board.booked = false;
    kiosk_->link->show(board);
    QTRY_VERIFY(!window_->has("present"));
    QVERIFY(kiosk_->choosing());
    QTRY_VERIFY(window_->has("choice-0"));
    QVERIFY(!window_->has("present"));
}

void BookingTest::fromWelcomeToTicketByTouch() {
    QVERIFY(window_->press("present"));
    QVERIFY(kiosk_->reaches(State::Booking));
    QVERIFY(window_->press("claim")); // nothing to claim yet
    QVERIFY(pressKeys("202611278"));
    QVERIFY(window_->press("key-delete"));
    QTRY_COMPARE(window_->said("reference"), QStringLiteral("20261127"));
    QVERIFY(window_->press("claim"));
    QVERIFY(kiosk_->reaches(State::Ticket));
    QCOMPARE(wishes_.size(), std::size_t{1});
    QVERIFY(wishes_[0].appointment == demoBooking);
    QVERIFY(wishes_[0].service.empty());
    QTRY_COMPARE(window_->said("adviceDetail"), QStringLiteral("Your appointment counts."));
    QVERIFY(window_->words().contains("Open an account"));
}

void BookingTest::aCardAndABookingGoTogether() {
    kiosk_->insert();
    QVERIFY(kiosk_->reaches(State::Choosing));
    QVERIFY(window_->press("present"));
    QCOMPARE(kiosk_->visit.state(), State::Booking);
    type("20261127");
    kiosk_->visit.claim();
    QVERIFY(kiosk_->reaches(State::Ticket));
    QCOMPARE(wishes_.back().recognition, std::string{"demo"});
    kiosk_->visit.done();
    QVERIFY(booking());
    type("2026");
    kiosk_->insert(); // the card comes second
    QVERIFY(kiosk_->reaches(State::Booking));
    QVERIFY(kiosk_->visit.greeted());
    QCOMPARE(kiosk_->visit.booking()->reference(), QStringLiteral("2026"));
}

void BookingTest::lettersAreOneTouchAway() {
    QVERIFY(booking());
    QVERIFY(window_->press("key-other"));
    QVERIFY(pressKeys("GX-"));
    QVERIFY(window_->press("key-other"));
    QVERIFY(pressKeys("07"));
    QCOMPARE(kiosk_->visit.booking()->reference(), QStringLiteral("GX-07"));
}

void BookingTest::nothingButAReferenceCanBeTyped() {
    QVERIFY(booking());
    type("1 2/\n张'3");
    QCOMPARE(kiosk_->visit.booking()->reference(), QStringLiteral("123"));
    type(QString{40, '9'});
    QCOMPARE(kiosk_->visit.booking()->reference().size(), 31);
    QTRY_COMPARE(window_->said("key-5", "enabled"), QStringLiteral("false"));
    QVERIFY(window_->see());
    const QQuickItem* reference = window_->item("reference");
    QVERIFY(reference->mapRectToScene(reference->boundingRect()).right() < 1080);
}

void BookingTest::anUnknownReferenceMayBeMended() {
    QVERIFY(booking());
    type("20261128");
    QVERIFY(window_->press("claim"));
    QTRY_VERIFY(window_->said("bookingAnswer").startsWith("We find no appointment"));
    QCOMPARE(kiosk_->visit.booking()->reference(), QStringLiteral("20261128"));
    QVERIFY(window_->press("claim")); // the same again would be the same again
    QCOMPARE(wishes_.size(), std::size_t{1});
    QVERIFY(window_->press("key-delete"));
    QTRY_VERIFY(window_->said("bookingAnswer").startsWith("Type the reference"));
    QVERIFY(window_->press("key-7"));
    QVERIFY(window_->press("claim"));
    QVERIFY(kiosk_->reaches(State::Ticket));
}

void BookingTest::eachNoIsASentence_data() {
    QTest::addColumn<int>("refusal");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, Refusal refusal, const char* sentence) {
        QTest::newRow(name) << static_cast<int>(refusal) << QString{sentence};
    };
    row("unknown", Refusal::UnknownAppointment, "We find no appointment");
    row("used", Refusal::AppointmentUsed, "A number was already taken");
    row("early", Refusal::AppointmentTooEarly, "It is too early");
    row("service gone", Refusal::UnknownService, "This appointment is for something not done");
    row("nobody does it", Refusal::ServiceUnavailable,
        "This appointment is for something not done");
}

void BookingTest::eachNoIsASentence() {
    QFETCH(int, refusal);
    QFETCH(QString, sentence);
    kiosk_->branch.refusal = static_cast<Refusal>(refusal);
    QVERIFY(booking());
    type("20261127");
    kiosk_->visit.claim();
    QVERIFY(kiosk_->reaches(State::Booking));
    QTRY_VERIFY2(window_->said("bookingAnswer").startsWith(sentence),
                 qPrintable(window_->said("bookingAnswer")));
    kiosk_->branch.refusal.reset();
    QVERIFY(window_->press("ordinary"));
    QCOMPARE(kiosk_->visit.state(), State::Choosing);
    kiosk_->visit.take(opening);
    QVERIFY(kiosk_->reaches(State::Ticket));
    QVERIFY(!wishes_.back().appointment);
}

void BookingTest::whoComesLateIsToldSo() {
    kiosk_->branch.late = true;
    QVERIFY(booking());
    type("20261127");
    kiosk_->visit.claim();
    QVERIFY(kiosk_->reaches(State::Ticket));
    QTRY_VERIFY(window_->said("adviceDetail").contains("has passed"));
}

void BookingTest::anOrdinaryNumberIsAlwaysOneTouchAway() {
    QVERIFY(booking());
    type("2026");
    QVERIFY(window_->press("ordinary"));
    QCOMPARE(kiosk_->visit.state(), State::Choosing);
    QCOMPARE(kiosk_->visit.booking()->reference(), QString{});
}

void BookingTest::backLeadsWhereOneCameFrom() {
    QVERIFY(window_->press("present"));
    QVERIFY(kiosk_->reaches(State::Booking));
    QVERIFY(window_->press("back"));
    QCOMPARE(kiosk_->visit.state(), State::Welcome);
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->press("present"));
    QVERIFY(kiosk_->reaches(State::Booking));
    QVERIFY(window_->press("back"));
    QCOMPARE(kiosk_->visit.state(), State::Choosing);
    QVERIFY(window_->press("back"));
    QVERIFY(kiosk_->choosing()); // a new visit asks for no reference
}

void BookingTest::aDoubleTapTakesOneTicket() {
    QVERIFY(booking());
    type("20261127");
    kiosk_->visit.claim();
    kiosk_->visit.claim();
    QVERIFY(kiosk_->reaches(State::Ticket));
    QCOMPARE(wishes_.size(), std::size_t{1});
}

void BookingTest::idleForgetsTheReference() {
    QVERIFY(booking());
    type("20261127");
    kiosk_->clock.advance(39s);
    QVERIFY(window_->press("key-1")); // somebody is here
    kiosk_->clock.advance(39s);
    QVERIFY(!kiosk_->visit.counting());
    kiosk_->clock.advance(1s);
    QVERIFY(kiosk_->visit.counting());
    kiosk_->clock.advance(20s);
    QCOMPARE(kiosk_->visit.state(), State::Welcome);
    QCOMPARE(kiosk_->visit.booking()->reference(), QString{});
    QVERIFY(kiosk_->choosing());
}

void BookingTest::withoutTheLineNothingIsSent() {
    QVERIFY(booking());
    type("20261127");
    kiosk_->link->setStale(true, 4);
    QVERIFY(window_->press("claim"));
    kiosk_->visit.claim();
    QCOMPARE(kiosk_->visit.state(), State::Booking);
    QVERIFY(wishes_.empty());
    kiosk_->link->setStale(false, 0);
    QVERIFY(window_->press("claim"));
    QVERIFY(kiosk_->reaches(State::Ticket));
}

void BookingTest::anotherTroubleIsATroubleAsEver() {
    kiosk_->branch.refusal = Refusal::QueueFull;
    QVERIFY(booking());
    type("20261127");
    kiosk_->visit.claim();
    QVERIFY(kiosk_->reaches(State::Troubled));
    QCOMPARE(kiosk_->visit.trouble(), Visit::Trouble::HallFull);
}

void BookingTest::aTroubleLeavesNothingToTheNextCustomer() {
    kiosk_->branch.refusal = Refusal::QueueFull;
    kiosk_->visit.comfort()->setLarge(true);
    QVERIFY(booking());
    type("20261127");
    kiosk_->visit.claim();
    QVERIFY(kiosk_->reaches(State::Troubled));
    QCOMPARE(kiosk_->visit.booking()->reference(), QString{});
    QVERIFY(kiosk_->visit.comfort()->large()); // it is still being read
    kiosk_->insert();
    QVERIFY(kiosk_->reaches(State::Choosing));
    QVERIFY(!kiosk_->visit.comfort()->large());
    QVERIFY(kiosk_->visit.greeted());
}

void BookingTest::aCardThatFailsAfterATicketIsTheNextCustomers() {
    QVERIFY(booking());
    type("20261127");
    kiosk_->visit.claim();
    QVERIFY(kiosk_->reaches(State::Ticket));
    kiosk_->visit.onCard(card::CardFailed{card::CardFailure::Unreadable});
    QCOMPARE(kiosk_->visit.state(), State::Troubled);
    QCOMPARE(kiosk_->visit.ticket()->number(), QString{});
    QVERIFY(kiosk_->choosing());
    QCOMPARE(kiosk_->visit.booking()->reference(), QString{});
}

void BookingTest::aCardThatFailsKeepsTheReference() {
    kiosk_->insert();
    QVERIFY(kiosk_->reaches(State::Choosing));
    QVERIFY(window_->press("present"));
    type("2026");
    kiosk_->visit.onCard(card::CardFailed{card::CardFailure::Unreadable});
    QCOMPARE(kiosk_->visit.state(), State::Troubled);
    QVERIFY(window_->press("noCard"));
    QVERIFY(kiosk_->reaches(State::Booking));
    QCOMPARE(kiosk_->visit.booking()->reference(), QStringLiteral("2026"));
    QVERIFY(!kiosk_->visit.greeted()); // without a card now
}

void BookingTest::everyModeHasEveryKey_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("large");
    QTest::addColumn<QString>("language");
    QTest::newRow("upright") << QSize{1080, 1920} << false << "en";
    QTest::newRow("upright, large") << QSize{1080, 1920} << true << "en";
    QTest::newRow("lying") << QSize{1280, 1024} << false << "zh";
    QTest::newRow("lying, large") << QSize{1280, 1024} << true << "en";
}

void BookingTest::everyModeHasEveryKey() {
    QFETCH(QSize, size);
    QFETCH(bool, large);
    QFETCH(QString, language);
    kiosk_->visit.comfort()->setLarge(large);
    kiosk_->visit.comfort()->setLanguage(language);
    window_->window()->resize(size);
    QVERIFY(booking());
    kiosk_->branch.refusal = Refusal::AppointmentUsed; // the longest answer
    type("20261127");
    kiosk_->visit.claim();
    QVERIFY(kiosk_->reaches(State::Booking));
    QStringList names{"key-0", "key-9", "key-delete", "claim", "ordinary", "back", "key-other"};
    for (int board = 0; board < 2; ++board) {
        for (const QString& name : names) {
            QTRY_VERIFY2(window_->has(name), qPrintable(name));
            QVERIFY(window_->see());
            const QQuickItem* key = window_->item(name);
            const QRectF place = key->mapRectToScene(key->boundingRect());
            QVERIFY2(QRectF({}, size).contains(place), qPrintable(name));
            QVERIFY2(place.bottom() <= window_->item("help")->mapToScene({0, 0}).y(),
                     qPrintable(name));
            QVERIFY2(place.width() >= key->implicitHeight() * 0.75, qPrintable(name));
        }
        window_->tap("key-other");
        names = {"key-A", "key-Z", "key--", "key-delete", "claim", "ordinary", "back"};
    }
}

} // namespace usher::kiosk

QTEST_MAIN(usher::kiosk::BookingTest)
#include "booking_test.moc"
