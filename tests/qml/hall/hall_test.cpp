// What the hall must never do: lose a call, hurry past one, or say twice what was said.
#include "broker/link/stage.h"
#include "lobby-console/hall/hall.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

using namespace usher;
using namespace usher::protocol;
using hall::Announcements;
using hall::Hall;
using namespace std::chrono_literals;

namespace {

struct CountedChime : hall::Chime {
    int rung = 0;
    void ring() override { ++rung; }
};

QQuickItem* named(QQuickItem* item, const QString& name) {
    if (item->objectName() == name && item->isVisible())
        return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = named(child, name))
            return found;
    return nullptr;
}

} // namespace

class HallTest : public QObject {
    Q_OBJECT
private:
    link::DemoLink link_;
    CountedChime chime_;
    Announcements::Time time_{1h};
    std::unique_ptr<Hall> hall_;
    Board board_;

    BoardCall call(Sequence id, const char* number, std::uint32_t counter,
                   Millis ago = Millis{0}) const {
        return {id, number, counter, {"窗口", "Counter"}, 1, board_.now - ago};
    }
    void show(std::vector<BoardCall> calls) {
        board_.calls = std::move(calls);
        link_.show(board_);
    }
    void pass(std::chrono::milliseconds span) {
        time_ += span;
        board_.now = board_.now + Millis{span};
        link_.show(board_);
    }
    QStringList earlier() const {
        QStringList numbers;
        for (const QVariant& row : hall_->earlier())
            numbers << row.toMap()["number"].toString();
        return numbers;
    }

private slots:
    void init() {
        board_ = {};
        board_.now = {1'795'401'719'000};
        board_.outlet = {"银河支行", "Galaxy Branch"};
        time_ = 1h;
        chime_.rung = 0;
        link_.setState(link::Link::State::Live);
        link_.setStale(false, 0);
        link_.show(board_);
        hall_ = std::make_unique<Hall>(link_, chime_, [this] { return time_; });
    }

    void twoCallsThatComeTogetherAreBothShown() {
        show({call(2, "A002", 6), call(1, "A001", 5)});
        QCOMPARE(hall_->number(), "A001");
        QCOMPARE(chime_.rung, 1);
        pass(4999ms);
        QCOMPARE(hall_->number(), "A001");
        pass(1ms);
        QCOMPARE(hall_->number(), "A002");
        QCOMPARE(chime_.rung, 2);
        QCOMPARE(earlier(), QStringList{"A001"});
    }

    void theNextComesOnByItself() {
        hall_ = std::make_unique<Hall>(link_, chime_, [this] { return time_; });
        show({call(2, "A002", 6), call(1, "A001", 5)});
        time_ += 5s; // the timer was set for five real seconds; the hall looks at every tick
        emit link_.ticked();
        QCOMPARE(hall_->number(), "A002");
    }

    void aRushIsShownOneAfterAnotherInOrder() {
        show({call(4, "A004", 4), call(3, "A003", 3), call(2, "A002", 2), call(1, "A001", 1)});
        for (const char* number : {"A001", "A002", "A003", "A004"}) {
            QCOMPARE(hall_->number(), number);
            pass(5s);
        }
        QCOMPARE(chime_.rung, 4);
        QCOMPARE(hall_->number(), "A004");
    }

    void aRecallFlashesAndRingsOnce() {
        show({call(2, "A002", 6), call(1, "A001", 5)});
        pass(5s);
        pass(5s);
        QSignalSpy announced{hall_.get(), &Hall::announced};
        auto calls = board_.calls;
        calls[1].times = 2;
        calls[1].at = board_.now;
        show(calls);
        QCOMPARE(hall_->number(), "A001");
        QVERIFY(hall_->again());
        QCOMPARE(chime_.rung, 3);
        pass(5s);
        pass(5s);
        QCOMPARE(chime_.rung, 3);
        QCOMPARE(announced.count(), 1);
        QCOMPARE(announced.first().first().toBool(), true);
    }

    void whatWasOldWhenFirstSeenIsShownButNotAnnounced() {
        show({call(2, "A002", 6, 21s), call(1, "A001", 5, 60s)});
        QCOMPARE(hall_->number(), "A002");
        QCOMPARE(earlier(), QStringList{"A001"});
        QCOMPARE(chime_.rung, 0);
    }

    void aWithdrawnCallLeavesTheScreen() {
        show({call(1, "A001", 5)});
        pass(5s);
        show({call(2, "A002", 6), call(1, "A001", 5)});
        QCOMPARE(hall_->number(), "A002");
        show({call(1, "A001", 5)});
        QCOMPARE(hall_->number(), "A001");
        QCOMPARE(chime_.rung, 2);
        show({});
        QCOMPARE(hall_->state(), Hall::State::Quiet);
        QVERIFY(earlier().isEmpty());
    }

    void aWithdrawnCallThatStillWaitedIsNeverAnnounced() {
        show({call(2, "A002", 6), call(1, "A001", 5)});
        show({call(1, "A001", 5)});
        pass(10s);
        QCOMPARE(hall_->number(), "A001");
        QCOMPARE(chime_.rung, 1);
    }

    void theSameNumberAtAnotherTimeIsAnotherCall() {
        show({call(1, "A001", 5)});
        pass(5s);
        show({call(9, "A001", 7)});
        QCOMPARE(hall_->counter(), 7);
        QCOMPARE(chime_.rung, 2);
    }

    void aCallPushedOffAFullBoardIsStillShown() {
        std::vector<BoardCall> calls;
        for (Sequence id = boardFull + 1; id >= 1; --id)
            calls.push_back(call(id, ("A" + std::to_string(100 + id)).c_str(), 1));
        auto first = calls;
        first.erase(first.begin()); // 12 calls: 1 to 12
        show(first);
        QCOMPARE(hall_->number(), "A101");
        calls.pop_back(); // 13 came, 1 was pushed out, 2 still waits
        show(calls);
        QCOMPARE(hall_->number(), "A101");
        pass(5s);
        QCOMPARE(hall_->number(), "A102");
    }

    void thePageShowsIt() {
        link::Stage stage{"hall"};
        QVERIFY(stage.load("Usher.Hall",
                           {{"hall", QVariant::fromValue(hall_.get())}, {"windowed", true}}));
        QQuickItem* page = stage.window()->contentItem();
        QVERIFY(named(page, "quiet"));
        QCOMPARE(named(page, "ruleEn")->property("text").toString(),
                 "Called in the order of the tickets.");
        QVERIFY(!named(page, "degraded"));
        board_.degraded = true;
        board_.favoured = {Rank::Assisted, Rank::Appointment};
        board_.overtaking = Millis{20min};
        show({call(1, "A001", 5)});
        QTRY_VERIFY(named(page, "number"));
        QCOMPARE(named(page, "number")->property("text").toString(), "A001");
        QCOMPARE(named(page, "counter")->property("text").toString(), "5");
        QCOMPARE(named(page, "english")->property("text").toString(), "A001 → Counter 5");
        QTRY_VERIFY(named(page, "degraded"));
        QCOMPARE(named(page, "ruleEn")->property("text").toString(),
                 "Favoured, most first: assisted (elderly, disabled, pregnant, with a child), "
                 "appointment.\nNobody who comes over 20 min after you goes first where you may "
                 "be served, unless staff give a reason.");
        QVERIFY(!named(page, "unwell"));
        link_.setState(link::Link::State::Unwell);
        QTRY_VERIFY(named(page, "unwell"));
        QVERIFY(named(page, "earlier"));
        link_.setState(link::Link::State::Denied);
        QTRY_VERIFY(!named(page, "earlier")); // nothing old on a display that is not in use
        QVERIFY(!named(page, "ruleEn"));
        link_.setState(link::Link::State::Live);
        link_.setStale(true, 14);
        QTRY_VERIFY(named(page, "freshness")->property("text").toString().contains("14 s old"));
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings().join('\n')));
        qDeleteAll(stage.engine().rootObjects());
    }

private:
    static constexpr Sequence boardFull = 12;
};

QTEST_MAIN(HallTest)
#include "hall_test.moc"
