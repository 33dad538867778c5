#include "broker/sim/contenders.h"

#include "broker/simulate/peers.h"

#include <algorithm>

namespace usher::sim {

using namespace simulate;

namespace {

/// One value a tier, in the order of tierNames.
using ByTier = std::array<double, 4>;

std::size_t tierOf(const CustomerClass& one) {
    const auto at = std::find(tierNames.begin(), tierNames.end(), one.tier);
    return static_cast<std::size_t>(at - tierNames.begin());
}

template <class Set>
Scenario changed(Scenario lobby, Policy policy, Set set) {
    lobby.policy = policy;
    for (CustomerClass& one : lobby.classes)
        set(one, tierOf(one));
    return lobby;
}

Scenario headStarts(const Scenario& lobby, const ByTier& minutes) {
    return changed(lobby, Policy::HeadStart,
                   [&](CustomerClass& one, std::size_t tier) { one.headStart = minutes[tier]; });
}

Desk& vipDesk(Scenario& lobby) {
    return *std::find_if(lobby.desks.begin(), lobby.desks.end(),
                         [](const Desk& desk) { return desk.name == "vip"; });
}

/// The VIP counter helps the hall after so many minutes.
Scenario helping(Scenario lobby, double after) {
    for (Serves& one : vipDesk(lobby).serves) {
        const std::size_t tier = tierOf(lobby.classes[one.customerClass]);
        const bool guest = tier == 1 || tier == 3;
        one.helpDelay = guest ? after : 0;
    }
    return lobby;
}

Scenario forVipsOnly(Scenario lobby) {
    std::erase_if(vipDesk(lobby).serves,
                  [&](const Serves& one) { return tierOf(lobby.classes[one.customerClass]) != 0; });
    return lobby;
}

Contender policy(const char* name, const Scenario& lobby, std::optional<Earlier> earlier) {
    return {name,
            lobby.policy == Policy::HeadStart,
            earlier,
            {},
            [lobby](std::uint64_t seed, std::uint64_t day) { return playDay(lobby, seed, day); }};
}

Contender system(const char* name, const Scenario& lobby, PeerSetup setup, const char* sentence) {
    return {name,
            false,
            {},
            sentence,
            [lobby, setup = std::move(setup)](std::uint64_t seed, std::uint64_t day) {
                return playDay(setup, lobby, seed, day);
            }};
}

PeerSetup levels(const Scenario& lobby, const std::array<int, 4>& byTier) {
    PeerSetup setup;
    for (const CustomerClass& one : lobby.classes)
        setup.levels.push_back(byTier[tierOf(one)]);
    return setup;
}

/// Everybody is sent to one kind of counter: VIPs to theirs, others by their business.
PeerSetup theq(const Scenario& lobby) {
    PeerSetup setup = levels(lobby, {1, 1, 2, 2});
    setup.peer = Peer::PreferredKind;
    for (const CustomerClass& one : lobby.classes)
        setup.kinds.push_back(one.tier == tierNames[0] ? one.tier : one.business);
    for (const Desk& desk : lobby.desks)
        setup.preferred.push_back(desk.name == "vip"       ? "vip"
                                  : desk.name == "cash"    ? "cash"
                                  : desk.name == "adviser" ? "wealth"
                                                           : "non-cash");
    return setup;
}

/// Cash windows prefer cash; whoever does several businesses alike prefers none.
PeerSetup qsystem(const Scenario& lobby) {
    PeerSetup setup = levels(lobby, {1, 2, 2, 3});
    setup.peer = Peer::BestOfServices;
    for (const Desk& desk : lobby.desks)
        setup.preferred.push_back(desk.name == "cash" ? "cash" : "");
    return setup;
}

PeerSetup qmatic(const Scenario& lobby) {
    PeerSetup setup = levels(lobby, {1, 1, 2, 3});
    setup.peer = Peer::Ratio;
    return setup;
}

/// Every business of a window for every tier of it, though only some pairs were meant.
Scenario crossed(Scenario lobby) {
    for (Desk& desk : lobby.desks) {
        std::vector<Serves> all;
        const auto any = [&](auto same) {
            return std::any_of(desk.serves.begin(), desk.serves.end(), [&](const Serves& one) {
                return same(lobby.classes[one.customerClass]);
            });
        };
        for (std::size_t i = 0; i < lobby.classes.size(); ++i) {
            const CustomerClass& mine = lobby.classes[i];
            if (any([&](const CustomerClass& o) { return o.business == mine.business; }) &&
                any([&](const CustomerClass& o) { return o.tier == mine.tier; }))
                all.push_back({i, 0});
        }
        desk.serves = std::move(all);
    }
    return lobby;
}

} // namespace

std::vector<setup::Problem> missing(const Scenario& lobby, const std::string& file) {
    setup::Problems problems{file};
    const auto tiers = tiersOf(lobby);
    for (const char* tier : tierNames)
        if (std::find(tiers.begin(), tiers.end(), tier) == tiers.end())
            problems.add({}, "no class is of tier \"" + std::string{tier} + "\"",
                         "compare rules in a lobby of the tiers vip, assisted, gold and ordinary");
    if (tiers.size() > tierNames.size())
        problems.add({}, "there are more tiers than are compared", "keep the four");
    for (const char* name : deskNames)
        if (std::none_of(lobby.desks.begin(), lobby.desks.end(),
                         [&](const Desk& desk) { return desk.name == name; }))
            problems.add({}, "no counter is called \"" + std::string{name} + "\"",
                         "name the counters vip, low, cash, desk and adviser");
    if (!lobby.minutes)
        problems.add({}, "the lobby has no closing time", "say \"minutes\"");
    return problems.sorted();
}

std::vector<Contender> policies(const Scenario& lobby) {
    const Scenario shared = helping(lobby, 0);
    const Scenario late = helping(lobby, 5);
    const auto strict = [](const Scenario& of) {
        return changed(of, Policy::Strict, [](CustomerClass& one, std::size_t tier) {
            one.rank = static_cast<int>(tier + 1);
        });
    };
    const Scenario weighed =
        changed(shared, Policy::Accumulating, [](CustomerClass& one, std::size_t tier) {
            one.weight = ByTier{1.0 / 5, 1.0 / 5, 1.0 / 10, 1.0 / 20}[tier];
        });
    Scenario reserved = strict(shared);
    reserved.policy = Policy::Reserve;
    for (CustomerClass& one : reserved.classes)
        one.reserve = tierOf(one) >= 2 ? 1 : 0;
    const Scenario firstCome = changed(shared, Policy::FirstCome, [](auto&, std::size_t) {});
    return {
        policy(firstComeShared, firstCome,
               Earlier{6.8, 50, 36.5, 40.7, 24.7, 7.6, 52, 170, 11.7, 7.47, 0}),
        policy(onlyVips, strict(forVipsOnly(lobby)),
               Earlier{.58, 10, 2.8, 2.2, 4.0, 25.5, 130, 496, 42.9, 18.30, 218}),
        policy(strictShared, strict(shared),
               Earlier{1.04, 13, 4.5, 1.6, 1.8, 11.4, 82, 416, 20.1, 8.32, 0}),
        policy("one counter kept in reserve", reserved, {}),
        policy("accumulating, b = 1/target", weighed,
               Earlier{2.9, 20, 21.0, 20.9, 17.2, 9.4, 63, 213, 16.2, 7.83, 0}),
        policy("due date, T = 5/5/10/20", headStarts(shared, {15, 15, 10, 0}),
               Earlier{3.4, 39, 17.4, 16.9, 16.0, 9.3, 56, 152, 16.3, 7.75, 0}),
        policy(helpAtOnce, headStarts(shared, {30, 20, 10, 0}),
               Earlier{1.8, 26, 8.8, 12.6, 16.7, 9.5, 58, 156, 17.2, 7.81, 0}),
        policy(usherDefault, headStarts(late, {30, 20, 10, 0}),
               Earlier{1.8, 25, 9.0, 14.0, 17.4, 10.1, 57, 167, 18.1, 8.27, 0}),
        policy(longHeadStart, headStarts(late, {60, 30, 15, 0}),
               Earlier{1.1, 14, 4.9, 9.1, 13.9, 10.7, 64, 170, 19.7, 8.50, 0}),
    };
}

std::vector<Contender> otherSystems(const Scenario& lobby) {
    const Scenario shared = helping(lobby, 0);
    return {
        policy(usherDefault, headStarts(helping(lobby, 5), {30, 20, 10, 0}), {}),
        system("FQM", shared, levels(lobby, {1, 1, 1, 1}),
               "earliest ticket of what the window does, no tiers: fair to each and blind to all; "
               "whoever cannot stand waits like everybody else."),
        system(
            "bcgov TheQ", shared, theq(lobby),
            "each window first takes the customers sent to its own kind of window, whatever "
            "anybody's priority: short errands flow, but a VIP whose one window is busy is passed "
            "by everyone the others prefer, and nothing ever ages."),
        system(
            "Apertum QSystem", shared, qsystem(lobby),
            "the window's preferred service decides before the customer does, and between "
            "services a VIP yields to whoever came first: the lowest average of all, paid by a few "
            "with longer errands who are overtaken all day."),
        system(
            "Munich ZMS", shared, levels(lobby, {1, 2, 2, 3}),
            "three absolute levels: while people of a higher level keep coming the lowest waits, "
            "and nothing counts how often."),
        system("OpenMRS", shared, levels(lobby, {1, 2, 3, 4}),
               "a weight for each priority, and staff pick from the sorted list: four absolute "
               "levels, the same fate for the last."),
        system(
            "JackQChen", crossed(shared), levels(lobby, {1, 1, 2, 2}),
            "a green channel first, then lowest number: gold is worth nothing, and as a window's "
            "businesses and customer groups are two lists instead of pairs, the VIP counter also "
            "takes ordinary customers' long advice."),
        system("Qmatic 2:1:1", shared, qmatic(lobby),
               "two platinum, one gold, then one silver: that bounds a round and not a person, and "
               "because valued customers seldom use up their turns, the rest wait as under strict "
               "priority."),
    };
}

Scenario withCustomers(Scenario lobby, double customers) {
    const double factor = customers / expectedArrivals(lobby);
    for (CustomerClass& one : lobby.classes)
        for (Piece& piece : one.rate)
            piece.rate *= factor;
    return lobby;
}

} // namespace usher::sim
