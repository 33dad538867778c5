// How a file must be refused, whoever reads it: with reasons, each at a place that is in the file.
#pragma once

#include "broker/setup/problem.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

namespace usher::fuzz {

inline void mustSayWhere(const std::vector<setup::Problem>& problems, std::string_view text) {
    must(!problems.empty(), "a refusal says why");
    const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
    for (const setup::Problem& one : problems) {
        must(one.line >= 1 && one.line <= lines && one.column >= 1, "a problem is in the file");
        must(!one.what.empty() && !setup::toText(one).empty(), "every problem can be told");
    }
}

} // namespace usher::fuzz
