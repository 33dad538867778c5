// Every file of tests/unit/scripts is a test; and the language itself is held to its word.
#include "tests/support/script.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace usher::script {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> scripts() {
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(USHER_SCRIPTS))
        if (entry.path().extension() == ".script")
            all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
}

std::string nameOf(const testing::TestParamInfo<fs::path>& info) {
    std::string name = info.param.stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

class Script : public testing::TestWithParam<fs::path> {};

TEST_P(Script, HoldsLineByLine) {
    std::ifstream file{GetParam()};
    std::stringstream text;
    text << file.rdbuf();
    const auto wrong = run(GetParam().filename().string(), text.str());
    EXPECT_FALSE(wrong) << *wrong;
}

INSTANTIATE_TEST_SUITE_P(Rules, Script, testing::ValuesIn(scripts()), nameOf);

TEST(ScriptLanguage, AFailureNamesLineTextAndAnswer) {
    EXPECT_EQ(run("a", "counter C1\n\nnext C1 -> A\n"),
              "a:3: next C1 -> A\n    answered: refused not-signed-on");
    EXPECT_EQ(run("a", "counter C1\ntake A cash\nexpect waiting B # not so\n"),
              "a:3: expect waiting B\n    found: A");
}

TEST(ScriptLanguage, ARefusalNobodyExpectedIsAFailure) {
    EXPECT_EQ(run("a", "counter C1\nfinish C1"),
              "a:2: finish C1\n    answered: refused not-signed-on");
    EXPECT_EQ(run("a", "counter C1\nfinish C1 -> refused not-signed-on"), std::nullopt);
}

TEST(ScriptLanguage, WhatItDoesNotUnderstandItSays) {
    for (const char* bad : {"counter C1\ndance C1", "counter C1\ntake A cash ordinary twice",
                            "counter C1\nexpect weather fine", "policy kindness 3",
                            "counter C1\nadvance 5 moons", "counter C1\nresume Z"})
        EXPECT_TRUE(run("a", bad)) << bad;
}

} // namespace
} // namespace usher::script
