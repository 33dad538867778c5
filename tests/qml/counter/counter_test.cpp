// A teller's hands: what each key and each click asks of the broker, and what the screen says then.
#include "broker/link/stage.h"
#include "counter-client/demo_desk.h"
#include "counter-client/desk.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

using namespace usher;
using counter::Desk;
using namespace std::chrono_literals;

namespace {

/// findChild does not see what a Repeater or a list makes.
QQuickItem* named(QQuickItem* item, const QString& name) {
    if (item->objectName() == name && item->isVisible())
        return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = named(child, name))
            return found;
    return nullptr;
}

} // namespace

class CounterTest : public QObject {
    Q_OBJECT
private:
    link::Stage stage_{"counter"};
    std::unique_ptr<link::DemoLink> link_;
    std::unique_ptr<counter::DemoDesk> demo_;
    std::unique_ptr<Desk> desk_;

    QQuickWindow* window() { return stage_.window(); }
    QQuickItem* item(const char* name) { return named(window()->contentItem(), name); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QTest::keyClick(window(), key, with);
    }
    bool click(const char* name) {
        if (!QTest::qWaitFor([&] { return item(name) && item(name)->width() > 0; }))
            return false;
        QQuickItem* target = item(name);
        const QPointF middle{target->width() / 2, target->height() / 2};
        QTest::mouseClick(window(), Qt::LeftButton, {}, target->mapToScene(middle).toPoint());
        return true;
    }
    /// Presses until it counts: the desk takes presses that are too close for one.
    bool reaches(Desk::State state, const std::function<void()>& press) {
        return QTest::qWaitFor([&] {
            if (desk_->state() != state && !desk_->busy())
                press();
            return desk_->state() == state && !desk_->busy();
        });
    }
    std::vector<std::string> askedSince(std::size_t before) {
        return {link_->asked().begin() + static_cast<std::ptrdiff_t>(before), link_->asked().end()};
    }
    using Wishes = std::vector<std::string>;

private slots:
    void initTestCase() {
        link_ = link::DemoLink::busyMorning();
        demo_ = std::make_unique<counter::DemoDesk>(*link_);
        desk_ = std::make_unique<Desk>(*link_);
        stage_.setLanguage("en");
        desk_->setLanguage("en");
        connect(&stage_, &link::Stage::languageChanged, desk_.get(),
                [this] { desk_->setLanguage(stage_.language()); });
        QVERIFY(stage_.load("Usher.Counter", {{"desk", QVariant::fromValue(desk_.get())},
                                              {"link", QVariant::fromValue(link_.get())},
                                              {"stage", QVariant::fromValue(&stage_)}}));
        window()->resize(1280, 760);
        window()->show();
        window()->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(window()));
    }
    void cleanup() {
        link_->release();
        demo_->answering();
        QTRY_VERIFY(!desk_->busy());
        QVERIFY2(stage_.warnings().isEmpty(), qPrintable(stage_.warnings().join('\n')));
    }
    void cleanupTestCase() { delete window(); }

    void init() {
        demo_->idle();
        desk_->back();
        desk_->back();
        QTRY_COMPARE(desk_->page(), Desk::Page::Bar);
    }

    void oneKeyFollowsTheState() {
        const auto before = link_->asked().size();
        for (const auto state : {Desk::State::Calling, Desk::State::Serving, Desk::State::Idle}) {
            QVERIFY(reaches(state, [this] { press(Qt::Key_F8); }));
        }
        QCOMPARE(askedSince(before), (Wishes{"CallNext", "Start", "Finish"}));
    }
    void theSameWithTheMouse() {
        const auto before = link_->asked().size();
        for (const auto state : {Desk::State::Calling, Desk::State::Serving, Desk::State::Idle}) {
            QVERIFY(reaches(state, [this] { click("primary"); }));
        }
        QCOMPARE(askedSince(before), (Wishes{"CallNext", "Start", "Finish"}));
    }
    void aDoublePressIsOneHoweverFastTheAnswer() {
        QVERIFY(reaches(Desk::State::Calling, [this] { press(Qt::Key_F8); }));
        QVERIFY(reaches(Desk::State::Serving, [this] { press(Qt::Key_F8); }));
        const auto before = link_->asked().size();
        press(Qt::Key_F8);
        QVERIFY(askedSince(before).empty());
        QCOMPARE(desk_->state(), Desk::State::Serving);
    }
    void aSecondPressAsksNothing() {
        const auto before = link_->asked().size();
        link_->hold();
        QVERIFY(QTest::qWaitFor([this] { return (press(Qt::Key_F8), desk_->busy()); }));
        press(Qt::Key_F8);
        QVERIFY(click("primary"));
        QVERIFY(desk_->busy());
        QCOMPARE(askedSince(before), (Wishes{"CallNext"}));
    }
    void theLockEndsButAnUnansweredWishIsNotDoubled() {
        demo_->calling();
        const auto before = link_->asked().size();
        link_->hold();
        press(Qt::Key_F7);
        QVERIFY(desk_->busy());
        QTRY_VERIFY_WITH_TIMEOUT(!desk_->busy(), 3 * Desk::lockMs);
        press(Qt::Key_F7);
        QCOMPARE(askedSince(before), (Wishes{"Recall"}));
        press(Qt::Key_F7, Qt::ControlModifier);
        QCOMPARE(askedSince(before), (Wishes{"Recall", "Hold"}));
    }
    void keysStayLockedUntilTheNewsOfTheAnswer() {
        link_->answerWith([this](const auto&) {
            return protocol::Answer{protocol::Accepted{link_->outlet().sequence() + 1}};
        });
        demo_->calling();
        const auto before = link_->asked().size();
        QVERIFY(QTest::qWaitFor([this] { return (press(Qt::Key_F8), desk_->busy()); }));
        QCoreApplication::processEvents();
        QVERIFY(desk_->busy());
        press(Qt::Key_F8);
        demo_->serving();
        QTRY_VERIFY(!desk_->busy());
        QCOMPARE(askedSince(before), (Wishes{"Start"}));
    }
    void everyKeyDoesWhatItsCapSays() {
        const auto before = link_->asked().size();
        demo_->calling(2);
        press(Qt::Key_F7);
        QTRY_VERIFY(!desk_->busy());
        press(Qt::Key_F8, Qt::ShiftModifier);
        QTRY_COMPARE(desk_->state(), Desk::State::Idle);
        QTRY_VERIFY(!desk_->busy());
        QCOMPARE(desk_->lastAct().act, "NoShow");
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!desk_->busy());
        demo_->serving();
        press(Qt::Key_F7, Qt::ControlModifier);
        QTRY_COMPARE(desk_->state(), Desk::State::Idle);
        QCOMPARE(askedSince(before), (Wishes{"Recall", "NoShow", "Undo", "Hold"}));
    }
    void noShowNeedsItsRecalls() {
        const auto before = link_->asked().size();
        demo_->calling(1);
        QCOMPARE(desk_->customer().recallsMissing, 1);
        press(Qt::Key_F8, Qt::ShiftModifier);
        QVERIFY(askedSince(before).empty());
        QTRY_COMPARE(item("noShow")->property("hint").toString(), QString{"1 recall first"});
        QVERIFY(!item("noShow")->isEnabled());
    }
    void transferByArrowsAndEnter() {
        demo_->serving();
        const auto before = link_->asked().size();
        press(Qt::Key_F9, Qt::ControlModifier);
        QTRY_COMPARE(desk_->page(), Desk::Page::Transfer);
        QTRY_VERIFY(item("targets") && item("targets")->hasActiveFocus());
        press(Qt::Key_Right);
        QTRY_COMPARE(desk_->towards(), Desk::Towards::Zone);
        press(Qt::Key_Right);
        QTRY_COMPARE(desk_->towards(), Desk::Towards::Counter);
        QTRY_VERIFY(item("target-low-2"));
        press(Qt::Key_Down);
        QTRY_COMPARE(item("targets")->property("currentIndex").toInt(), 1);
        press(Qt::Key_Return);
        QTRY_COMPARE(desk_->state(), Desk::State::Idle);
        QCOMPARE(askedSince(before), (Wishes{"Transfer"}));
        QCOMPARE(desk_->page(), Desk::Page::Bar);
        desk_->setTowards(Desk::Towards::Service);
    }
    void escapeLeavesThingsAsTheyAre() {
        demo_->serving();
        const auto before = link_->asked().size();
        QVERIFY(click("transfer"));
        QTRY_COMPARE(desk_->page(), Desk::Page::Transfer);
        press(Qt::Key_Escape);
        QTRY_COMPARE(desk_->page(), Desk::Page::Bar);
        QVERIFY(askedSince(before).empty());
    }
    void nobodyIsSentWhereNobodyCanServeThem() {
        demo_->serving();
        desk_->setTowards(Desk::Towards::Counter);
        desk_->open(Desk::Page::Transfer);
        for (const auto& row : desk_->targets()->rows()) {
            QVERIFY(row.key != "low-1");
            QVERIFY(!row.key.startsWith("atm") && !row.key.startsWith("terminal"));
        }
        QVERIFY(desk_->targets()->count() > 0);
        desk_->setTowards(Desk::Towards::Service);
    }
    void pauseWithAReasonAndBack() {
        const auto before = link_->asked().size();
        press(Qt::Key_F6);
        QTRY_COMPARE(desk_->page(), Desk::Page::Pause);
        QVERIFY(click("reason-cash"));
        QTRY_COMPARE(desk_->state(), Desk::State::Paused);
        QCOMPARE(desk_->reason(), "cash");
        QTRY_VERIFY(!desk_->busy());
        press(Qt::Key_F6);
        QTRY_COMPARE(desk_->state(), Desk::State::Idle);
        QCOMPARE(askedSince(before), (Wishes{"PauseCounter", "ResumeCounter"}));
    }
    void aHeldCustomerComesBack() {
        demo_->holding(2);
        const auto before = link_->asked().size();
        QVERIFY(click("hold"));
        QTRY_COMPARE(desk_->page(), Desk::Page::Held);
        QTRY_VERIFY(item("heldList") && item("heldList")->hasActiveFocus());
        press(Qt::Key_Return);
        QTRY_COMPARE(desk_->held()->count(), 1);
        QCOMPARE(askedSince(before), (Wishes{"ResumeTicket"}));
    }
    void signingOnNeedsNumberCounterAndPin() {
        demo_->signedOff();
        QTRY_COMPARE(desk_->page(), Desk::Page::SignOn);
        const auto before = link_->asked().size();
        QTRY_VERIFY(item("staff") && item("staff")->hasActiveFocus());
        for (const char digit : {'1', '0', '0', '3'})
            QTest::keyClick(window(), digit);
        QVERIFY(click("seat-low-1"));
        QTRY_VERIFY(item("pad")->hasActiveFocus());
        for (const char digit : {'1', '0', '0', '3'})
            QTest::keyClick(window(), digit);
        press(Qt::Key_Return);
        QTRY_COMPARE(desk_->state(), Desk::State::Idle);
        QTRY_COMPARE(desk_->page(), Desk::Page::Bar);
        QCOMPARE(askedSince(before), (Wishes{"SignOn"}));
    }
    void aWrongPinIsSaidAndTheNumberStays() {
        demo_->signedOff();
        QTRY_COMPARE(desk_->page(), Desk::Page::SignOn);
        link_->answerWith([](const auto&) { return protocol::Refusal::WrongPin; });
        desk_->signOn("1003", "9999", "low-1");
        QTRY_COMPARE(desk_->refusal(), link::refusals::Code::WrongPin);
        QTRY_COMPARE(item("refusal")->property("text").toString(),
                     QString{"Number or PIN is not right."});
        QCOMPARE(desk_->page(), Desk::Page::SignOn);
    }
    void aRefusalIsShownInTheBar() {
        link_->answerWith([](const auto&) { return protocol::Refusal::NobodyWaiting; });
        QVERIFY(QTest::qWaitFor([this] { return (press(Qt::Key_F8), item("alarm") != nullptr); }));
        QCOMPARE(item("alarm")->property("text").toString(),
                 QString{"Nobody is waiting for this counter."});
    }
    void withoutTheBrokerNothingIsCalled() {
        demo_->calling();
        link_->setStale(true, 5);
        QTRY_COMPARE(desk_->state(), Desk::State::Offline);
        const auto before = link_->asked().size();
        for (const Qt::Key key : {Qt::Key_F8, Qt::Key_F7, Qt::Key_F6})
            press(key);
        press(Qt::Key_F7, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(askedSince(before).empty());
        QVERIFY(!item("primary"));
        QVERIFY(!desk_->customer().number.isEmpty());
    }
    void languagesChangeWhileItRuns() {
        QTRY_COMPARE(item("primary")->property("text").toString(), QString{"Next"});
        stage_.setLanguage("zh");
        QTRY_COMPARE(item("primary")->property("text").toString(), QString{"呼叫"});
        QCOMPARE(desk_->counterName(), "低柜1号");
        stage_.setLanguage("en");
        QTRY_COMPARE(item("primary")->property("text").toString(), QString{"Next"});
        QCOMPARE(desk_->counterName(), "Low counter 1");
    }
    void waitingHereIsPartOfTheHall() {
        QVERIFY(desk_->waitingHere() > 0);
        QVERIFY(desk_->waitingHere() < desk_->waitingHall());
    }
};

QTEST_MAIN(CounterTest)
#include "counter_test.moc"
