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

/// What one counter takes, usually or in a band.
struct Profile {
    const Counter& counter;
    const std::vector<protocol::Takes>& takes;
    const std::vector<TakesPlaces>& places;
};

std::vector<Profile> everyProfile(const Draft& draft) {
    const Setup& setup = draft.setup;
    std::vector<Profile> all;
    for (std::size_t i = 0; i < setup.counters.size(); ++i)
        all.push_back({setup.counters[i], setup.counters[i].takes, draft.places.takes[i]});
    for (std::size_t i = 0; i < setup.bands.size(); ++i)
        for (std::size_t j = 0; j < setup.bands[i].counters.size(); ++j) {
            const protocol::BandCounter& one = setup.bands[i].counters[j];
            all.push_back({*setup.find(one.counter), one.takes, draft.places.bands[i].takes[j]});
        }
    return all;
}

void checkMachine(const Setup& setup, const Profile& machine, Problems& problems) {
    for (std::size_t i = 0; i < machine.takes.size(); ++i) {
        const protocol::Takes& takes = machine.takes[i];
        const TakesPlaces& places = machine.places[i];
        if (takes.after > Millis{0})
            problems.add(places.after, "a machine does not help out later",
                         "remove \"after_min\" or set it to 0");
        if (takes.services.empty())
            problems.add(places.takes, "the machine takes every service",
                         "list in \"services\" what it can do");
        for (const auto& id : takes.services)
            if (setup.find(id)->authoriser)
                problems.add(places.takes,
                             "the machine takes " + quoted(id) + ", which needs an authoriser",
                             "remove it here, or the authoriser from the service");
    }
}

/// The guarantee of routing.md 2.3 holds only while every finite help-out delay is within H.
void checkBound(const Profile& profile, Millis bound, Problems& problems) {
    for (std::size_t i = 0; i < profile.takes.size(); ++i)
        if (const Millis after = profile.takes[i].after; after > bound)
            problems.add(profile.places[i].after,
                         "helps out after " + minutesOf(after) +
                             " min, more than the overtaking bound of " + minutesOf(bound) + " min",
                         "write at most " + minutesOf(bound) +
                             ", or give a tier a greater head start");
}

/// What one counter takes in a band.
const std::vector<protocol::Takes>& takesIn(const protocol::Band& band, const Counter& counter) {
    for (const protocol::BandCounter& other : band.counters)
        if (other.counter == counter.id)
            return other.takes;
    return counter.takes;
}

/// Whatever staffed counters take at some hour one of them takes at any: whoever waits when a band
/// begins or ends is not left.
void checkBands(const Draft& draft, Problems& problems) {
    const Setup& setup = draft.setup;
    const auto taken = [&](const protocol::Band* band, const Service& service, const Tier& tier) {
        return std::any_of(setup.counters.begin(), setup.counters.end(), [&](const Counter& one) {
            return !setup.find(one.zone)->selfService &&
                   Setup::helpDelay(band != nullptr ? takesIn(*band, one) : one.takes, service.id,
                                    tier.id);
        });
    };
    for (std::size_t i = 0; i < setup.bands.size(); ++i)
        for (const Service& service : setup.services) {
            std::string left;
            std::string only;
            for (const Tier& tier : setup.tiers) {
                const bool usually = taken(nullptr, service, tier);
                if (usually == taken(&setup.bands[i], service, tier))
                    continue;
                std::string& which = usually ? left : only;
                which += (which.empty() ? "" : ", ") + tier.id.str();
            }
            const std::string band = quoted(setup.bands[i].id);
            if (!left.empty())
                problems.add(draft.places.bands[i].band,
                             "in band " + band + " no counter takes " + quoted(service.id) +
                                 " for " + left,
                             "let a counter take it in this band");
            if (!only.empty())
                problems.add(draft.places.bands[i].band,
                             "only in band " + band + " does a counter take " + quoted(service.id) +
                                 " for " + only + ", and whoever waits when it ends is left",
                             "let a counter take it at other hours too");
        }
}

/// More open counters than there are would never be: every counter would help at once all day.
void checkDegraded(const Draft& draft, Problems& problems) {
    const Setup& setup = draft.setup;
    const auto staffed =
        std::count_if(setup.counters.begin(), setup.counters.end(),
                      [&](const Counter& c) { return !setup.find(c.zone)->selfService; });
    if (setup.policy.degradedBelow > staffed)
        problems.add(draft.places.degradedBelow,
                     "\"degraded_below\" is " + std::to_string(setup.policy.degradedBelow) +
                         ", and only " + std::to_string(staffed) +
                         " counters can ever be open: all would help at once all day",
                     "write at most " + std::to_string(staffed) + ", or 0 for never");
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
    checkOrder(draft, problems);
    checkBands(draft, problems);
    checkDegraded(draft, problems);
    for (const Profile& profile : everyProfile(draft)) {
        checkBound(profile, draft.setup.overtakingBound(), problems);
        if (draft.setup.find(profile.counter.zone)->selfService)
            checkMachine(draft.setup, profile, problems);
    }
}

} // namespace usher::setup
