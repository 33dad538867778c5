#include "broker/sim/score_lobby.h"

#include "broker/sim/corrected.h"
#include "broker/sim/replications.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iostream>
#include <stdexcept>

namespace usher::sim {

namespace json = boost::json;
using forecast::Wait;

namespace {

/// A customer, and what the two corrections made of the rollouts.
struct Row {
    Waited waited;
    std::array<Wait, 2> corrected; ///< by Speeds
};

struct Predictor {
    const char* name;
    const char* says;
    Guess (*guess)(const Row&);
};

Guess of(const Wait& wait) {
    const auto seconds = [](protocol::Millis span) {
        return static_cast<double>(span.count()) / 1000;
    };
    return {seconds(wait.mean), seconds(wait.early), seconds(wait.range.likely),
            seconds(wait.range.surely)};
}

template <Baseline baseline>
Guess of(const Row& row) {
    return Guess::certain(row.waited.baseline[baseline]);
}
template <Speeds speeds>
Guess rolled(const Row& row) {
    return of(row.waited.rolled[speeds]);
}
template <Speeds speeds>
Guess corrected(const Row& row) {
    return of(row.corrected[speeds]);
}

constexpr Predictor predictors[] = {
    {"les", "last to enter service, own class", of<Les>},
    {"hol", "head of line, own class", of<Hol>},
    {"last-10", "mean of the last ten, own class", of<LastTen>},
    {"ewma", "3/4 old + 1/4 new, own class", of<Ewma>},
    {"ticket-machine", "waiting x mean / counters", of<TicketMachine>},
    {"work-ahead", "rule-aware work ahead", of<WorkAhead>},
    {"rollout", "rollout, tellers to be learned", rolled<Unknown>},
    {"usher", "the same, corrected", corrected<Unknown>},
    {"rollout-known", "rollout, tellers known", rolled<Known>},
    {"usher-known", "the same, corrected", corrected<Known>}};

/// What days that nobody forecast have taught about services and arrivals.
Models learned(const ReferenceLobby& lobby, const ScoreLobbyOptions& options) {
    forecast::Model fresh{lobby.setup};
    fresh.pace.between = forecast::Between::nothing();
    Models models{fresh, fresh};
    const DayOptions quiet{options.customers, options.seed, 0};
    for (std::size_t day = 0; day < options.learnt; ++day)
        (void)playDay(lobby, quiet, day, models);
    return models;
}

/// The days that are forecast: as many as are learned from, then those that are scored.
std::vector<std::vector<Waited>> played(const ReferenceLobby& lobby,
                                        const ScoreLobbyOptions& options) {
    const Models models = learned(lobby, options);
    const DayOptions forecast{options.customers, options.seed, options.futures};
    std::vector<std::vector<Waited>> days(options.learnt + options.days);
    Progress progress{"days", days.size()};
    forEachInParallel(
        days.size(), options.threads,
        [&](std::size_t i) {
            Models own = models;
            days[i] = playDay(lobby, forecast, options.learnt + i, own);
        },
        std::ref(progress));
    return days;
}

/// The days that are scored, corrected from the first that was forecast on.
std::vector<std::vector<Row>> rows(const ReferenceLobby& lobby, const ScoreLobbyOptions& options) {
    const std::size_t tiers = lobby.setup.tiers.size();
    std::array<Corrected, 2> corrections{Corrected{tiers}, Corrected{tiers}};
    std::vector<std::vector<Row>> days;
    for (const auto& day : played(lobby, options)) {
        auto& mine = days.emplace_back();
        for (const Waited& one : day) {
            Row& row = mine.emplace_back(Row{one, {}});
            for (std::size_t i = 0; i < corrections.size(); ++i)
                row.corrected[i] =
                    corrections[i].say({one.rolled[i], one.delays, one.customer.kind.tier,
                                        one.customer.arrival, one.waited});
        }
        for (Corrected& one : corrections)
            one.dayEnded();
    }
    days.erase(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(options.learnt));
    return days;
}

json::object spelt(const Accuracy& a) {
    const auto covered = [](const Covered& c) {
        return json::object{{"share", c.share}, {"half_width", c.halfWidth}};
    };
    return {{"n", a.customers},      {"rmse", a.rmse},           {"mae", a.mae},
            {"bias", a.bias},        {"pinball50", a.pinball50}, {"pinball90", a.pinball90},
            {"p10", covered(a.p10)}, {"p50", covered(a.p50)},    {"p90", covered(a.p90)}};
}

json::object spelt(const LobbyScores& scores) {
    json::object all;
    for (const Predicted& one : scores.predictors) {
        json::object spoken = spelt(one.all);
        json::object tiers;
        for (std::size_t i = 0; i < scores.tiers.size(); ++i)
            tiers[scores.tiers[i]] = spelt(one.tiers[i]);
        spoken["tiers"] = std::move(tiers);
        all[one.name] = std::move(spoken);
    }
    return {{"n", scores.predictors.front().all.customers},
            {"mean_wait", scores.meanWait},
            {"irreducible", scores.irreducible[Unknown]},
            {"irreducible_known", scores.irreducible[Known]},
            {"predictors", std::move(all)}};
}

std::string covered(const Covered& c) {
    return fmt::format("{:5.1f} +-{:3.1f}", c.share * 100, c.halfWidth * 100);
}

void print(const LobbyScores& scores, const ScoreLobbyOptions& options) {
    fmt::print("{} days of {:g} customers after {} to learn from, {} futures, seed {}: {} had to "
               "wait, {:.2f} min on average.\n\n",
               options.days, options.customers, 2 * options.learnt, options.futures, options.seed,
               scores.predictors.front().all.customers, scores.meanWait / 60);
    const double les = scores.of("les").rmse;
    const double machine = scores.of("ticket-machine").rmse;
    const double work = scores.of("work-ahead").rmse;
    const auto rmse = [&](double seconds) {
        return fmt::format("{:>6.2f}{:>7.3f}{:>7.3f}{:>7.3f}", seconds / 60, seconds / les,
                           seconds / machine, seconds / work);
    };
    fmt::print("{:<15}{:<33}{:>6}{:>7}{:>7}{:>7}{:>7}{:>7}{:>7}{:>7}\n", "minutes", "", "RMSE",
               "/ LES", "/ t-m", "/ w-a", "MAE", "bias", "pin.5", "pin.9");
    for (std::size_t i = 0; i < scores.predictors.size(); ++i) {
        const auto& [name, all, tiers] = scores.predictors[i];
        fmt::print("{:<15}{:<33}{}{:>7.2f}{:>7.2f}{:>7.2f}{:>7.2f}\n", name, predictors[i].says,
                   rmse(all.rmse), all.mae / 60, all.bias / 60, all.pinball50 / 60,
                   all.pinball90 / 60);
    }
    fmt::print("{:<48}{}\n", "the futures' own spread, tellers to be learned",
               rmse(scores.irreducible[Unknown]));
    fmt::print("{:<48}{}\n\n", "the futures' own spread, tellers known",
               rmse(scores.irreducible[Known]));
    fmt::print("{:<16}{:<12}{:>8}{:>8}{:>8}  {:>11} {:>11} {:>11}\n", "% of waits", "", "n", "RMSE",
               "/ LES", "<= P10", "<= P50", "<= P90");
    for (const char* name : {"rollout", "usher", "rollout-known", "usher-known"}) {
        const auto line = [&](std::string_view who, const Accuracy& a, double beside) {
            fmt::print("{:<16}{:<12}{:>8}{:>8.2f}{:>8.3f}  {:>11} {:>11} {:>11}\n", name, who,
                       a.customers, a.rmse / 60, a.rmse / beside, covered(a.p10), covered(a.p50),
                       covered(a.p90));
        };
        line("all", scores.of(name), les);
        const auto is = [](std::string_view wanted) {
            return [=](const Predicted& one) { return one.name == wanted; };
        };
        const auto& all = scores.predictors;
        const auto mine = std::find_if(all.begin(), all.end(), is(name));
        const auto beside = std::find_if(all.begin(), all.end(), is("les"));
        for (std::size_t i = 0; i < scores.tiers.size(); ++i)
            line(scores.tiers[i], mine->tiers[i], beside->tiers[i].rmse);
    }
}

} // namespace

const Accuracy& LobbyScores::of(std::string_view name) const {
    for (const Predicted& one : predictors)
        if (one.name == name)
            return one.all;
    throw std::out_of_range{std::string{name}};
}

LobbyScores lobbyScores(const ScoreLobbyOptions& options) {
    const ReferenceLobby lobby;
    const auto days = rows(lobby, options);
    LobbyScores scores;
    for (const protocol::Tier& tier : lobby.setup.tiers)
        scores.tiers.push_back(tier.id.str());
    for (const Predictor& predictor : predictors) {
        Score all;
        std::vector<Score> tiers(scores.tiers.size());
        for (std::size_t day = 0; day < days.size(); ++day)
            for (const Row& row : days[day]) {
                const Guess guess = predictor.guess(row);
                all.add(day, guess, row.waited.waited);
                tiers[row.waited.customer.kind.tier].add(day, guess, row.waited.waited);
            }
        Predicted& mine = scores.predictors.emplace_back();
        mine.name = predictor.name;
        mine.all = all.accuracy();
        for (const Score& tier : tiers)
            mine.tiers.push_back(tier.accuracy());
    }
    double count = 0;
    std::array<double, 2> variance{};
    for (const auto& day : days)
        for (const Row& row : day) {
            for (std::size_t i = 0; i < variance.size(); ++i) {
                const double spread =
                    static_cast<double>(row.waited.rolled[i].spread.count()) / 1000;
                variance[i] += spread * spread;
            }
            count += 1;
            scores.meanWait += row.waited.waited;
        }
    scores.meanWait /= count;
    for (std::size_t i = 0; i < variance.size(); ++i)
        scores.irreducible[i] = std::sqrt(variance[i] / count);
    return scores;
}

int scoreLobby(const ScoreLobbyOptions& options) {
    const LobbyScores scores = lobbyScores(options);
    if (options.json)
        std::cout << json::serialize(spelt(scores)) << '\n';
    else
        print(scores, options);
    return 0;
}

} // namespace usher::sim
