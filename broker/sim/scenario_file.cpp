#include "broker/sim/scenario_file.h"

#include "broker/setup/fields.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace usher::sim {

using namespace simulate;
using setup::Fields;
using setup::Node;
using setup::Problems;
using setup::Word;

namespace {

constexpr double timeMax = 1e9;
constexpr double rateMax = 1e6;
constexpr double arrivalsMax = 4e9;
constexpr std::size_t classesMax = 64;
constexpr std::size_t countersMax = 64;
constexpr double smallest = 1e-9;

const std::vector<std::string> policies{"head-start", "first-come", "strict", "accumulating",
                                        "reserve"};
const std::vector<std::string> shapes{"exponential", "deterministic", "lognormal"};
const std::vector<std::string> idleChoices{"specialised", "longest-idle"};

Length readLength(Fields& of, std::string_view key, Problems& problems) {
    const Node* node = of.required(key);
    if (node == nullptr)
        return {};
    Fields fields{*node, key, problems};
    Length length;
    length.shape = static_cast<Shape>(fields.choice("distribution", shapes));
    length.mean = fields.number("mean", smallest, timeMax);
    if (length.shape == Shape::Lognormal)
        length.cv = fields.number("cv", 0, 100);
    fields.finish();
    return length;
}

double numberOr(Fields& fields, std::string_view key, double least, double most, double absent) {
    return fields.has(key) ? fields.number(key, least, most) : absent;
}

std::optional<double> plainNumber(const Node& node) {
    if (const auto* whole = std::get_if<std::int64_t>(&node.value))
        return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&node.value))
        return *real;
    return std::nullopt;
}

std::optional<Piece> readPiece(const Node& node) {
    const auto* pair = std::get_if<std::vector<Node>>(&node.value);
    if (pair == nullptr || pair->size() != 2)
        return std::nullopt;
    const auto from = plainNumber(pair->front());
    const auto rate = plainNumber(pair->back());
    if (!from || !rate || !(*from >= 0 && *from <= timeMax) || !(*rate >= 0 && *rate <= rateMax))
        return std::nullopt;
    return Piece{*from, *rate};
}

std::vector<Piece> readRate(Fields& fields, Problems& problems) {
    if (fields.has("rate") && fields.has("profile"))
        problems.add(fields.placeOf("profile"), "a class has a \"rate\" or a \"profile\"",
                     "remove one");
    if (!fields.has("profile"))
        return {{0, fields.number("rate", 0, rateMax)}};
    std::vector<Piece> pieces;
    for (const Node& node : fields.tables("profile", 1000)) {
        const auto piece = readPiece(node);
        if (!piece || (pieces.empty() ? piece->from != 0 : piece->from <= pieces.back().from)) {
            problems.add(node.place, "this is no step of a profile",
                         "write [time, rate]: the first from 0, each later than the one before");
            break;
        }
        pieces.push_back(*piece);
    }
    if (pieces.empty())
        pieces.push_back({0, 0});
    return pieces;
}

void readClasses(Fields& top, Scenario& scenario, Problems& problems) {
    for (const Node& node : top.tables("class", classesMax)) {
        Fields fields{node, "[[class]]", problems};
        CustomerClass one;
        const auto name = fields.word("name");
        one.name = name ? name->text : "";
        for (const CustomerClass& other : scenario.classes)
            if (name && other.name == one.name)
                problems.add(name->place, "class \"" + one.name + "\" is there twice",
                             "give this one another name");
        one.tier = fields.has("tier") ? fields.word("tier").value_or(Word{}).text : one.name;
        one.rate = readRate(fields, problems);
        one.service = readLength(fields, "service", problems);
        one.headStart = numberOr(fields, "head_start", 0, timeMax, 0);
        one.rank =
            static_cast<int>(fields.has("rank") ? fields.whole("rank", {1, 1000}).value_or(1) : 1);
        one.weight = numberOr(fields, "weight", smallest, timeMax, 1);
        one.reserve = static_cast<std::uint32_t>(
            fields.has("reserve") ? fields.whole("reserve", {0, 1000}).value_or(0) : 0);
        if (fields.has("patience"))
            one.patience = readLength(fields, "patience", problems);
        if (fields.has("target"))
            one.target = fields.number("target", 0, timeMax);
        fields.finish();
        scenario.classes.push_back(std::move(one));
    }
}

void readHelpDelays(Fields& counter, const Scenario& scenario, Desk& desk, Problems& problems) {
    const Node* node = counter.required("help_delay");
    if (node == nullptr)
        return;
    Fields fields{*node, "help_delay", problems};
    for (Serves& one : desk.serves)
        one.helpDelay = numberOr(fields, scenario.classes[one.customerClass].name, 0, timeMax, 0);
    fields.finish();
}

void readCounters(Fields& top, Scenario& scenario, Problems& problems) {
    std::vector<std::string> names;
    for (const CustomerClass& one : scenario.classes)
        names.push_back(one.name);
    for (const Node& node : top.tables("counter", countersMax)) {
        Fields fields{node, "[[counter]]", problems};
        Desk desk;
        desk.count = static_cast<std::uint32_t>(
            fields.has("count") ? fields.whole("count", {1, 10'000}).value_or(1) : 1);
        if (!fields.has("serves"))
            problems.add(fields.place(), "the counter serves nobody",
                         "add serves = [\"a class\", ...]");
        for (const Word& word : fields.words("serves")) {
            const auto at = std::find(names.begin(), names.end(), word.text);
            if (at == names.end())
                problems.add(word.place, "no class is called \"" + word.text + "\"",
                             setup::suggestion(word.text, names));
            else
                desk.serves.push_back({static_cast<std::size_t>(at - names.begin()), 0});
        }
        if (fields.has("help_delay"))
            readHelpDelays(fields, scenario, desk, problems);
        fields.finish();
        scenario.desks.push_back(std::move(desk));
    }
}

void checkEverybodyIsServed(const Scenario& scenario, Problems& problems) {
    for (std::size_t i = 0; i < scenario.classes.size(); ++i) {
        const bool served =
            std::any_of(scenario.desks.begin(), scenario.desks.end(), [&](const Desk& desk) {
                return std::any_of(desk.serves.begin(), desk.serves.end(),
                                   [&](const Serves& one) { return one.customerClass == i; });
            });
        if (!served)
            problems.add({}, "nobody serves class \"" + scenario.classes[i].name + "\"",
                         "name it in a counter's \"serves\"");
    }
    if (scenario.policy == Policy::Reserve)
        for (const CustomerClass& one : scenario.classes) {
            std::uint32_t counters = 0;
            for (const Desk& desk : scenario.desks)
                counters += desk.count;
            if (one.reserve >= counters)
                problems.add({}, "class \"" + one.name + "\" reserves all counters",
                             "make its \"reserve\" less than the number of counters");
        }
}

} // namespace

ScenarioReading readScenarioText(std::string_view text, std::string_view file) {
    Problems problems{file};
    const auto tree = setup::parseTree(text, file, problems);
    if (!tree)
        return problems.sorted();
    Fields top{*tree, "the file", problems};
    Scenario scenario;
    scenario.policy = static_cast<Policy>(top.choice("policy", policies));
    scenario.idleChoice = static_cast<rules::IdleChoice>(top.choice("idle_choice", idleChoices));
    if (top.has("arrivals") == top.has("minutes"))
        problems.add(top.placeOf("minutes"), "a run has \"arrivals\" or \"minutes\"",
                     "say how many arrivals, or how long they come, and not both");
    if (top.has("arrivals"))
        scenario.arrivals = static_cast<std::uint64_t>(
            top.whole("arrivals", {1, static_cast<std::int64_t>(arrivalsMax)}).value_or(1));
    if (top.has("minutes"))
        scenario.minutes = top.number("minutes", smallest, timeMax);
    scenario.warmup = numberOr(top, "warmup", 0, 0.99, 0);
    scenario.tellerCv = numberOr(top, "teller_cv", 0, 10, 0);
    readClasses(top, scenario, problems);
    readCounters(top, scenario, problems);
    top.finish();
    if (problems.empty())
        checkEverybodyIsServed(scenario, problems);
    if (!problems.empty())
        return problems.sorted();
    return scenario;
}

ScenarioReading readScenario(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::error_code unreadable;
    if (!file || !std::filesystem::is_regular_file(path, unreadable)) {
        Problems problems{path.string()};
        problems.add({}, "the file cannot be read", "check its name and that you may read it");
        return problems.sorted();
    }
    std::ostringstream text;
    text << file.rdbuf();
    return readScenarioText(text.str(), path.string());
}

} // namespace usher::sim
