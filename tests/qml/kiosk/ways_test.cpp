// Where a machine can do it, is the customer told so honestly, and taken there or to the counter?
#include "kiosk/autopilot.h"
#include "tests/qml/kiosk/kiosk_window.h"

namespace usher::kiosk {

using namespace protocol;
using namespace std::chrono_literals;
using State = Visit::State;

namespace {

const ServiceId cash = named<ServiceId>("cash");
const ServiceId pension = named<ServiceId>("pension");
const CounterId firstMachine = named<CounterId>("atm-1");
const CounterId secondMachine = named<CounterId>("atm-2");

Range minutes(int likely, int surely) {
    return {Millis{likely * 60'000}, Millis{surely * 60'000}};
}

} // namespace

class WaysTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aMachineThatIsFreeIsSaidOnTheTile();
    void aMachineWithALineSaysHowLong();
    void aRangeThatBeginsNowIsUpToItsEnd();
    void withoutAMachineTheTileTakesTheTicket();
    void theSoonerComesFirst();
    void unknownIsADashAndComesLast();
    void aTouchTakesTheMachine();
    void aTouchTakesTheCounter();
    void theSlipSaysWhereToGo();
    void aMachineThatFailsMeanwhileLeavesTheCounter();
    void theAutopilotGoesAnotherWay();
    void aMachineThatIsBackMayBeTakenAgain();
    void freshForecastsMoveNothing();
    void whereNoCounterIsOpenThatIsSaid();
    void backLeadsToTheServices();
    void aDoubleTapOnATileGoesNowhere();
    void aDoubleTapOnAWayTakesOneTicket();
    void idleClearsTheWays();
    void aCardMayStillCome();
    void withoutTheLineNoWayCanBeTaken();
    void everyModeShowsEveryWay_data();
    void everyModeShowsEveryWay();

private:
    [[nodiscard]] bool ways(const ServiceId& service = cash) {
        if (!kiosk_->choosing())
            return false;
        kiosk_->visit.ask(service);
        return kiosk_->visit.state() == State::Ways;
    }
    /// Every wish to take a ticket so far, the last one last.
    void listen() {
        kiosk_->link->answerWith([this](const Command& command) -> client::Outcome {
            if (const auto* wish = std::get_if<TakeTicket>(&command))
                wishes_.push_back(*wish);
            return kiosk_->branch.answer(command);
        });
    }
    [[nodiscard]] QVariant of(int row, Ways::Role role) {
        return kiosk_->visit.ways()->data(kiosk_->visit.ways()->index(row), role);
    }

    std::unique_ptr<KioskStand> kiosk_;
    std::unique_ptr<KioskWindow> window_;
    std::vector<TakeTicket> wishes_;
};

void WaysTest::init() {
    kiosk_ = std::make_unique<KioskStand>();
    window_ = std::make_unique<KioskWindow>(*kiosk_);
    QVERIFY(window_->exposed());
    wishes_.clear();
    listen();
}

void WaysTest::cleanup() {
    QCOMPARE(window_->warnings(), QStringList{});
    window_.reset();
    kiosk_.reset();
}

void WaysTest::aMachineThatIsFreeIsSaidOnTheTile() {
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->press("choice-0"));
    QTRY_COMPARE(window_->said("choice-0", "secondary"), QStringLiteral("Machine: now"));
    QVERIFY(window_->said("choice-0", "hint").startsWith("About "));
    QCOMPARE(window_->said("choice-1", "secondary"), QString{});
}

void WaysTest::aMachineWithALineSaysHowLong() {
    kiosk_->branch.machineWaits = {{firstMachine, minutes(4, 9)}, {secondMachine, minutes(6, 12)}};
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->press("choice-0"));
    QTRY_COMPARE(window_->said("choice-0", "secondary"), QStringLiteral("Machine: about 4–9 min"));
}

void WaysTest::aRangeThatBeginsNowIsUpToItsEnd() {
    kiosk_->branch.machineWaits = {{firstMachine, minutes(0, 3)}, {secondMachine, minutes(6, 12)}};
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->press("choice-0"));
    QTRY_COMPARE(window_->said("choice-0", "secondary"), QStringLiteral("Machine: up to 3 min"));
}

void WaysTest::withoutAMachineTheTileTakesTheTicket() {
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->press("choice-0"));
    QVERIFY(window_->press("choice-1"));
    QVERIFY(kiosk_->reaches(State::Ticket));
    QVERIFY(wishes_.back().service == pension);
    QVERIFY(!wishes_.back().machine);
}

void WaysTest::theSoonerComesFirst() {
    QVERIFY(ways());
    QCOMPARE(kiosk_->visit.ways()->rowCount(), 3);
    QCOMPARE(of(0, Ways::NameRole).toString(), QStringLiteral("Cash machine 1"));
    QCOMPARE(of(1, Ways::NameRole).toString(), QStringLiteral("Cash machine 2"));
    QCOMPARE(of(2, Ways::MachineRole).toBool(), false);
    kiosk_->visit.back();
    kiosk_->visit.back();
    kiosk_->branch.machineWaits = {{firstMachine, minutes(90, 120)}};
    QVERIFY(ways());
    QCOMPARE(of(0, Ways::NameRole).toString(), QStringLiteral("Cash machine 2"));
    QCOMPARE(of(1, Ways::MachineRole).toBool(), false);
    QCOMPARE(of(2, Ways::NameRole).toString(), QStringLiteral("Cash machine 1"));
}

void WaysTest::unknownIsADashAndComesLast() {
    std::vector<BoardZone> zones = kiosk_->link->zones();
    for (BoardZone& zone : zones)
        zone.wait = {Millis{-1}, Millis{-1}};
    kiosk_->link->setZones(zones);
    QVERIFY(ways());
    QCOMPARE(of(2, Ways::MachineRole).toBool(), false);
    QTRY_COMPARE(window_->said("way-2", "wait"), QStringLiteral("Wait unknown"));
}

void WaysTest::aTouchTakesTheMachine() {
    QVERIFY(ways());
    QVERIFY(window_->press("way-0"));
    QVERIFY(kiosk_->reaches(State::Ticket));
    QCOMPARE(wishes_.size(), std::size_t{1});
    QVERIFY(wishes_[0].service == cash);
    QVERIFY(wishes_[0].machine == firstMachine);
    QVERIFY(wishes_[0].paper == Paper::Pending);
    QTRY_VERIFY(window_->said("adviceDetail").contains("go to Cash machine 1 (sign 21)"));
    QVERIFY(window_->words().contains("Cash machine 1"));
}

void WaysTest::aTouchTakesTheCounter() {
    QVERIFY(ways());
    QVERIFY(window_->press("way-2"));
    QVERIFY(kiosk_->reaches(State::Ticket));
    QVERIFY(!wishes_.back().machine);
    QCOMPARE(kiosk_->visit.ticket()->machine(), QString{});
    QTRY_VERIFY(window_->words().contains("Cash windows"));
}

void WaysTest::theSlipSaysWhereToGo() {
    QVERIFY(ways());
    kiosk_->visit.go(1);
    QVERIFY(kiosk_->reaches(State::Ticket));
    const devices::Slip slip = kiosk_->visit.ticket()->slip({"银河支行", "Galaxy Branch"}, "10:41");
    QVERIFY(slip.machine.has_value());
    QCOMPARE(slip.machine->name.zh, std::string{"存取款机2号"});
    QCOMPARE(slip.machine->sign, 22U);
    QCOMPARE(slip.forecast->to, 0U);
}

void WaysTest::aMachineThatFailsMeanwhileLeavesTheCounter() {
    kiosk_->branch.fail({firstMachine});
    QVERIFY(ways());
    QVERIFY(window_->press("way-0"));
    QVERIFY(kiosk_->reaches(State::Ways));
    QTRY_COMPARE(window_->said("waysNote"),
                 QStringLiteral("Cash machine 1 cannot take you any more. Please choose another "
                                "way."));
    QCOMPARE(window_->said("way-0", "enabled"), QStringLiteral("false"));
    QTRY_COMPARE(kiosk_->asked("ListServices"), 2); // looked again
    QVERIFY(window_->press("way-0"));
    QCOMPARE(kiosk_->visit.state(), State::Ways);
    QVERIFY(window_->press("way-2"));
    QVERIFY(kiosk_->reaches(State::Ticket));
    QCOMPARE(wishes_.size(), std::size_t{2});
    QVERIFY(!wishes_.back().machine);
}

void WaysTest::theAutopilotGoesAnotherWay() {
    kiosk_->branch.fail({firstMachine});
    Autopilot autopilot{kiosk_->visit, {cash, firstMachine, {}}};
    kiosk_->insert();
    QTRY_COMPARE(wishes_.size(), std::size_t{2});
    QVERIFY(wishes_.front().machine == firstMachine);
    QVERIFY(wishes_.back().machine == secondMachine);
    QVERIFY(kiosk_->reaches(State::Welcome)); // the number is read, the visit done
}

void WaysTest::aMachineThatIsBackMayBeTakenAgain() {
    kiosk_->branch.fail({firstMachine});
    QVERIFY(ways());
    kiosk_->visit.go(0);
    QVERIFY(kiosk_->reaches(State::Ways));
    QTRY_COMPARE(kiosk_->asked("ListServices"), 2);
    kiosk_->branch.fail({});
    kiosk_->clock.advance(15s);
    QTRY_COMPARE(kiosk_->visit.ways()->lost(), QString{});
    QVERIFY(kiosk_->visit.ways()->at(0).has_value());
}

void WaysTest::freshForecastsMoveNothing() {
    QVERIFY(ways());
    kiosk_->branch.machineWaits = {{firstMachine, minutes(90, 120)}};
    kiosk_->clock.advance(15s);
    QTRY_COMPARE(of(0, Ways::LowRole).toInt(), 90);
    QCOMPARE(of(0, Ways::NameRole).toString(), QStringLiteral("Cash machine 1"));
    QTRY_COMPARE(window_->said("way-0", "wait"), QStringLiteral("About 90–120 min"));
}

void WaysTest::whereNoCounterIsOpenThatIsSaid() {
    kiosk_->branch.deserted = true;
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->press("choice-2"));
    QTRY_COMPARE(window_->said("choice-0", "hint"),
                 QStringLiteral("No counter open for this just now"));
    QVERIFY(window_->press("choice-0"));
    QVERIFY(kiosk_->reaches(State::Ways));
    QTRY_COMPARE(window_->said("way-0", "wait"), QStringLiteral("Wait unknown"));
    QVERIFY(window_->said("way-0", "advice").startsWith("No counter is open"));
    QVERIFY(window_->press("way-0"));
    QVERIFY(kiosk_->reaches(State::Ticket));
}

void WaysTest::backLeadsToTheServices() {
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->press("choice-0"));
    QVERIFY(window_->press("choice-0"));
    QVERIFY(kiosk_->reaches(State::Ways));
    QVERIFY(window_->press("back"));
    QCOMPARE(kiosk_->visit.state(), State::Choosing);
    QVERIFY(kiosk_->visit.choices()->inGroup());
    QCOMPARE(kiosk_->asked("TakeTicket"), 0);
}

void WaysTest::aDoubleTapOnATileGoesNowhere() {
    QVERIFY(kiosk_->choosing());
    QVERIFY(window_->press("choice-0"));
    QTRY_COMPARE(kiosk_->visit.choices()->rowCount(), 2);
    QVERIFY(window_->see());
    window_->setDoubleTap(60'000);
    window_->tap("choice-0");
    QCOMPARE(kiosk_->visit.state(), State::Ways);
    QVERIFY(window_->press("way-0"));
    QVERIFY(window_->press("way-2"));
    QCOMPARE(kiosk_->visit.state(), State::Ways);
    QVERIFY(wishes_.empty());
}

void WaysTest::aDoubleTapOnAWayTakesOneTicket() {
    QVERIFY(ways());
    kiosk_->visit.go(0);
    kiosk_->visit.go(0);
    kiosk_->visit.go(2);
    QVERIFY(kiosk_->reaches(State::Ticket));
    QCOMPARE(wishes_.size(), std::size_t{1});
}

void WaysTest::idleClearsTheWays() {
    QVERIFY(ways());
    kiosk_->clock.advance(39s);
    QVERIFY(!kiosk_->visit.counting());
    kiosk_->clock.advance(1s);
    QVERIFY(kiosk_->visit.counting());
    QVERIFY(window_->press("continue"));
    QCOMPARE(kiosk_->visit.state(), State::Ways);
    kiosk_->clock.advance(60s);
    QCOMPARE(kiosk_->visit.state(), State::Welcome);
    QCOMPARE(kiosk_->visit.ways()->rowCount(), 0);
    QCOMPARE(kiosk_->visit.ways()->service(), QString{});
}

void WaysTest::aCardMayStillCome() {
    QVERIFY(ways());
    kiosk_->insert();
    QVERIFY(kiosk_->reaches(State::Choosing));
    QVERIFY(kiosk_->visit.greeted());
}

void WaysTest::withoutTheLineNoWayCanBeTaken() {
    QVERIFY(ways());
    kiosk_->link->setStale(true, 4);
    QVERIFY(window_->press("way-0"));
    QCOMPARE(kiosk_->visit.state(), State::Ways);
    QVERIFY(wishes_.empty());
    kiosk_->link->setStale(false, 0);
    QVERIFY(window_->press("way-0"));
    QVERIFY(kiosk_->reaches(State::Ticket));
}

void WaysTest::everyModeShowsEveryWay_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("contrast");
    QTest::newRow("upright") << QSize{1080, 1920} << false << false;
    QTest::newRow("upright, large") << QSize{1080, 1920} << true << true;
    QTest::newRow("lying") << QSize{1280, 1024} << false << true;
    QTest::newRow("lying, large") << QSize{1280, 1024} << true << false;
}

void WaysTest::everyModeShowsEveryWay() {
    QFETCH(QSize, size);
    QFETCH(bool, large);
    QFETCH(bool, contrast);
    kiosk_->visit.comfort()->setLarge(large);
    kiosk_->visit.comfort()->setContrast(contrast);
    window_->window()->resize(size);
    for (int row = 0; row < 3; ++row) {
        QVERIFY(ways());
        const QString name = "way-" + QString::number(row);
        QTRY_VERIFY(window_->has(name));
        QVERIFY(window_->see());
        const QQuickItem* card = window_->item(name);
        QVERIFY(QRectF({}, size).contains(card->mapRectToScene(card->boundingRect())));
        QVERIFY(card->mapRectToScene(card->boundingRect()).bottom() <=
                window_->item("help")->mapToScene({0, 0}).y());
        QVERIFY(card->height() >= card->implicitHeight());
        window_->tap(name);
        QVERIFY(kiosk_->reaches(State::Ticket));
        QCOMPARE(wishes_.back().machine.has_value(), row < 2);
        kiosk_->visit.done();
        kiosk_->visit.comfort()->setLarge(large);
        kiosk_->visit.comfort()->setContrast(contrast);
    }
}

} // namespace usher::kiosk

QTEST_MAIN(usher::kiosk::WaysTest)
#include "ways_test.moc"
