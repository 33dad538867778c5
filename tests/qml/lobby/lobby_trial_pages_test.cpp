// The what-if page under a finger: asked, working, told, unanswered; and only then done for real.
#include "tests/qml/lobby/lobby_stand.h"

using namespace usher;
using namespace usher::protocol;
using lobby::Lobby;
using namespace std::chrono_literals;

class LobbyTrialPagesTest : public test::LobbyStand {
    Q_OBJECT
private:
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
                                      0,
                                      0};
                };
                return Answer{Foreseen{.at = link_->now(),
                                       .until = link_->now() + 5h,
                                       .futures = 100,
                                       .tiers = {tier("ordinary", 3.6), tier("vip", -0.2)},
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
                     "Ordinary customers wait 3.6 min more on average; VIP 0.2 min less.");
        QCOMPARE(last(), "WhatIf"); // nothing was done
        QVERIFY(click("doIt"));
        QTRY_COMPARE(last(), "CloseCounter");
        QTRY_COMPARE(words("undoBar"), "Counter 8 closes");
        QVERIFY(!item("verdict"));
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
