#include "broker/sim/reference_entry.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <charconv>
#include <cmath>

namespace usher::sim {

namespace json = boost::json;

namespace {

std::optional<double> numberOf(const json::value* value) {
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    return value->to_number<double>();
}

} // namespace

void Entry::wrong(std::string_view key, std::string_view expected) {
    problems_.add({}, path_ + "." + std::string{key} + " is not " + std::string{expected},
                  "see docs/simulator.md for what a row of this group holds");
}

double Entry::number(std::string_view key) {
    const auto found = numberOf(row_.if_contains(key));
    if (!found)
        wrong(key, "a number");
    return found.value_or(1);
}

double Entry::positive(std::string_view key) {
    const double found = number(key);
    if (found > 0)
        return found;
    wrong(key, "more than 0");
    return 1;
}

std::uint32_t Entry::count(std::string_view key, std::uint32_t least) {
    const double found = number(key);
    if (found >= least && found <= 1'000 && found == std::floor(found))
        return static_cast<std::uint32_t>(found);
    wrong(key, "a whole number from " + std::to_string(least) + " to 1000");
    return least;
}

std::vector<double> Entry::numbers(std::string_view key, std::optional<std::size_t> size) {
    std::vector<double> all;
    const json::value* value = row_.if_contains(key);
    if (value != nullptr && value->is_array())
        for (const json::value& one : value->get_array())
            if (const auto found = numberOf(&one); found && *found >= 0)
                all.push_back(*found);
    const std::size_t listed =
        value != nullptr && value->is_array() ? value->get_array().size() : 0;
    if (listed == 0 || all.size() != listed || (size && *size != listed)) {
        wrong(key, size ? "a list of " + std::to_string(*size) + " numbers"
                        : std::string{"a list of numbers"});
        all.resize(size.value_or(1), 1);
    }
    return all;
}

std::string Entry::text(std::string_view key) {
    const json::value* value = row_.if_contains(key);
    if (value != nullptr && value->is_string())
        return std::string{value->get_string()};
    wrong(key, "a text");
    return {};
}

std::vector<Entry> Entry::entries(std::string_view key) {
    std::vector<Entry> all;
    const json::value* value = row_.if_contains(key);
    if (value != nullptr && value->is_array())
        for (const json::value& one : value->get_array())
            if (one.is_object())
                all.emplace_back(one.get_object(),
                                 path_ + "." + std::string{key} + "[" +
                                     std::to_string(all.size() + 1) + "]",
                                 problems_);
    if (all.empty())
        wrong(key, "a list of rows");
    return all;
}

std::vector<std::pair<double, double>> Entry::byNumber(std::string_view key) {
    std::vector<std::pair<double, double>> all;
    const json::value* value = row_.if_contains(key);
    if (value != nullptr && value->is_object())
        for (const auto& [name, probability] : value->get_object()) {
            double at = 0;
            const std::string_view written = name;
            const auto read = std::from_chars(written.data(), written.data() + written.size(), at);
            const auto found = numberOf(&probability);
            if (read.ec == std::errc{} && read.ptr == written.data() + written.size() && found)
                all.emplace_back(at, *found);
        }
    if (all.empty())
        wrong(key, "an object of probabilities by wait");
    return all;
}

} // namespace usher::sim
