// Scores of forecasts: on a made-up log where the best forecast is known, on a short run of the
// reference lobby, and by hand.
#include "broker/forecast/chance.h"
#include "broker/sim/call_hall.h"
#include "broker/sim/score_lobby.h"
#include "broker/sim/score_log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <queue>

namespace usher::sim {
namespace {

TEST(Score, IsWhatOneWouldComputeByHand) {
    Score score;
    score.add(0, {100, 50, 90, 200}, 110);
    score.add(0, {100, 50, 90, 200}, 50);
    score.add(1, {200, 50, 90, 200}, 230);
    const Accuracy a = score.accuracy();
    EXPECT_EQ(a.customers, 3U);
    EXPECT_NEAR(a.rmse, std::sqrt((100 + 2500 + 900) / 3.0), 1e-12);
    EXPECT_NEAR(a.mae, 90 / 3.0, 1e-12);
    EXPECT_NEAR(a.bias, 10 / 3.0, 1e-12);
    EXPECT_NEAR(a.pinball50, (20 + 40 + 140) / 2.0 / 3, 1e-12);
    EXPECT_NEAR(a.pinball90, (0.1 * 90 + 0.1 * 150 + 0.9 * 30) / 3, 1e-12);
    EXPECT_NEAR(a.p10.share, 1 / 3.0, 1e-12);
    EXPECT_NEAR(a.p50.share, 1 / 3.0, 1e-12);
    EXPECT_NEAR(a.p90.share, 2 / 3.0, 1e-12);
    // By day: 2 of 2 within, 0 of 1; off by 2/3 each.
    EXPECT_NEAR(a.p90.halfWidth, 1.96 * std::sqrt(2 * 4 / 9.0) / 3, 1e-12);
}

/// First come, first served by so many agents; services as long as `type` says, once over.
CallLog madeUp(int days, std::uint64_t seed) {
    CallLog log;
    for (int day = 1; day <= days; ++day) {
        forecast::Chance chance{seed, static_cast<std::uint64_t>(day)};
        std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>>
            agents;
        for (int agent = 0; agent < 4; ++agent)
            agents.emplace(9 * 3600, agent);
        double at = 9 * 3600;
        while ((at += chance.exponential(52)) < 17 * 3600) {
            Call call;
            call.day = day;
            call.weekday = day % 5;
            call.type = chance.uniform() < 0.7 ? 0 : 1;
            call.came = static_cast<int>(at);
            const auto [free, agent] = agents.top();
            agents.pop();
            call.begun = std::max(call.came, free);
            call.queued = call.begun > call.came;
            call.left = call.begun;
            call.served = true;
            call.ended = call.begun + 20 +
                         static_cast<int>(chance.lognormal(call.type == 0 ? 100 : 380, 0.4));
            call.agent = agent;
            agents.emplace(call.ended, agent);
            log.push_back(call);
        }
    }
    return log;
}

ScoreLogOptions quickly() {
    ScoreLogOptions options;
    options.trainDays = "1-6";
    options.testDays = "7-12";
    options.futures = 40;
    options.threads = 2;
    return options;
}

TEST(ScoreLog, OursSeesWhatRecentWaitsCannot) {
    const CallLog log = madeUp(12, 1);
    const LogScores scores = logScores(log, log, quickly());
    EXPECT_GT(scores.customers, 1000U);
    EXPECT_EQ(scores.gaveUp, 0U);
    EXPECT_LT(scores.of("usher").rmse, 0.6 * scores.of("les").rmse);
    EXPECT_LT(scores.of("usher").rmse, 0.6 * scores.of("ewma").rmse);
    EXPECT_LT(scores.of("usher").rmse, 0.9 * scores.of("ticket-machine").rmse);
    EXPECT_NEAR(scores.of("usher").p50.share, 0.5, 0.08);
    EXPECT_NEAR(scores.of("usher").p90.share, 0.9, 0.05);
}

TEST(ScoreLog, IsTheSameForAnyNumberOfThreads) {
    const CallLog log = madeUp(12, 2);
    ScoreLogOptions options = quickly();
    options.futures = 10;
    const double two = logScores(log, log, options).of("usher").rmse;
    options.threads = 1;
    EXPECT_EQ(logScores(log, log, options).of("usher").rmse, two);
}

TEST(ScoreLog, BadDaysAreRefused) {
    const auto file = std::filesystem::path{testing::TempDir()} / "calls.csv";
    std::ofstream{file} << "day,weekday,type,priority,queue_start_s,queue_exit_s,served,"
                           "service_start_s,service_exit_s,agent\n"
                           "1,0,0,0,10,20,1,19,40,1\n"
                           "2,1,0,0,10,20,0,0,0,-1\n";
    const auto told = [&](const char* train, const char* test) {
        ScoreLogOptions options;
        options.log = file;
        options.trainDays = train;
        options.testDays = test;
        testing::internal::CaptureStderr();
        EXPECT_EQ(scoreLog(options), 2);
        return testing::internal::GetCapturedStderr();
    };
    EXPECT_EQ(told("monday", "1"),
              "--train-days is \"monday\"; write a range as 1-14, odd or even\n");
    EXPECT_EQ(told("1", "9-8"), "--test-days is \"9-8\"; write a range as 1-14, odd or even\n");
    EXPECT_EQ(told("1", "even"), "--test-days: on days even of the log nobody waited and was "
                                 "served; choose other days\n");
    std::filesystem::remove(file);
}

/// What a caller is told may hang on nothing that is only known later.
TEST(ScoreLog, NobodyPeeks) {
    const CallLog log = madeUp(1, 3);
    CallLog train = madeUp(4, 4);
    const CallModel model{train};
    int compared = 0;
    for (std::size_t i = 100; i < log.size(); i += 7) {
        if (!log[i].queued)
            continue;
        CallLog other(log.begin(), log.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        const int now = log[i].came;
        for (Call& call : other) {
            if (call.queued && call.left > now) { // waits: nobody knows what becomes of it
                call.served = false;
                call.left = now + 1 + (call.left - now) * 3;
                call.begun = call.ended = 0;
                call.agent = -1;
            } else if (call.ended > now) {
                call.ended = now + 1 + (call.ended - now) / 2;
            }
        }
        const CallPicture seen{log, i};
        const CallPicture again{other, i};
        EXPECT_EQ(rollCalls(seen, model, 20, 5), rollCalls(again, model, 20, 5));
        EXPECT_EQ(headOfLine(seen), headOfLine(again));
        EXPECT_EQ(ticketMachine(seen, model), ticketMachine(again, model));
        ++compared;
    }
    EXPECT_GT(compared, 20);
}

TEST(Patience, IsWhatKaplanAndMeierWouldSay) {
    Patience patience;
    for (int i = 0; i < 100; ++i)
        patience.waited(10, i < 25);
    for (int i = 0; i < 100; ++i)
        patience.waited(20, i < 50);
    patience.estimate();
    EXPECT_NEAR(patience.survival(9), 1, 1e-12);
    EXPECT_NEAR(patience.survival(10), 1 - 25 / 200.0, 1e-12);
    EXPECT_NEAR(patience.survival(20), (1 - 25 / 200.0) * 0.5, 1e-12);
    EXPECT_LT(patience.survival(600), patience.survival(60));
    forecast::Chance chance{1};
    int late = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double leaves = patience.draw(12, chance);
        ASSERT_GE(leaves, 12);
        late += leaves > 20 ? 1 : 0;
    }
    EXPECT_NEAR(late / 10'000.0, 0.5, 0.02);
}

/// Ten days are few: the order is sure, the size of the gaps is not.
TEST(ScoreLobby, OursIsBestAndHonestOnAFewDays) {
    ScoreLobbyOptions options;
    options.days = 10;
    options.learnt = 5;
    options.futures = 20;
    const LobbyScores scores = lobbyScores(options);
    const auto rmse = [&](const char* name) { return scores.of(name).rmse; };
    EXPECT_GT(scores.of("usher").customers, 3000U);
    EXPECT_LT(rmse("usher"), 0.72 * rmse("les"));
    EXPECT_LT(rmse("usher"), 0.72 * rmse("hol"));
    EXPECT_LT(rmse("usher"), 0.68 * rmse("ewma"));
    EXPECT_LT(rmse("usher"), 0.65 * rmse("ticket-machine"));
    EXPECT_LT(rmse("usher"), rmse("work-ahead"));
    EXPECT_LT(rmse("rollout-known"), rmse("rollout")) << "knowing the tellers helps";
    EXPECT_NEAR(rmse("usher"), rmse("rollout"), 0.03 * rmse("rollout"));
    EXPECT_NEAR(scores.of("usher").p50.share, 0.5, 0.08);
    EXPECT_NEAR(scores.of("usher").p90.share, 0.9, 0.05);
    EXPECT_LT(scores.of("usher").pinball90, 0.6 * scores.of("les").pinball90);
}

TEST(ScoreLobby, IsTheSameForAnyNumberOfThreads) {
    ScoreLobbyOptions options;
    options.days = 2;
    options.learnt = 1;
    options.futures = 5;
    options.threads = 1;
    const LobbyScores one = lobbyScores(options);
    options.threads = 3;
    EXPECT_EQ(lobbyScores(options).of("usher").rmse, one.of("usher").rmse);
}

} // namespace
} // namespace usher::sim
