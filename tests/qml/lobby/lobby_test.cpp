// The lobby manager's hands: what each click and key asks of the broker, and what is said then.
#include "tests/qml/lobby/lobby_stand.h"

using namespace usher;
using namespace usher::protocol;
using lobby::Lobby;
using namespace std::chrono_literals;

class LobbyTest : public test::LobbyStand {
    Q_OBJECT
private:
    std::optional<Redirect> redirect_;
    std::optional<Promote> promote_;
    std::optional<ReportMachine> machine_;

    void remember() {
        link_->answerWith([this](const Command& command) -> client::Outcome {
            if (const auto* one = std::get_if<Redirect>(&command))
                redirect_ = *one;
            if (const auto* one = std::get_if<Promote>(&command))
                promote_ = *one;
            if (const auto* one = std::get_if<ReportMachine>(&command))
                machine_ = *one;
            if (std::holds_alternative<SignOn>(command))
                return Answer{SignedOn{
                    protocol::named<StaffId>("2001"), "Lin Xiao", StaffRole::LobbyManager, {}}};
            if (std::holds_alternative<TakeTicket>(command))
                return Answer{TicketIssued{.ticket = {500},
                                           .number = "T012",
                                           .service = protocol::named<ServiceId>("cash"),
                                           .zone = protocol::named<ZoneId>("cash"),
                                           .ahead = 2,
                                           .wait = {6min, 11min},
                                           .at = {},
                                           .link = {}}};
            return Answer{Accepted{}};
        });
    }
    void refuse(Refusal refusal) {
        link_->answerWith([refusal](const Command&) -> client::Outcome { return refusal; });
    }

private slots:
    void initTestCase() { load(); }
    void init() {
        link_->setState(link::Link::State::Live);
        link_->setStale(false, 0);
        remember();
        startOver();
        lobby_->setNumber("");
        lobby_->setZone("");
        lobby_->forgetIssued();
        redirect_.reset();
        promote_.reset();
        machine_.reset();
    }
    void cleanup() {
        link_->release();
        QVERIFY2(stage_.warnings().isEmpty(), qPrintable(stage_.warnings().join('\n')));
    }
    void cleanupTestCase() { qDeleteAll(stage_.engine().rootObjects()); }

    void signsOnByTouchAndShowsAWrongPin() {
        QVERIFY(click("signOff"));
        QTRY_COMPARE(lobby_->state(), Lobby::State::SignedOff);
        refuse(Refusal::WrongPin);
        for (const char* key : {"2", "0", "0", "1"})
            QVERIFY(click(QStringLiteral("number-") + key));
        QCOMPARE(words("staffNumber"), "2001");
        QVERIFY(click("number-accept"));
        for (const char* key : {"1", "2", "3", "4", "accept"})
            QVERIFY(click(QStringLiteral("key-") + key));
        QTRY_COMPARE(words("refusal"), "Number or PIN is not right.");
        remember();
        for (const char* key : {"2", "0", "0", "1", "0", "0"})
            press(Qt::Key_0 + (key[0] - '0'));
        press(Qt::Key_Return);
        QTRY_COMPARE(lobby_->state(), Lobby::State::Working);
        QCOMPARE(lobby_->staff(), "Lin Xiao");
    }

    void sendsATicketElsewhereAndTakesItBack() {
        QVERIFY(click("ticket-A082"));
        QCOMPARE(words("chosenNumber"), "A082");
        QVERIFY(click("send"));
        QVERIFY(click("place-zone:self-service"));
        QTRY_VERIFY(redirect_);
        QCOMPARE(redirect_->place.zone, protocol::named<ZoneId>("self-service"));
        QVERIFY(redirect_->seen > 0);
        QTRY_COMPARE(words("undoBar"), "A082 sent to Self-service");
        QCOMPARE(lobby_->done().seconds, 9);
        link_->setNow(link_->now() + 3s);
        QCOMPARE(lobby_->done().seconds, 6);
        QVERIFY(click("undo"));
        QTRY_COMPARE(last(), "Undo");
        QTRY_VERIFY(!item("undoBar"));
    }

    void theWayBackCloses() {
        QVERIFY(click("ticket-A081"));
        QVERIFY(click("cancel"));
        QTRY_VERIFY(item("undoBar"));
        link_->setNow(link_->now() + 9s);
        QTRY_VERIFY(!item("undoBar"));
        lobby_->undo();
        QCOMPARE(last(), "CancelTicket");
    }

    void bringsForwardWithAReason() {
        QVERIFY(click("ticket-A082"));
        QVERIFY(click("promote"));
        QVERIFY(click("reason-elderly"));
        QTRY_VERIFY(promote_);
        QCOMPARE(promote_->reason, "elderly");
        const Ticket* ticket = link_->outlet().find(promote_->ticket);
        QCOMPARE(promote_->seen, ticket->version);
    }

    void aStaleViewIsSaidInWords() {
        refuse(Refusal::StaleView);
        QVERIFY(click("ticket-A081"));
        QVERIFY(click("cancel"));
        QTRY_COMPARE(words("refusal"), "This has changed since you looked. Look again.");
        QVERIFY(!item("undoBar"));
        QVERIFY(click("forgetRefusal"));
        QTRY_VERIFY(!item("refusalBar"));
    }

    void aSecondPressIsTheFirst() {
        QVERIFY(click("ticket-A081"));
        const auto before = link_->asked().size();
        link_->hold();
        lobby_->cancel();
        lobby_->cancel();
        QCOMPARE(link_->asked().size(), before + 1);
        QVERIFY(!item("cancel")->isEnabled());
        link_->release();
        QTRY_VERIFY(item("cancel")->isEnabled());
    }

    void marksWhoWillMissAndShowsOnlyThose() {
        const auto id = [this](const char* number) {
            for (const Ticket& one : morning_.tickets)
                if (one.number == number)
                    return one.id;
            return TicketId{};
        };
        link_->setWaits({{id("A097"), {6min, 11min}},
                         {id("A098"), {12min, 20min}},
                         {id("A099"), {20s, 50s}},
                         {id("A096"), {Millis{-1}, Millis{-1}}}});
        QVERIFY(click("filter-late"));
        QTRY_COMPARE(lobby_->waiting()->rowCount(), 1);
        QTRY_COMPARE(words("forecast-A098"), "about 12–20 min");
        QVERIFY(click("filter-all"));
        lobby_->setNumber("A09");
        QTRY_COMPARE(words("forecast-A097"), "about 6–11 min");
        QCOMPARE(words("forecast-A099"), "soon");
        QCOMPARE(words("forecast-A096"), "—");
        QVERIFY(item("ticket-A098")->property("text").toString().contains("will miss"));
    }

    void saysWhetherPromisesWereKept() {
        Snapshot day = morning_;
        day.totals.promises = {200, 102, 176};
        link_->show(day);
        QCOMPARE(words("promises"), "88 % within the long figure (goal 90) · 51 % within the short "
                                    "one (goal 50) · of 200");
        day.totals.promises = {};
        link_->show(day);
        QCOMPARE(words("promises"), "nobody with a forecast was called yet");
    }

    void closesACounterAndReportsAMachine() {
        QVERIFY(click("counter-cash-3"));
        QVERIFY(click("close"));
        QTRY_COMPARE(last(), "CloseCounter");
        QTRY_COMPARE(words("undoBar"), "Counter 8 closes");
        QVERIFY(click("counter-atm-1"));
        QVERIFY(click("report-cash"));
        QTRY_VERIFY(machine_);
        QCOMPARE(machine_->state, MachineState::OutOfCash);
        QTRY_COMPARE(words("undoBar"), "Machine 21 reported: Out of cash");
        QVERIFY(click("undo")); // what was reported before is reported again
        QTRY_COMPARE(machine_->state, MachineState::Ready);
        QCOMPARE(machine_->detail, "");
    }

    void nobodyOpensACounterWhereNobodySits() {
        Snapshot day = morning_;
        day.counters[8] = {.id = day.counters[8].id,
                           .since = {},
                           .ticket = {},
                           .staff = {},
                           .staffName = {},
                           .device = {},
                           .reason = {},
                           .version = 1};
        link_->show(day);
        QVERIFY(click("counter-cash-4"));
        QTRY_COMPARE(words("chosenNumber"), ""); // a counter, not a ticket
        QVERIFY(!item("open"));
        QVERIFY(!item("close"));
    }

    void theSecondTapOfADoubleTapPressesNothingNew() {
        const auto asked = link_->asked().size();
        stage_.theme()->setProperty("doubleTap", 60'000);
        QVERIFY(click("give"));
        QVERIFY(click("service-cash")); // has just come under the finger
        QCOMPARE(link_->asked().size(), asked);
        stage_.theme()->setProperty("doubleTap", 0);
        QVERIFY(click("service-cash"));
        QTRY_COMPARE(words("issuedNumber"), "T012");
    }
    void givesAnAssistedTicketAndTakesItBack() {
        QVERIFY(click("give"));
        QVERIFY(click("service-cash"));
        QTRY_COMPARE(words("issuedNumber"), "T012");
        QVERIFY(click("undoIssued"));
        QTRY_COMPARE(last(), "CancelTicket");
        QTRY_VERIFY(!item("issuedNumber"));
    }

    void bringsBackWhoWasSetAside() {
        Snapshot day = morning_;
        for (Ticket& ticket : day.tickets)
            if (ticket.number == "A092")
                ticket.phase = Phase::Held;
        link_->show(day);
        QVERIFY(click("filter-away"));
        QVERIFY(click("ticket-A092"));
        QVERIFY(click("resume"));
        QTRY_COMPARE(last(), "ResumeTicket");
    }

    void worksWithoutAMouse() {
        item("acts")->forceActiveFocus();
        press(Qt::Key_Slash);
        QTRY_VERIFY(item("search")->hasActiveFocus());
        for (const char letter : {'a', '0', '9', '7'})
            QTest::keyClick(stage_.window(), letter);
        QTRY_COMPARE(lobby_->waiting()->rowCount(), 1);
        press(Qt::Key_Return);
        QTRY_COMPARE(words("chosenNumber"), "A097");
        lobby_->setNumber("");
        press(Qt::Key_Down);
        QTRY_COMPARE(words("chosenNumber"), "A098");
        press(Qt::Key_Up);
        QTRY_COMPARE(words("chosenNumber"), "A097");
        press(Qt::Key_Return); // on to what can be done
        QTRY_VERIFY(item("send")->hasActiveFocus());
        press(Qt::Key_Return);
        QTRY_COMPARE(words("question"), "Send where?");
        QTRY_VERIFY(item("place-zone:vip")->hasActiveFocus());
        press(Qt::Key_Escape);
        QTRY_VERIFY(item("send"));
        lobby_->cancel();
        QTRY_VERIFY(item("undoBar"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(last(), "Undo");
    }

    void nothingJumpsUnderAFinger() {
        // An earlier page may have left the list scrolled.
        QMetaObject::invokeMethod(item("waiting"), "positionViewAtBeginning");
        QVERIFY(see());
        QQuickItem* row = item("ticket-A082");
        const QPoint middle = row->mapToScene({row->width() / 2, row->height() / 2}).toPoint();
        QTest::mousePress(stage_.window(), Qt::LeftButton, {}, middle);
        const int before = lobby_->waiting()->rowCount();
        link_->take({}, TicketLeft{lobby_->waiting()->rows()[0].key, ""});
        QCOMPARE(lobby_->waiting()->rowCount(), before);
        QTest::mouseRelease(stage_.window(), Qt::LeftButton, {}, middle);
        QTRY_COMPARE(words("chosenNumber"), "A082");
        QTRY_COMPARE(lobby_->waiting()->rowCount(), before - 1);
    }

    void whatIsOldLooksOldAndCannotBeTouched() {
        QVERIFY(!item("veil"));
        link_->setStale(true, 8);
        QTRY_VERIFY(item("veil"));
        const auto before = link_->asked().size();
        QVERIFY(click("ticket-A081"));
        QCOMPARE(lobby_->chosen().kind, static_cast<int>(Lobby::Kind::Nothing));
        QCOMPARE(link_->asked().size(), before);
        QVERIFY(item("status")->property("word").toString() == "8 s old");
    }

    void anUnwellBrokerIsSaidAndTakesNothing() {
        QVERIFY(click("ticket-A081"));
        link_->setState(link::Link::State::Unwell);
        QTRY_VERIFY(item("unwell"));
        QVERIFY(!item("cancel")->isEnabled());
    }

    void anEmptyHallIsCalm() {
        Snapshot day = morning_;
        day.tickets.clear();
        for (CounterState& counter : day.counters) {
            counter.machine = MachineState::Ready;
            counter.ticket.reset();
            counter.desk = Desk::Idle;
        }
        link_->show(day);
        QCOMPARE(item("alerts")->property("count").toInt(), 0);
        QCOMPARE(item("waiting")->property("count").toInt(), 0);
    }

    void speaksTheOtherLanguageAtOnce() {
        QVERIFY(click("ticket-A081"));
        QVERIFY(click("language-zh"));
        QTRY_COMPARE(words("cancel"), "取消此号");
        QVERIFY(lobby_->chosen().zone == "现金区");
        QVERIFY(click("language-en"));
        QTRY_COMPARE(words("cancel"), "Cancel ticket");
    }
};

QTEST_MAIN(LobbyTest)
#include "lobby_test.moc"
