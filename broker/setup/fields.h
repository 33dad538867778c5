// One table of a setup file, read key by key.
//
// Each read names a key, says what it must be and gives a harmless value when it is not, so that
// reading goes on and finds the next problem too. finish() then refuses the keys nobody asked for.
#pragma once

#include "broker/protocol/moment.h"
#include "broker/protocol/setup.h"
#include "broker/setup/tree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace usher::setup {

/// A text and where it was written.
struct Word {
    std::string text;
    Place place;
};

struct Range {
    std::int64_t least{};
    std::int64_t most{};
};

class Fields {
public:
    /// `what` says which table this is, as "[[tier]]". A node that is no table is a problem.
    Fields(const Node& node, std::string_view what, Problems& problems);

    [[nodiscard]] Place place() const { return place_; }
    /// Where the key is written, or the table if it is not.
    [[nodiscard]] Place placeOf(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key);

    [[nodiscard]] std::optional<Word> word(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> whole(std::string_view key, Range range);
    /// A number from `least` to `most`, fractions allowed; `least` where it is not.
    [[nodiscard]] double number(std::string_view key, double least, double most);
    [[nodiscard]] bool flag(std::string_view key, bool absent);
    /// A number of minutes, fractions allowed.
    [[nodiscard]] protocol::Millis minutes(std::string_view key, Range range);
    [[nodiscard]] protocol::Text names(std::string_view key);
    /// One of these texts, as its place among them; the first if the key is absent or not one.
    [[nodiscard]] std::size_t choice(std::string_view key, const std::vector<std::string>& of);
    /// A list of texts; empty if the key is absent.
    [[nodiscard]] std::vector<Word> words(std::string_view key);
    /// The value itself, or null and a problem.
    [[nodiscard]] const Node* required(std::string_view key);
    /// The tables of a `[[key]]`, at least one and at most `most`.
    [[nodiscard]] std::vector<Node> tables(std::string_view key, std::size_t most);

    /// A Name that is well-formed; where it is not, an empty one and a problem.
    template <class N>
    [[nodiscard]] N name(std::string_view key, Word& written) {
        if (const auto found = word(key)) {
            written = *found;
            if (const auto parsed = N::parse(written.text))
                return *parsed;
            badName(written);
        }
        return {};
    }

    /// Call last: every key not asked for is a problem.
    void finish();

private:
    const Node* find(std::string_view key);
    double bounded(std::string_view key, double least, double most, std::string_view unit);
    void wrong(const Node& node, std::string_view key, std::string_view expected);
    /// All of them, or the first `most` and a problem.
    std::vector<Node> firstOf(const std::vector<Node>& items, std::size_t most,
                              std::string_view key);
    void badName(const Word& written);

    Table table_;
    Place place_;
    std::string what_;
    Problems& problems_;
    std::vector<std::string> asked_;
};

} // namespace usher::setup
