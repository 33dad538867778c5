// A setup file that is good, to be spoiled a piece at a time, and what is then said of it.
#pragma once

#include "broker/setup/read.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace usher::setup {

// Two counters and a machine. The tests below change a piece of it, so its lines are numbered.
inline const std::string good = R"([outlet]
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

inline std::vector<std::string> problemsOf(const std::string& text) {
    const Reading reading = readText(text, "f");
    std::vector<std::string> said;
    if (const auto* problems = std::get_if<std::vector<Problem>>(&reading))
        for (const Problem& problem : *problems)
            said.push_back(toText(problem));
    return said;
}

/// `good` with the first `from` after `near` replaced.
inline std::string changed(const std::string& near, const std::string& from,
                           const std::string& to) {
    std::string text = good;
    const std::size_t at = text.find(from, text.find(near));
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

} // namespace usher::setup
