#include "broker/simulate/peers.h"

#include "broker/simulate/play.h"
#include "broker/simulate/policies.h"

#include <array>
#include <tuple>

namespace usher::simulate {

using namespace protocol;
using outlet::Floor;
using outlet::Index;
using outlet::Line;
using outlet::Row;
using outlet::Standing;
using rules::Candidate;

namespace {

/// The takeable first of a row with the smallest rank(row, first); nothing if none has one.
template <class Rank>
std::optional<Candidate> least(const Floor& floor, const Line& line, Index counter, Moment now,
                               Rank rank) {
    std::optional<Candidate> best;
    decltype(rank(std::declval<const Row&>(), std::declval<const Standing&>())) lowest;
    forTakeable(floor, line, counter, now, [&](const Row& row, const Standing& first) {
        const auto mine = rank(row, first);
        if (mine && (!lowest || *mine < *lowest)) {
            lowest = mine;
            best = {first, row.kind(), false};
        }
    });
    return best;
}

/// What the rules look up, by index.
struct Tables {
    const PeerSetup& setup;
    const Scenario& scenario;
    std::vector<std::string> preferred; ///< by counter

    Tables(const PeerSetup& s, const Scenario& of) : setup{s}, scenario{of} {
        for (std::size_t i = 0; i < of.desks.size(); ++i)
            preferred.insert(preferred.end(), of.desks[i].count,
                             i < s.preferred.size() ? s.preferred[i] : std::string{});
    }
    [[nodiscard]] int level(const Row& row) const { return setup.levels[row.kind().service]; }
    [[nodiscard]] const std::string& business(const Row& row) const {
        return scenario.classes[row.kind().service].business;
    }
};

using ByArrival = std::tuple<int, Moment, TicketId>;

struct Levels {
    const Tables* tables;
    std::optional<Candidate> operator()(const Floor& floor, const Line& line, Index counter,
                                        Moment now, std::size_t) const {
        return least(floor, line, counter, now, [&](const Row& row, const Standing& first) {
            return std::optional{ByArrival{tables->level(row), first.arrival, first.ticket}};
        });
    }
};

struct PreferredKind {
    const Tables* tables;
    std::optional<Candidate> operator()(const Floor& floor, const Line& line, Index counter,
                                        Moment now, std::size_t) const {
        const std::string& own = tables->preferred[counter];
        return least(floor, line, counter, now, [&](const Row& row, const Standing& first) {
            const bool other = tables->setup.kinds[row.kind().service] != own;
            return std::optional{
                std::tuple{other, tables->level(row), first.arrival, first.ticket}};
        });
    }
};

struct BestOfServices {
    const Tables* tables;
    std::optional<Candidate> operator()(const Floor& floor, const Line& line, Index counter,
                                        Moment now, std::size_t) const {
        // The first of each business's own queue ...
        std::map<std::string_view, ByArrival> firsts;
        forTakeable(floor, line, counter, now, [&](const Row& row, const Standing& first) {
            const ByArrival mine{tables->level(row), first.arrival, first.ticket};
            const auto [at, added] = firsts.emplace(tables->business(row), mine);
            if (!added && mine < at->second)
                at->second = mine;
        });
        // ... and among these the preferred business, else who came first: whatever the level.
        const std::string& own = tables->preferred[counter];
        using Rank = std::tuple<bool, Moment, TicketId>;
        return least(floor, line, counter, now,
                     [&](const Row& row, const Standing& first) -> std::optional<Rank> {
                         const std::string& business = tables->business(row);
                         if (std::get<TicketId>(firsts.at(business)) != first.ticket)
                             return std::nullopt;
                         return Rank{business != own, first.arrival, first.ticket};
                     });
    }
};

/// How many of each level were called since anybody was called by the last resort.
struct Cycle {
    std::array<int, 3> called{}; ///< by level, from 1
    static constexpr std::array<int, 3> most{0, 2, 1};

    [[nodiscard]] bool open(int level) const {
        return level < 3 &&
               called[static_cast<std::size_t>(level)] < most[static_cast<std::size_t>(level)];
    }
    void call(int level) {
        if (open(level))
            ++called[static_cast<std::size_t>(level)];
        else
            called = {};
    }
};

struct Ratio {
    const Tables* tables;
    const Cycle* cycle;
    std::optional<Candidate> operator()(const Floor& floor, const Line& line, Index counter,
                                        Moment now, std::size_t) const {
        return least(floor, line, counter, now, [&](const Row& row, const Standing& first) {
            // Levels whose turns are used up wait for the last resort, which takes who came first
            // of the third level, and of all if there is none.
            const int level = tables->level(row);
            const int turn = cycle->open(level) ? level : level == 3 ? 3 : 4;
            return std::optional{ByArrival{turn, first.arrival, first.ticket}};
        });
    }
};

/// Tells the cycle of every call.
struct Counting {
    World& world;
    const Tables& tables;
    Cycle& cycle;

    void watch(const Line& line) { world.watch(line); }
    std::optional<forecast::Newcomer> arrival() { return world.arrival(); }
    Moment call(const Candidate& one, Index counter, Moment now) {
        cycle.call(tables.setup.levels[one.kind.service]);
        return world.call(one, counter, now);
    }
    void left(const outlet::Kind& kind, const Standing& one, Moment now) {
        world.left(kind, one, now);
    }
    static void met(std::size_t, Moment) {}
    static bool enough() { return false; }
};

} // namespace

Played playDay(const PeerSetup& setup, const Scenario& scenario, std::uint64_t seed,
               std::uint64_t replication) {
    const Floor floor = floorOf(scenario);
    World world{scenario, floor, seed, replication};
    const Tables tables{setup, scenario};
    switch (setup.peer) {
    case Peer::Levels:
        play(scenario, floor, world, Levels{&tables});
        break;
    case Peer::PreferredKind:
        play(scenario, floor, world, PreferredKind{&tables});
        break;
    case Peer::BestOfServices:
        play(scenario, floor, world, BestOfServices{&tables});
        break;
    case Peer::Ratio: {
        Cycle cycle;
        Counting counting{world, tables, cycle};
        play(scenario, floor, counting, Ratio{&tables, &cycle});
        break;
    }
    }
    return {world.waitsOfTiers(), world.idleWatched()};
}

} // namespace usher::simulate
