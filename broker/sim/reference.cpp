#include "broker/sim/reference.h"

#include "broker/sim/models.h"

#include <boost/json/parser.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace usher::sim {

namespace json = boost::json;
using setup::Place;
using setup::Problems;

namespace {

/// Where the reader stopped.
Place placeOf(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t begin = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    return {static_cast<int>(lines + 1), static_cast<int>(before.size() - begin + 1)};
}

std::optional<json::object> parse(std::string_view text, Problems& problems) {
    json::parser parser;
    json::error_code error;
    const std::size_t read = parser.write(text.data(), text.size(), error);
    if (error) {
        problems.add(placeOf(text, read), "this is no JSON: " + error.message(),
                     "correct it here or just before");
        return std::nullopt;
    }
    json::value whole = parser.release();
    if (whole.is_object())
        return std::move(whole.get_object());
    problems.add({}, "the file is no object of groups", "write {\"mm1\": [...], ...}");
    return std::nullopt;
}

} // namespace

ReferenceReading readReferenceText(std::string_view text, std::string_view file) {
    Problems problems{file};
    const auto groups = parse(text, problems);
    if (!groups)
        return problems.sorted();
    Reference reference;
    for (const auto& [key, value] : *groups) {
        const std::string group{key};
        const Model model = modelOf(group);
        if (!model || !value.is_array()) {
            if (!group.starts_with('_'))
                reference.others.push_back(group);
            continue;
        }
        std::size_t number = 0;
        for (const json::value& one : value.get_array()) {
            const std::string path = group + "[" + std::to_string(++number) + "]";
            if (!one.is_object()) {
                problems.add({}, path + " is no row", "write an object");
                continue;
            }
            const std::size_t first = reference.rows.size();
            Entry entry{one.get_object(), path, problems};
            model(entry, reference.rows);
            for (std::size_t i = first; i < reference.rows.size(); ++i)
                reference.rows[i].group = group;
        }
    }
    if (reference.rows.empty() && problems.empty())
        problems.add({}, "the file holds no row to compare with",
                     "name the groups as docs/simulator.md does");
    if (!problems.empty())
        return problems.sorted();
    return reference;
}

ReferenceReading readReference(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::error_code unreadable;
    if (!file || !std::filesystem::is_regular_file(path, unreadable)) {
        Problems problems{path.string()};
        problems.add({}, "the file cannot be read", "check its name and that you may read it");
        return problems.sorted();
    }
    std::ostringstream text;
    text << file.rdbuf();
    return readReferenceText(text.str(), path.string());
}

} // namespace usher::sim
