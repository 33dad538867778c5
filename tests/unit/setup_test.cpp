#include "broker/setup/read.h"

#include "broker/setup/explain.h"
#include "broker/setup/wall.h"

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

// Two counters and a machine. The tests below change a piece of it, so its lines are numbered.
const std::string good = R"([outlet]
id = "tiny"
name = { zh = "小", en = "Tiny" }
time_zone = "Asia/Shanghai"
[hours]
every_day = "09:00-16:30"
sunday = "closed"
holidays = ["2027-01-01"]
[policy]
closing = "carry-over"
undo_s = 8
[[zone]]
id = "hall"
name = { zh = "厅", en = "Hall" }
[[zone]]
id = "self"
name = { zh = "自助", en = "Self" }
self_service = true
[[group]]
id = "all"
name = { zh = "全", en = "All" }
[[service]]
id = "cash"
name = { zh = "现金", en = "Cash" }
group = "all"
zone = "hall"
typical_min = 4.5
cash = true
[[service]]
id = "loans"
name = { zh = "贷款", en = "Loans" }
group = "all"
zone = "hall"
typical_min = 22
authoriser = true
[[tier]]
id = "ordinary"
name = { zh = "普通", en = "Ordinary" }
head_start_min = 0
target_min = 20
[[tier]]
id = "gold"
name = { zh = "金", en = "Gold" }
head_start_min = 10
target_min = 10
zone = "hall"
[[series]]
letter = "A"
first = 1
last = 499
tiers = ["ordinary"]
[[series]]
letter = "A"
first = 500
last = 999
tiers = ["gold"]
[[counter]]
id = "one"
number = 1
name = { zh = "一", en = "One" }
zone = "hall"
[[counter.takes]]
[[counter]]
id = "two"
number = 2
name = { zh = "二", en = "Two" }
zone = "hall"
[[counter.takes]]
services = ["cash"]
[[counter.takes]]
tiers = ["ordinary"]
after_min = 5
[[counter]]
id = "machine"
number = 3
name = { zh = "机", en = "Machine" }
zone = "self"
[[counter.takes]]
services = ["cash"]
)";

std::vector<std::string> problemsOf(const std::string& text) {
    const Reading reading = readText(text, "f");
    std::vector<std::string> said;
    if (const auto* problems = std::get_if<std::vector<Problem>>(&reading))
        for (const Problem& problem : *problems)
            said.push_back(toText(problem));
    return said;
}

/// `good` with the first `from` after `near` replaced.
std::string changed(const std::string& near, const std::string& from, const std::string& to) {
    std::string text = good;
    const std::size_t at = text.find(from, text.find(near));
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

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

struct Slip {
    const char* name;
    const char* near;
    const char* from;
    const char* to;
    const char* said;
};

class SetupSlip : public testing::TestWithParam<Slip> {};

TEST_P(SetupSlip, IsToldOnceWithItsPlaceAndItsRemedy) {
    const Slip& slip = GetParam();
    EXPECT_THAT(problemsOf(changed(slip.near, slip.from, slip.to)), ElementsAre(slip.said));
}

const Slip slips[] = {
    {"Syntax", "[outlet]", "\"Asia/Shanghai\"", "Asia/Shanghai",
     "f:4:13: not TOML: Error while parsing value: could not determine value type; mend "
     "this line first, what follows it could not be read"},
    {"UnknownKey", "id = \"gold\"", "head_start_min = 10", "head_start_min = 10\nhed_start_min = 1",
     "f:45:1: [[tier]] has an unknown key \"hed_start_min\"; did you mean \"head_start_min\"?"},
    {"UnknownTable", "[outlet]", "[policy]", "[colours]\n[policy]",
     "f:9:2: the file has an unknown key \"colours\"; known here: band, counter, group, hours, "
     "outlet, "
     "policy, series, service, tier, zone"},
    {"MissingKey", "id = \"gold\"", "target_min = 10\n", "",
     "f:41:1: [[tier]] has no \"target_min\"; add it"},
    {"WrongType", "id = \"cash\"", "cash = true", "cash = 1",
     "f:28:8: \"cash\" is a number; write true or false"},
    {"TextForNumber", "id = \"one\"", "number = 1", "number = \"1\"",
     "f:59:10: \"number\" is a text; write a whole number from 1 to 999"},
    {"DuplicateId", "[[zone]]", "id = \"loans\"", "id = \"cash\"",
     "f:30:6: service \"cash\" is there twice; rename it, or remove it: the first is in line 23"},
    {"BadId", "[outlet]", "id = \"tiny\"", "id = \"ti ny\"",
     "f:2:6: \"ti ny\" is not an id; write 1 to 31 of the characters a-z A-Z 0-9 . _ -"},
    {"UnknownGroup", "id = \"loans\"", "group = \"all\"", "group = \"al\"",
     "f:32:9: there is no group \"al\"; did you mean \"all\"?"},
    {"UnknownZone", "id = \"one\"", "zone = \"hall\"", "zone = \"hal\"",
     "f:61:8: there is no zone \"hal\"; did you mean \"hall\"?"},
    {"UnknownService", "id = \"two\"", "[\"cash\"]", "[\"cahs\"]",
     "f:69:13: there is no service \"cahs\"; did you mean \"cash\"?"},
    {"UnknownTier", "id = \"two\"", "[\"ordinary\"]", "[\"platinum\"]",
     "f:71:10: there is no tier \"platinum\"; known here: ordinary, gold"},
    {"NobodyServes", "id = \"one\"", "[[counter.takes]]", "[[counter.takes]]\nservices=[\"cash\"]",
     "f:29:1: nobody serves \"loans\" for gold; add it to the takes of a counter"},
    {"SentWhereNobodyIs", "id = \"loans\"", "zone = \"hall\"", "zone = \"self\"",
     "f:33:1: no counter of zone \"self\" takes \"loans\" for ordinary; send it to a zone that "
     "does, or add it to a counter there"},
    {"SeriesOverlap", "first = 500", "500", "499",
     "f:52:1: gives out numbers of the series in line 47; take another letter, or numbers that do "
     "not overlap"},
    {"SeriesTooLong", "first = 500", "last = 999", "last = 1000",
     "f:55:8: \"last\" is 1000; write a whole number from 1 to 999"},
    {"SeriesBackwards", "last = 499", "first = 500\nlast = 999", "first = 900\nlast = 800",
     "f:54:1: the series begins after it ends; write the smaller number in \"first\""},
    {"LetterV", "[[series]]", "\"A\"", "\"V\"",
     "f:48:10: the letter V gives the customer away; write a neutral letter, as A, H, M or T"},
    {"LetterSmall", "[[series]]", "\"A\"", "\"a\"",
     "f:48:10: \"letter\" is \"a\"; write one capital from A to Z"},
    {"ClosesFirst", "[hours]", "09:00-16:30", "16:30-09:00",
     "f:6:13: \"16:30-09:00\" closes before it opens; write the earlier time first; hours end at "
     "midnight"},
    {"TwentyFive", "[hours]", "09:00-16:30", "09:00-25:00",
     "f:6:13: \"09:00-25:00\" are no opening hours; write \"HH:MM-HH:MM\" between 00:00 and 24:00, "
     "or \"closed\""},
    {"DayMissing", "[hours]", "every_day", "monday",
     "f:5:1: [hours] says nothing of tuesday, wednesday, thursday, friday, saturday; add each, "
     "\"closed\" if it is, or \"every_day\""},
    {"BadDate", "[hours]", "2027-01-01", "2027-02-30",
     "f:8:13: \"2027-02-30\" is no date; write \"YYYY-MM-DD\""},
    {"UnknownTimeZone", "[outlet]", "Asia/Shanghai", "Asia/Atlantis",
     "f:4:13: there is no time zone \"Asia/Atlantis\"; write an IANA name this machine's tzdata "
     "knows, as \"Asia/Shanghai\""},
    {"NegativeMinutes", "id = \"gold\"", "head_start_min = 10", "head_start_min = -10",
     "f:44:18: \"head_start_min\" is out of bounds; write minutes from 0 to 240"},
    {"NotANumber", "id = \"cash\"", "4.5", "nan",
     "f:27:15: \"typical_min\" is out of bounds; write minutes from 1 to 240"},
    {"EmptyGroup", "[[group]]", "[[service]]",
     "[[group]]\nid = \"more\"\nname = { zh = \"更\", en = \"More\" }\n[[service]]",
     "f:22:1: group \"more\" has no service; put a service into it, or remove it"},
    {"EmptyZone", "[[zone]]", "[[group]]",
     "[[zone]]\nid = \"attic\"\nname = { zh = \"阁\", en = \"Attic\" }\n[[group]]",
     "f:19:1: zone \"attic\" has no counter; put a counter into it, or remove it"},
    {"NoOrdinaryTier", "id = \"ordinary\"", "head_start_min = 0", "head_start_min = 5",
     "f:36:1: the first tier is what an unknown customer is, and it has a head start; put the "
     "ordinary tier first, with head_start_min = 0"},
    {"NumberTwice", "id = \"two\"", "number = 2", "number = 1",
     "f:65:1: counter number 1 is there twice; give this counter another: the first is in line 57"},
    {"TakesNothing", "id = \"machine\"", "[[counter.takes]]\nservices = [\"cash\"]\n", "",
     "f:73:1: the counter takes nothing; add a [[counter.takes]]"},
    {"EmptyList", "id = \"two\"", "[\"ordinary\"]", "[]",
     "f:71:1: \"tiers\" lists nothing; name some, or leave the key out to take all"},
    {"DelayBeyondBound", "id = \"two\"", "after_min = 5", "after_min = 12.5",
     "f:72:1: helps out after 12.5 min, more than the overtaking bound of 10 min; write at most "
     "10, or give a tier a greater head start"},
    {"MachineWithDelay", "id = \"machine\"", "[\"cash\"]", "[\"cash\"]\nafter_min = 3",
     "f:80:1: a machine does not help out later; remove \"after_min\" or set it to 0"},
    {"MachineWithAuthoriser", "id = \"machine\"", "[\"cash\"]", "[\"loans\"]",
     "f:78:1: the machine takes \"loans\", which needs an authoriser; remove it here, or the "
     "authoriser from the service"},
    {"MachineForAll", "id = \"machine\"", "services = [\"cash\"]\n", "",
     "f:78:1: the machine takes every service; list in \"services\" what it can do"},
    {"EnglishMissing", "[[group]]", "name = { zh = \"全\", en = \"All\" }",
     "name = { zh = \"全\" }", "f:21:8: \"name\" has no \"en\"; add it"},
    {"ChineseEmpty", "[[group]]", "\"全\"", "\" \"",
     "f:21:15: \"zh\" is empty; write what customers read in this language"},
    {"UnknownClosing", "[policy]", "carry-over", "carry",
     "f:10:11: \"closing\" is \"carry\"; write \"clear\" or \"carry-over\""},
    {"AppointmentAboveVip", "[policy]", "undo_s = 8", "undo_s = 8\nappointment_min = 12.5",
     "f:12:1: a kept appointment counts for 12.5 min, but tier \"gold\", published above it, for "
     "10; write at most 10 here, or more there"},
    {"ReturningAboveAppointment", "[policy]", "undo_s = 8",
     "returning_min = 6\nappointment_min = 5",
     "f:11:1: a returning customer counts for 6 min, but a kept appointment, published above it, "
     "for 5; write at most 5 here, or more there"},
    {"CorporateAboveReturning", "id = \"loans\"", "authoriser = true",
     "authoriser = true\nhead_start_min = 11",
     "f:36:1: service \"loans\" counts for 11 min, but tier \"gold\", published above it, for 10; "
     "write at most 10 here, or more there"},
    {"TableForList", "[[tier]]", "tiers = [\"ordinary\"]", "tiers = \"ordinary\"",
     "f:51:9: \"tiers\" is a text; write a list of texts in quotes"},
};
INSTANTIATE_TEST_SUITE_P(Setup, SetupSlip, testing::ValuesIn(slips),
                         [](const auto& one) { return std::string{one.param.name}; });

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
    EXPECT_THAT(english, HasSubstr("nobody who comes more than 10 minutes after you is called"));
    EXPECT_THAT(english, HasSubstr("Noon (Mon, 2026-12-31, 11:30-13:00): counters 1 take"));
    EXPECT_THAT(english, HasSubstr("With fewer than 2 counters open"));
    EXPECT_THAT(english, HasSubstr("kept free for Gold customers known to be coming, for 5 min"));
    EXPECT_THAT(chinese, HasSubstr("3. 返回队伍的客户"));
    EXPECT_THAT(chinese, HasSubstr("视同提前 6 分钟\n"));
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
