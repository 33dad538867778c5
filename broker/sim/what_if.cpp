#include "broker/sim/what_if.h"

#include "broker/engine/lookahead.h"
#include "broker/journal/archive.h"
#include "broker/outlook/seer.h"
#include "broker/sim/change_words.h"
#include "broker/sim/replications.h"
#include "broker/simulate/what_if.h"
#include "broker/wire/codec.h"

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include <algorithm>
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

struct Picture {
    outlook::Seer seer;
    Moment now;
};

/// The outlet as it stood then, and all that could be learned until then.
Picture pictureAt(journal::Archive& archive, const std::string& at) {
    Picture picture;
    const auto read = [&](const std::function<bool(const Record&)>& each) {
        if (const auto trouble = archive.forEachRecord(1, each))
            throw Obstacle{trouble->what};
    };
    std::optional<TimeZone> zone;
    Moment last;
    read([&](const Record& record) {
        if (const auto* adopted = std::get_if<SetupAdopted>(&record.event))
            zone = adopted->setup.timeZone;
        last = record.at;
        return true;
    });
    if (!zone)
        throw Obstacle{"nothing ever happened in this outlet"};
    picture.now = at.empty() ? last : momentOf(at, *zone, last);
    read([&](const Record& record) {
        if (record.at > picture.now)
            return false;
        picture.seer.take(record);
        return true;
    });
    if (!picture.seer.outlet().day())
        throw Obstacle{"--at " + at + " is before the first day of this outlet", 2};
    return picture;
}

WhatIf questionOf(const Setup& setup, const std::vector<std::string>& changes) {
    WhatIf question;
    for (const std::string& words : changes) {
        auto change = changeFromWords(setup, words);
        if (const auto* why = std::get_if<std::string>(&change))
            throw Obstacle{"--change \"" + words + "\": " + *why, 2};
        question.changes.push_back(std::get<Change>(std::move(change)));
    }
    return question;
}

std::string span(const protocol::Estimate& e, double scale) {
    return fmt::format("{:+.2f} ({:+.2f} .. {:+.2f})", e.mean * scale, e.low * scale,
                       e.high * scale);
}

std::string clock(const TimeZone& zone, Moment moment) {
    const int minute = zone.local(moment).minute;
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

void printTickets(const Foreseen& found) {
    std::vector<TicketEffect> moved;
    for (const TicketEffect& one : found.tickets)
        if (one.wait.low > 0.5 || one.wait.high < -0.5)
            moved.push_back(one);
    if (moved.empty())
        return;
    fmt::print("\nWaiting now, and half a minute or more sooner or later:\n");
    for (const TicketEffect& one : moved)
        fmt::print("  {:<6} {} min\n", one.number, span(one.wait, 1));
}

void print(const Foreseen& found, const Setup& setup) {
    fmt::print("From {} to {}, {} futures, each with and without the change; 95 % intervals\n\n",
               clock(setup.timeZone, found.at), clock(setup.timeZone, found.until), found.futures);
    const auto share = [](double of) { return of < 0 ? "-" : fmt::format("{:.0f}%", of * 100); };
    fmt::print("{:<12}{:>10}{:>12}{:>12}{:>28}{:>26}{:>8}{:>8}\n", "tier", "customers", "wait now",
               "wait then", "change, min", "late, % points", "gain", "lose");
    for (const TierEffect& one : found.tiers)
        fmt::print("{:<12}{:>10.1f}{:>12.2f}{:>12.2f}{:>28}{:>26}{:>8}{:>8}\n", one.tier.view(),
                   one.customers, one.waitNow, one.waitThen, span(one.wait, 1), span(one.late, 100),
                   share(one.gain), share(one.lose));
    fmt::print("\n{:<12}{:>12}{:>12}{:>28}\n", "counter", "idle now", "idle then", "change, min");
    for (const CounterEffect& one : found.counters)
        fmt::print("{:<12}{:>12.1f}{:>12.1f}{:>28}\n", setup.find(one.counter)->number, one.idleNow,
                   one.idleThen, span(one.idle, 1));
    printTickets(found);
}

Foreseen ask(const WhatIfOptions& options, const Picture& picture, const WhatIf& question) {
    const outlet::Outlet& outlet = picture.seer.outlet();
    const forecast::Start start = forecast::startOf(outlet, picture.now);
    const simulate::WhatIf played{start,
                                  simulate::changed(start, outlet.inForce(), question.changes),
                                  picture.seer.model(), options.seed};
    if (played.until() <= picture.now)
        throw Obstacle{"the outlet has closed by then, and nothing is left to play; say an earlier "
                       "--at",
                       2};
    std::vector<simulate::Pair> pairs(options.futures);
    Progress progress{"futures", options.futures};
    forEachInParallel(
        options.futures, options.threads, [&](std::size_t i) { pairs[i] = played.play(i); },
        std::ref(progress));
    return simulate::summarise(outlet.setup(), start, played.until(), pairs,
                               [&](TicketId id) { return outlet.find(id)->number; });
}

} // namespace

int whatIf(const WhatIfOptions& options) {
    try {
        journal::Archive archive = openArchive(options.data);
        const Picture picture = pictureAt(archive, options.at);
        const Setup& setup = picture.seer.outlet().setup();
        const WhatIf question = questionOf(setup, options.changes);
        if (const auto why = engine::objection(picture.seer.outlet(), question))
            throw Obstacle{std::string{"this cannot be tried: "} +
                               boost::describe::enum_to_string(*why, "?"),
                           2};
        const Foreseen found = ask(options, picture, question);
        if (options.json)
            std::cout << wire::encode(found) << '\n';
        else
            print(found, setup);
        return 0;
    } catch (const Obstacle& obstacle) {
        std::cerr << obstacle.what << '\n';
        return obstacle.exitCode;
    }
}

} // namespace usher::sim
