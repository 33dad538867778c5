#include "broker/sim/score_log.h"

#include "broker/sim/call_hall.h"
#include "broker/sim/corrected.h"
#include "broker/sim/replications.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>

namespace usher::sim {

namespace json = boost::json;
using forecast::Delays;
using forecast::Wait;

namespace {

/// Internet support has agents of its own next door.
constexpr int apart = 3;

enum Voice : std::size_t { Usher, Rollout, Les, Hol, Ewma, Machine, voices };
struct Named {
    const char* name;
    const char* says;
};
constexpr std::array<Named, voices> names{{{"usher", "rollout, corrected"},
                                           {"rollout", "rollout, not corrected"},
                                           {"les", "last to enter service"},
                                           {"hol", "head of line"},
                                           {"ewma", "3/4 old + 1/4 new"},
                                           {"ticket-machine", "waiting x mean / agents at work"}}};

/// A day's calls, and what can be said of some of them without knowing how earlier ones went on.
struct DayOfCalls {
    CallLog calls;
    struct Foreseen {
        std::size_t call{};
        Wait rolled;
        Delays delays;
        double hol{};
        double machine{};
    };
    std::vector<Foreseen> foreseen; ///< those who queued and were served
    std::size_t gaveUp{};
};

using Days = std::vector<DayOfCalls>;

Days daysOf(const CallLog& log, const std::set<int>& wanted) {
    std::map<int, DayOfCalls> days;
    for (const Call& call : log)
        if (call.type != apart && wanted.contains(call.day)) {
            DayOfCalls& day = days[call.day];
            if (call.queued && call.served)
                day.foreseen.push_back({day.calls.size(), {}, {}, 0, 0});
            day.gaveUp += call.queued && !call.served ? 1 : 0;
            day.calls.push_back(call);
        }
    Days all;
    for (auto& [number, day] : days)
        all.push_back(std::move(day));
    return all;
}

/// What the waits of those answered so far were, when each of those foreseen came.
void recall(DayOfCalls& day) {
    std::multimap<int, int> waits; // by the second they are answered
    Delays delays;
    for (DayOfCalls::Foreseen& one : day.foreseen) {
        const Call& call = day.calls[one.call];
        while (!waits.empty() && waits.begin()->first <= call.came) {
            delays.called(std::chrono::seconds{waits.begin()->second});
            waits.erase(waits.begin());
        }
        one.delays = delays;
        waits.emplace(call.left, call.waited());
    }
}

void foresee(Days& days, const CallModel& model, const ScoreLogOptions& options,
             const std::string& what) {
    Progress progress{what, days.size()};
    forEachInParallel(
        days.size(), options.threads,
        [&](std::size_t i) {
            DayOfCalls& day = days[i];
            recall(day);
            for (DayOfCalls::Foreseen& one : day.foreseen) {
                const CallPicture picture{day.calls, one.call};
                const auto number = static_cast<std::uint64_t>(day.calls[one.call].day) << 32;
                one.rolled =
                    rollCalls(picture, model, options.futures, options.seed ^ (number + one.call));
                one.hol = headOfLine(picture);
                one.machine = ticketMachine(picture, model);
            }
        },
        std::ref(progress));
}

/// Where no agent is to be seen, recent waits are all there is.
Wait fromDelays(const Delays& delays) {
    const auto millis = [](double seconds) {
        return protocol::Millis{std::llround(seconds * 1000)};
    };
    return {{millis(delays.ewma), millis(2 * delays.ewma)},
            protocol::Millis{0},
            millis(delays.ewma),
            millis(delays.ewma)};
}

Guess guess(const Wait& wait) {
    const auto seconds = [](protocol::Millis span) {
        return static_cast<double>(span.count()) / 1000;
    };
    return {seconds(wait.mean), seconds(wait.early), seconds(wait.range.likely),
            seconds(wait.range.surely)};
}

/// Calls f(call, what each voice said) for everybody scored, in order of arrival.
template <class F>
void hear(const DayOfCalls& day, Corrected& corrected, F f) {
    for (const DayOfCalls::Foreseen& one : day.foreseen) {
        const Call& call = day.calls[one.call];
        const Wait rolled = one.rolled.known() ? one.rolled : fromDelays(one.delays);
        const Wait said =
            corrected.say({rolled, one.delays, 0, protocol::Moment{std::int64_t{call.came} * 1000},
                           static_cast<double>(call.waited())});
        f(call,
          std::array<Guess, voices>{guess(said), guess(rolled), Guess::certain(one.delays.les),
                                    Guess::certain(one.hol), Guess::certain(one.delays.ewma),
                                    Guess::certain(one.machine)});
    }
    corrected.dayEnded();
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > 366)
        return std::nullopt;
    return value;
}

/// Nothing if it is not spelt "A-B", "odd" or "even".
std::optional<std::set<int>> daysFrom(std::string_view text) {
    int from = 1;
    int to = 366;
    if (text != "odd" && text != "even") {
        const std::size_t dash = text.find('-');
        const auto first = number(text.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : number(text.substr(dash + 1));
        if (!first || !last || *last < *first)
            return std::nullopt;
        from = *first;
        to = *last;
    }
    std::set<int> days;
    for (int day = from; day <= to; ++day)
        if ((text != "odd" || day % 2 == 1) && (text != "even" || day % 2 == 0))
            days.insert(day);
    return days;
}

json::object spelt(const LogScores& scores) {
    json::object all;
    for (const auto& [name, a] : scores.predictors) {
        json::object one{{"rmse", a.rmse}, {"mae", a.mae}, {"bias", a.bias}};
        if (name == names[Usher].name || name == names[Rollout].name) {
            one["p10"] = a.p10.share;
            one["p50"] = a.p50.share;
            one["p90"] = a.p90.share;
        }
        all[name] = std::move(one);
    }
    return {{"n", scores.customers}, {"predictors", std::move(all)}};
}

void print(const LogScores& scores, const ScoreLogOptions& options) {
    fmt::print("Trained on days {}, tested on days {}: {} callers waited and were served, {:.1f} s "
               "on average; {} more gave up.\n",
               options.trainDays, options.testDays, scores.customers, scores.meanWait,
               scores.gaveUp);
    fmt::print("{} futures, seed {}; for {} callers no agent was to be seen.\n\n", options.futures,
               options.seed, scores.unforeseen);
    fmt::print("{:<16}{:<34}{:>7}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}\n", "seconds", "", "RMSE",
               "/ LES", "/ EWMA", "MAE", "bias", "<= P10", "<= P50", "<= P90");
    const double les = scores.of(names[Les].name).rmse;
    const double ewma = scores.of(names[Ewma].name).rmse;
    for (std::size_t i = 0; i < voices; ++i) {
        const Accuracy& a = scores.predictors[i].all;
        fmt::print("{:<16}{:<34}{:>7.1f}{:>8.3f}{:>8.3f}{:>8.1f}{:>8.1f}", names[i].name,
                   names[i].says, a.rmse, a.rmse / les, a.rmse / ewma, a.mae, a.bias);
        if (i == Usher || i == Rollout)
            fmt::print("{:>7.1f}%{:>7.1f}%{:>7.1f}%", a.p10.share * 100, a.p50.share * 100,
                       a.p90.share * 100);
        fmt::print("\n");
    }
}

/// The log, or nothing: its problems are on standard error.
std::optional<CallLog> readOrTell(const std::filesystem::path& path) {
    auto reading = readCalls(path);
    if (auto* log = std::get_if<CallLog>(&reading))
        return std::move(*log);
    for (const setup::Problem& problem : std::get<std::vector<setup::Problem>>(reading))
        std::cerr << setup::toText(problem) << '\n';
    return std::nullopt;
}

bool tellBadDays(const char* option, const std::string& text, const CallLog& log) {
    const auto days = daysFrom(text);
    if (!days) {
        std::cerr << option << " is \"" << text << "\"; write a range as 1-14, odd or even\n";
        return true;
    }
    const Days found = daysOf(log, *days);
    if (std::all_of(found.begin(), found.end(),
                    [](const DayOfCalls& day) { return day.foreseen.empty(); })) {
        std::cerr << option << ": on days " << text
                  << " of the log nobody waited and was served; choose other days\n";
        return true;
    }
    return false;
}

} // namespace

const Accuracy& LogScores::of(std::string_view name) const {
    for (const Predicted& one : predictors)
        if (one.name == name)
            return one.all;
    throw std::out_of_range{std::string{name}};
}

LogScores logScores(const CallLog& train, const CallLog& test, const ScoreLogOptions& options) {
    Days teaching = daysOf(train, daysFrom(options.trainDays).value());
    Days scored = daysOf(test, daysFrom(options.testDays).value());
    CallLog taught;
    for (const DayOfCalls& day : teaching)
        taught.insert(taught.end(), day.calls.begin(), day.calls.end());
    const CallModel model{taught};
    foresee(teaching, model, options, "days to learn from");
    foresee(scored, model, options, "days");

    Corrected corrected{1};
    for (const DayOfCalls& day : teaching)
        hear(day, corrected, [](const Call&, const auto&) {});
    LogScores scores;
    std::array<Score, voices> voice;
    for (std::size_t i = 0; i < scored.size(); ++i) {
        hear(scored[i], corrected, [&](const Call& call, const std::array<Guess, voices>& said) {
            ++scores.customers;
            scores.meanWait += call.waited();
            for (std::size_t v = 0; v < voices; ++v)
                voice[v].add(i, said[v], call.waited());
        });
        scores.gaveUp += scored[i].gaveUp;
        for (const DayOfCalls::Foreseen& one : scored[i].foreseen)
            scores.unforeseen += one.rolled.known() ? 0 : 1;
    }
    scores.meanWait /= static_cast<double>(std::max<std::size_t>(1, scores.customers));
    for (std::size_t v = 0; v < voices; ++v)
        scores.predictors.push_back({names[v].name, voice[v].accuracy()});
    return scores;
}

int scoreLog(const ScoreLogOptions& options) {
    const auto test = readOrTell(options.log);
    const auto train = options.trainLog.empty() || !test ? test : readOrTell(options.trainLog);
    if (!test || !train)
        return 2;
    if (tellBadDays("--train-days", options.trainDays, *train) ||
        tellBadDays("--test-days", options.testDays, *test))
        return 2;
    const LogScores scores = logScores(*train, *test, options);
    if (options.json)
        std::cout << json::serialize(spelt(scores)) << '\n';
    else
        print(scores, options);
    return 0;
}

} // namespace usher::sim
