#include "tests/bench/figures.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <sys/vfs.h>

namespace usher::bench {

namespace fs = std::filesystem;
namespace json = boost::json;
using namespace std::chrono_literals;

namespace {

/// A sync to memory costs nothing and would prove nothing.
bool isMemory(const fs::path& dir) {
    constexpr long tmpfsMagic = 0x01021994;
    struct statfs about {};
    return statfs(dir.c_str(), &about) == 0 && about.f_type == tmpfsMagic;
}

fs::path onDisk() {
    const fs::path usual = fs::temp_directory_path();
    return isMemory(usual) && !isMemory("/var/tmp") ? "/var/tmp" : usual;
}

} // namespace

Effort Effort::full() {
    Effort effort;
    effort.rounds = 7;
    effort.turns = 80;
    effort.span = 100ms;
    effort.clients = {1, 16, 64, 256};
    effort.doorClients = 64;
    effort.commands = 400;
    effort.audiences = {1, 100, 1000};
    effort.messages = 40;
    effort.events = 1'000'000;
    effort.waiting = 100'000;
    return effort;
}

Effort Effort::quick() {
    Effort effort = full();
    effort.rounds = 5;
    effort.turns = 15;
    effort.commands = 200;
    effort.audiences = {1, 100};
    effort.messages = 20;
    return effort;
}

Effort Effort::smoke() {
    Effort effort = full();
    effort.rounds = 2;
    effort.turns = 2;
    effort.span = 20ms;
    effort.commands = 10;
    effort.audiences = {5};
    effort.messages = 3;
    effort.events = 12'000;
    effort.waiting = 1'000;
    return effort;
}

Folder::Folder() : test::Folder{onDisk()} {}

double quantile(std::vector<double> samples, double q) {
    const auto index = static_cast<std::size_t>(q * static_cast<double>(samples.size() - 1) + 0.5);
    std::nth_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(index),
                     samples.end());
    return samples[index];
}

double seconds(Clock::duration span) {
    return std::chrono::duration<double>(span).count();
}

std::string toTable(const std::vector<Figure>& figures) {
    std::string text = fmt::format("{:<25}{:>12}{:>12}  {:<13}{:>8}  {}\n", "figure", "value",
                                   "limit", "unit", "ratio", "the limit is");
    for (const Figure& one : figures)
        text += fmt::format("{:<25}{:>12.1f}{:>12.1f}  {:<13}{:>8.2f}  {}\n", one.name, one.value,
                            one.limit, one.unit, one.value / one.limit, one.limitIs);
    return text +
           "Rates (/s): the higher the better. Times (s, ms, us, ns): the lower the better.\n";
}

std::string toJson(const std::vector<Figure>& figures) {
    json::array all;
    for (const Figure& one : figures)
        all.push_back({{"name", one.name},
                       {"value", one.value},
                       {"unit", one.unit},
                       {"limit", one.limit},
                       {"limit_is", one.limitIs},
                       {"ratio", one.value / one.limit}});
    return json::serialize(json::object{{"figures", std::move(all)}}) + "\n";
}

std::string objection(const std::string& text, const std::vector<Figure>& figures) {
    json::error_code error;
    const json::value whole = json::parse(text, error);
    const json::value* list = error ? nullptr : whole.as_object().if_contains("figures");
    if (list == nullptr || list->as_array().size() != figures.size())
        return "the JSON does not hold every figure";
    for (const json::value& one : list->as_array())
        for (const char* member : {"value", "limit", "ratio"}) {
            const double number = one.at(member).to_number<double>(error);
            if (error || !std::isfinite(number) || number <= 0)
                return fmt::format("{} of {} makes no sense", member,
                                   std::string{one.at("name").as_string()});
        }
    return {};
}

} // namespace usher::bench
