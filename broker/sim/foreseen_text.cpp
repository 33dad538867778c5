#include "broker/sim/foreseen_text.h"

#include "broker/setup/minutes.h"

#include <fmt/format.h>

#include <algorithm>

namespace usher::sim {

using namespace protocol;

namespace {

using Row = std::vector<std::string>;

/// As wide as its widest cell, two spaces apart; the first column to the left, the rest right.
std::string table(const std::vector<Row>& rows) {
    std::vector<std::size_t> widths(rows.front().size());
    for (const Row& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    std::string text;
    for (const Row& row : rows) {
        text += fmt::format("{:<{}}", row.front(), widths.front());
        for (std::size_t i = 1; i < row.size(); ++i)
            text += fmt::format("  {:>{}}", row[i], widths[i]);
        text += "\n";
    }
    return text;
}

std::string span(const Estimate& e, double scale, int decimals) {
    return fmt::format("{:+.{}f} ({:+.{}f} .. {:+.{}f})", e.mean * scale, decimals, e.low * scale,
                       decimals, e.high * scale, decimals);
}

std::string percent(double share) {
    return share < 0 ? "-" : fmt::format("{:.1f}", share * 100);
}

std::string clock(const TimeZone& zone, Moment moment) {
    const int minute = zone.local(moment).minute;
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

Row rowOf(const std::string& name, const TierEffect& one) {
    return {name,
            fmt::format("{:.1f}", one.customers),
            fmt::format("{:.2f}", one.waitNow),
            fmt::format("{:.2f}", one.waitThen),
            span(one.wait, 1, 2),
            percent(one.lateNow),
            percent(one.lateThen),
            span(one.late, 100, 1),
            percent(one.gain),
            percent(one.lose)};
}

std::string tiers(const Told& told, const Setup& setup) {
    std::vector<Row> rows{{"tier", "customers", "wait now", "then", "change", "late now", "then",
                           "change", "gain", "lose"}};
    for (const TierEffect& one : told.found.tiers)
        rows.push_back(rowOf(one.tier.str(), one));
    rows.push_back(rowOf("everybody", told.everybody));
    std::string targets;
    for (const Tier& tier : setup.tiers)
        targets += fmt::format("{}{} {}", targets.empty() ? "" : ", ", tier.id.view(),
                               setup::minutesOf(tier.target));
    return table(rows) +
           fmt::format("  customers   who wait now or still come, in one future as things are\n"
                       "  wait        minutes until called, on average; change: then less now\n"
                       "  late        % who wait longer than their tier's target; change: "
                       "percentage points\n"
                       "              targets, min: {}\n"
                       "  gain, lose  % {} who wait a minute less, or more\n",
                       targets,
                       told.others ? "of those who wait now (those to come are other people then)"
                                   : "of all these customers");
}

bool calls(const forecast::AtCounter& at) {
    return at.desk != Desk::Closed && !at.closing;
}

std::string counters(const Told& told, const Setup& setup) {
    std::vector<Row> rows{{"counter", "idle now", "then", "change"}};
    for (const CounterEffect& one : told.found.counters) {
        const auto at = static_cast<std::size_t>(setup.find(one.counter) - setup.counters.data());
        const bool now = calls(told.now[at]);
        const bool then = calls(told.then[at]);
        const auto idle = [](bool open, double minutes) {
            return open ? fmt::format("{:.1f}", minutes) : "closed";
        };
        rows.push_back({fmt::format("{}", setup.find(one.counter)->number), idle(now, one.idleNow),
                        idle(then, one.idleThen), now && then ? span(one.idle, 1, 1) : "-"});
    }
    return table(rows) + "  idle        minutes with nobody to call, on average\n";
}

std::string tickets(const Foreseen& found) {
    std::vector<Row> rows{{"ticket", "minutes"}};
    for (const TicketEffect& one : found.tickets)
        if (one.wait.low > 0.5 || one.wait.high < -0.5)
            rows.push_back({one.number, span(one.wait, 1, 1)});
    if (rows.size() == 1)
        return {};
    return "\nWaiting now, and called half a minute or more sooner (-) or later (+):\n" +
           table(rows);
}

} // namespace

std::string toText(const Told& told, const Setup& setup) {
    const Foreseen& found = told.found;
    return fmt::format("From {} until closing at {}, {} futures, each played as things are and "
                       "with the change.\nIn brackets: 95 % intervals.\n\n",
                       clock(setup.timeZone, found.at), clock(setup.timeZone, found.until),
                       found.futures) +
           tiers(told, setup) + "\n" + counters(told, setup) + tickets(found);
}

} // namespace usher::sim
