// A log of calls is read whatever its order, and refused with everything that is wrong with it.
#include "broker/sim/call_log.h"

#include <gtest/gtest.h>

namespace usher::sim {
namespace {

const std::string header = "day,weekday,type,priority,queue_start_s,queue_exit_s,served,"
                           "service_start_s,service_exit_s,agent\n";

CallLog good(const std::string& text) {
    const auto reading = readCallsText(text, "calls.csv");
    const auto* log = std::get_if<CallLog>(&reading);
    EXPECT_NE(log, nullptr);
    return log != nullptr ? *log : CallLog{};
}

/// The problems, a line each.
std::vector<std::string> bad(const std::string& text) {
    std::vector<std::string> all;
    const auto reading = readCallsText(text, "calls.csv");
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading))
        for (const setup::Problem& one : *problems)
            all.push_back(toText(one));
    return all;
}

TEST(CallLog, IsReadAndPutInOrder) {
    const CallLog log = good(header + "2,1,0,0,0,0,1,25375,25541,0\r\n"
                                      "1,0,2,2,30000,30040,1,30039,30100,4\n"
                                      "\n"
                                      "1,0,0,1,29362,29367,0,0,0,-1\n"
                                      "1,0,0,1,29000,29000,0,0,0,-1\n");
    ASSERT_EQ(log.size(), 4U);
    EXPECT_EQ(log[0].came, 29000);
    EXPECT_FALSE(log[1].served);
    EXPECT_EQ(log[1].waited(), 5);
    EXPECT_EQ(log[2].agent, 4);
    EXPECT_EQ(log[2].waited(), 40);
    EXPECT_EQ(log[3].day, 2);
    EXPECT_FALSE(log[3].queued);
    EXPECT_EQ(log[3].came, 25375);
}

TEST(CallLog, ColumnsGoByTheirNames) {
    const CallLog log = good("agent,served,day,weekday,type,priority,note,queue_start_s,"
                             "queue_exit_s,service_start_s,service_exit_s\n"
                             "7,1,3,2,1,0,hello,100,160,159,200\n");
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].agent, 7);
    EXPECT_EQ(log[0].waited(), 60);
}

TEST(CallLog, WhoeverGaveUpAtOnceWasSeenByNobody) {
    EXPECT_EQ(good(header + "1,0,0,0,0,0,0,0,0,-1\n1,0,0,0,0,0,1,50,60,1\n").size(), 1U);
}

TEST(CallLog, AMissingColumnIsNamed) {
    EXPECT_EQ(bad("day,weekday,type,priority,queue_start_s,queue_exit_s,served,agent\n1,0\n"),
              std::vector<std::string>{
                  "calls.csv:1:1: the first line does not name every column; it lacks "
                  "service_start_s, service_exit_s; see docs/forecast.md"});
}

TEST(CallLog, EveryBadLineIsNamedWithWhatToDo) {
    const std::vector<std::string> expected{
        "calls.csv:2:5: queue_start_s is \"soon\"; write a whole number",
        "calls.csv:3:6: queue_exit_s is -5; write 0 to 172800",
        "calls.csv:3:7: served is 2; write 0 to 1",
        "calls.csv:4:1: this line has 3 values, the first 10; give every column a value, between "
        "commas",
        "calls.csv:5:1: it leaves the queue before it comes; put queue_start_s and queue_exit_s "
        "right, or 0 and 0 if it did not queue",
        "calls.csv:6:1: its service ends before it begins; put service_start_s and "
        "service_exit_s right",
        "calls.csv:7:9: service_exit_s is 99999999999; write 0 to 172800",
        "calls.csv:8:10: agent is \"\"; write a whole number"};
    EXPECT_EQ(bad(header + "1,0,0,0,soon,0,1,25375,25541,0\n"
                           "1,0,0,0,0,-5,2,25375,25541,0\n"
                           "1,0,0\n"
                           "1,0,0,0,200,100,1,101,150,0\n"
                           "1,0,0,0,0,0,1,25375,25000,0\n"
                           "1,0,0,0,0,0,1,25375,99999999999,0\n"
                           "1,0,0,0,0,0,1,25375,25541,\n"),
              expected);
}

TEST(CallLog, ALogWithoutCallsIsNone) {
    EXPECT_EQ(bad(header), std::vector<std::string>{"calls.csv:1:1: there is no call in it; add a "
                                                    "line for every call"});
    EXPECT_EQ(bad("").size(), 1U);
}

TEST(CallLog, AfterTwentyProblemsReadingStops) {
    std::string text = header;
    for (int i = 0; i < 20; ++i)
        text += "nonsense\n";
    EXPECT_EQ(bad(text).size(), 20U) << "there was nothing left to stop before";
    EXPECT_EQ(bad(text + text).size(), 21U);
}

TEST(CallLog, AFileThatIsNotThereIsAProblem) {
    const auto reading = readCalls("/nowhere/calls.csv");
    const auto& problems = std::get<std::vector<setup::Problem>>(reading);
    EXPECT_EQ(toText(problems.front()),
              "/nowhere/calls.csv:1:1: the file cannot be read; check its "
              "name and that you may read it");
}

} // namespace
} // namespace usher::sim
