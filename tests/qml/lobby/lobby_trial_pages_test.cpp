// The what-if page under a finger: asked, working, told, unanswered; and only then done for real.
#include "tests/qml/lobby/lobby_stand.h"

using namespace usher;
using namespace usher::protocol;
using lobby::Lobby;
using namespace std::chrono_literals;

class LobbyTrialPagesTest : public test::LobbyStand {
    Q_OBJECT
private:
    double change_ = 1; ///< of what the trial tells

    bool isPrimary(const char* button) {
        QQuickItem* found = item(button);
        return found != nullptr && found->property("filled").toBool();
    }
    void remember() {
        link_->answerWith([this](const Command& command) -> client::Outcome {
            if (std::holds_alternative<SignOn>(command))
                return Answer{SignedOn{
                    protocol::named<StaffId>("2001"), "Lin Xiao", StaffRole::LobbyManager, {}}};
            if (std::holds_alternative<WhatIf>(command)) {
                const auto tier = [](const char* id, double more) {
                    return TierEffect{protocol::named<TierId>(id),
                                      20,
                                      10,
                                      10 + more,
                                      {more, more - 0.1, more + 0.1},
                                      0.2,
                                      0.3,
                                      {},
                                      id == std::string_view{"vip"} ? 0.12 : -1,
                                      id == std::string_view{"vip"} ? 0.0 : -1};
                };
                return Answer{Foreseen{
                    .at = link_->now(),
                    .until = link_->now() + 5h,
                    .futures = 100,
                    .tiers = {tier("ordinary", 3.6 * change_), tier("vip", -0.2 * change_)},
                    .counters = {},
                    .tickets = {}}};
            }
            return Answer{Accepted{}};
        });
    }

private slots:
    void initTestCase() { load(); }
    void init() {
        link_->release();
        change_ = 1;
        remember();
        startOver();
    }
    void cleanup() { expectNoWarnings(); }
    void cleanupTestCase() { qDeleteAll(stage_.engine().rootObjects()); }

    void triesBeforeItDoesAndThenDoesIt() {
        QVERIFY(click("counter-cash-3"));
        QVERIFY(click("whatIf"));
        QTRY_VERIFY(item("try-close"));
        link_->hold();
        QVERIFY(click("try-close"));
        QTRY_VERIFY(item("asking"));
        QCOMPARE(last(), "WhatIf");
        link_->release();
        QTRY_COMPARE(words("verdict"),
                     QStringLiteral(
                         "If it stays so until closing: Ordinary customers wait 3.6\u00a0min more "
                         "on average; VIP 0.2\u00a0min less."));
        QCOMPARE(last(), "WhatIf"); // nothing was done
        QCOMPARE(words("doIt"), "Close after this customer");
        QVERIFY(!isPrimary("doIt")); // it makes the waits longer
        QVERIFY(click("doIt"));
        QTRY_COMPARE(last(), "CloseCounter");
        QTRY_COMPARE(words("undoBar"), "Counter 8 closes");
        QVERIFY(!item("verdict"));
    }

    void anAnswerThatGrewOldIsAskedAgainFirst() {
        change_ = -1;
        QVERIFY(click("counter-cash-3"));
        QVERIFY(click("whatIf"));
        QVERIFY(click("try-zone-low"));
        QTRY_VERIFY(isPrimary("doIt"));
        const QString asked = QStringLiteral("Asked at %1").arg(link_->clock());
        QCOMPARE(words("trialAge"), asked);
        QVERIFY(!item("askAgain"));
        link_->setNow(link_->now() + 4min);
        QTRY_VERIFY(isPrimary("askAgain"));
        QVERIFY(!isPrimary("doIt"));
        QCOMPARE(words("trialAge"), asked + ", 4 min ago: the lobby has moved on since.");
        const auto before = link_->asked().size();
        QVERIFY(click("askAgain"));
        QTRY_VERIFY(isPrimary("doIt"));
        QCOMPARE(link_->asked().size(), before + 1);
        QCOMPARE(last(), "WhatIf");
        QVERIFY(!item("askAgain"));
    }

    void whereNothingIsClearNoButtonIsPrimary() {
        change_ = 0;
        QVERIFY(click("counter-cash-3"));
        QVERIFY(click("whatIf"));
        QVERIFY(click("try-zone-low"));
        QTRY_COMPARE(words("verdict"),
                     "If it stays so until closing: no clear difference for anybody.");
        QVERIFY(!isPrimary("doIt"));
        QCOMPARE(words("gain-Ordinary"), QStringLiteral("— / —")); // nobody comes either way
        QCOMPARE(words("gain-VIP"), "12 % / 0 %");
    }

    void aTrialWithoutAnAnswerSaysSoAndOffersNothing() {
        QVERIFY(click("counter-cash-3"));
        QVERIFY(click("whatIf"));
        link_->answerWith([](const Command&) -> client::Outcome { return client::NoAnswer{}; });
        QVERIFY(click("try-close"));
        QTRY_COMPARE(words("trialRefusal"), "No answer came. Nothing was changed; ask again.");
        QVERIFY(!item("doIt"));
        QVERIFY(!item("refusalBar")); // that one is about acts
        press(Qt::Key_Escape);
        QTRY_VERIFY(item("whatIf"));
        QCOMPARE(lobby_->trial()->state(), lobby::Trial::State::Nothing);
    }
};

QTEST_MAIN(LobbyTrialPagesTest)
#include "lobby_trial_pages_test.moc"
