#include "broker/sim/scenario_file.h"

#include "broker/sim/class_tables.h"
#include "broker/sim/file_bounds.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace usher::sim {

using namespace simulate;
using setup::Fields;
using setup::Node;
using setup::Place;
using setup::Problems;
using setup::Word;

namespace {

const std::vector<std::string> policies{"head-start", "first-come", "strict", "accumulating",
                                        "reserve"};
const std::vector<std::string> idleChoices{"specialised", "longest-idle"};

/// The classes a list names, each once.
std::vector<std::size_t> readClassList(Fields& fields, std::string_view key,
                                       const Scenario& scenario, Problems& problems) {
    std::vector<std::string> names;
    for (const CustomerClass& one : scenario.classes)
        names.push_back(one.name);
    std::vector<std::size_t> all;
    const auto words = fields.words(key);
    if (words.empty())
        problems.add(fields.placeOf(key), "\"" + std::string{key} + "\" names no class",
                     "write " + std::string{key} + " = [\"a class\", ...]");
    for (const Word& word : words) {
        const auto index = static_cast<std::size_t>(
            std::find(names.begin(), names.end(), word.text) - names.begin());
        if (index == names.size())
            problems.add(word.place, "no class is called \"" + word.text + "\"",
                         setup::suggestion(word.text, names));
        else if (std::find(all.begin(), all.end(), index) != all.end())
            problems.add(word.place, "\"" + word.text + "\" is there twice", "remove one");
        else
            all.push_back(index);
    }
    return all;
}

void readHelpDelays(Fields& counter, const Scenario& scenario, Desk& desk, Problems& problems) {
    const Node* node = counter.required("help_delay");
    if (node == nullptr)
        return;
    Fields fields{*node, "help_delay", problems};
    for (Serves& one : desk.serves)
        if (const std::string& name = scenario.classes[one.customerClass].name; fields.has(name))
            one.helpDelay = fields.number(name, 0, timeMax);
    fields.finish();
}

void readIdleWatch(Fields& counter, const Scenario& scenario, Desk& desk, Problems& problems) {
    const Node* node = counter.required("idle_watch");
    if (node == nullptr)
        return;
    Fields fields{*node, "idle_watch", problems};
    desk.idleWatch = IdleWatch{readClassList(fields, "classes", scenario, problems),
                               fields.number("after", 0, timeMax)};
    fields.finish();
}

void readCounters(Fields& top, Scenario& scenario, Problems& problems) {
    for (const Node& node : top.tables("counter", tablesMax)) {
        Fields fields{node, "[[counter]]", problems};
        Desk desk;
        if (fields.has("name"))
            desk.name = fields.word("name").value_or(Word{}).text;
        if (fields.has("count"))
            desk.count =
                static_cast<std::uint32_t>(fields.whole("count", {1, countersMax}).value_or(1));
        for (const std::size_t one : readClassList(fields, "serves", scenario, problems))
            desk.serves.push_back({one, 0});
        if (fields.has("help_delay"))
            readHelpDelays(fields, scenario, desk, problems);
        if (fields.has("idle_watch"))
            readIdleWatch(fields, scenario, desk, problems);
        fields.finish();
        scenario.desks.push_back(std::move(desk));
    }
}

/// How long comes who, before the classes say how often.
Crowd readCrowd(Fields& top, Scenario& scenario, Problems& problems) {
    if (top.has("arrivals") == top.has("minutes"))
        problems.add(top.placeOf("minutes"), "a run has \"arrivals\" or \"minutes\"",
                     "say how many arrivals, or how long they come, and not both");
    if (top.has("arrivals"))
        scenario.arrivals = static_cast<std::uint64_t>(
            top.whole("arrivals", {1, static_cast<std::int64_t>(arrivalsMax)}).value_or(1));
    Crowd crowd;
    if (top.has("minutes"))
        scenario.minutes = crowd.minutes = top.number("minutes", smallest, timeMax);
    if (top.has("customers"))
        crowd.customers = top.number("customers", 0, arrivalsMax);
    if (top.has("shape"))
        crowd.shape = readSteps(top, "shape", problems);
    if (top.has("shape") && !crowd.customers)
        problems.add(top.placeOf("shape"), "a \"shape\" of how many customers?",
                     "add \"customers\", or give the classes a \"profile\"");
    return crowd;
}

/// A policy that goes by rank, of classes that have none, would quietly be first come. What other
/// policies ask may stand there: one file serves to compare them.
void checkRanks(const Scenario& scenario, const ClassTables& read, Problems& problems) {
    const bool strict = scenario.policy == Policy::Strict;
    const auto& all = scenario.classes;
    const auto held = [](const CustomerClass& one) { return one.reserve > 0; };
    if (!strict &&
        (scenario.policy != Policy::Reserve || std::any_of(all.begin(), all.end(), held)))
        return;
    const auto unranked = std::find(read.ranked.begin(), read.ranked.end(), false);
    const bool alike = std::all_of(all.begin(), all.end(), [&](const CustomerClass& one) {
        return one.rank == all.front().rank;
    });
    if (all.size() < 2 || !alike || unranked == read.ranked.end())
        return;
    const auto at = static_cast<std::size_t>(unranked - read.ranked.begin());
    problems.add(read.places[at],
                 "policy \"" + policies[static_cast<std::size_t>(scenario.policy)] +
                     "\" calls by \"rank\", and all classes rank alike" +
                     (all[at].headStart > 0 ? "; it does not ask for \"head_start\"" : ""),
                 strict ? "give each class a \"rank\": 1 is called before 2"
                        : "give each class a \"rank\", or some a \"reserve\"");
}

/// What only the whole can be asked, once its parts make sense.
void checkWhole(const Scenario& scenario, const std::vector<Place>& classes, Problems& problems) {
    const std::uint32_t counters = countersOf(scenario);
    if (counters > countersMax)
        problems.add({}, "there are more than " + std::to_string(countersMax) + " counters",
                     "lower their \"count\"");
    for (std::size_t i = 0; i < scenario.classes.size(); ++i) {
        const CustomerClass& one = scenario.classes[i];
        const bool served =
            std::any_of(scenario.desks.begin(), scenario.desks.end(), [&](const Desk& desk) {
                return std::any_of(desk.serves.begin(), desk.serves.end(),
                                   [&](const Serves& s) { return s.customerClass == i; });
            });
        if (!served)
            problems.add(classes[i], "nobody serves class \"" + one.name + "\"",
                         "name it in a counter's \"serves\"");
        if (scenario.policy == Policy::Reserve && one.reserve >= counters)
            problems.add(classes[i], "class \"" + one.name + "\" reserves all counters",
                         "make its \"reserve\" less than the number of counters, " +
                             std::to_string(counters));
    }
    if (longestTime(scenario) > spread * shortestService(scenario))
        problems.add({}, "a time is more than a billion times the shortest mean service",
                     "choose times that are nearer to each other");
    if (scenario.minutes && expectedArrivals(scenario) > arrivalsMax)
        problems.add({}, "more than a hundred million customers would come in one run",
                     "lower the rates or the \"minutes\"");
}

void checkShares(Fields& top, const Scenario& scenario, double customers, Problems& problems) {
    if (std::abs(expectedArrivals(scenario) - customers) > 1e-6 * customers)
        problems.add(top.placeOf("customers"), "the shares of the classes do not add up to 1",
                     "give every class its \"share\" of the customers");
}

} // namespace

ScenarioReading readScenarioText(std::string_view text, std::string_view file) {
    Problems problems{file};
    if (text.find_first_not_of(" \t\r\n") == text.npos) {
        problems.add({}, "the file is empty", "write a scenario, as in docs/simulator.md");
        return problems.sorted();
    }
    const auto tree = setup::parseTree(text, file, problems);
    if (!tree)
        return problems.sorted();
    Fields top{*tree, "the file", problems};
    Scenario scenario;
    scenario.policy = static_cast<Policy>(top.choice("policy", policies));
    scenario.idleChoice = static_cast<rules::IdleChoice>(top.choice("idle_choice", idleChoices));
    const Crowd crowd = readCrowd(top, scenario, problems);
    if (top.has("warmup"))
        scenario.warmup = top.number("warmup", 0, 0.99);
    if (top.has("teller_cv"))
        scenario.tellerCv = top.number("teller_cv", 0, 10);
    if (top.has("overtake_watch"))
        scenario.overtakeWatch = top.number("overtake_watch", 0, timeMax);
    ClassTables read = readClasses(top, crowd, problems);
    scenario.classes = std::move(read.classes);
    readCounters(top, scenario, problems);
    top.finish();
    if (problems.empty()) {
        checkRanks(scenario, read, problems);
        checkWhole(scenario, read.places, problems);
    }
    if (problems.empty() && crowd.customers && crowd.minutes)
        checkShares(top, scenario, *crowd.customers, problems);
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
