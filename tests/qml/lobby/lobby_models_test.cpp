// Do rows keep their place? And is what needs a hand found, ranked, and gone once it is over?
#include "broker/link/demo_link.h"
#include "lobby-console/lobby.h"

#include <QtTest>

using namespace usher;
using namespace usher::protocol;
using lobby::Lobby;
using lobby::Rows;
using namespace std::chrono_literals;

namespace {

struct Line {
    int key{};
    int value{};
    friend bool operator==(const Line&, const Line&) = default;
};

struct Lines : Rows<Line> {
    QVariant data(const QModelIndex&, int) const override { return {}; }
    [[nodiscard]] std::vector<int> keys() const {
        std::vector<int> all;
        for (const Line& line : rows())
            all.push_back(line.key);
        return all;
    }
};

struct Spies {
    explicit Spies(QAbstractItemModel& model)
        : in{&model, &QAbstractItemModel::rowsInserted}, out{&model,
                                                             &QAbstractItemModel::rowsRemoved},
          moved{&model, &QAbstractItemModel::rowsMoved}, changed{&model,
                                                                 &QAbstractItemModel::dataChanged},
          reset{&model, &QAbstractItemModel::modelReset} {}
    QSignalSpy in, out, moved, changed, reset;
};

} // namespace

class LobbyModelsTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<link::DemoLink> link_;
    std::unique_ptr<Lobby> lobby_;

    [[nodiscard]] std::vector<Lobby::Trouble> troubles() const {
        std::vector<Lobby::Trouble> all;
        for (const lobby::Alert& alert : lobby_->alerts()->rows())
            all.push_back(static_cast<Lobby::Trouble>(alert.trouble));
        return all;
    }
    [[nodiscard]] const lobby::WaitingRow* row(const char* number) const {
        for (const auto& one : lobby_->waiting()->rows())
            if (one.number == number)
                return &one;
        return nullptr;
    }
    Snapshot calm() {
        Snapshot day = link_->outlet().snapshot();
        std::erase_if(day.tickets, [](const Ticket& t) { return t.phase == Phase::Waiting; });
        for (CounterState& counter : day.counters)
            counter.machine = MachineState::Ready;
        for (Ticket& ticket : day.tickets)
            ticket.since = day.at;
        return day;
    }

private slots:
    void init() {
        link_ = link::DemoLink::busyMorning();
        lobby_ = std::make_unique<Lobby>(*link_);
        lobby_->setLanguage("en");
    }

    void onlyWhatChangedIsTold() {
        Lines lines;
        lines.settle({{1, 0}, {2, 0}, {3, 0}});
        Spies spies{lines};
        lines.settle({{1, 0}, {3, 7}, {4, 0}});
        QCOMPARE(lines.keys(), (std::vector{1, 3, 4}));
        QCOMPARE(spies.out.count(), 1);
        QCOMPARE(spies.in.count(), 1);
        QCOMPARE(spies.changed.count(), 1);
        QCOMPARE(spies.moved.count() + spies.reset.count(), 0);
    }

    void aRowThatMovesIsMoved() {
        Lines lines;
        lines.settle({{1, 0}, {2, 0}, {3, 0}});
        Spies spies{lines};
        lines.settle({{3, 0}, {1, 0}, {2, 0}});
        QCOMPARE(lines.keys(), (std::vector{3, 1, 2}));
        QCOMPARE(spies.moved.count(), 1);
        QCOMPARE(spies.in.count() + spies.out.count() + spies.reset.count(), 0);
    }

    void nothingMovesWhileAPointerIsDown() {
        Lines lines;
        lines.settle({{1, 0}, {2, 0}});
        Spies spies{lines};
        lines.hold(true);
        lines.settle({{3, 0}, {2, 5}});
        QCOMPARE(lines.keys(), (std::vector{1, 2}));
        QCOMPARE(lines.rows()[1].value, 5);
        QCOMPARE(spies.in.count() + spies.out.count() + spies.moved.count(), 0);
        lines.hold(false);
        QCOMPARE(lines.keys(), (std::vector{3, 2}));
    }

    void anEventTouchesItsRowAndNoOther() {
        const int before = lobby_->waiting()->rowCount();
        QVERIFY(before > 20);
        Spies spies{*lobby_->waiting()};
        const TicketId id{lobby_->waiting()->rows()[4].key};
        link_->take({}, TicketPromoted{id, -30min, "elderly"});
        QCOMPARE(lobby_->waiting()->rows()[4].key, id);
        QVERIFY(lobby_->waiting()->rows()[4].promoted);
        QCOMPARE(spies.changed.count(), 1);
        link_->take({}, TicketLeft{id, ""});
        QCOMPARE(lobby_->waiting()->rowCount(), before - 1);
        QCOMPARE(spies.out.count(), 1);
        QCOMPARE(spies.in.count() + spies.moved.count() + spies.reset.count(), 0);
    }

    void theEarliestStandsOnTop() {
        const auto& rows = lobby_->waiting()->rows();
        QVERIFY(std::is_sorted(rows.begin(), rows.end(),
                               [](const auto& a, const auto& b) { return a.wait > b.wait; }));
    }

    void aWaitIsJudgedAgainstItsTier() {
        QVERIFY(row("A097") && row("H017") && row("A093"));
        QCOMPARE(row("A097")->level, lobby::Level::Calm);     // 12 of 20
        QCOMPARE(row("A093")->level, lobby::Level::WillMiss); // 18 of 20
        QCOMPARE(row("H017")->level, lobby::Level::Missed);   // 16 of 10
        QCOMPARE(row("H017")->tier, "Gold");
        QVERIFY(row("A097")->tier.isEmpty());
    }

    [[nodiscard]] TicketId idOf(const char* number) const { return row(number)->key; }

    void aForecastIsARangeAndUnknownIsNotZero() {
        link_->setWaits(
            {{idOf("A097"), {5min + 1s, 11min}}, {idOf("A098"), {Millis{-1}, Millis{-1}}}});
        QCOMPARE(row("A097")->low, 6); // a promise is not made shorter than it is
        QCOMPARE(row("A097")->high, 11);
        QCOMPARE(row("A098")->low, -1);
        QCOMPARE(row("A093")->low, -1); // the beat knows nothing of it
        QVERIFY(!row("A093")->late);
    }

    void whoWillMissIsMarkedBeforeItIsMissed() {
        link_->setWaits({{idOf("A097"), {6min, 30min}},  // waited 12 of 20
                         {idOf("A098"), {10min, 15min}}, // the same, and later
                         {idOf("H017"), {1min, 2min}}}); // missed already
        QVERIFY(!row("A097")->late);
        QVERIFY(row("A098")->late);
        QVERIFY(!row("H017")->late);
        QCOMPARE(row("A098")->level, lobby::Level::Calm); // a mark, not an alarm
        QCOMPARE(lobby_->today().late, 1);
    }

    void thoseWhoWillMissStandByTheTimeThatIsLeft() {
        std::vector<TicketWait> waits;
        for (const auto& one : lobby_->waiting()->rows())
            waits.push_back({one.key, {60min, 90min}});
        link_->setWaits(waits);
        lobby_->setLate(true);
        const auto& rows = lobby_->waiting()->rows();
        QVERIFY(rows.size() > 3);
        QCOMPARE(static_cast<int>(rows.size()), lobby_->today().late);
        QVERIFY(std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return a.target - a.wait < b.target - b.wait;
        }));
        lobby_->setZone("cash");
        QVERIFY(!lobby_->late());
    }

    void promisesAreHeldAgainstWhatCame_data() {
        QTest::addColumn<quint32>("scored");
        QTest::addColumn<quint32>("likely");
        QTest::addColumn<quint32>("surely");
        QTest::addColumn<bool>("off");
        QTest::newRow("before the first") << 0U << 0U << 0U << false;
        QTest::newRow("as it should be") << 100U << 51U << 88U << false;
        QTest::newRow("too few to tell") << 29U << 2U << 10U << false;
        QTest::newRow("too short") << 100U << 40U << 79U << true;
        QTest::newRow("too long") << 100U << 80U << 100U << true;
    }
    void promisesAreHeldAgainstWhatCame() {
        QFETCH(quint32, scored);
        QFETCH(quint32, likely);
        QFETCH(quint32, surely);
        QFETCH(bool, off);
        Snapshot day = link_->outlet().snapshot();
        day.totals.promises = {scored, likely, surely};
        link_->show(day);
        const auto promises = lobby_->today().promises;
        QCOMPARE(promises.scored, static_cast<int>(scored));
        QCOMPARE(promises.off, off);
        if (scored == 100)
            QCOMPARE(promises.surely, static_cast<int>(surely));
    }

    void filtersAndSearch() {
        lobby_->setZone("low");
        for (const auto& one : lobby_->waiting()->rows())
            QCOMPARE(one.zone, "Low counters");
        QVERIFY(lobby_->waiting()->rowCount() > 0);
        lobby_->setNumber("a079"); // at a counter of another zone by now
        QCOMPARE(lobby_->waiting()->rowCount(), 1);
        QCOMPARE(lobby_->waiting()->rows()[0].counter, "Cash window 3");
        lobby_->setNumber("");
        lobby_->setAway(true);
        QCOMPARE(lobby_->waiting()->rowCount(), 0);
    }

    void aZoneShowsItsWorstWait() {
        for (const auto& zone : lobby_->zones()->rows()) {
            if (zone.key == named<ZoneId>("cash")) {
                QCOMPARE(zone.waiting, 24);
                QCOMPARE(zone.wait, 16); // gold, of ten: worse than thirty of twenty
                QCOMPARE(zone.target, 10);
                QCOMPARE(zone.level, lobby::Level::Missed);
                QCOMPARE(zone.open, 4);
            }
            if (zone.key == named<ZoneId>("vip"))
                QCOMPARE(zone.wait, -1); // nobody, which is not zero minutes
        }
    }

    void calmIsEmpty() {
        link_->show(calm());
        QVERIFY(troubles().empty());
        QCOMPARE(lobby_->today().waiting, 0);
    }

    void troublesComeWorstFirstAndAtMostThree() {
        const auto kiosk = named<DeviceId>("K1");
        link_->take(kiosk, DeviceReported{kiosk, "printer", false, "out of paper"});
        link_->take(kiosk, HelpAsked{kiosk});
        QCOMPARE(troubles().size(), std::size_t{3});
        QCOMPARE(troubles()[0], Lobby::Trouble::HelpAsked);
        QCOMPARE(troubles()[1], Lobby::Trouble::OverTarget);
        const int more = lobby_->today().moreAlerts;
        QVERIFY(more > 0);
        lobby_->turnAlerts();
        QVERIFY(troubles()[0] != Lobby::Trouble::HelpAsked);
        QCOMPARE(lobby_->today().moreAlerts + static_cast<int>(troubles().size()), more + 3);
        while (troubles()[0] != Lobby::Trouble::HelpAsked) // round and round
            lobby_->turnAlerts();
        QCOMPARE(lobby_->today().moreAlerts, more);
        lobby_->turnAlerts();
        link_->take(named<DeviceId>("K2"), HelpAsked{named<DeviceId>("K2")});
        QCOMPARE(troubles()[0], Lobby::Trouble::HelpAsked); // what comes brings the worst back
        lobby_->attend("0:K2");
        lobby_->attend("0:K1");
        QCOMPARE(troubles()[0], Lobby::Trouble::OverTarget);
    }

    void aDeviceThatIsBackIsNoTrouble() {
        link_->show(calm());
        const auto kiosk = named<DeviceId>("K1");
        link_->take(kiosk, DeviceReported{kiosk, "self", false, ""});
        QCOMPARE(troubles(), std::vector{Lobby::Trouble::KioskDown});
        link_->take(kiosk, DeviceReported{kiosk, "self", true, ""});
        QVERIFY(troubles().empty());
    }

    void aClientsArrivalIsPrivateAndGoesByItself() {
        link_->show(calm());
        const std::string token(32, 'a');
        const Moment now = link_->now();
        link_->take(named<DeviceId>("K1"),
                    CustomerRecognised{{token, named<TierId>("vip"), "3002", now}});
        QCOMPARE(troubles(), std::vector{Lobby::Trouble::ClientArrived});
        Ticket ticket = link_->outlet().tickets().begin()->second;
        ticket.id = link_->outlet().nextTicket();
        ticket.number = "M099";
        ticket.phase = Phase::Waiting;
        ticket.arrival = now;
        link_->take(named<DeviceId>("K1"), TicketTaken{ticket, 2, 99, token});
        QCOMPARE(lobby_->alerts()->rows().front().number, "M099");
        link_->setNow(now + 181s);
        QVERIFY(std::count(troubles().begin(), troubles().end(), Lobby::Trouble::ClientArrived) ==
                0);
    }

    void somebodyCalledAndNotComeIsNoticedAfterNinetySeconds() {
        Snapshot day = calm();
        CounterState& counter = day.counters[0];
        counter.desk = Desk::Calling;
        counter.since = day.at;
        link_->show(day);
        link_->setNow(day.at + 90s);
        QVERIFY(troubles().empty());
        link_->setNow(day.at + 91s);
        QCOMPARE(troubles(), std::vector{Lobby::Trouble::CalledNotStarted});
    }

    void aServiceThatTakesThriceIsNoticed() {
        Snapshot day = calm();
        link_->show(day);
        link_->setNow(day.at + 12min + 1s); // cash takes four
        const auto now = troubles();
        QVERIFY(std::count(now.begin(), now.end(), Lobby::Trouble::ServedLong) > 0);
    }

    void paperNobodyKnowsOfStaysUntilItIsKnown() {
        Snapshot day = calm();
        for (Ticket& ticket : day.tickets)
            if (ticket.phase == Phase::Done) {
                ticket.phase = Phase::Waiting;
                ticket.arrival = day.at;
                ticket.paper = Paper::Unknown;
                break;
            }
        link_->show(day);
        QCOMPARE(troubles(), std::vector{Lobby::Trouble::PaperUnknown});
        const TicketId id = lobby_->alerts()->rows().front().ticket;
        link_->take({}, PaperLearned{id, Paper::Printed});
        QVERIFY(troubles().empty());
    }

    void onlyPlacesThatCanServeAreOffered() {
        for (const auto& one : lobby_->waiting()->rows())
            if (one.number == "A096") // wealth advice, low counters
                lobby_->chooseTicket(one.key.value);
        QStringList places;
        for (const auto& place : lobby_->places()->rows())
            places << place.key;
        QVERIFY(places.contains("counter:low-1"));
        QVERIFY(places.contains("counter:vip-desk"));
        QVERIFY(!places.contains("counter:cash-1"));
        QVERIFY(!places.contains("zone:cash"));
        QVERIFY(!places.contains("zone:self-service"));
    }
};

QTEST_GUILESS_MAIN(LobbyModelsTest)
#include "lobby_models_test.moc"
