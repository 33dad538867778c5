#include "broker/setup/check.h"

#include "broker/setup/minutes.h"
#include "broker/setup/precedence.h"

#include <algorithm>

namespace usher::setup {

namespace {

using protocol::Counter;
using protocol::Millis;
using protocol::Service;
using protocol::Setup;
using protocol::Tier;

template <class N>
std::string quoted(const N& name) {
    return "\"" + name.str() + "\"";
}

void checkCovered(const Draft& draft, Problems& problems) {
    const Setup& setup = draft.setup;
    for (std::size_t i = 0; i < setup.services.size(); ++i) {
        const Service& service = setup.services[i];
        std::string left;
        for (const Tier& tier : setup.tiers) {
            const bool taken =
                std::any_of(setup.counters.begin(), setup.counters.end(), [&](const Counter& c) {
                    return Setup::helpDelay(c, service.id, tier.id).has_value();
                });
            if (!taken)
                left += (left.empty() ? "" : ", ") + tier.id.str();
        }
        if (!left.empty())
            problems.add(draft.places.services[i],
                         "nobody serves " + quoted(service.id) + " for " + left,
                         "add it to the takes of a counter");
    }
}

void checkDestinations(const Draft& draft, Problems& problems) {
    const Setup& setup = draft.setup;
    const Tier& ordinary = setup.tiers.front();
    for (std::size_t i = 0; i < setup.services.size(); ++i) {
        const Service& service = setup.services[i];
        const bool taken =
            std::any_of(setup.counters.begin(), setup.counters.end(), [&](const Counter& c) {
                return c.zone == service.zone && Setup::helpDelay(c, service.id, ordinary.id);
            });
        if (!taken)
            problems.add(draft.places.serviceZones[i],
                         "no counter of zone " + quoted(service.zone) + " takes " +
                             quoted(service.id) + " for " + ordinary.id.str(),
                         "send it to a zone that does, or add it to a counter there");
    }
    for (std::size_t i = 0; i < setup.tiers.size(); ++i) {
        const Tier& tier = setup.tiers[i];
        if (!tier.zone)
            continue;
        const bool served =
            std::any_of(setup.counters.begin(), setup.counters.end(), [&](const Counter& c) {
                return c.zone == *tier.zone &&
                       std::any_of(setup.services.begin(), setup.services.end(),
                                   [&](const Service& s) {
                                       return Setup::helpDelay(c, s.id, tier.id).has_value();
                                   });
            });
        if (!served)
            problems.add(draft.places.tiers[i],
                         "no counter of zone " + quoted(*tier.zone) + " takes tier " +
                             quoted(tier.id),
                         "leave the tier's zone out, or let a counter there take it");
    }
}

void checkNothingEmpty(const Draft& draft, Problems& problems) {
    const Setup& setup = draft.setup;
    for (std::size_t i = 0; i < setup.groups.size(); ++i)
        if (std::none_of(setup.services.begin(), setup.services.end(),
                         [&](const Service& s) { return s.group == setup.groups[i].id; }))
            problems.add(draft.places.groups[i],
                         "group " + quoted(setup.groups[i].id) + " has no service",
                         "put a service into it, or remove it");
    for (std::size_t i = 0; i < setup.zones.size(); ++i)
        if (std::none_of(setup.counters.begin(), setup.counters.end(),
                         [&](const Counter& c) { return c.zone == setup.zones[i].id; }))
            problems.add(draft.places.zones[i],
                         "zone " + quoted(setup.zones[i].id) + " has no counter",
                         "put a counter into it, or remove it");
}

void checkMachine(const Draft& draft, std::size_t at, Problems& problems) {
    const Counter& machine = draft.setup.counters[at];
    for (std::size_t i = 0; i < machine.takes.size(); ++i) {
        const protocol::Takes& takes = machine.takes[i];
        const TakesPlaces& places = draft.places.takes[at][i];
        if (takes.after > Millis{0})
            problems.add(places.after, "a machine does not help out later",
                         "remove \"after_min\" or set it to 0");
        if (takes.services.empty())
            problems.add(places.takes, "the machine takes every service",
                         "list in \"services\" what it can do");
        for (const auto& id : takes.services)
            if (draft.setup.find(id)->authoriser)
                problems.add(places.takes,
                             "the machine takes " + quoted(id) + ", which needs an authoriser",
                             "remove it here, or the authoriser from the service");
    }
}

/// The guarantee of routing.md 2.3 holds only while every finite help-out delay is within H.
void checkBound(const Draft& draft, Problems& problems) {
    const Millis bound = draft.setup.overtakingBound();
    for (std::size_t i = 0; i < draft.setup.counters.size(); ++i)
        for (std::size_t j = 0; j < draft.setup.counters[i].takes.size(); ++j)
            if (const Millis after = draft.setup.counters[i].takes[j].after; after > bound)
                problems.add(
                    draft.places.takes[i][j].after,
                    "helps out after " + minutesOf(after) +
                        " min, more than the overtaking bound of " + minutesOf(bound) + " min",
                    "write at most " + minutesOf(bound) + ", or give a tier a greater head start");
}

void checkOrdinary(const Draft& draft, Problems& problems) {
    if (draft.setup.tiers.front().headStart != Millis{0})
        problems.add(draft.places.tiers.front(),
                     "the first tier is what an unknown customer is, and it has a head start",
                     "put the ordinary tier first, with head_start_min = 0");
}

void checkTiersNumbered(const Draft& draft, Problems& problems) {
    const Setup& setup = draft.setup;
    for (std::size_t i = 0; i < setup.tiers.size(); ++i)
        if (!setup.seriesOf(setup.tiers[i].id))
            problems.add(draft.places.tiers[i],
                         "tier " + quoted(setup.tiers[i].id) + " has no series",
                         "name it in the \"tiers\" of a [[series]]");
    std::vector<std::string> seen;
    for (const auto& words : draft.places.seriesTiers)
        for (const Word& word : words) {
            if (std::find(seen.begin(), seen.end(), word.text) != seen.end())
                problems.add(word.place, "tier \"" + word.text + "\" is in two series",
                             "keep it in one");
            seen.push_back(word.text);
        }
}

void checkSeriesApart(const Draft& draft, Problems& problems) {
    const auto& series = draft.setup.series;
    for (std::size_t i = 0; i < series.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (series[i].letter == series[j].letter && series[i].first <= series[j].last &&
                series[j].first <= series[i].last)
                problems.add(draft.places.series[i],
                             "gives out numbers of the series in line " +
                                 std::to_string(draft.places.series[j].line),
                             "take another letter, or numbers that do not overlap");
}

} // namespace

void checkWhole(const Draft& draft, Problems& problems) {
    if (draft.seriesSound) {
        checkOrdinary(draft, problems);
        checkTiersNumbered(draft, problems);
        checkSeriesApart(draft, problems);
    }
    if (!draft.floorSound)
        return;
    checkCovered(draft, problems);
    checkDestinations(draft, problems);
    checkNothingEmpty(draft, problems);
    checkBound(draft, problems);
    checkOrder(draft, problems);
    for (std::size_t i = 0; i < draft.setup.counters.size(); ++i)
        if (draft.setup.find(draft.setup.counters[i].zone)->selfService)
            checkMachine(draft, i, problems);
}

} // namespace usher::setup
