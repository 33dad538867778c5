// A setup file as a tree of values that remember where they were written.
//
// The one place that knows TOML: everything after it reads plain values and places. It understands
// syntax only; what the values mean is read by Fields.
#pragma once

#include "broker/setup/problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace usher::setup {

struct Node;

/// A key and what it holds, in the order of the file.
struct Member {
    std::string key;
    Place place;             ///< of the key
    std::vector<Node> value; ///< always one; a vector because a Node holds Members
};

struct Table {
    std::vector<Member> members;
};

/// A kind of value no setup needs, as a date without quotes.
struct Other {};

struct Node {
    Place place;
    std::variant<bool, std::int64_t, double, std::string, Other, std::vector<Node>, Table> value;
};

/// The whole file, or nothing and one more problem if it is not TOML.
[[nodiscard]] std::optional<Node> parseTree(std::string_view text, std::string_view file,
                                            Problems& problems);

} // namespace usher::setup
