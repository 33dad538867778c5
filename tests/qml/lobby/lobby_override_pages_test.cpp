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
        QCOMPARE(item("counter-cash-3")->property("note").toString(), said);
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
        QTRY_VERIFY(item("adopt-30"));
        QVERIFY(!item("doIt"));
        QVERIFY(!override_); // nothing was done
        QVERIFY(click("adopt-60"));
        QTRY_VERIFY(override_);
        QCOMPARE(override_->minutes, 60u);
        QCOMPARE(override_->reason, "forecast");
        QTRY_VERIFY(!item("verdict"));
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
