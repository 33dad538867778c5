#include "broker/setup/names.h"

#include <algorithm>

namespace usher::setup {

namespace {

constexpr std::array<const char*, 6> nouns{"zone", "group", "service", "tier", "counter", "band"};

std::string called(Noun noun, const Word& word) {
    return std::string{nouns[static_cast<std::size_t>(noun)]} + " \"" + word.text + "\"";
}

} // namespace

void Names::declare(Noun noun, const Word& word) {
    auto& all = declared_[static_cast<std::size_t>(noun)];
    const auto first = std::find_if(all.begin(), all.end(),
                                    [&](const Word& one) { return one.text == word.text; });
    if (first == all.end())
        all.push_back(word);
    else
        problems_.add(word.place, called(noun, word) + " is there twice",
                      "rename it, or remove it: the first is in line " +
                          std::to_string(first->place.line));
}

bool Names::refer(Noun noun, const Word& word) {
    std::vector<std::string> known;
    for (const Word& one : declared_[static_cast<std::size_t>(noun)]) {
        if (one.text == word.text)
            return true;
        known.push_back(one.text);
    }
    problems_.add(word.place, "there is no " + called(noun, word), suggestion(word.text, known));
    return false;
}

} // namespace usher::setup
