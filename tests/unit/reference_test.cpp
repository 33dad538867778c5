// What theory says, read from a file, and when ours agrees with it.
#include "broker/sim/reference.h"
#include "broker/sim/verdicts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace usher::sim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> problemsIn(std::string_view text) {
    const auto reading = readReferenceText(text, "r.json");
    std::vector<std::string> all;
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading))
        for (const setup::Problem& problem : *problems)
            all.push_back(setup::toText(problem));
    return all;
}

Reference referenceIn(std::string_view text) {
    auto reading = readReferenceText(text, "r.json");
    EXPECT_TRUE(std::holds_alternative<Reference>(reading))
        << testing::PrintToString(problemsIn(text));
    return std::get<Reference>(std::move(reading));
}

TEST(Reference, TheCommittedFileHoldsEveryModel) {
    const auto reading = readReference(USHER_SOURCE_DIR "/tests/queueing/reference.json");
    ASSERT_TRUE(std::holds_alternative<Reference>(reading));
    std::map<std::string, std::size_t> rows;
    for (const Row& row : std::get<Reference>(reading).rows) {
        ++rows[row.group];
        EXPECT_FALSE(row.claims.empty()) << row.name;
    }
    const std::map<std::string, std::size_t> expected{{"cutoff_reservation", 3},
                                                      {"edd_general_service_simulated", 1},
                                                      {"erlang_a", 9},
                                                      {"erlang_a_bank", 2},
                                                      {"mg1_pk", 18},
                                                      {"mg1_priority", 10},
                                                      {"mm1", 3},
                                                      {"mmc", 23},
                                                      {"mmc_apq", 59},
                                                      {"mmc_edd_three_class", 2},
                                                      {"mmc_edd_two_class", 72},
                                                      {"mmc_strict_priority", 48},
                                                      {"nmodel_fcfs_alis", 3}};
    EXPECT_EQ(rows, expected);
    EXPECT_TRUE(std::get<Reference>(reading).others.empty());
}

TEST(Reference, ARowBecomesAScenarioOfTheHousesRules) {
    const Reference reference = referenceIn(
        R"({"mmc_edd_two_class": [{"c": 3, "rho": 0.9, "shares": [0.2, 0.8], "lam": [0.54, 2.16],
            "d": 2, "P_wait": 0.8, "Wq": [1.8, 2.9], "Wq_fcfs": 2.7, "P_W2_gt": {"2": 0.49}}],
            "notes": 1})");
    ASSERT_EQ(reference.rows.size(), 1U);
    const Row& row = reference.rows.front();
    EXPECT_EQ(row.name, "c 3, load 0.9, shares 0.2/0.8, head start 2");
    EXPECT_EQ(row.scenario.policy, simulate::Policy::HeadStart);
    EXPECT_EQ(row.scenario.classes.at(0).headStart, 2);
    EXPECT_EQ(row.scenario.classes.at(1).rate.front().rate, 2.16);
    EXPECT_EQ(row.scenario.desks.front().count, 3U);
    ASSERT_EQ(row.claims.size(), 5U);
    EXPECT_EQ(row.claims.back().what, "P(wait > 2) of class 2");
    simulate::Result result;
    result.classes.resize(2);
    result.classes[1].beyond = {0.25};
    EXPECT_EQ(row.claims.back().measure(result), 0.25);
    EXPECT_THAT(reference.others, ElementsAre("notes"));
}

TEST(Reference, SaysWhereTheFileIsNoJson) {
    EXPECT_THAT(problemsIn("{\n \"mm1\": [}"),
                ElementsAre(HasSubstr("r.json:2:10: this is no JSON")));
    EXPECT_THAT(problemsIn("{\"mm1\": ["), ElementsAre(HasSubstr("this is no JSON")));
    EXPECT_THAT(problemsIn("{} {"), ElementsAre(HasSubstr("r.json:1:4: this is no JSON")));
    EXPECT_THAT(problemsIn("[1]"), ElementsAre(HasSubstr("no object of groups")));
    EXPECT_THAT(problemsIn("{}"), ElementsAre(HasSubstr("holds no row")));
}

TEST(Reference, NamesEveryFigureThatIsMissingOrMakesNoSense) {
    EXPECT_THAT(problemsIn(R"({"nmodel_fcfs_alis": [7]})"),
                ElementsAre(HasSubstr("nmodel_fcfs_alis[1] is no row")));
    EXPECT_THAT(
        problemsIn(
            R"({"mmc_apq": [{"c": 1.5, "rho": -1, "lam": [1, 2], "b": [3], "Wq": [1, "x"]}]})"),
        ElementsAre(HasSubstr("mmc_apq[1].rho is not more than 0"),
                    HasSubstr("mmc_apq[1].c is not a whole number from 1 to 1000"),
                    HasSubstr("mmc_apq[1].b is not a list of 2 numbers"),
                    HasSubstr("mmc_apq[1].Wq is not a list of 2 numbers")));
}

TEST(Reference, AFileThatIsNotThereIsAProblem) {
    const auto reading = readReference("no/such/file.json");
    const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading);
    ASSERT_NE(problems, nullptr);
    EXPECT_THAT(setup::toText(problems->front()), HasSubstr("no/such/file.json:1:1: the file"));
}

Claim claimed(double value, double stderror = 0, Claim::Kind kind = Claim::Kind::Mean) {
    return {"it", value, stderror, kind, {}, {}};
}

TEST(Comparison, AgreesWithinFourStandardErrorsOrWithinTheTolerance) {
    EXPECT_TRUE(compare(claimed(10), {10.39, 0.1}, 1000, 0.01).agrees);
    EXPECT_FALSE(compare(claimed(10), {10.41, 0.1}, 1000, 0.01).agrees);
    EXPECT_TRUE(compare(claimed(10), {10.09, 0.001}, 1000, 0.01).agrees);
    EXPECT_FALSE(compare(claimed(10), {9.89, 0.001}, 1000, 0.01).agrees);
    EXPECT_TRUE(compare(claimed(10), {9.81, 0.001}, 1000, 0.02).agrees);
    EXPECT_FALSE(compare(claimed(0), {0.1, 0.001}, 1000, 0.02).agrees);
}

TEST(Comparison, AddsTheReferencesOwnIntervalInQuadrature) {
    const Comparison one = compare(claimed(10, 0.4), {11.9, 0.3}, 1000, 0.01);
    EXPECT_NEAR(one.stderrors, 3.8, 1e-9);
    EXPECT_NEAR(one.share, 0.19, 1e-9);
    EXPECT_TRUE(one.agrees);
}

TEST(Comparison, KnowsThatRareEventsAreUncertainThoughNoReplicationSawOne) {
    const auto rare = claimed(1e-7, 0, Claim::Kind::Probability);
    EXPECT_TRUE(compare(rare, {0, 0}, 10'000'000, 0.01).agrees);
    EXPECT_FALSE(compare(rare, {0, 0}, 1'000'000'000, 0.01).agrees);
    EXPECT_FALSE(compare(claimed(1e-7), {0, 0}, 10'000'000, 0.01).agrees);
}

} // namespace
} // namespace usher::sim
