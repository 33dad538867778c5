#include "broker/setup/read.h"

#include "broker/protocol/precedence.h"
#include "broker/setup/explain.h"
#include "broker/setup/wall.h"
#include "tests/unit/tiny_outlet.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace usher::setup {
namespace {

using protocol::Millis;
using std::chrono::minutes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(SetupFile, EveryKeyOfAGoodFileReachesTheSetup) {
    const Reading reading = readText(good, "f");
    ASSERT_TRUE(std::holds_alternative<protocol::Setup>(reading)) << problemsOf(good).front();
    const protocol::Setup& setup = std::get<protocol::Setup>(reading);
    EXPECT_EQ(setup.id.view(), "tiny");
    EXPECT_EQ(setup.name, (protocol::Text{"小", "Tiny"}));
    EXPECT_EQ(setup.timeZone.offsetAt({1'800'000'000'000}), 8 * 3600);
    EXPECT_EQ(setup.week[0], (protocol::OpenHours{540, 990}));
    EXPECT_FALSE(setup.week[6]);
    EXPECT_THAT(setup.holidays, ElementsAre(protocol::Date{20270101}));
    EXPECT_EQ(setup.policy.closing, protocol::Closing::CarryOver);
    EXPECT_EQ(setup.policy.undo, Millis{8000});
    EXPECT_EQ(setup.policy.promote, protocol::Policy{}.promote);
    ASSERT_EQ(setup.zones.size(), 2U);
    EXPECT_TRUE(setup.zones[1].selfService);
    ASSERT_EQ(setup.services.size(), 2U);
    EXPECT_EQ(setup.services[0].typical, Millis{270'000});
    EXPECT_TRUE(setup.services[0].cash);
    EXPECT_TRUE(setup.services[1].authoriser);
    EXPECT_EQ(setup.tiers[1].headStart, minutes{10});
    EXPECT_EQ(setup.tiers[1].zone, setup.zones[0].id);
    EXPECT_EQ(setup.overtakingBound(), minutes{10});
    EXPECT_EQ(setup.seriesOf(setup.tiers[1].id)->first, 500U);
    const auto& two = setup.counters[1];
    EXPECT_EQ(protocol::Setup::helpDelay(two, setup.services[1].id, setup.tiers[0].id), minutes{5});
    EXPECT_EQ(protocol::Setup::helpDelay(two, setup.services[0].id, setup.tiers[1].id), minutes{0});
    EXPECT_FALSE(protocol::Setup::helpDelay(two, setup.services[1].id, setup.tiers[1].id));
}

TEST(SetupFile, AnEditorsMarkAtTheBeginningIsNoCharacterOfIt) {
    const Reading marked = readText("\xef\xbb\xbf" + std::string{good}, "f");
    EXPECT_EQ(std::get<protocol::Setup>(marked), std::get<protocol::Setup>(readText(good, "f")));
}

TEST(SetupFile, AllProblemsAreToldAtOnceInTheOrderOfTheFile) {
    std::string text = changed("id = \"gold\"", "head_start_min = 10", "head_start_min = 1e9");
    text.replace(text.find("Asia/Shanghai"), 13, "Mars/Olympus");
    text.replace(text.find("number = 3"), 10, "numbr = 3");
    const Reading reading = readText(text, "f");
    std::vector<int> lines;
    for (const Problem& problem : std::get<std::vector<Problem>>(reading))
        lines.push_back(problem.line);
    EXPECT_THAT(lines, ElementsAre(4, 44, 73, 75));
}

TEST(SetupFile, ATierBelongsToExactlyOneSeries) {
    EXPECT_THAT(problemsOf(changed("first = 500", "[\"gold\"]", "[\"ordinary\"]")),
                ElementsAre("f:41:1: tier \"gold\" has no series; name it in the \"tiers\" of a "
                            "[[series]]",
                            "f:56:10: tier \"ordinary\" is in two series; keep it in one"));
}

// Monday at noon counter one takes other things.
const std::string noon = R"([[band]]
id = "noon"
name = { zh = "午", en = "Noon" }
weekdays = ["monday"]
dates = ["2026-12-31"]
from = "11:30"
to = "13:00"
[[band.counter]]
id = "one"
[[band.counter.takes]]
services = ["loans"]
[[band.counter.takes]]
tiers = ["ordinary"]
after_min = 5
)";

std::vector<std::string> problemsOfNoon(const std::string& from, const std::string& to) {
    std::string text = good + noon;
    return problemsOf(text.replace(text.rfind(from), from.size(), to));
}

TEST(SetupFile, ABandReachesTheSetupAndHoldsInItsHours) {
    const Reading reading = readText(good + noon, "f");
    ASSERT_TRUE(std::holds_alternative<protocol::Setup>(reading))
        << problemsOf(good + noon).front();
    const protocol::Setup& setup = std::get<protocol::Setup>(reading);
    ASSERT_EQ(setup.bands.size(), 1U);
    const protocol::Band& band = setup.bands.front();
    EXPECT_EQ(band.name.en, "Noon");
    EXPECT_THAT(band.weekdays, ElementsAre(protocol::Weekday::Monday));
    EXPECT_EQ(band.from, 690);
    EXPECT_EQ(band.to, 780);
    ASSERT_EQ(band.counters.size(), 1U);
    EXPECT_EQ(band.counters[0].counter, setup.counters[0].id);
    EXPECT_EQ(band.counters[0].takes[1].after, minutes{5});
    const auto at = [&](protocol::Date date, int minute) {
        return setup.bandAt(setup.timeZone.at(date, minute));
    };
    EXPECT_FALSE(at({20261123}, 689)); // a Monday
    EXPECT_EQ(at({20261123}, 690), band.id);
    EXPECT_EQ(at({20261123}, 779), band.id);
    EXPECT_FALSE(at({20261123}, 780));
    EXPECT_FALSE(at({20261124}, 700));
    EXPECT_EQ(at({20261231}, 700), band.id); // a Thursday
}

TEST(SetupFile, ABandThatIsNoneIsToldWithItsPlaceAndItsRemedy) {
    EXPECT_THAT(problemsOfNoon("services = [\"loans\"]", "services = [\"cash\"]"),
                ElementsAre("f:80:1: in band \"noon\" no counter takes \"loans\" for gold; let a "
                            "counter take it in this band"));
    EXPECT_THAT(problemsOfNoon("13:00", "11:00"),
                ElementsAre("f:86:1: the band ends before it begins; write the earlier time in "
                            "\"from\"; a band ends at midnight"));
    EXPECT_THAT(problemsOfNoon("13:00", "noon"),
                testing::Contains("f:86:6: \"noon\" is no time of day; write \"HH:MM\" between "
                                  "00:00 and 24:00"));
    EXPECT_THAT(problemsOfNoon("\"monday\"", "\"mondy\""),
                ElementsAre("f:83:13: \"mondy\" is no weekday; did you mean \"monday\"?"));
    EXPECT_THAT(problemsOfNoon("id = \"one\"", "id = \"three\""),
                testing::Contains(HasSubstr("f:88:6: there is no counter \"three\"")));
    EXPECT_THAT(problemsOfNoon("after_min = 5", "after_min = 15"),
                ElementsAre(HasSubstr("f:93:1: helps out after 15 min, more than the overtaking "
                                      "bound of 10 min")));
}

TEST(SetupFile, ABandMayNotAloneGiveCountersWhatMachinesDo) {
    std::string text = good + noon;
    const auto change = [&](const std::string& from, const std::string& to) {
        text.replace(text.rfind(from, text.find("[[band]]")), from.size(), to);
    };
    change("services = [\"cash\"]", "services = [\"cash\", \"loans\"]"); // the machine's
    change("[[counter.takes]]\n[[counter]]\nid = \"two\"",
           "[[counter.takes]]\nservices = [\"cash\"]\n[[counter]]\nid = \"two\"");
    change("authoriser = true\n", "");
    EXPECT_THAT(problemsOf(text),
                testing::Contains(HasSubstr("only in band \"noon\" does a counter take \"loans\" "
                                            "for gold, and whoever waits when it ends is left; let "
                                            "a counter take it at other hours too")));
}

TEST(SetupFile, TheWallSaysTheOrderThePromiseAndWhatChangesByTheHour) {
    std::string text = good + noon;
    text.replace(text.find("undo_s = 8"), 10,
                 "guard_min = 5\nappointment_min = 8\nreturning_min = 6\ndegraded_below = 2");
    const Reading reading = readText(text, "f");
    ASSERT_TRUE(std::holds_alternative<protocol::Setup>(reading)) << problemsOf(text).front();
    const std::string english = wall(std::get<protocol::Setup>(reading), Language::English);
    const std::string chinese = wall(std::get<protocol::Setup>(reading), Language::Chinese);
    EXPECT_THAT(english, HasSubstr("1. Gold: counts as 10 min earlier\n"));
    EXPECT_THAT(english, HasSubstr("2. With an appointment (ticket taken from 15 min before it to "
                                   "10 min after): counts as 8 min earlier\n"));
    EXPECT_THAT(english, HasSubstr("4. Ordinary: counts as 0 min earlier\n"));
    EXPECT_THAT(english, HasSubstr("nobody who comes more than 10 minutes after you is called "
                                   "before you at a counter that may serve you, unless staff move "
                                   "them forward.\n"));
    EXPECT_THAT(english, HasSubstr("each customer once at most, by 30 min at most."));
    EXPECT_THAT(english, HasSubstr("never changes by itself.\n"));
    EXPECT_THAT(english, HasSubstr("Noon (Mon, 2026-12-31, 11:30-13:00): counters 1 take"));
    EXPECT_THAT(english, HasSubstr("With fewer than 2 counters open"));
    EXPECT_THAT(english, HasSubstr("kept free for Gold customers known to be coming, for 5 min"));
    EXPECT_THAT(chinese, HasSubstr("3. 返回队伍的客户"));
    EXPECT_THAT(chinese, HasSubstr("视同提前 6 分钟\n"));
    EXPECT_THAT(chinese, HasSubstr("每位客户至多一次，至多 30 分钟。"));
    EXPECT_THAT(chinese, HasSubstr("午（周一、2026-12-31 11:30-13:00）"));
}

TEST(SetupFile, MoreThanSixGroupsAreRefused) {
    std::string more;
    for (const char* id : {"b", "c", "d", "e", "f", "g"})
        more += std::string{"[[group]]\nid = \""} + id + "\"\nname = { zh = \"组\", en = \"G\" }\n";
    EXPECT_THAT(problemsOf(changed("[[group]]", "[[service]]", more + "[[service]]")),
                testing::Contains("f:37:1: there are more than 6 of \"group\"; remove 1"));
}

TEST(SetupFile, AnEmptyOrHugeOrMissingFileIsRefused) {
    EXPECT_THAT(problemsOf("").front(), HasSubstr("f:1:1: the file has no \"outlet\"; add it"));
    EXPECT_THAT(problemsOf(std::string(1'048'577, '#')),
                ElementsAre("f:1:1: the file is larger than 1 MiB; give the outlet's setup file"));
    const Reading missing = read("/nonexistent/outlet.toml");
    ASSERT_EQ(std::get<std::vector<Problem>>(missing).size(), 1U);
    const Reading folder = read("/");
    EXPECT_EQ(std::get<std::vector<Problem>>(folder).size(), 1U);
}

TEST(SetupFile, WhatTheParserCannotBearIsRefusedBeforeItLooks) {
    EXPECT_THAT(problemsOf("x = 1\n[[=]]"), ElementsAre(HasSubstr("f:1:1: not TOML: ")));
    EXPECT_THAT(problemsOf("[[[a]]]"), ElementsAre(HasSubstr("f:1:1: not TOML: ")));
    std::string deep = "a";
    while (deep.size() < 400'000)
        deep += ".a";
    EXPECT_THAT(problemsOf(deep + " = 1"),
                ElementsAre("f:1:1: this line is too long; break it, or shorten it"));
    EXPECT_THAT(problemsOf("[&"), ElementsAre(HasSubstr(": not TOML: ")));
    EXPECT_THAT(
        problemsOf("a = '§' # §\nname = \"§\\\"§\" §"),
        ElementsAre("f:2:15: this character stands outside quotes; put the text in quotes"));
    EXPECT_THAT(
        problemsOf("a = \"\"\"\\\n§\"\"\""),
        testing::Contains("f:1:5: this begins a text of several lines; write it in one line"));
    for (const char* bad : {"# \xcc", "# \xc0\xaf", "# \xe0\x80\x80", "# \xed\xa0\x80",
                            "# \xf4\x90\x80\x80", "# \xff", "# \xf0\x9f\x98"})
        EXPECT_THAT(problemsOf(bad),
                    ElementsAre("f:1:3: this is not UTF-8; save the file as UTF-8"));
}

TEST(SetupFile, TextCutAnywhereIsReadOrRefusedButNeverBreaks) {
    for (std::size_t size = 0; size < good.size(); size += 7)
        EXPECT_FALSE(problemsOf(good.substr(0, size)).empty()) << size;
}

TEST(SetupFile, OneOrderIsToldWithEveryTierInItsTruePlace) {
    const auto setup =
        std::get<protocol::Setup>(read(USHER_SOURCE_DIR "/assets/outlets/galaxy.toml"));
    const std::string brief = explain(setup, Language::English);
    EXPECT_THAT(brief, HasSubstr("Assisted 30, VIP 30, a kept appointment 20, coming back 15, Gold "
                                 "10, Corporate settlement 5, Ordinary 0\n"));
    EXPECT_THAT(brief, HasSubstr("Assisted, VIP go before Gold who came less than 20 min earlier"));
    EXPECT_THAT(explain(setup, Language::Chinese),
                HasSubstr("特需客户 30、贵宾客户 30、按时赴约 20、返回办理 15、金卡客户 10、"
                          "对公结算 5、普通客户 0\n"));
    const std::string notice = wall(setup, Language::English);
    std::size_t at = 0;
    for (const char* next : {"1. Assisted", "2. VIP", "3. With an appointment", "4. Coming back",
                             "5. Gold", "6. For Corporate settlement", "7. Ordinary"}) {
        at = notice.find(next, at);
        ASSERT_NE(at, std::string::npos) << next << " is not in its place:\n" << notice;
    }
}

class SetupOutlet : public testing::TestWithParam<const char*> {};

TEST_P(SetupOutlet, OfTheAssetsIsGoodAndExplainsItselfInBothLanguages) {
    const std::filesystem::path path =
        std::filesystem::path{USHER_SOURCE_DIR} / "assets/outlets" / GetParam();
    const Reading reading = read(path);
    if (const auto* problems = std::get_if<std::vector<Problem>>(&reading))
        FAIL() << toText(problems->front());
    const protocol::Setup& setup = std::get<protocol::Setup>(reading);
    const std::string english = explain(setup, Language::English);
    EXPECT_THAT(english, HasSubstr(setup.name.en));
    EXPECT_THAT(english, HasSubstr("Promise (H): nobody who comes more than "));
    const std::string chinese = explain(setup, Language::Chinese);
    EXPECT_THAT(chinese, HasSubstr(setup.name.zh));
    for (const protocol::Tier& tier : setup.tiers) {
        EXPECT_THAT(english, HasSubstr("Tier " + tier.name.en));
        EXPECT_THAT(chinese, HasSubstr("客户等级 " + tier.name.zh));
    }
}
INSTANTIATE_TEST_SUITE_P(Setup, SetupOutlet, testing::Values("galaxy.toml", "corner.toml"),
                         [](const auto& one) {
                             const std::string name = one.param;
                             return name.substr(0, name.find('.'));
                         });

TEST(SetupFile, OnlyThoseAreFavouredWhoCountForMoreThanAnOrdinaryCustomer) {
    auto setup = std::get<protocol::Setup>(readText(good, "f"));
    using enum protocol::Rank;
    EXPECT_THAT(protocol::favoured(setup), ElementsAre(Vip));
    setup.tiers[1].headStart = Millis{0};
    EXPECT_THAT(protocol::favoured(setup), IsEmpty());
    setup.policy.returning = Millis{300'000};
    setup.policy.appointment = Millis{600'000};
    setup.services[1].headStart = Millis{60'000};
    EXPECT_THAT(protocol::favoured(setup), ElementsAre(Appointment, Returning, Corporate));
}

TEST(SetupFile, TheExplanationSaysWhoGoesBeforeWhom) {
    const std::string text =
        explain(std::get<protocol::Setup>(readText(good, "f")), Language::English);
    EXPECT_THAT(text, HasSubstr("Open: Mon-Sat 09:00-16:30, Sun closed; holidays: 1\n"));
    EXPECT_THAT(text, HasSubstr("Tier Gold: head start 10 min, wait target 10 min, numbers "
                                "A500-A999\n"));
    EXPECT_THAT(text, HasSubstr("Gold goes before Ordinary who came less than 10 min earlier\n"));
    EXPECT_THAT(text, HasSubstr("counter 2 once one has waited 5 min\n"));
}

} // namespace
} // namespace usher::setup
