// Scenario files: what they come to, and what is said of a bad one.
#include "broker/sim/scenario_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace usher::sim {
namespace {

using namespace simulate;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

// Line 5 begins the first class, line 13 the second, line 18 the first counter.
const std::string good = R"(policy = "head-start"
minutes = 510
idle_choice = "longest-idle"
warmup = 0.02
[[class]]
name = "vip"
tier = "valued"
rate = 0.54
service = { distribution = "lognormal", mean = 2.0, cv = 0.9 }
head_start = 30
patience = { distribution = "exponential", mean = 50 }
target = 5
[[class]]
name = "ordinary"
profile = [[0, 0.5], [60, 1.5]]
service = { distribution = "exponential", mean = 1.0 }
reserve = 1
[[counter]]
count = 2
serves = ["vip", "ordinary"]
help_delay = { ordinary = 5.0 }
idle_watch = { classes = ["ordinary"], after = 5 }
[[counter]]
serves = ["ordinary"]
)";

std::string with(const std::string& piece, const std::string& other) {
    std::string text = good;
    const auto at = text.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    return text.replace(at, piece.size(), other);
}

std::vector<std::string> problemsIn(const std::string& text) {
    const auto reading = readScenarioText(text, "s.toml");
    std::vector<std::string> all;
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading))
        for (const setup::Problem& problem : *problems)
            all.push_back(setup::toText(problem));
    return all;
}

Scenario scenarioIn(const std::string& text) {
    auto reading = readScenarioText(text, "s.toml");
    if (auto* scenario = std::get_if<Scenario>(&reading))
        return std::move(*scenario);
    ADD_FAILURE() << testing::PrintToString(problemsIn(text));
    return {};
}

TEST(Scenario, AGoodFileIsReadWhole) {
    const Scenario scenario = scenarioIn(good);
    EXPECT_EQ(scenario.policy, Policy::HeadStart);
    EXPECT_EQ(scenario.idleChoice, rules::IdleChoice::LongestIdle);
    EXPECT_EQ(scenario.minutes, 510);
    ASSERT_EQ(scenario.classes.size(), 2U);
    EXPECT_EQ(scenario.classes[0].tier, "valued");
    EXPECT_EQ(scenario.classes[1].tier, "ordinary");
    EXPECT_EQ(scenario.classes[0].service.cv, 0.9);
    EXPECT_EQ(scenario.classes[0].headStart, 30);
    EXPECT_EQ(scenario.classes[0].patience->mean, 50);
    EXPECT_EQ(scenario.classes[0].target, 5);
    EXPECT_EQ(scenario.classes[1].rate.at(1).from, 60);
    EXPECT_EQ(scenario.classes[1].rate.at(1).rate, 1.5);
    EXPECT_EQ(scenario.desks.at(0).count, 2U);
    EXPECT_EQ(scenario.desks.at(0).serves.at(1).helpDelay, 5);
    EXPECT_EQ(scenario.desks.at(0).idleWatch->after, 5);
    EXPECT_DOUBLE_EQ(expectedArrivals(scenario), 0.54 * 510 + 0.5 * 60 + 1.5 * 450);
}

TEST(Scenario, SharesOfTheCustomersFollowTheShapeOfTheDay) {
    const Scenario scenario = scenarioIn(R"(minutes = 100
customers = 560
shape = [[0, 3], [50, 1]]
[[class]]
name = "a"
share = 0.25
service = { mean = 1 }
[[class]]
name = "b"
share = 0.75
service = { mean = 1 }
[[counter]]
serves = ["a", "b"]
)");
    EXPECT_DOUBLE_EQ(expectedArrivals(scenario), 560);
    EXPECT_DOUBLE_EQ(expectedOf(scenario.classes.at(0).rate, 50), 560 * 0.25 * 0.75);
}

TEST(ScenarioProblem, OfTheFile) {
    EXPECT_THAT(problemsIn("policy = \n"), ElementsAre(StartsWith("s.toml:1:")));
    const auto missing = readScenario("no/such/scenario.toml");
    EXPECT_THAT(setup::toText(std::get<1>(missing).front()),
                AllOf(StartsWith("no/such/scenario.toml:1:1: the file cannot be read"),
                      HasSubstr("check its name")));
    EXPECT_EQ(readScenario(std::filesystem::temp_directory_path()).index(), 1U);
}

TEST(ScenarioProblem, UnknownKeysAndChoicesComeWithASuggestion) {
    EXPECT_THAT(problemsIn(with("warmup =", "warm_up =")),
                ElementsAre(AllOf(StartsWith("s.toml:4:1: the file has an unknown key \"warm_up\""),
                                  HasSubstr("did you mean \"warmup\"?"))));
    EXPECT_THAT(problemsIn(with("head_start =", "headstart =")),
                ElementsAre(AllOf(StartsWith("s.toml:10:1: [[class]] has an unknown key"),
                                  HasSubstr("did you mean \"head_start\"?"))));
    EXPECT_THAT(problemsIn(with("\"head-start\"", "\"headstart\"")),
                ElementsAre(AllOf(StartsWith("s.toml:1:10: \"policy\" is \"headstart\""),
                                  HasSubstr("did you mean \"head-start\"?"))));
    EXPECT_THAT(problemsIn(with("\"lognormal\"", "\"normal\"")),
                ElementsAre(StartsWith("s.toml:9:"), StartsWith("s.toml:9:")));
}

TEST(ScenarioProblem, AnErlangTimeHasStages) {
    EXPECT_THAT(problemsIn(with("\"lognormal\", mean = 2.0, cv = 0.9",
                                "\"erlang\", mean = 2.0, stages = 3")),
                ElementsAre());
    EXPECT_THAT(problemsIn(with("\"lognormal\", mean = 2.0, cv = 0.9",
                                "\"erlang\", mean = 2.0, stages = 0")),
                ElementsAre(StartsWith("s.toml:9:")));
}

TEST(ScenarioProblem, ARateIsAFiniteNumberThatIsNotNegative) {
    for (const char* bad : {"-0.1", "nan", "inf", "1e7"})
        EXPECT_THAT(problemsIn(with("0.54", bad)),
                    ElementsAre(AllOf(StartsWith("s.toml:8:8: \"rate\" is out of bounds"),
                                      HasSubstr("a number from 0 to 1e+06"))))
            << bad;
    EXPECT_THAT(problemsIn(with("0.54", "\"0.54\"")),
                ElementsAre(StartsWith("s.toml:8:8: \"rate\" is a text; write a number")));
    EXPECT_THAT(problemsIn(with("rate = 0.54\n", "")),
                ElementsAre(AllOf(StartsWith("s.toml:5:1: [[class]] has no \"rate\""))));
}

TEST(ScenarioProblem, ARateIsSaidOnce) {
    EXPECT_THAT(problemsIn(with("rate = 0.54", "rate = 0.54\nprofile = [[0, 1]]")),
                ElementsAre(StartsWith("s.toml:9:1: a class has a \"rate\"")));
    EXPECT_THAT(problemsIn(with("rate = 0.54", "share = 0.5")),
                ElementsAre(StartsWith("s.toml:8:1: a share of how many customers?")));
    EXPECT_THAT(problemsIn(with("minutes = 510", "minutes = 510\ncustomers = 560")),
                ElementsAre(StartsWith("s.toml:3:1: the shares of the classes do not add up")));
    EXPECT_THAT(problemsIn(with("minutes = 510", "minutes = 510\nshape = [[0, 1]]")),
                ElementsAre(StartsWith("s.toml:3:1: a \"shape\" of how many customers?")));
}

TEST(ScenarioProblem, StepsOfAProfileBeginAtZeroAndGrow) {
    for (const char* bad : {"[[1, 0.5]]", "[[0, 0.5], [0, 1.5]]", "[[0]]", "[[0, -1]]",
                            "[[0, nan]]", "[0]", "[[0, \"1\"]]"})
        EXPECT_THAT(problemsIn(with("[[0, 0.5], [60, 1.5]]", bad)),
                    ElementsAre(AllOf(StartsWith("s.toml:15:"),
                                      HasSubstr("this is no step of a \"profile\""),
                                      HasSubstr("the first from 0"))))
            << bad;
    EXPECT_THAT(problemsIn(with("[[0, 0.5], [60, 1.5]]", "[]")),
                ElementsAre(HasSubstr("\"profile\" is empty")));
}

TEST(ScenarioProblem, ARunHasALengthOfOneKind) {
    EXPECT_THAT(problemsIn(with("minutes = 510", "minutes = 510\narrivals = 100")),
                ElementsAre(StartsWith("s.toml:2:1: a run has \"arrivals\" or \"minutes\"")));
    EXPECT_THAT(problemsIn(with("minutes = 510\n", "")),
                ElementsAre(HasSubstr("a run has \"arrivals\" or \"minutes\"")));
    EXPECT_THAT(problemsIn(with("minutes = 510", "arrivals = 0")),
                ElementsAre(StartsWith("s.toml:2:12: \"arrivals\" is 0")));
    EXPECT_THAT(problemsIn(with("warmup = 0.02", "warmup = 1.0")),
                ElementsAre(StartsWith("s.toml:4:10: \"warmup\" is out of bounds")));
}

TEST(ScenarioProblem, EverybodyIsServedByACounterThatIsThere) {
    EXPECT_THAT(problemsIn(with("serves = [\"vip\", \"ordinary\"]\nhelp_delay = { ordinary = 5.0 }",
                                "serves = [\"ordinary\"]")),
                ElementsAre(AllOf(StartsWith("s.toml:6:8: nobody serves class \"vip\""),
                                  HasSubstr("name it in a counter's \"serves\""))));
    EXPECT_THAT(problemsIn(with("[\"vip\", \"ordinary\"]", "[\"vip\", \"ordinery\", \"vip\"]")),
                ElementsAre(AllOf(StartsWith("s.toml:20:18: no class is called \"ordinery\""),
                                  HasSubstr("did you mean \"ordinary\"?")),
                            StartsWith("s.toml:20:30: \"vip\" is there twice"),
                            StartsWith("s.toml:21:16: help_delay has an unknown key")));
    EXPECT_THAT(problemsIn(with("serves = [\"ordinary\"]", "serves = []")),
                ElementsAre(StartsWith("s.toml:24:1: \"serves\" names no class")));
    EXPECT_THAT(problemsIn(with("name = \"ordinary\"", "name = \"vip\"")),
                testing::Contains(StartsWith("s.toml:14:8: class \"vip\" is there twice")));
}

TEST(ScenarioProblem, AHelpDelayNamesAClassTheCounterServes) {
    EXPECT_THAT(problemsIn(with("help_delay = { ordinary", "help_delay = { nobody")),
                ElementsAre(AllOf(StartsWith("s.toml:21:16: help_delay has an unknown key"),
                                  HasSubstr("known here: ordinary, vip"))));
    EXPECT_THAT(problemsIn(with("{ classes = [\"ordinary\"]", "{ classes = [\"ordinery\"]")),
                ElementsAre(AllOf(StartsWith("s.toml:22:27: no class is called \"ordinery\""),
                                  HasSubstr("did you mean \"ordinary\"?"))));
}

TEST(ScenarioProblem, NobodyReservesEveryCounter) {
    const std::string all = with("reserve = 1", "reserve = 3");
    EXPECT_THAT(problemsIn(all), ElementsAre()) << "only the policy reserve reads it";
    std::string text = all;
    text.replace(text.find("head-start"), 10, "reserve");
    EXPECT_THAT(problemsIn(text),
                ElementsAre(StartsWith("s.toml:14:8: class \"ordinary\" reserves all counters")));
}

TEST(ScenarioProblem, StrictPriorityOfClassesThatRankAlikeIsFirstComeUnderAnotherName) {
    std::string text = with("reserve = 1\n", "");
    text.replace(text.find("head-start"), 10, "strict");
    EXPECT_THAT(problemsIn(text),
                ElementsAre(AllOf(StartsWith("s.toml:6:8: policy \"strict\" calls by \"rank\""),
                                  HasSubstr("it does not ask for \"head_start\""),
                                  HasSubstr("give each class a \"rank\": 1 is called before 2"))));
    const auto ranked = [&](std::string rank) {
        std::string all = text;
        return all.insert(all.find("profile"), "rank = " + rank + "\n");
    };
    EXPECT_THAT(problemsIn(ranked("2")), ElementsAre()) << "vip ranks 1";
    EXPECT_THAT(problemsIn(ranked("1")), ElementsAre(HasSubstr("all classes rank alike")));
    text.replace(text.find("strict"), 6, "reserve");
    EXPECT_THAT(problemsIn(text), ElementsAre(HasSubstr("or some a \"reserve\"")));
    EXPECT_THAT(problemsIn(ranked("2")), ElementsAre());
}

TEST(ScenarioProblem, OneFileMayHoldWhatSeveralPoliciesAsk) {
    for (const char* policy : {"first-come", "strict", "accumulating", "reserve"}) {
        std::string text = with("head_start = 30", "head_start = 30\nrank = 1\nweight = 3");
        text.insert(text.find("reserve = 1"), "rank = 2\n");
        text.replace(text.find("head-start"), 10, policy);
        EXPECT_THAT(problemsIn(text), ElementsAre()) << policy;
    }
}

TEST(ScenarioProblem, AnEmptyFileIsCalledSo) {
    for (const char* empty : {"", "\n \r\n"})
        EXPECT_THAT(problemsIn(empty), ElementsAre(HasSubstr("the file is empty; write a")));
}

TEST(ScenarioProblem, OfAFileThatIsNoTextTheFirstFewLinesAreNamed) {
    std::string binary;
    for (int i = 0; i < 400; ++i)
        binary += "\xff\xfe\n";
    const auto problems = problemsIn(binary);
    ASSERT_EQ(problems.size(), 6U);
    EXPECT_THAT(problems.back(), AllOf(StartsWith("s.toml:6:1: the rest was not read"),
                                       HasSubstr("name the file you meant")));
}

TEST(ScenarioProblem, TheRunFitsIntoTheMachine) {
    EXPECT_THAT(problemsIn(with("rate = 0.54", "rate = 1e6")),
                ElementsAre(HasSubstr("more than a hundred million customers")));
    EXPECT_THAT(problemsIn(with("mean = 1.0", "mean = 1e-9")),
                ElementsAre(HasSubstr("a billion times the shortest mean service")));
    EXPECT_THAT(problemsIn(with("count = 2", "count = 1000")),
                ElementsAre(HasSubstr("more than 1000 counters")));
}

TEST(ScenarioProblem, AllOfThemAreSaidAtOnceInTheOrderOfTheFile) {
    std::string text = with("0.54", "-1");
    text.replace(text.find("count = 2"), 9, "count = 0");
    text.replace(text.find("warmup"), 6, "warmth");
    EXPECT_THAT(problemsIn(text), ElementsAre(StartsWith("s.toml:4:1:"), StartsWith("s.toml:8:8:"),
                                              StartsWith("s.toml:19:9:")));
}

} // namespace
} // namespace usher::sim
