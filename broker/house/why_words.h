// Why, in plain sentences, for whoever asked at the counter.
//
// Each sentence is true by itself and knows no word of the programme's. Spans of less than a minute
// are said in seconds, so that nobody reads of "0.0 min".
#pragma once

#include "broker/house/why.h"

#include <algorithm>

namespace usher::house {

/// In the order they are to be read: the calls, who went before, step by step, where it stands.
[[nodiscard]] std::vector<std::string> inEnglish(const Why& why);
[[nodiscard]] std::vector<std::string> inChinese(const Why& why);

[[nodiscard]] std::string inEnglish(const CallStory& story);
[[nodiscard]] std::string inChinese(const CallStory& story);
[[nodiscard]] std::string wentBeforeInEnglish(const Why& why);
[[nodiscard]] std::string wentBeforeInChinese(const Why& why);
[[nodiscard]] std::string stepsInEnglish(const Why& why);
[[nodiscard]] std::string stepsInChinese(const Why& why);
[[nodiscard]] std::string inEnglish(const Stand& stand);
[[nodiscard]] std::string inChinese(const Stand& stand);

/// Whoever was called and passed by nobody does not ask who went before.
[[nodiscard]] inline bool tellsWhoWentBefore(const Why& why) {
    return !why.overtakes.empty() || why.calls.empty();
}
/// The calls have sentences of their own.
[[nodiscard]] inline bool tellsSteps(const Why& why) {
    return std::any_of(why.steps.begin(), why.steps.end(), [](const Step& step) {
        return step.deed != Deed::Taken && step.deed != Deed::Called;
    });
}

/// How many of those who went before are named in a sentence.
inline constexpr std::size_t namedMax = 8;

} // namespace usher::house
