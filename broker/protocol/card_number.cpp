#include "broker/protocol/card_number.h"

#include "broker/protocol/utf8.h"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <cctype>
#include <vector>

namespace usher::protocol {

namespace {

constexpr std::size_t cardDigitsMin = 13;
constexpr std::size_t cardDigitsMax = 19;
constexpr int marksMax = 3;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Digits in a row within a text, and where they stand there.
struct Group {
    std::string digits;
    std::size_t begin{};
    std::size_t end{};
};

/// The digit at `at`, and how many bytes it takes: 3 if it is full-width (U+FF10 and on). Or none.
std::pair<char, std::size_t> digitAt(std::string_view text, std::size_t at) {
    static constexpr std::string_view wide = "\xef\xbc";
    if (isDigit(text[at]))
        return {text[at], 1};
    if (text.substr(at, wide.size()) == wide && at + wide.size() < text.size()) {
        const auto last = static_cast<unsigned char>(text[at + wide.size()]);
        if (last >= 0x90 && last <= 0x99)
            return {static_cast<char>('0' + (last - 0x90)), wide.size() + 1};
    }
    return {'\0', 0};
}

/// Without the marks between them.
std::vector<Group> groupsOf(std::string_view text) {
    std::vector<Group> groups;
    for (std::size_t at = 0; at < text.size();) {
        const auto [digit, bytes] = digitAt(text, at);
        if (bytes == 0) {
            ++at;
            continue;
        }
        if (groups.empty() || groups.back().end != at)
            groups.push_back({{}, at, at});
        groups.back().digits += digit;
        groups.back().end = at += bytes;
    }
    return groups;
}

bool beginsAsCard(std::string_view digits) {
    const std::string_view first = digits.substr(0, 3);
    return std::string_view{"34569"}.find(digits[0]) != std::string_view::npos ||
           (first >= "222" && first <= "272");
}

bool couldBeCard(std::string_view digits) {
    return digits.size() >= cardDigitsMin && digits.size() <= cardDigitsMax &&
           beginsAsCard(digits) && fitsCheckDigit(digits);
}

/// No letter: blanks and marks of ASCII and Latin-1, the general ones (U+2000 to U+206F: narrow and
/// no blanks, dashes), Chinese ones (U+3000 to U+303F, U+FF00 to U+FF0F, U+FF1A to U+FF20).
bool isMark(std::string_view character) {
    if (character.size() == 1)
        return std::isalnum(static_cast<unsigned char>(character[0])) == 0;
    const auto within = [&](std::string_view from, std::string_view to) {
        return from <= character && character <= to;
    };
    return within("\xc2\x80", "\xc2\xbf") || within("\xe2\x80\x80", "\xe2\x81\xaf") ||
           within("\xe3\x80\x80", "\xe3\x80\xbf") || within("\xef\xbc\x80", "\xef\xbc\x8f") ||
           within("\xef\xbc\x9a", "\xef\xbc\xa0") || character == "\xef\xbb\xbf";
}

/// A few marks between two groups of one number.
bool parts(std::string_view between) {
    int marks = 0;
    for (; !between.empty(); ++marks) {
        const std::size_t size = characterBytes(between);
        if (size == 0 || marks == marksMax || !isMark(between.substr(0, size)))
            return false;
        between.remove_prefix(size);
    }
    return true;
}

/// From which byte to which a text holds what could be a card's number.
std::vector<std::pair<std::size_t, std::size_t>> cardsIn(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    const std::vector<Group> groups = groupsOf(text);
    for (std::size_t from = 0; from < groups.size(); ++from) {
        std::string digits;
        for (std::size_t to = from; to < groups.size() && digits.size() < cardDigitsMax; ++to) {
            if (to != from &&
                !parts(text.substr(groups[to - 1].end, groups[to].begin - groups[to - 1].end)))
                break;
            digits += groups[to].digits;
            if (couldBeCard(digits))
                found.emplace_back(groups[from].begin, groups[to].end);
        }
    }
    return found;
}

template <class T>
void keepOut(T& value, std::optional<Refusal>& refused) {
    if constexpr (std::is_same_v<T, std::string>) {
        if (holdsCard(value))
            value = withoutCards(value);
        std::replace_if(
            value.begin(), value.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    } else if constexpr (std::is_same_v<T, StaffId>) {
        if (holdsCard(value.view()))
            refused = Refusal::WrongPin;
    } else if constexpr (std::is_same_v<T, AppointmentId>) {
        if (holdsCard(value.view()))
            refused = Refusal::UnknownAppointment;
    } else if constexpr (requires { value.has_value(); }) {
        if (value)
            keepOut(*value, refused);
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) {
                if (std::string_view{member.name} != "recognition") // ours, and may look like one
                    keepOut(value.*member.pointer, refused);
            });
    }
}

} // namespace

bool fitsCheckDigit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int weighed = i % 2 == 0 ? digit : 2 * digit;
        sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
}

bool holdsCard(std::string_view text) {
    return !cardsIn(text).empty();
}

std::string withoutCards(std::string_view text) {
    std::string masked{text};
    const auto cards = cardsIn(text);
    for (auto card = cards.rbegin(); card != cards.rend(); ++card)
        for (std::size_t at = card->first; at < card->second; ++at)
            masked[at] = isDigit(text[at]) || text[at] < 0 ? '*' : text[at];
    return masked;
}

std::optional<Refusal> keepCardsOut(Command& command) {
    std::optional<Refusal> refused;
    std::visit([&](auto& one) { keepOut(one, refused); }, command);
    return refused;
}

} // namespace usher::protocol
