// What if: is the right question asked, is only its own answer shown, and is nothing done by
// itself?
#include "broker/link/demo_link.h"
#include "broker/link/refusals.h"
#include "lobby-console/lobby.h"

#include <QtTest>

using namespace usher;
using namespace usher::protocol;
using lobby::Lobby;
using lobby::Trial;
using namespace std::chrono_literals;

class LobbyTrialTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<link::DemoLink> link_;
    std::unique_ptr<Lobby> lobby_;
    std::vector<Change> asked_;
    Foreseen told_;

    [[nodiscard]] Trial& trial() { return *lobby_->trial(); }
    [[nodiscard]] QStringList choices() {
        QStringList keys;
        for (const auto& one : trial().choices()->rows())
            keys << one.key;
        return keys;
    }
    [[nodiscard]] TierEffect effect(const char* tier, Estimate wait) {
        return {named<TierId>(tier), 20, 10, 10 + wait.mean, wait, 0.3, 0.2, {}, 0.4, 0.02};
    }
    [[nodiscard]] std::vector<lobby::TierLine> said() {
        std::vector<lobby::TierLine> lines;
        for (const QVariant& one : trial().said())
            lines.push_back(one.value<lobby::TierLine>());
        return lines;
    }

private slots:
    void init() {
        link_ = link::DemoLink::busyMorning();
        lobby_ = std::make_unique<Lobby>(*link_);
        lobby_->setLanguage("en");
        asked_.clear();
        told_ = {.at = link_->now(),
                 .until = link_->now() + 5h,
                 .futures = 100,
                 .tiers = {effect("ordinary", {-3.6, -4.0, -3.2})},
                 .counters = {{named<CounterId>("cash-3"), 40.2, 12.4, {}}},
                 .tickets = {}};
        link_->answerWith([this](const Command& command) -> client::Outcome {
            if (const auto* what = std::get_if<WhatIf>(&command))
                asked_.push_back(what->changes.at(0));
            return Answer{told_};
        });
    }

    void aCounterThatServesCanBeClosedAndOneThatDoesNotOpened() {
        lobby_->chooseCounter("cash-3"); // helps out after 8 and 12
        QCOMPARE(choices(),
                 (QStringList{"close", "help-0", "help-5", "help-10", "zone-vip", "zone-low"}));
        Snapshot day = link_->outlet().snapshot();
        day.counters[7].desk = Desk::Paused;
        day.counters[7].ticket.reset();
        link_->show(day);
        QCOMPARE(choices().front(), "open");
        lobby_->chooseCounter("low-1"); // after 5 already
        QVERIFY(!choices().contains("help-5"));
        lobby_->chooseCounter("atm-1");
        QVERIFY(choices().isEmpty());
    }

    void nobodyIsToHelpOutLaterThanTheOutletPromises() {
        Snapshot day = link_->outlet().snapshot();
        for (Tier& tier : day.setup.tiers)
            tier.headStart = std::min(tier.headStart, Millis{5min});
        day.setup.policy.appointment = day.setup.policy.returning = 5min;
        link_->show(day);
        QCOMPARE(day.setup.overtakingBound(), Millis{5min});
        lobby_->chooseCounter("cash-3");
        QVERIFY(choices().contains("help-0") && choices().contains("help-5"));
        QVERIFY(!choices().contains("help-10"));
    }

    void whatIsAskedIsWhatTheChoiceSays() {
        lobby_->chooseCounter("cash-3");
        trial().ask("close");
        trial().ask("help-5");
        trial().ask("zone-low");
        QTRY_COMPARE(trial().state(), Trial::State::Told);
        const auto counter = named<CounterId>("cash-3");
        QCOMPARE(asked_.size(), std::size_t{3});
        QCOMPARE(asked_[0].counter, counter);
        QCOMPARE(asked_[0].open, false);
        QVERIFY(!asked_[0].helpAfter && asked_[0].takes.empty());
        QCOMPARE(asked_[1].helpAfter, Millis{5min});
        QVERIFY(!asked_[1].open && asked_[1].takes.empty());
        const auto& takes = asked_[2].takes;
        QVERIFY(takes.size() > 3); // its own, and what a low counter takes at once
        QVERIFY(std::any_of(takes.begin(), takes.end(), [](const Takes& one) {
            return one.after == 0ms && std::count(one.services.begin(), one.services.end(),
                                                  named<ServiceId>("opening")) > 0;
        }));
    }

    void anOlderAnswerIsNotShown() {
        lobby_->chooseCounter("cash-3");
        link_->hold();
        trial().ask("close");
        told_.futures = 7;
        trial().ask("help-5");
        QCOMPARE(trial().state(), Trial::State::Asking);
        link_->release();
        QCOMPARE(trial().tried(), "help-5");
        QCOMPARE(trial().effect().futures, 7);
    }

    void leavingTheCounterDropsTheAnswer() {
        lobby_->chooseCounter("cash-3");
        link_->hold();
        trial().ask("close");
        lobby_->chooseCounter("cash-4");
        QCOMPARE(trial().state(), Trial::State::Nothing);
        link_->release();
        QCOMPARE(trial().state(), Trial::State::Nothing);
        trial().ask("close");
        QTRY_COMPARE(trial().state(), Trial::State::Told);
        trial().drop();
        QVERIFY(trial().tiers().isEmpty());
    }

    void anIntervalThatHoldsZeroIsNoDifference() {
        told_.tiers = {effect("ordinary", {-0.8, -1.7, 0.1}), effect("vip", {0.04, 0.01, 0.06})};
        lobby_->chooseCounter("cash-3");
        trial().ask("close");
        QTRY_COMPARE(trial().tiers().size(), 2);
        QVERIFY(said().empty());
    }

    void theVerdictNamesWhoPays() {
        told_.tiers = {effect("ordinary", {-3.6, -4.0, -3.2}), effect("gold", {-0.5, -0.7, -0.3}),
                       effect("vip", {0.2, 0.1, 0.3})};
        lobby_->chooseCounter("cash-3");
        trial().ask("close");
        QTRY_COMPARE(said().size(), std::size_t{2});
        QCOMPARE(said()[0].direction, -1);
        QCOMPARE(said()[1].name, "VIP");
        QCOMPARE(said()[1].direction, 1);
        QCOMPARE(trial().effect().idleNow, 40);
        QCOMPARE(trial().effect().idleThen, 12);
    }

    void thoseWhoWaitAreNamedMostFirst() {
        told_.tickets = {{{1}, "A001", {-1.2, -1.4, -1.0}},
                         {{2}, "A002", {-7.8, -9, -6}},
                         {{3}, "A003", {-5, -11, 1}},
                         {{4}, "A004", {-0.4, -0.5, -0.3}},
                         {{5}, "H001", {2, 1, 3}}};
        lobby_->chooseCounter("cash-3");
        trial().ask("close");
        QTRY_COMPARE(trial().effect().sooner.numbers, QStringLiteral("A002 −8′, A001 −1′"));
        QCOMPARE(trial().effect().later.numbers, "H001 +2′");
        QCOMPARE(trial().effect().sooner.more, 0);
    }

    void anAnswerGrowsOld() {
        lobby_->chooseCounter("cash-3");
        trial().ask("close");
        QTRY_COMPARE(trial().state(), Trial::State::Told);
        QCOMPARE(trial().effect().age, 0);
        link_->setNow(link_->now() + 3min);
        QCOMPARE(trial().effect().age, 3);
    }

    void noAnswerIsSaidAndARefusalToo() {
        lobby_->chooseCounter("cash-3");
        link_->answerWith([](const Command&) -> client::Outcome { return client::NoAnswer{}; });
        trial().ask("close");
        QTRY_COMPARE(trial().state(), Trial::State::Refused);
        QCOMPARE(trial().refusal(), static_cast<int>(link::refusals::Code::NoAnswer));
        link_->answerWith([](const Command&) -> client::Outcome { return Refusal::Superseded; });
        trial().ask("close");
        QTRY_COMPARE(trial().refusal(), static_cast<int>(link::refusals::Code::Superseded));
    }
};

QTEST_GUILESS_MAIN(LobbyTrialTest)
#include "lobby_trial_test.moc"
