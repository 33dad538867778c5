#include "broker/setup/fields.h"

#include "broker/setup/bounds.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace usher::setup {

namespace {

std::string quoted(std::string_view text) {
    return "\"" + std::string{text} + "\"";
}

std::string kindOf(const Node& node) {
    static constexpr const char* kinds[] = {
        "true or false", "a number", "a number", "a text", "a date or time without quotes",
        "a list",        "a table"};
    return kinds[node.value.index()];
}

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string between(Range range) {
    return "from " + std::to_string(range.least) + " to " + std::to_string(range.most);
}

std::string plain(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", number);
    return text;
}

} // namespace

void Fields::badName(const Word& written) {
    problems_.add(written.place, quoted(written.text) + " is not an id",
                  "write 1 to 31 of the characters a-z A-Z 0-9 . _ -");
}

Fields::Fields(const Node& node, std::string_view what, Problems& problems)
    : place_{node.place}, what_{what}, problems_{problems} {
    if (const auto* table = std::get_if<Table>(&node.value))
        table_ = *table;
    else
        problems_.add(node.place, what_ + " is " + kindOf(node), "make it a table");
}

Place Fields::placeOf(std::string_view key) const {
    for (const Member& member : table_.members)
        if (member.key == key)
            return member.place;
    return place_;
}

const Node* Fields::find(std::string_view key) {
    asked_.emplace_back(key);
    for (const Member& member : table_.members)
        if (member.key == key)
            return &member.value.front();
    return nullptr;
}

bool Fields::has(std::string_view key) {
    return find(key) != nullptr;
}

const Node* Fields::required(std::string_view key) {
    const Node* node = find(key);
    if (!node)
        problems_.add(place_, what_ + " has no " + quoted(key), "add it");
    return node;
}

void Fields::wrong(const Node& node, std::string_view key, std::string_view expected) {
    problems_.add(node.place, quoted(key) + " is " + kindOf(node),
                  "write " + std::string{expected});
}

std::optional<Word> Fields::word(std::string_view key) {
    const Node* node = required(key);
    if (!node)
        return std::nullopt;
    if (const auto* text = std::get_if<std::string>(&node->value))
        return Word{*text, node->place};
    wrong(*node, key, "a text in quotes");
    return std::nullopt;
}

std::optional<std::int64_t> Fields::whole(std::string_view key, Range range) {
    const Node* node = required(key);
    if (!node)
        return std::nullopt;
    const auto* value = std::get_if<std::int64_t>(&node->value);
    if (!value) {
        wrong(*node, key, "a whole number " + between(range));
    } else if (*value < range.least || *value > range.most) {
        problems_.add(node->place, quoted(key) + " is " + std::to_string(*value),
                      "write a whole number " + between(range));
    } else {
        return *value;
    }
    return std::nullopt;
}

bool Fields::flag(std::string_view key, bool absent) {
    const Node* node = find(key);
    if (!node)
        return absent;
    if (const auto* value = std::get_if<bool>(&node->value))
        return *value;
    wrong(*node, key, "true or false");
    return absent;
}

double Fields::bounded(std::string_view key, double least, double most, std::string_view unit) {
    const Node* node = required(key);
    if (!node)
        return least;
    const std::string expected = std::string{unit} + " from " + plain(least) + " to " + plain(most);
    double value{};
    if (const auto* whole = std::get_if<std::int64_t>(&node->value)) {
        value = static_cast<double>(*whole);
    } else if (const auto* real = std::get_if<double>(&node->value)) {
        value = *real;
    } else {
        wrong(*node, key, expected);
        return least;
    }
    // Written so that "not a number" fails too.
    if (value >= least && value <= most)
        return value;
    problems_.add(node->place, quoted(key) + " is out of bounds", "write " + expected);
    return least;
}

double Fields::number(std::string_view key, double least, double most) {
    return bounded(key, least, most, "a number");
}

protocol::Millis Fields::minutes(std::string_view key, Range range) {
    const double value =
        bounded(key, static_cast<double>(range.least), static_cast<double>(range.most), "minutes");
    return protocol::Millis{std::llround(value * 60'000.0)};
}

std::size_t Fields::choice(std::string_view key, const std::vector<std::string>& of) {
    if (!has(key))
        return 0;
    const auto found = word(key);
    if (!found)
        return 0;
    const auto at = std::find(of.begin(), of.end(), found->text);
    if (at == of.end()) {
        problems_.add(found->place, quoted(key) + " is \"" + found->text + "\"",
                      suggestion(found->text, of));
        return 0;
    }
    return static_cast<std::size_t>(at - of.begin());
}

protocol::Text Fields::names(std::string_view key) {
    const Node* node = required(key);
    if (!node)
        return {};
    if (!std::holds_alternative<Table>(node->value)) {
        wrong(*node, key, R"({ zh = "...", en = "..." })");
        return {};
    }
    Fields both{*node, quoted(key), problems_};
    protocol::Text text;
    for (auto [language, into] : {std::pair{"zh", &text.zh}, std::pair{"en", &text.en}}) {
        const auto found = both.word(language);
        if (!found)
            continue;
        *into = found->text;
        if (blank(found->text))
            problems_.add(found->place, quoted(language) + " is empty",
                          "write what customers read in this language");
        else if (found->text.size() > textBytesMax)
            problems_.add(found->place, quoted(language) + " is too long",
                          "shorten it to " + std::to_string(textBytesMax) + " bytes of UTF-8");
    }
    both.finish();
    return text;
}

std::vector<Word> Fields::words(std::string_view key) {
    std::vector<Word> all;
    const Node* node = find(key);
    if (!node)
        return all;
    const auto* items = std::get_if<std::vector<Node>>(&node->value);
    if (!items) {
        wrong(*node, key, "a list of texts in quotes");
        return all;
    }
    for (const Node& item : firstOf(*items, wordsMax, key)) {
        if (const auto* text = std::get_if<std::string>(&item.value))
            all.push_back({*text, item.place});
        else
            wrong(item, key, "a list of texts in quotes");
    }
    return all;
}

std::vector<Node> Fields::firstOf(const std::vector<Node>& items, std::size_t most,
                                  std::string_view key) {
    if (items.size() <= most)
        return items;
    problems_.add(items[most].place,
                  "there are more than " + std::to_string(most) + " of " + quoted(key),
                  "remove " + std::to_string(items.size() - most));
    return {items.begin(), items.begin() + static_cast<std::ptrdiff_t>(most)};
}

std::vector<Node> Fields::tables(std::string_view key, std::size_t most) {
    const Node* node = required(key);
    if (!node)
        return {};
    const auto* items = std::get_if<std::vector<Node>>(&node->value);
    if (!items) {
        wrong(*node, key, "[[" + std::string{key} + "]] once for each");
        return {};
    }
    if (items->empty())
        problems_.add(node->place, quoted(key) + " is empty", "list at least one");
    return firstOf(*items, most, key);
}

void Fields::finish() {
    std::sort(asked_.begin(), asked_.end());
    asked_.erase(std::unique(asked_.begin(), asked_.end()), asked_.end());
    for (const Member& member : table_.members)
        if (!std::binary_search(asked_.begin(), asked_.end(), member.key))
            problems_.add(member.place, what_ + " has an unknown key " + quoted(member.key),
                          suggestion(member.key, asked_));
}

} // namespace usher::setup
