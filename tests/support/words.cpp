#include "tests/support/words.h"

#include <algorithm>
#include <sstream>

namespace usher::script {

using protocol::Millis;

namespace {

bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}

} // namespace

std::string kebab(std::string_view camel) {
    std::string text;
    for (const char c : camel) {
        if (upper(c) && !text.empty())
            text += '-';
        text += upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

std::string camel(std::string_view kebab) {
    std::string text;
    bool begins = true;
    for (const char c : kebab) {
        if (c != '-')
            text += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = c == '-';
    }
    return text;
}

Words::Words(std::string_view line) {
    std::istringstream in{std::string{line}};
    for (std::string word; in >> word;)
        words_.push_back(word);
}

std::string Words::take() {
    if (words_.empty())
        throw NotUnderstood("a word is missing");
    std::string word = words_.front();
    words_.erase(words_.begin());
    return word;
}

std::uint32_t Words::takeCount() {
    const std::string word = take();
    if (!std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
        throw NotUnderstood("not a number: " + word);
    return static_cast<std::uint32_t>(std::stoul(word));
}

Millis Words::takeSpan() {
    const std::int64_t count = takeCount();
    const std::string unit = take();
    if (unit == "s")
        return Millis{count * 1000};
    if (unit == "min")
        return Millis{count * 60'000};
    if (unit == "hours")
        return Millis{count * 3'600'000};
    throw NotUnderstood("not a unit of time: " + unit);
}

int Words::takeTime() {
    const std::string word = take();
    if (word.size() != 5 || word[2] != ':')
        throw NotUnderstood("not a time of day: " + word);
    return std::stoi(word.substr(0, 2)) * 60 + std::stoi(word.substr(3));
}

bool Words::has(std::string_view word) {
    const auto at = std::find(words_.begin(), words_.end(), word);
    if (at == words_.end())
        return false;
    words_.erase(at);
    return true;
}

std::optional<std::string> Words::after(std::string_view word) {
    const auto at = std::find(words_.begin(), words_.end(), word);
    if (at == words_.end() || at + 1 == words_.end())
        return std::nullopt;
    std::string found = *(at + 1);
    words_.erase(at, at + 2);
    return found;
}

std::string Words::rest(std::string_view word) {
    const auto at = std::find(words_.begin(), words_.end(), word);
    std::string text;
    for (auto one = at; one != words_.end(); ++one)
        if (one != at)
            text += (text.empty() ? "" : " ") + *one;
    words_.erase(at, words_.end());
    return text;
}

std::string Words::joined() const {
    std::string text;
    for (const std::string& word : words_)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

void Words::done() const {
    if (!words_.empty())
        throw NotUnderstood("not understood: " + joined());
}

} // namespace usher::script
