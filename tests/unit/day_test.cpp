#include "broker/rehearse/day.h"

#include "broker/rehearse/demo.h"
#include "broker/setup/read.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

namespace usher::rehearse {
namespace {

using setup::Problem;
using ::testing::ElementsAre;

const std::filesystem::path assets = std::filesystem::path{USHER_SOURCE_DIR} / "assets";

const std::string good = R"(# a comment
usher-day,1
staff,../demo/staff.csv
cards,../demo/cards.csv

teller,1001,one,08:55:00,16:00:00,1.25
break,1001,12:00:00,12:30:00,lunch
break,1001,14:00:00,14:10:00,rest
customer,09:00:05,cash,-,1,1800,240,0
customer,09:00:05,account,7,0,60,600,1
)";

protocol::Setup outlet(const char* name) {
    return std::get<protocol::Setup>(setup::read(assets / "outlets" / name));
}

std::vector<std::string> problemsOf(const std::string& text) {
    const protocol::Setup corner = outlet("corner.toml");
    const DayReading reading = readDayText(text, "d.csv", &corner);
    std::vector<std::string> said;
    if (const auto* problems = std::get_if<std::vector<Problem>>(&reading))
        for (const Problem& problem : *problems)
            said.push_back(toText(problem));
    return said;
}

TEST(DayFile, EveryFieldReachesTheDay) {
    const DayReading reading = readDayText(good, "assets/days/d.csv");
    ASSERT_TRUE(std::holds_alternative<Day>(reading));
    const Day& day = std::get<Day>(reading);
    EXPECT_EQ(day.staff, "assets/days/../demo/staff.csv");
    EXPECT_EQ(day.cards, "assets/days/../demo/cards.csv");
    ASSERT_EQ(day.tellers.size(), 1U);
    const Teller& teller = day.tellers.front();
    EXPECT_EQ(teller.staff.view(), "1001");
    EXPECT_EQ(teller.counter.view(), "one");
    EXPECT_EQ(teller.on, seconds{8 * 3600 + 55 * 60});
    EXPECT_EQ(teller.off, seconds{16 * 3600});
    EXPECT_EQ(teller.factor, 1.25);
    ASSERT_EQ(teller.breaks.size(), 2U);
    EXPECT_EQ(teller.breaks[1].from, seconds{14 * 3600});
    EXPECT_EQ(teller.breaks[1].reason, "rest");
    ASSERT_EQ(day.customers.size(), 2U);
    EXPECT_EQ(day.customers[0].arrives, seconds{9 * 3600 + 5});
    EXPECT_EQ(day.customers[0].service.view(), "cash");
    EXPECT_EQ(day.customers[0].card, 0U);
    EXPECT_TRUE(day.customers[0].assisted);
    EXPECT_EQ(day.customers[0].patience, seconds{1800});
    EXPECT_EQ(day.customers[0].serviceTime, seconds{240});
    EXPECT_EQ(day.customers[1].card, 7U);
    EXPECT_TRUE(day.customers[1].noShow);
    EXPECT_THAT(problemsOf(good), ElementsAre());
}

struct Slip {
    const char* name;
    const char* from;
    const char* to;
    const char* said;
};

class DaySlip : public testing::TestWithParam<Slip> {};

TEST_P(DaySlip, IsToldWithItsLineAndItsRemedy) {
    const Slip& slip = GetParam();
    std::string text = good;
    text.replace(text.find(slip.from), std::string_view{slip.from}.size(), slip.to);
    EXPECT_THAT(problemsOf(text), ElementsAre(slip.said));
}

const Slip slips[] = {
    {"NoVersion", "usher-day,1\n", "",
     "d.csv:2:1: \"staff\" does not fit; begin the file with "
     "usher-day,1"},
    {"NewerVersion", "usher-day,1", "usher-day,2",
     "d.csv:2:11: \"2\" does not fit; write a whole number from 1 to 1"},
    {"UnknownLine", "customer,", "custmer,",
     "d.csv:9:1: \"custmer\" does not fit; did you mean \"customer\"?"},
    {"FieldMissing", "240,0", "240",
     "d.csv:9:1: the line has 7 fields; write customer,HH:MM:SS,service,card,assisted,patience,"
     "service time,no-show"},
    {"NoTime", "09:00:05,cash", "9:00:05,cash",
     "d.csv:9:10: \"9:00:05\" does not fit; write a time as HH:MM:SS"},
    {"TwentyFive", "09:00:05,account", "25:00:05,account",
     "d.csv:10:10: \"25:00:05\" does not fit; write a time as HH:MM:SS"},
    {"NegativeMinute", "09:00:05,account", "09:-1:05,account",
     "d.csv:10:10: \"09:-1:05\" does not fit; write a time as HH:MM:SS"},
    {"OutOfOrder", "09:00:05,account", "09:00:04,account",
     "d.csv:10:10: \"09:00:04\" does not fit; put customers in order of arrival"},
    {"UnknownService", "cash,-", "gold,-",
     "d.csv:9:19: \"gold\" does not fit; the outlet has: cash account"},
    {"UnknownCounter", ",one,", ",three,",
     "d.csv:6:13: \"three\" does not fit; the outlet has: one two"},
    {"CardZero", "account,7", "account,0",
     "d.csv:10:27: \"0\" does not fit; write a whole number from 1 to 100000"},
    {"NoPatience", "60,600", "0,600",
     "d.csv:10:31: \"0\" does not fit; write a whole number from 1 to 86400"},
    {"NoFactor", "1.25", "nan",
     "d.csv:6:35: \"nan\" does not fit; write a number from 0.20 to "
     "5.00"},
    {"ShiftBackwards", "16:00:00,1.25", "16:00:00,1.25\nteller,1002,two,16:00:00,09:00:00,1",
     "d.csv:7:26: \"09:00:00\" does not fit; sign off after signing on"},
    {"CounterTwice", "16:00:00,1.25", "16:00:00,1.25\nteller,1002,one,08:00:00,09:00:00,1",
     "d.csv:7:13: \"one\" does not fit; give each counter one teller"},
    {"BreakOfNobody", "break,1001,14", "break,1009,14",
     "d.csv:8:7: \"1009\" does not fit; put the teller's line first"},
    {"BreakOutside", "14:00:00,14:10:00", "12:29:59,14:10:00",
     "d.csv:8:12: \"12:29:59\" does not fit; keep breaks in order and within the shift"},
    {"NoCards", "cards,../demo/cards.csv", "",
     "d.csv:1:1: the day names no cards file; add a line cards,FILE"},
};
INSTANTIATE_TEST_SUITE_P(Day, DaySlip, testing::ValuesIn(slips),
                         [](const auto& one) { return std::string{one.param.name}; });

TEST(DayFile, AllProblemsAreToldAtOnceInTheOrderOfTheFile) {
    std::string text = good;
    text.replace(text.find("240,0"), 5, "x,2");
    text.replace(text.find("lunch"), 5, "");
    const DayReading reading = readDayText(text, "d.csv");
    std::vector<std::pair<int, int>> places;
    for (const Problem& problem : std::get<std::vector<Problem>>(reading))
        places.emplace_back(problem.line, problem.column);
    EXPECT_THAT(places, ElementsAre(std::pair{7, 30}, std::pair{9, 33}, std::pair{9, 35}));
}

TEST(DayFile, AMissingOrEmptyFileIsRefused) {
    EXPECT_TRUE(std::holds_alternative<std::vector<Problem>>(readDay("/nonexistent/day.csv")));
    EXPECT_TRUE(std::holds_alternative<std::vector<Problem>>(readDay("/")));
    EXPECT_THAT(problemsOf(""),
                ElementsAre("d.csv:1:1: the file holds no day; begin it with usher-day,1"));
}

struct Size {
    const char* name;
    std::size_t least;
    std::size_t most;
    std::size_t tellers;
};

class DayOfTheAssets : public testing::TestWithParam<Size> {};

TEST_P(DayOfTheAssets, FitsTheGalaxyItsStaffAndItsCards) {
    const protocol::Setup galaxy = outlet("galaxy.toml");
    const DayReading reading =
        readDay(assets / "days" / (std::string{GetParam().name} + ".csv"), &galaxy);
    if (const auto* problems = std::get_if<std::vector<Problem>>(&reading))
        FAIL() << toText(problems->front());
    const Day& day = std::get<Day>(reading);
    EXPECT_GE(day.customers.size(), GetParam().least);
    EXPECT_LE(day.customers.size(), GetParam().most);
    EXPECT_EQ(day.tellers.size(), GetParam().tellers);

    const auto staff = readStaff(day.staff);
    const auto cards = readCards(day.cards);
    ASSERT_TRUE(std::holds_alternative<std::vector<StaffMember>>(staff));
    ASSERT_TRUE(std::holds_alternative<std::vector<Card>>(cards));
    for (const Teller& teller : day.tellers) {
        const auto& all = std::get<std::vector<StaffMember>>(staff);
        EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const StaffMember& one) {
            return one.id == teller.staff && one.role == "teller";
        })) << teller.staff.view();
    }
    for (const Customer& customer : day.customers) {
        EXPECT_LE(customer.card, std::get<std::vector<Card>>(cards).size());
        EXPECT_GE(customer.arrives, seconds{8 * 3600 + 1800});
        EXPECT_LT(customer.arrives, seconds{17 * 3600});
    }
}
INSTANTIATE_TEST_SUITE_P(Day, DayOfTheAssets,
                         testing::Values(Size{"busy", 549, 571, 9}, Size{"normal", 392, 408, 8},
                                         Size{"quiet", 118, 122, 5}),
                         [](const auto& one) { return std::string{one.param.name}; });

bool luhn(std::string_view number) {
    int sum = 0;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const int digit = number[number.size() - 1 - i] - '0';
        const int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += i % 2 == 0 ? digit : doubled;
    }
    return sum % 10 == 0;
}

TEST(DemoFiles, CardsAreTestNumbersOfTiersTheGalaxyHas) {
    const protocol::Setup galaxy = outlet("galaxy.toml");
    const auto reading = readCards(assets / "demo/cards.csv");
    std::set<std::string> seen;
    for (const Card& card : std::get<std::vector<Card>>(reading)) {
        const std::string number{card.number.reveal()};
        EXPECT_EQ(number.rfind("62000000000", 0), 0U);
        EXPECT_TRUE(luhn(number)) << number;
        EXPECT_TRUE(seen.insert(number).second) << number;
        EXPECT_NE(galaxy.find(card.tier), nullptr) << number;
        EXPECT_LT(card.validFrom, card.validTo);
    }
    EXPECT_GE(seen.size(), 60U);
}

TEST(DemoFiles, StaffHoldsEveryRoleAndEachPinOnce) {
    const auto reading = readStaff(assets / "demo/staff.csv");
    std::set<std::string> roles;
    std::set<std::string> pins;
    const auto& staff = std::get<std::vector<StaffMember>>(reading);
    for (const StaffMember& one : staff) {
        roles.insert(one.role);
        pins.insert(std::string{one.pin.reveal()});
    }
    EXPECT_EQ(roles.size(), 5U);
    EXPECT_EQ(pins.size(), staff.size());
}

TEST(DemoFiles, AWrongHeadingIsRefused) {
    const auto reading = readStaff(assets / "demo/cards.csv");
    const auto& problems = std::get<std::vector<Problem>>(reading);
    EXPECT_EQ(problems.front().line, 1);
    EXPECT_EQ(problems.front().whatToDo, "write id,name,role,pin");
}

} // namespace
} // namespace usher::rehearse
