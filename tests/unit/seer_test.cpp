// A seer follows the records: the same ones give the same forecasts, and what came of them is
// learned.
#include "broker/outlook/live_outlook.h"
#include "tests/support/stage.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace usher::outlook {

namespace {

using namespace protocol;
using std::chrono::minutes;

const auto hall = named<ZoneId>("hall");
const auto cash = named<ServiceId>("cash");
const auto ordinary = named<TierId>("ordinary");
const stage::Who admin{named<DeviceId>("ctl"), Role::Administrator};
const stage::Who desk{named<DeviceId>("W1"), Role::Counter};

Setup oneCounter() {
    Setup setup = stage::emptySetup();
    setup.zones = {{hall, {}, false}};
    setup.services = {{cash, {}, {}, hall, minutes{4}, true, false}};
    setup.tiers = {{ordinary, {}, {}, minutes{20}, {}}};
    setup.series = {{"A", 1, 999, {ordinary}}};
    setup.counters = {{named<CounterId>("C1"), 1, {}, hall, {{}}}};
    setup.policy.appointment = minutes{30};
    return setup;
}

class SeerTest : public testing::Test {
protected:
    SeerTest() {
        stage.adopt(oneCounter());
        (void)stage.signOn(desk, "wang", StaffRole::Teller, named<CounterId>("C1"));
    }
    TicketId take() {
        const auto reply = stage.ask(admin, TakeTicket{cash, {}, false, Paper::Shown});
        return std::get<TicketIssued>(std::get<Answer>(reply)).ticket;
    }
    /// Calls the next one, who takes `span`, and looks ahead meanwhile.
    void serve(Millis span) {
        const auto reply = stage.ask(desk, CallNext{});
        const TicketId ticket = std::get<Called>(std::get<Answer>(reply)).ticket;
        (void)stage.ask(desk, protocol::Start{ticket});
        look();
        stage.advance(span);
        (void)stage.ask(desk, Finish{ticket});
    }
    Sight look() {
        for (const Record& record : stage.records())
            seer.take(record);
        return seer.look(stage.now(), 50, {});
    }

    stage::Stage stage{stage::monday(9)};
    Seer seer;
};

TEST_F(SeerTest, BeforeTheFirstDayThereIsNothingToSee) {
    EXPECT_EQ(Seer{}.look(stage::monday(9), 50, {}).futures, 0U);
}

TEST_F(SeerTest, AnAppointmentIsPromisedItsOwnWait) {
    (void)stage.ask(desk, CallNext{});
    for (int i = 0; i < 5; ++i)
        take();
    (void)stage.ask(admin, BookAppointment{named<AppointmentId>("R1"), stage.now(), cash, {}});
    const Sight sight = look();
    ASSERT_GE(sight.booked.at(0).likely, Millis{0});
    EXPECT_LT(sight.booked.at(0).surely, sight.newcomers.at(0).likely);
    const auto reply =
        stage.ask(admin, TakeTicket{cash, {}, false, Paper::Shown, named<AppointmentId>("R1")});
    const auto& issued = std::get<TicketIssued>(std::get<Answer>(reply));
    EXPECT_EQ(issued.ahead, 0U);
    const Ticket other = *stage.outlet().find(take());
    EXPECT_LT(stage.outlet().find(issued.ticket)->promised.surely, other.promised.likely);
}

TEST_F(SeerTest, EverybodyWhoWaitsHasAForecastInTheOrderOfTheLine) {
    (void)stage.ask(desk, CallNext{});
    for (int i = 0; i < 5; ++i)
        take();
    const Sight sight = look();
    ASSERT_EQ(sight.waits.size(), 4U) << "the first met an idle counter";
    for (std::size_t i = 1; i < sight.waits.size(); ++i)
        EXPECT_LE(sight.waits[i - 1].wait.likely, sight.waits[i].wait.likely);
    ASSERT_EQ(sight.newcomers.size(), 1U);
    EXPECT_GT(sight.newcomers[0].surely, sight.newcomers[0].likely);
    EXPECT_GT(sight.newcomers[0].likely, Millis{0});
}

TEST_F(SeerTest, TheSameRecordsGiveTheSameForecast) {
    for (int i = 0; i < 5; ++i)
        take();
    serve(minutes{3});
    const Sight one = look();
    Seer again;
    for (const Record& record : stage.records())
        again.take(record);
    EXPECT_EQ(again.look(stage.now(), 50, {}).waits, one.waits);
}

TEST_F(SeerTest, RecordsItKnowsArePassedOver) {
    take();
    (void)look();
    const Sequence known = seer.outlet().sequence();
    (void)look();
    EXPECT_EQ(seer.outlet().sequence(), known);
    EXPECT_EQ(seer.outlet(), stage.outlet());
}

TEST_F(SeerTest, WhatCameOfAForecastIsLearned) {
    const forecast::Correction before = seer.correction();
    for (int i = 0; i < 4; ++i) {
        take();
        (void)look();
    }
    for (int i = 0; i < 4; ++i)
        serve(minutes{12});
    (void)look();
    EXPECT_NE(seer.correction(), before);
}

TEST_F(SeerTest, WithNobodyAtACounterTheWaitIsUnknown) {
    (void)stage.ask(desk, SignOff{});
    take();
    const Sight sight = look();
    EXPECT_LT(sight.newcomers[0].likely, Millis{0});
    ASSERT_EQ(sight.waits.size(), 1U);
    EXPECT_LT(sight.waits[0].wait.likely, Millis{0});
}

/// Tasks posted from other threads, run by the test's own.
class Loop {
public:
    LiveOutlook::Post post() {
        return [this](std::function<void()> task) {
            {
                const std::lock_guard lock{mutex_};
                tasks_.push_back(std::move(task));
            }
            changed_.notify_all();
        };
    }
    /// Runs tasks as they come until `done` says so.
    template <class Done>
    [[nodiscard]] bool until(Done done) {
        std::unique_lock lock{mutex_};
        while (!done()) {
            if (!changed_.wait_for(lock, std::chrono::seconds{30},
                                   [this] { return !tasks_.empty(); }))
                return false;
            const auto task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
            lock.lock();
        }
        return true;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
};

class LiveOutlookTest : public SeerTest {
protected:
    LiveOutlookTest() {
        outlook.onForecast([this] { ++forecasts; });
        (void)stage.ask(desk, CallNext{});
        for (int i = 0; i < 4; ++i)
            take();
    }
    WhatIf doubled() const {
        Change change;
        change.arrivals = 200;
        return {{change}};
    }

    Loop loop;
    LiveOutlook outlook{loop.post(), [] { return Seer{}; }};
    int forecasts = 0;
};

TEST_F(LiveOutlookTest, UntilThereIsAForecastTheSimpleOneIsSaid) {
    EXPECT_GT(outlook.newcomer(stage.outlet(), cash, ordinary, {}, stage.now()).likely, Millis{0});
    EXPECT_TRUE(outlook.waits().empty());
}

TEST_F(LiveOutlookTest, WhatHappensIsFollowedByAForecastOfEverybody) {
    outlook.take(stage.records(), stage.now());
    ASSERT_TRUE(loop.until([&] { return forecasts > 0; }));
    EXPECT_EQ(outlook.waits().size(), 3U);
    const Range wait = outlook.newcomer(stage.outlet(), cash, ordinary, {}, stage.now());
    EXPECT_GT(wait.likely, outlook.waits().back().wait.likely);
    // An old forecast is about another hall.
    const Range later =
        outlook.newcomer(stage.outlet(), cash, ordinary, {}, stage.now() + minutes{10});
    EXPECT_NE(later, wait);
}

TEST_F(LiveOutlookTest, AWhatIfIsAnsweredOnTheEnginesThread) {
    outlook.take(stage.records(), stage.now());
    std::optional<Foreseen> found;
    (void)outlook.whatIf(doubled(), stage.now(), [&](Foreseen answer) { found = answer; });
    ASSERT_TRUE(loop.until([&] { return found.has_value(); }));
    EXPECT_GE(found->futures, 20U);
    EXPECT_EQ(found->tickets.size(), 3U);
}

TEST_F(LiveOutlookTest, AForgottenQuestionIsNotAnswered) {
    outlook.take(stage.records(), stage.now());
    bool forgotten = false;
    bool other = false;
    outlook.forget(
        outlook.whatIf(doubled(), stage.now(), [&](const Foreseen&) { forgotten = true; }));
    (void)outlook.whatIf(doubled(), stage.now(), [&](const Foreseen&) { other = true; });
    ASSERT_TRUE(loop.until([&] { return other; }));
    EXPECT_FALSE(forgotten);
}

TEST_F(LiveOutlookTest, LeavesAtOnceWithQuestionsOpen) {
    outlook.take(stage.records(), stage.now());
    for (int i = 0; i < 50; ++i)
        (void)outlook.whatIf(doubled(), stage.now(), [](const Foreseen&) {});
}

} // namespace

} // namespace usher::outlook
