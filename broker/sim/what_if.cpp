#include "broker/sim/what_if.h"

#include "broker/engine/lookahead.h"
#include "broker/journal/archive.h"
#include "broker/outlook/seer.h"
#include "broker/sim/change_sense.h"
#include "broker/sim/change_words.h"
#include "broker/sim/foreseen_text.h"
#include "broker/sim/replications.h"
#include "broker/simulate/what_if.h"
#include "broker/wire/codec.h"

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <iostream>

namespace usher::sim {

using namespace protocol;

namespace {

/// The reason why not, for standard error, and the exit code.
struct Obstacle {
    std::string what;
    int exitCode{1};
};

/// `text` on the outlet's calendar; of a time alone the day is `last`'s.
Moment momentOf(const std::string& text, const TimeZone& zone, Moment last) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = -1;
    int minute = -1;
    int read = 0;
    const auto whole = [&](int found, int wanted) {
        return found == wanted && static_cast<std::size_t>(read) == text.size() && hour >= 0 &&
               hour < 24 && minute >= 0 && minute < 60;
    };
    if (whole(std::sscanf(text.c_str(), "%2d:%2d%n", &hour, &minute, &read), 2))
        return zone.at(zone.local(last).date, hour * 60 + minute);
    read = 0;
    if (whole(std::sscanf(text.c_str(), "%4d-%2u-%2u %2d:%2d%n", &year, &month, &day, &hour,
                          &minute, &read),
              5))
        if (const auto date = dateFromText(text.substr(0, text.find(' '))))
            return zone.at(*date, hour * 60 + minute);
    throw Obstacle{"--at \"" + text +
                       "\": say an hour and minute, as 10:30, or a day besides, as "
                       "\"2026-11-23 10:30\"",
                   2};
}

journal::Archive openArchive(const std::filesystem::path& data) {
    auto opened = journal::Archive::open(data);
    if (auto* trouble = std::get_if<journal::Trouble>(&opened))
        throw Obstacle{trouble->what};
    return std::move(std::get<journal::Archive>(opened));
}

/// "10:17 on 2026-11-23"
std::string said(const TimeZone& zone, Moment moment) {
    const LocalTime local = zone.local(moment);
    return fmt::format("{:02}:{:02} on {}", local.minute / 60, local.minute % 60,
                       toText(local.date));
}

/// From when to when the journal knows of a day.
struct Reach {
    TimeZone zone;
    std::optional<Moment> first;
    Moment last;
};

void readAll(journal::Archive& archive, const std::function<bool(const Record&)>& each) {
    if (const auto trouble = archive.forEachRecord(1, each))
        throw Obstacle{trouble->what};
}

Reach reachOf(journal::Archive& archive) {
    Reach reach;
    bool adopted = false;
    readAll(archive, [&](const Record& record) {
        if (const auto* setup = std::get_if<SetupAdopted>(&record.event)) {
            reach.zone = setup->setup.timeZone;
            adopted = true;
        }
        if (!reach.first && std::holds_alternative<DayOpened>(record.event))
            reach.first = record.at;
        reach.last = record.at;
        return true;
    });
    if (!adopted || !reach.first)
        throw Obstacle{"nothing ever happened in this outlet"};
    return reach;
}

/// The moment asked about, which is one the journal knows of.
Moment momentOf(const WhatIfOptions& options, const Reach& reach) {
    if (options.at.empty())
        return reach.last;
    const Moment at = momentOf(options.at, reach.zone, reach.last);
    if (at > reach.last)
        throw Obstacle{fmt::format("--at \"{}\": the journal reaches to {} and no further; say an "
                                   "earlier --at, or leave it out for the end",
                                   options.at, said(reach.zone, reach.last)),
                       2};
    if (at < *reach.first) {
        // A minute that is said is its beginning.
        const Moment earliest = *reach.first + std::chrono::minutes{1} - Millis{1};
        throw Obstacle{
            fmt::format("--at \"{}\": the outlet's first day begins in the journal after "
                        "that; the earliest to ask about is {}",
                        options.at, said(reach.zone, earliest)),
            2};
    }
    return at;
}

struct Picture {
    outlook::Seer seer;
    Moment now;
};

/// The outlet as it stood then, and all that could be learned until then.
Picture pictureAt(journal::Archive& archive, const WhatIfOptions& options) {
    Picture picture;
    picture.now = momentOf(options, reachOf(archive));
    readAll(archive, [&](const Record& record) {
        if (record.at > picture.now)
            return false;
        picture.seer.take(record);
        return true;
    });
    return picture;
}

Wish wishOf(const Setup& setup, const std::vector<std::string>& changes) {
    Wish wish;
    for (const std::string& words : changes) {
        auto change = changeFromWords(setup, words);
        if (const auto* why = std::get_if<std::string>(&change))
            throw Obstacle{"--change \"" + words + "\": " + *why, 2};
        wish.changes.push_back(std::get<Change>(std::move(change)));
        wish.words.push_back(words);
    }
    return wish;
}

void refuseNonsense(const outlet::Outlet& outlet, const Wish& wish, Moment now) {
    if (const auto why = engine::objection(outlet, {wish.changes}))
        throw Obstacle{
            std::string{"this cannot be tried: "} + boost::describe::enum_to_string(*why, "?"), 2};
    if (const std::string why = whyNot(outlet, wish, now); !why.empty())
        throw Obstacle{"this cannot be tried: " + why, 2};
}

Told ask(const WhatIfOptions& options, const Picture& picture, const Wish& wish) {
    const outlet::Outlet& outlet = picture.seer.outlet();
    const forecast::Start now = forecast::startOf(outlet, picture.now);
    const forecast::Start then = simulate::changed(now, outlet.inForce(), wish.changes);
    const simulate::WhatIf played{now, then, picture.seer.model(), options.seed};
    if (played.until() <= picture.now)
        throw Obstacle{"the outlet has closed by then, and nothing is left to play; say an earlier "
                       "--at",
                       2};
    std::vector<simulate::Pair> pairs(options.futures);
    Progress progress{"futures", options.futures};
    forEachInParallel(
        options.futures, options.threads, [&](std::size_t i) { pairs[i] = played.play(i); },
        std::ref(progress));
    return {simulate::summarise(outlet.setup(), now, played.until(), pairs,
                                [&](TicketId id) { return outlet.find(id)->number; }),
            simulate::effectOnAll(outlet.setup(), pairs), now.counters, then.counters,
            now.busier != then.busier};
}

} // namespace

int whatIf(const WhatIfOptions& options) {
    try {
        journal::Archive archive = openArchive(options.data);
        const Picture picture = pictureAt(archive, options);
        const outlet::Outlet& outlet = picture.seer.outlet();
        const Wish wish = wishOf(outlet.setup(), options.changes);
        refuseNonsense(outlet, wish, picture.now);
        const std::vector<std::string> idle = withoutEffect(outlet, wish);
        for (const std::string& sentence : idle)
            std::cerr << sentence << '\n';
        if (idle.size() == wish.changes.size() && !options.json)
            return 0;
        const Told told = ask(options, picture, wish);
        if (options.json)
            std::cout << wire::encode(told.found) << '\n';
        else
            std::cout << toText(told, outlet.setup()) << ofHeadStarts(outlet, wish);
        return 0;
    } catch (const Obstacle& obstacle) {
        std::cerr << obstacle.what << '\n';
        return obstacle.exitCode;
    }
}

} // namespace usher::sim
