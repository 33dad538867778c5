#include "broker/setup/tree.h"

#include "broker/setup/plain.h"

// The parser asserts, on some malformed files, what it should refuse. Its assertions are kept in
// every build and end the parsing instead of the process: see parseTree.
#undef NDEBUG
namespace {
struct ParserGaveUp {};
constexpr void mustHold(bool held) {
    if (!held)
        throw ParserGaveUp{};
}
} // namespace
#define TOML_ASSERT(expr) mustHold(static_cast<bool>(expr))
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

namespace usher::setup {

namespace {

Place placeOf(const toml::source_region& region) {
    return {std::max(1, static_cast<int>(region.begin.line)),
            std::max(1, static_cast<int>(region.begin.column))};
}

Node nodeFrom(const toml::node& from);

Table tableFrom(const toml::table& from) {
    Table table;
    for (const auto& [key, value] : from)
        table.members.push_back({std::string{key.str()}, placeOf(key.source()), {nodeFrom(value)}});
    std::sort(table.members.begin(), table.members.end(),
              [](const Member& a, const Member& b) { return a.place < b.place; });
    return table;
}

Node nodeFrom(const toml::node& from) {
    Node node{placeOf(from.source()), Other{}};
    if (const auto* table = from.as_table()) {
        node.value = tableFrom(*table);
    } else if (const auto* array = from.as_array()) {
        std::vector<Node> items;
        for (const auto& item : *array)
            items.push_back(nodeFrom(item));
        node.value = std::move(items);
    } else if (const auto* text = from.as_string()) {
        node.value = text->get();
    } else if (const auto* whole = from.as_integer()) {
        node.value = whole->get();
    } else if (const auto* real = from.as_floating_point()) {
        node.value = real->get();
    } else if (const auto* flag = from.as_boolean()) {
        node.value = flag->get();
    }
    return node;
}

} // namespace

std::optional<Node> parseTree(std::string_view text, std::string_view file, Problems& problems) {
    if (!isPlain(text, problems))
        return std::nullopt;
    try {
        const toml::parse_result result = toml::parse(text, file);
        if (result)
            return nodeFrom(result.table());
        problems.add(placeOf(result.error().source()),
                     "not TOML: " + std::string{result.error().description()},
                     "mend this line first, what follows it could not be read");
    } catch (const ParserGaveUp&) {
        problems.add({}, "not TOML: brackets or keys are malformed somewhere",
                     "look at the lines that begin with [ first");
    }
    return std::nullopt;
}

} // namespace usher::setup
