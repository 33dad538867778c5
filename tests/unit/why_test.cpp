// What `usher-ctl why` says of a ticket: true of the records, and plain in both languages.
#include "broker/house/ticket_story.h"
#include "broker/house/why_words.h"
#include "broker/setup/read.h"
#include "tests/support/plain_rule.h"
#include "tests/unit/every_day.h"

#include <boost/describe/enum_to_string.hpp>
#include <gmock/gmock.h>

#include <set>

namespace usher::house {
namespace {

using namespace protocol;
using stage::Who;
using std::chrono::minutes;
using std::chrono::seconds;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Setup galaxy() {
    auto setup = std::get<Setup>(setup::read(USHER_SOURCE_DIR "/assets/outlets/galaxy.toml"));
    setup.bands.clear();
    setup.policy.degradedBelow = 0;
    setup.policy.kioskMinute = 0;
    return setup;
}

/// The demo outlet at ten, cash windows 1 and 2 staffed, and Li at the lobby console.
class WhySays : public testing::Test {
protected:
    WhySays() {
        stage_.adopt(galaxy());
        (void)ask(lobby_,
                  PinChecked{named<StaffId>("2001"), {}, true, "Li", StaffRole::LobbyManager});
        sit(window_, "cash-1");
        sit(other_, "cash-2");
        stage_.advance(minutes{30}); // so that nobody is let in with the opening
    }
    void sit(const Who& at, const char* counter) {
        (void)stage_.signOn(at, "1006", StaffRole::Teller, named<CounterId>(counter));
    }
    Answer ask(const Who& who, const Command& command) {
        const stage::Reply reply = stage_.ask(who, command);
        if (const auto* refusal = std::get_if<Refusal>(&reply)) {
            ADD_FAILURE() << boost::describe::enum_to_string(*refusal, "?");
            return {};
        }
        return std::get<Answer>(reply);
    }
    TicketId take(const char* service, const char* tier = nullptr) {
        TakeTicket wish;
        wish.service = named<ServiceId>(service);
        if (tier != nullptr) {
            (void)ask(kiosk_, CardLookedUp{named<TierId>(tier), {}});
            wish.recognition = toHex(stage_.lastId());
        }
        return std::get<TicketIssued>(ask(kiosk_, wish)).ticket;
    }
    TicketId next(const Who& at) { return std::get<Called>(ask(at, CallNext{false})).ticket; }
    void serve(const Who& at) {
        const TicketId ticket = next(at);
        (void)ask(at, Start{ticket});
        (void)ask(at, Finish{ticket});
    }
    void promote(TicketId ticket, const char* reason) {
        (void)ask(lobby_, Promote{ticket, reason});
    }
    [[nodiscard]] Why tell(const std::string& ticket) const {
        TicketStory story{ticket};
        for (const Record& record : stage_.records())
            story.take(record);
        return story.tell().value_or(Why{});
    }

    const Who kiosk_{named<DeviceId>("K1"), Role::Kiosk};
    const Who lobby_{named<DeviceId>("L1"), Role::Lobby};
    const Who window_{named<DeviceId>("W6"), Role::Counter};
    const Who other_{named<DeviceId>("W7"), Role::Counter};
    stage::Stage stage_{stage::monday(9, 30)};
};

TEST_F(WhySays, AHeadStartPutItBeforeAllOfThem) {
    for (int i = 0; i < 23; ++i) {
        (void)take("cash");
        stage_.advance(seconds{30});
    }
    (void)take("cash", "vip");
    ASSERT_EQ(next(window_), TicketId{24});
    const Why why = tell("m001");
    ASSERT_EQ(why.calls.size(), 1U);
    const std::string english = inEnglish(why.calls[0]);
    EXPECT_THAT(english,
                HasSubstr("M001 was called to counter 6 at 10:11, at once, because its head start "
                          "of 30 min (its tier's, VIP) put it before all 23 others who could be "
                          "called there; the earliest of them had come 11.5 min before it; by rule "
                          "nobody is passed by more than 30 min. Passed: A001, "));
    EXPECT_THAT(english, HasSubstr("A016 and 7 more."));
    const std::string chinese = inChinese(why.calls[0]);
    EXPECT_THAT(chinese, HasSubstr("（取号后立即）"));
    EXPECT_THAT(chinese, HasSubstr("优先 30 分钟（客户等级：贵宾客户）"));
    EXPECT_THAT(chinese, HasSubstr("其余 23 位客户（均先到），其中最早的一位早到 11.5 分钟"));
    EXPECT_THAT(chinese, HasSubstr("A016，以及另外 7 位。"));
}

TEST_F(WhySays, WhoWentBeforeTheOneWhoAsks) {
    (void)take("cash");
    stage_.advance(minutes{4});
    (void)take("cash", "gold");
    (void)take("cash", "vip");
    ASSERT_EQ(next(window_), TicketId{3});
    ASSERT_EQ(next(other_), TicketId{2});
    const Why why = tell("A001");
    EXPECT_THAT(why.calls, IsEmpty());
    EXPECT_EQ(
        wentBeforeInEnglish(why),
        "2 people who came later were called before A001: M001, 4 min later, at 10:04 to counter 6 "
        "(head start of 30 min: its tier's, VIP); H001, 4 min later, at 10:04 to counter 7 "
        "(head start of 10 min: its tier's, Gold).");
    EXPECT_THAT(
        wentBeforeInChinese(why),
        HasSubstr(
            "H001 晚到 4 分钟，于 10:04 被叫到 7 号窗口（优先 10 分钟，客户等级：金卡客户）"));
    EXPECT_THAT(wentBeforeInEnglish(tell("M001")),
                HasSubstr("Nobody who came later was called before M001"));
}

TEST_F(WhySays, SixteenNamesInARecordHideNobodyFromTheOneWhoAsks) {
    for (int i = 0; i < 20; ++i) {
        (void)take("cash");
        stage_.advance(seconds{1});
    }
    (void)take("cash", "vip");
    (void)next(window_);
    EXPECT_THAT(wentBeforeInEnglish(tell("A020")),
                HasSubstr("1 person who came later was called before"));
}

TEST_F(WhySays, WhoIsNamedOnlyAsFarAsASentenceGoes) {
    (void)take("cash");
    for (int i = 0; i < 11; ++i) {
        stage_.advance(seconds{2});
        (void)take("cash", "vip");
        serve(window_);
    }
    const Why why = tell("A001");
    EXPECT_EQ(why.overtakes.size(), 11U);
    EXPECT_EQ(why.overtakes.front().number, "M011"); // the furthest first
    EXPECT_THAT(wentBeforeInEnglish(why), HasSubstr("; and 3 more."));
    EXPECT_THAT(wentBeforeInChinese(why), HasSubstr("；以及另外 3 位。"));
}

TEST_F(WhySays, APromotionSaysWhoseItWasWhomItPassedAndThatItWentBeyondTheRule) {
    (void)take("fx");
    stage_.advance(minutes{32});
    promote(take("fx", "vip"), "urgent");
    ASSERT_EQ(next(window_), TicketId{2});
    const Why moved = tell("M001");
    EXPECT_EQ(
        inEnglish(moved.calls.at(0)),
        "M001 was called to counter 6 at 10:32, at once, because a person moved it forward by "
        "30 min (Li (2001): urgent), besides its head start of 30 min (its tier's, VIP); with that "
        "it went before the only other who could be called there; that one had come 32 min "
        "before it, which is more than the 30 min there may be by rule. Passed: A001.");
    EXPECT_THAT(inChinese(moved.calls[0]),
                HasSubstr("由工作人员提前 30 分钟（Li (2001): urgent），另有优先 30 分钟"));
    EXPECT_THAT(
        inChinese(moved.calls[0]),
        HasSubstr("先于该窗口可叫的另一位先到的客户，该位早到 32 分钟，超出规则所限的 30 分钟"));
    EXPECT_THAT(wentBeforeInEnglish(tell("A001")),
                HasSubstr("M001, 32 min later, at 10:32 to counter 6 (moved forward by 30 min by "
                          "Li (2001): urgent)."));
    EXPECT_THAT(stepsInEnglish(moved),
                HasSubstr("10:32 moved forward by 30 min (Li (2001): urgent)"));
}

TEST_F(WhySays, APromotionThatPassedNobodySaysSo) {
    promote(take("cash"), "unwell");
    (void)take("cash");
    (void)next(window_);
    EXPECT_THAT(
        inEnglish(tell("A001").calls.at(0)),
        HasSubstr("(Li (2001): unwell); nobody who could be called there had come before it."));
}

TEST_F(WhySays, EveryStepAndOnlyTheTimeInTheLineAsWaiting) {
    const TicketId ticket = take("cash");
    stage_.advance(minutes{2});
    ASSERT_EQ(next(window_), ticket);
    (void)ask(window_, Recall{});
    (void)ask(window_, Start{ticket});
    stage_.advance(minutes{5});
    (void)ask(window_, Hold{ticket, "fills in a form"});
    stage_.advance(minutes{3});
    (void)ask(lobby_, ResumeTicket{ticket});
    stage_.advance(minutes{1});
    const Stand stand = tell("A001").stand.value_or(Stand{});
    EXPECT_THAT(inEnglish(stand),
                HasSubstr("came 10 min ago and was in the line for 2 min of that"));
    ASSERT_EQ(next(window_), ticket);
    (void)ask(window_, Start{ticket});
    (void)ask(window_, Transfer{ticket, named<ServiceId>("wealth"), {}, "wrong desk"});
    const Why why = tell("A001");
    EXPECT_EQ(
        stepsInEnglish(why),
        "A001 step by step: 10:00 taken; 10:02 called to counter 6; 10:02 called again; 10:02 "
        "being served at counter 6; 10:07 put on hold, place kept (fills in a form); 10:10 "
        "back in the line; 10:11 called to counter 6; 10:11 being served at counter 6; 10:11 "
        "sent to Wealth advice (wrong desk).");
    EXPECT_THAT(stepsInChinese(why), HasSubstr("10:07 挂起，保留原有次序（fills in a form）；10:10 "
                                               "回到队伍"));
    EXPECT_THAT(inEnglish(why.calls.at(1)),
                HasSubstr("at 10:11, 11 min after it was taken (3 min of that in the line), "));
    EXPECT_THAT(inChinese(why.calls[1]), HasSubstr("（取号后 11 分钟，其中排队 3 分钟）"));
}

TEST_F(WhySays, HowItEndedLongAfterwards) {
    const TicketId ticket = take("cash");
    ASSERT_EQ(next(window_), ticket);
    (void)ask(window_, Recall{});
    (void)ask(window_, Recall{});
    (void)ask(window_, NoShow{ticket});
    stage_.advance(minutes{200});
    (void)take("cash"); // and the outlet forgets who ended long ago
    EXPECT_EQ(stage_.outlet().find(ticket), nullptr);
    const Why why = tell("A001");
    EXPECT_FALSE(why.stand);
    EXPECT_THAT(stepsInEnglish(why), HasSubstr("; 10:00 did not come when called."));
    EXPECT_THAT(stepsInChinese(why), HasSubstr("叫号未到。"));
}

TEST_F(WhySays, ACallTakenBackIsNoOvertake) {
    (void)take("cash");
    stage_.advance(seconds{10});
    (void)take("cash", "vip");
    ASSERT_EQ(next(window_), TicketId{2});
    (void)ask(window_, Undo{});
    EXPECT_THAT(tell("A001").overtakes, IsEmpty());
    const Why why = tell("M001");
    EXPECT_THAT(inEnglish(why.calls.at(0)), HasSubstr("The call was taken back at 10:00."));
    EXPECT_THAT(stepsInEnglish(why), HasSubstr("; 10:00 the last step taken back."));
}

TEST_F(WhySays, HelpOutSaysAfterHowLongAndStandingByIsAtOnce) {
    sit({named<DeviceId>("W1"), Role::Counter}, "vip-counter");
    (void)take("cash");
    stage_.advance(minutes{6});
    (void)next({named<DeviceId>("W1"), Role::Counter});
    EXPECT_THAT(inEnglish(tell("A001").calls.at(0)),
                HasSubstr("10:06, 6 min after it was taken, because the counter helps out whoever "
                          "has been here for 5 min, and nobody else could be called there."));
    (void)ask(window_, CallNext{true});
    (void)take("cash");
    EXPECT_THAT(inEnglish(tell("A002").calls.at(0)),
                HasSubstr("at once, because the counter was standing by and called it as soon as "
                          "it could."));
}

TEST_F(WhySays, NobodyReadsOfNoMinutes) {
    (void)take("cash");
    (void)take("cash", "gold");
    (void)take("cash");
    serve(window_);
    serve(window_);
    for (const char* ticket : {"A001", "A002", "H001", "3"})
        for (const auto& all : {inEnglish(tell(ticket)), inChinese(tell(ticket))})
            for (const std::string& sentence : all)
                EXPECT_THAT(sentence, Not(HasSubstr("0.0"))) << ticket;
    EXPECT_EQ(tell("3").number, "A002");
    EXPECT_THAT(inEnglish(tell("A002").stand.value_or(Stand{})), HasSubstr("A002 has just come;"));
}

TEST_F(WhySays, WithNoCounterOpenThatMayCallItNobodyIsSaidToBeAhead) {
    (void)take("wealth");
    EXPECT_THAT(inEnglish(tell("A001").stand.value_or(Stand{})),
                HasSubstr("has just come; no counter that is open may call it."));
}

TEST_F(WhySays, ASentenceThatSaysNothingNewIsLeftOut) {
    (void)take("cash");
    (void)next(window_);
    EXPECT_THAT(inEnglish(tell("A001")), SizeIs(1));
    (void)ask(window_, Recall{});
    EXPECT_THAT(inChinese(tell("A001")), SizeIs(2));
}

TEST(Why, KnowsNoTicketThatNeverWas) {
    EXPECT_FALSE(TicketStory{"A001"}.tell());
}

/// Told by the ledger of a reader who goes by the rule on the wall alone.
RC_GTEST_PROP(EveryDay, WhoWentBeforeIsWhoCameLaterAndWasCalledWhereOneMightHaveBeen, ()) {
    const TicketId asked{*rc::gen::inRange(1U, 6U)};
    std::set<Sequence> passing;
    std::vector<Record> records;
    stage::live(
        true, [&](const stage::Stage& stage) { records = stage.records(); },
        [&](const outlet::Outlet& outlet, const Record& record) {
            if (const auto* back = std::get_if<ActUndone>(&record.event))
                passing.erase(back->act.sequence);
            const auto* call = std::get_if<TicketCalled>(&record.event);
            const Ticket* mine = outlet.find(asked);
            if (call == nullptr || mine == nullptr || call->ticket == asked)
                return;
            if (stage::mayCall(outlet, *outlet.setup().find(call->counter), *mine, record.at) &&
                outlet.find(call->ticket)->arrival > mine->arrival)
                passing.insert(record.sequence);
        });
    TicketStory story{std::to_string(asked.value)};
    for (const Record& record : records)
        story.take(record);
    const auto why = story.tell();
    std::set<Sequence> told;
    for (const Overtake& one : why.value_or(Why{}).overtakes)
        told.insert(one.event);
    RC_ASSERT(told == passing);
    if (why)
        RC_ASSERT(!inEnglish(*why).empty() && !inChinese(*why).empty() && !toJson(*why).empty());
}

} // namespace
} // namespace usher::house
