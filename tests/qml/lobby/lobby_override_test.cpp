// Other work for a while: is what was tried what is done, is it taken back to what was before, and
// does a tile say until when, why and by whom?
#include "broker/link/demo_link.h"
#include "broker/link/refusals.h"
#include "lobby-console/lobby.h"

#include <QtTest>

using namespace usher;
using namespace usher::protocol;
using lobby::Lobby;
using namespace std::chrono_literals;

class LobbyOverrideTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<link::DemoLink> link_;
    std::unique_ptr<Lobby> lobby_;
    Snapshot day_;
    std::vector<std::variant<WhatIf, OverrideProfile, EndOverride, ReportMachine>> asked_;
    std::optional<Refusal> refusal_;
    Sequence accepted_{}; ///< the version that every answer says

    [[nodiscard]] CounterState& at(const char* counter) {
        return *std::find_if(
            day_.counters.begin(), day_.counters.end(),
            [&](const CounterState& one) { return one.id == named<CounterId>(counter); });
    }
    [[nodiscard]] const lobby::TileRow& tile(const char* counter) {
        for (const auto* list : {lobby_->desks(), lobby_->machines()})
            if (const int row = list->indexOf(named<CounterId>(counter)); row >= 0)
                return list->rows()[static_cast<std::size_t>(row)];
        qFatal("no tile of %s", counter);
    }
    [[nodiscard]] ProfileOverride wealthUntil(Moment until) {
        return {{{{named<ServiceId>("wealth")}, {}, 0ms}},
                until,
                "long queue",
                named<DeviceId>("L1"),
                named<StaffId>("2001")};
    }
    template <class One>
    void note(const Command& command) {
        if (const auto* one = std::get_if<One>(&command))
            asked_.emplace_back(*one);
    }
    template <class One>
    [[nodiscard]] One last() {
        return asked_.empty() || !std::holds_alternative<One>(asked_.back())
                   ? One{}
                   : std::get<One>(asked_.back());
    }
    void settle() { QTRY_VERIFY(!lobby_->busy()); }

private slots:
    void init() {
        link_ = link::DemoLink::busyMorning();
        lobby_ = std::make_unique<Lobby>(*link_);
        lobby_->setLanguage("en");
        day_ = link_->outlet().snapshot();
        asked_.clear();
        refusal_.reset();
        accepted_ = {};
        link_->answerWith([this](const Command& command) -> client::Outcome {
            note<WhatIf>(command);
            note<OverrideProfile>(command);
            note<EndOverride>(command);
            note<ReportMachine>(command);
            if (refusal_)
                return *refusal_;
            return Answer{Accepted{accepted_}};
        });
    }

    void whatWasTriedIsWhatIsDone() {
        lobby_->chooseCounter("cash-3");
        lobby_->trial()->ask("zone-low");
        const auto tried = last<WhatIf>().changes.at(0).takes;
        lobby_->overrideProfile("zone-low", 30, " long queue ");
        settle();
        const auto done = last<OverrideProfile>();
        QCOMPARE(done.counter, named<CounterId>("cash-3"));
        QCOMPARE(done.minutes, 30u);
        QCOMPARE(done.reason, "long queue");
        QCOMPARE(done.seen, at("cash-3").version);
        QVERIFY(!done.takes.empty() && done.takes == tried);
        QCOMPARE(lobby_->done().deed, static_cast<int>(Lobby::Deed::Overridden));
        QCOMPARE(lobby_->done().place, "11:11");
    }

    void helpingOutSoonerChangesDelaysAndNothingElse() {
        lobby_->chooseCounter("cash-3");
        lobby_->overrideProfile("help-5", 15, "short of staff");
        settle();
        auto usual = day_.setup.find(named<CounterId>("cash-3"))->takes;
        for (Takes& takes : usual)
            takes.after = takes.after > 0ms ? Millis{5min} : 0ms;
        QVERIFY(last<OverrideProfile>().takes == usual);
    }

    void aMachineAndAnUnknownChoiceAskNothing() {
        lobby_->chooseCounter("atm-1");
        QVERIFY(!lobby_->trial()->otherWork());
        lobby_->overrideProfile("zone-low", 30, "long queue");
        lobby_->chooseCounter("cash-3");
        QVERIFY(lobby_->trial()->otherWork());
        lobby_->overrideProfile("close", 30, "long queue");
        lobby_->overrideProfile("zone-low", 0, "long queue");
        lobby_->endOverride();
        QVERIFY(asked_.empty());
    }

    void itIsAddedToWhatTheBandSays() {
        day_.band = day_.setup.bands.front().id;
        const auto& band = day_.setup.bands.front().counters.back(); // cash-1
        link_->show(day_);
        lobby_->chooseCounter("cash-1");
        lobby_->overrideProfile("zone-vip", 30, "long queue");
        settle();
        const auto takes = last<OverrideProfile>().takes;
        QVERIFY(takes.size() > band.takes.size());
        QVERIFY(std::equal(band.takes.begin(), band.takes.end(), takes.begin()));
        at("cash-1").profile = wealthUntil(day_.at + 20min); // a person's word goes before
        link_->show(day_);
        lobby_->overrideProfile("zone-vip", 30, "long queue");
        settle();
        QVERIFY(last<OverrideProfile>().takes.front() == at("cash-1").profile->takes.front());
    }

    void inADegradedModeDelaysAreNotForgotten() {
        day_.degraded = {true, true, day_.at};
        link_->show(day_);
        lobby_->chooseCounter("cash-3");
        lobby_->trial()->ask("zone-vip");
        for (const Takes& takes : last<WhatIf>().changes.at(0).takes)
            QCOMPARE(takes.after, 0ms);
        lobby_->overrideProfile("zone-vip", 30, "long queue");
        settle();
        const auto takes = last<OverrideProfile>().takes;
        QVERIFY(std::any_of(takes.begin(), takes.end(),
                            [](const Takes& one) { return one.after > 0ms; }));
    }

    void whatIsTakenBackIsWhatWasBefore() {
        lobby_->chooseCounter("cash-3");
        lobby_->overrideProfile("zone-low", 30, "long queue");
        settle();
        lobby_->undo();
        QCOMPARE(last<EndOverride>().counter, named<CounterId>("cash-3"));
        settle();
        at("cash-3").profile = wealthUntil(day_.at + 20min + 1s);
        link_->show(day_);
        lobby_->endOverride();
        QCOMPARE(last<EndOverride>().seen, at("cash-3").version);
        settle();
        lobby_->undo();
        settle();
        const auto again = last<OverrideProfile>();
        QVERIFY(again.takes == at("cash-3").profile->takes);
        QCOMPARE(again.minutes, 20u); // not one second longer than it had
        QCOMPARE(again.reason, "long queue");
        at("cash-3").profile->until = day_.at + 30s;
        link_->show(day_);
        lobby_->endOverride();
        settle();
        lobby_->undo();
        settle();
        QCOMPARE(last<OverrideProfile>().minutes, 1u);
    }

    /// Somebody else's newer word is not overridden: the broker is told what was seen.
    void whatAColleagueSaidSinceIsNotTakenBack() {
        accepted_ = at("cash-3").version + 1;
        lobby_->chooseCounter("cash-3");
        lobby_->overrideProfile("zone-low", 30, "long queue");
        settle();
        at("cash-3").version = accepted_ + 5;
        at("cash-3").profile = wealthUntil(day_.at + 20min);
        at("cash-3").profile->device = named<DeviceId>("L2");
        link_->show(day_);
        lobby_->undo();
        settle();
        QCOMPARE(last<EndOverride>().seen, accepted_);

        accepted_ = at("cash-3").version + 1;
        lobby_->endOverride();
        settle();
        at("cash-3").version = accepted_ + 5;
        at("cash-3").profile->takes.front().services = {named<ServiceId>("loans")};
        link_->show(day_);
        lobby_->undo();
        settle();
        QCOMPARE(last<OverrideProfile>().seen, accepted_);
    }

    void aCallSinceIsNoReasonNotToTakeItBack() {
        link_->setDevice(named<DeviceId>("L1"));
        accepted_ = at("cash-3").version + 1;
        lobby_->chooseCounter("cash-3");
        lobby_->overrideProfile("zone-low", 30, "long queue");
        settle();
        const auto done = last<OverrideProfile>();
        at("cash-3").profile =
            ProfileOverride{done.takes, day_.at + 30min, done.reason, named<DeviceId>("L1"), {}};
        at("cash-3").version = accepted_ + 1; // called at once what it takes now
        link_->show(day_);
        lobby_->undo();
        settle();
        QCOMPARE(last<EndOverride>().seen, accepted_ + 1);

        at("cash-3").version = accepted_ = accepted_ + 2;
        lobby_->endOverride();
        settle();
        at("cash-3").profile.reset();
        at("cash-3").version = accepted_ + 1;
        link_->show(day_);
        lobby_->undo();
        settle();
        QCOMPARE(last<OverrideProfile>().seen, accepted_ + 1);
    }

    void aTileSaysUntilWhenWhyAndByWhom() {
        QCOMPARE(tile("cash-3").other, lobby::OtherWork{});
        at("cash-3").profile = wealthUntil(day_.at + 30min);
        link_->show(day_);
        const auto& other = tile("cash-3").other;
        QCOMPARE(other.until, "11:11");
        QCOMPARE(other.reason, "long queue");
        QCOMPARE(other.by, "2001");
        QCOMPARE(other.tried, -1);
        day_.sessions.push_back({named<DeviceId>("L1"),
                                 named<StaffId>("2001"),
                                 "Lin Xiao",
                                 StaffRole::LobbyManager,
                                 {}});
        link_->show(day_);
        QCOMPARE(tile("cash-3").other.by, "Lin Xiao");
        at("cash-3").profile->staff.reset();
        link_->show(day_);
        QCOMPARE(tile("cash-3").other.by, "L1");
        lobby_->chooseCounter("cash-3");
        QCOMPARE(lobby_->chosen().other, tile("cash-3").other);
    }

    void aCounterIsKeptForSomebodyWithoutAName() {
        QCOMPARE(tile("vip-desk").kept.whom, -1);
        at("vip-desk").kept = {Coming::Recognised, named<TierId>("vip"), day_.at, day_.at + 4min,
                               day_.at};
        link_->show(day_);
        QCOMPARE(tile("vip-desk").kept,
                 (lobby::Kept{static_cast<int>(Lobby::Coming::Recognised), "10:45"}));
    }

    void theServiceThatWouldLoseItsLastCounterIsNamed() {
        for (const char* away : {"vip-counter", "vip-desk", "low-2", "low-3"})
            at(away).desk = Desk::Closed;
        link_->show(day_);
        lobby_->chooseCounter("low-1");
        refusal_ = Refusal::ServiceUncovered;
        lobby_->close();
        QTRY_COMPARE(lobby_->uncovered(), "Wealth advice");
        refusal_ = Refusal::StaleView;
        lobby_->close();
        QTRY_COMPARE(lobby_->uncovered(), "");
    }

    void itIsTheServiceOfTheCounterThatWasAskedAbout() {
        for (const char* away : {"vip-counter", "vip-desk", "low-2", "low-3"})
            at(away).desk = Desk::Closed;
        link_->show(day_);
        lobby_->chooseCounter("low-1");
        refusal_ = Refusal::ServiceUncovered;
        link_->hold();
        lobby_->close();
        lobby_->chooseCounter("cash-3"); // before the answer is here
        link_->release();
        QTRY_COMPARE(lobby_->uncovered(), "Wealth advice");
    }

    void whatTheCounterWouldKeepIsNotWhatIsLost() {
        at("low-1").profile = wealthUntil(day_.at + 20min);
        link_->show(day_);
        lobby_->chooseCounter("low-1");
        lobby_->endOverride();
        settle();
        at("low-1").profile.reset();
        for (const char* away : {"vip-counter", "vip-desk", "low-2", "low-3"})
            at(away).desk = Desk::Closed;
        link_->show(day_);
        refusal_ = Refusal::ServiceUncovered;
        lobby_->undo(); // to wealth alone
        QTRY_COMPARE(lobby_->uncovered(), "Loans");
    }

    void whatHoldsBeyondTheUsualIsSaid() {
        QCOMPARE(lobby_->circumstances().band, "");
        QVERIFY(!lobby_->circumstances().degraded);
        day_.band = day_.setup.bands.front().id;
        day_.degraded = {true, true, day_.at};
        link_->show(day_);
        QCOMPARE(lobby_->circumstances().band, "Lunch hour");
        QCOMPARE(lobby_->circumstances().bandUntil, "13:30");
        QVERIFY(lobby_->circumstances().degraded);
        QCOMPARE(lobby_->circumstances().least, 0); // enough are open: the machines are missing
        for (int i = 0; i < 6; ++i)
            day_.counters[static_cast<std::size_t>(i)].desk = Desk::Closed;
        link_->show(day_);
        QCOMPARE(lobby_->circumstances().open, 3);
        QCOMPARE(lobby_->circumstances().least, 4);
    }

    void aMachineHasAStateAndALineOfItsOwn() {
        const auto zone = [this] {
            const int row = lobby_->zones()->indexOf(named<ZoneId>("self-service"));
            return lobby_->zones()->rows()[static_cast<std::size_t>(row)];
        };
        const auto before = zone().waiting;
        int sent = 0;
        for (Ticket& ticket : day_.tickets)
            if (ticket.phase == Phase::Waiting && sent < 2) {
                ticket.phase = Phase::Diverted;
                ticket.zone = named<ZoneId>("self-service");
                ticket.place.counter = named<CounterId>("atm-1");
                ++sent;
            }
        at("atm-1").machine = MachineState::Busy;
        at("atm-2").machine = MachineState::OutOfCash;
        link_->show(day_);
        QCOMPARE(tile("atm-1").state, static_cast<int>(Lobby::Counter::Busy));
        QCOMPARE(tile("atm-1").line, 2);
        QCOMPARE(tile("atm-1").level, lobby::Level::Calm);
        QCOMPARE(tile("atm-2").state, static_cast<int>(Lobby::Counter::OutOfCash));
        QCOMPARE(tile("atm-2").level, lobby::Level::Device);
        QCOMPARE(zone().waiting, before + 2);
    }

    void aMachineIsReportedOnceAndPutBack() {
        at("atm-1").machine = MachineState::Down;
        at("atm-1").reason = "card jam";
        link_->show(day_);
        lobby_->chooseCounter("atm-1");
        lobby_->report(Lobby::Counter::Down, "card jam");
        lobby_->report(Lobby::Counter::Serving, "");
        QVERIFY(asked_.empty());
        lobby_->report(Lobby::Counter::OutOfPaper);
        settle();
        QCOMPARE(last<ReportMachine>().state, MachineState::OutOfPaper);
        QCOMPARE(last<ReportMachine>().detail, "");
        lobby_->undo();
        settle();
        QCOMPARE(last<ReportMachine>().state, MachineState::Down);
        QCOMPARE(last<ReportMachine>().detail, "card jam");
    }
};

QTEST_GUILESS_MAIN(LobbyOverrideTest)
#include "lobby_override_test.moc"
