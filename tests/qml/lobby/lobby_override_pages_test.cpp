// Other work for a while, under a finger: said, done, shown on the tile, ended; adopted from a
// what-if by one press. And what the page says of lunch hours, short hands and machines.
#include "tests/qml/lobby/lobby_stand.h"

using namespace usher;
using namespace usher::protocol;
using lobby::Lobby;
using namespace std::chrono_literals;

class LobbyOverridePagesTest : public test::LobbyStand {
    Q_OBJECT
private:
    std::optional<OverrideProfile> override_;

    void remember() {
        link_->answerWith([this](const Command& command) -> client::Outcome {
            if (const auto* one = std::get_if<OverrideProfile>(&command))
                override_ = *one;
            if (std::holds_alternative<SignOn>(command))
                return Answer{SignedOn{
                    protocol::named<StaffId>("2001"), "Lin Xiao", StaffRole::LobbyManager, {}}};
            if (std::holds_alternative<WhatIf>(command))
                return Answer{Foreseen{.at = link_->now(),
                                       .until = link_->now() + 5h,
                                       .futures = 100,
                                       .tiers = {},
                                       .counters = {},
                                       .tickets = {}}};
            return Answer{Accepted{}};
        });
    }
    CounterState& at(Snapshot& day, const char* counter) {
        return *std::find_if(
            day.counters.begin(), day.counters.end(),
            [&](const CounterState& one) { return one.id == protocol::named<CounterId>(counter); });
    }

private slots:
    void initTestCase() { load(); }
    void init() {
        remember();
        startOver();
        override_.reset();
    }
    void cleanup() { expectNoWarnings(); }
    void cleanupTestCase() { qDeleteAll(stage_.engine().rootObjects()); }

    void isSaidStepByStepAndThenDone() {
        QVERIFY(click("counter-cash-3"));
        QVERIFY(click("other"));
        QTRY_VERIFY(item("doOther"));
        QVERIFY(!item("work-close")); // that is no work
        QVERIFY(!item("doOther")->isEnabled());
        QVERIFY(click("work-zone-low"));
        QVERIFY(!item("doOther")->isEnabled());
        QVERIFY(click("minutes-15"));
        QVERIFY(click("why-long queue"));
        QTRY_VERIFY(item("doOther")->isEnabled());
        QVERIFY(!override_);
        QVERIFY(click("doOther"));
        QTRY_VERIFY(override_);
        QCOMPARE(override_->minutes, 15u);
        QCOMPARE(override_->reason, "long queue");
        QTRY_COMPARE(words("undoBar"), "Counter 8 does other work until 10:56");
        QVERIFY(!item("doOther"));
        QVERIFY(click("undo"));
        QTRY_COMPARE(last(), "EndOverride");
    }

    void aReasonOfOnesOwnIsWritten() {
        QVERIFY(click("counter-cash-3"));
        QVERIFY(click("other"));
        QVERIFY(click("work-help-0"));
        QVERIFY(click("why-other"));
        QTRY_VERIFY(item("because") && item("because")->hasActiveFocus());
        QVERIFY(!item("doOther")->isEnabled());
        for (const char letter : {'p', 'a', 'y', 'd', 'a', 'y'})
            QTest::keyClick(stage_.window(), letter);
        press(Qt::Key_Return);
        QTRY_VERIFY(override_);
        QCOMPARE(override_->reason, "payday");
        QCOMPARE(override_->minutes, 30u);
        QVERIFY(click("counter-cash-3")); // who comes back starts anew
        QVERIFY(click("other"));
        QTRY_VERIFY(item("doOther") && !item("doOther")->isEnabled());
    }

    void theTileSaysItAndItEndsAtOnce() {
        Snapshot day = morning_;
        at(day, "cash-3").profile = {day.setup.counters[2].takes, day.at + 30min, "long queue",
                                     protocol::named<DeviceId>("L1"),
                                     protocol::named<StaffId>("2001")};
        link_->show(day);
        const QString said = "Other work until 11:11 · Long queue · 2001";
        QCOMPARE(item("counter-cash-3")->property("note").toString(),
                 "Other work until 11:11\nLong queue · 2001");
        QVERIFY(click("counter-cash-3"));
        QTRY_COMPARE(words("note"), said);
        QVERIFY(click("endOther"));
        QTRY_COMPARE(last(), "EndOverride");
        QTRY_COMPARE(words("undoBar"), "Counter 8 does its usual work again");
        QVERIFY(click("undo"));
        QTRY_VERIFY(override_);
        QCOMPARE(override_->minutes, 30u);
    }

    void aTrialIsAdoptedByOnePress() {
        QVERIFY(click("counter-cash-3"));
        QVERIFY(click("whatIf"));
        QVERIFY(click("try-zone-low"));
        // What was played lasts until closing, and so does what is offered first.
        QTRY_COMPARE(words("doIt"), "Do it until closing, 17:00");
        QVERIFY(!override_); // nothing was done
        QVERIFY(click("minutes-60"));
        QTRY_COMPARE(words("doIt"), "Do it for 60 min");
        QVERIFY(click("minutes-closing"));
        QVERIFY(click("doIt"));
        QTRY_VERIFY(override_);
        QCOMPARE(override_->minutes, 379u); // at 10:41
        QCOMPARE(override_->reason, "Tried as a what-if: cash-3 also serves low");
        QTRY_VERIFY(!item("verdict"));
    }

    void whatWasTriedIsSaidInTheLanguageOfTheScreen() {
        Snapshot day = morning_;
        at(day, "cash-3").profile = {day.setup.counters[2].takes, day.at + 30min,
                                     "Tried as a what-if: cash-3 helps out after 5 min",
                                     protocol::named<DeviceId>("L1"),
                                     protocol::named<StaffId>("2001")};
        link_->show(day);
        QVERIFY(click("counter-cash-3"));
        QTRY_COMPARE(words("note"),
                     "Other work until 11:11 · Tried as a what-if: Helps out after 5 "
                     "min · 2001");
        QCOMPARE(item("counter-cash-3")->property("note").toString(),
                 "Other work until 11:11\nTried first · 2001");
        stage_.setLanguage("zh");
        const auto chinese = [&] { return words("note").contains(QStringLiteral("先作推演")); };
        QTRY_VERIFY(chinese());
        stage_.setLanguage("en");
    }

    void aServiceWithoutACounterIsNamed() {
        Snapshot day = morning_;
        for (const char* away : {"vip-counter", "vip-desk", "low-2", "low-3"})
            at(day, away).desk = Desk::Closed;
        link_->show(day);
        link_->answerWith(
            [](const Command&) -> client::Outcome { return Refusal::ServiceUncovered; });
        QVERIFY(click("counter-low-1"));
        QVERIFY(click("close"));
        QTRY_COMPARE(words("refusal"), "Nobody else who is open could serve Wealth advice. "
                                       "Open another counter for it first.");
    }

    void aCounterThatIsKeptSaysForWhom() {
        Snapshot day = morning_;
        at(day, "vip-desk").kept = {Coming::Appointment, protocol::named<TierId>("vip"), day.at,
                                    day.at + 4min, day.at};
        link_->show(day);
        QCOMPARE(item("counter-vip-desk")->property("note").toString(),
                 "Kept for a booked customer until 10:45");
    }

    void whatHoldsBeyondTheUsualIsOnThePage() {
        QVERIFY(!item("band"));
        QVERIFY(!item("degraded"));
        Snapshot day = morning_;
        day.band = day.setup.bands.front().id;
        day.degraded = {true, true, day.at};
        link_->show(day);
        QTRY_COMPARE(words("band"), "Lunch hour until 13:30");
        QTRY_COMPARE(words("modeReason"), "No machine is left for what the machines do.");
    }

    void aDegradedOrStaleOutletIsNotCalledCalm() {
        Snapshot day = morning_;
        std::erase_if(day.tickets, [](const Ticket& one) { return one.phase != Phase::Done; });
        for (CounterState& one : day.counters) {
            one.ticket.reset();
            one.machine = MachineState::Ready;
            one.desk = one.staff ? Desk::Idle : one.desk;
        }
        day.devices.clear();
        link_->show(day);
        QTRY_COMPARE(words("nothingToDo"), "All calm. Nothing needs a hand.");
        day.degraded = {true, true, day.at};
        link_->show(day);
        QTRY_COMPARE(words("nothingToDo"), "Nothing else needs a hand.");
        link_->setStale(true, 5);
        QTRY_COMPARE(words("nothingToDo"), "Whether anything needs a hand is not known just now.");
        link_->setStale(false, 0);
    }

    void onATabletAllCountersAreThereAndWhatGoesOnShowsAnEdge() {
        Snapshot day = morning_;
        day.degraded = {true, true, day.at};
        link_->show(day);
        stage_.window()->resize(1280, 800);
        const auto scrolls = [&] { return item("floor")->property("interactive").toBool(); };
        QTRY_VERIFY(item("degraded") && see() && !scrolls());
        QVERIFY(!item("goesOn"));
        stage_.window()->resize(1280, 720);
        QTRY_VERIFY(scrolls());
        QTRY_VERIFY(item("goesOn"));
        stage_.window()->resize(1920, 1080);
        QTRY_VERIFY(!scrolls());
    }

    void aMachineIsSwitchedOffApartFromItsReports() {
        QVERIFY(click("counter-atm-1"));
        QTRY_COMPARE(words("close"), "Switch off");
        QVERIFY(click("close"));
        QTRY_COMPARE(last(), "CloseCounter");
        QTRY_COMPARE(words("undoBar"), "Machine 21 switched off");
        Snapshot day = morning_;
        at(day, "atm-1").desk = Desk::Closed;
        link_->show(day);
        QTRY_COMPARE(words("open"), "Switch on");
        QCOMPARE(item("counter-atm-1")->property("word").toString(), "Switched off");
    }

    void aMachineIsReportedAsItIs() {
        QVERIFY(click("counter-atm-1"));
        for (const char* one : {"ready", "busy", "cash", "paper", "jam", "down"})
            QVERIFY(item(QStringLiteral("report-") + one));
        QVERIFY(item("report-ready")->property("checked").toBool());
        QVERIFY(click("report-jam"));
        QTRY_COMPARE(last(), "ReportMachine");
        QTRY_COMPARE(words("undoBar"), "Machine 21 reported: Down");
    }
};

QTEST_MAIN(LobbyOverridePagesTest)
#include "lobby_override_pages_test.moc"
