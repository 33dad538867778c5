#include "broker/sim/standings.h"

#include "broker/sim/earlier.h"

#include <fmt/format.h>

#include <algorithm>

namespace usher::sim {

using simulate::Estimate;

namespace {

constexpr double in95 = 1.96; ///< standard errors on either side

struct Column {
    const char* title;
    Measure measure;
    int decimals;
    bool sure; ///< comes with an interval
};

std::vector<Column> columns() {
    const auto late = [](std::size_t tier) {
        return [tier](const Reading& r) { return 100 * r.tiers[tier].late; };
    };
    return {{"VIP mean", [](const Reading& r) { return r.tiers[0].mean; }, 2, true},
            {"P99", [](const Reading& r) { return r.tiers[0].p99; }, 0, false},
            {"late %", late(0), 1, false},
            {"assisted late %", late(1), 1, false},
            {"gold late %", late(2), 1, false},
            {"ordinary mean", [](const Reading& r) { return r.tiers[3].mean; }, 2, true},
            {"P99", [](const Reading& r) { return r.tiers[3].p99; }, 0, false},
            {"max", [](const Reading& r) { return r.tiers[3].longest; }, 0, false},
            {"late %", late(3), 1, false},
            {"overall mean", [](const Reading& r) { return r.all.mean; }, 2, true},
            {"VIP counter idle", [](const Reading& r) { return r.idle; }, 1, true}};
}

std::vector<Column> systemColumns() {
    return {{"VIP mean", [](const Reading& r) { return r.tiers[0].mean; }, 2, true},
            {"P99", [](const Reading& r) { return r.tiers[0].p99; }, 0, false},
            {"ordinary mean", [](const Reading& r) { return r.tiers[3].mean; }, 2, true},
            {"P99", [](const Reading& r) { return r.tiers[3].p99; }, 0, false},
            {"max", [](const Reading& r) { return r.tiers[3].longest; }, 0, false},
            {"overall mean", [](const Reading& r) { return r.all.mean; }, 2, true},
            {"overtaken, at worst", [](const Reading& r) { return r.tiers[3].worstOvertake; }, 0,
             false},
            {"times, at worst",
             [](const Reading& r) { return static_cast<double>(r.tiers[3].passedMost); }, 0, false},
            {"overtaken too far, a day", passedFarADay, 1, true},
            {"VIP counter idle", [](const Reading& r) { return r.idle; }, 1, true}};
}

std::string spelt(const Estimate& value, const Column& column) {
    if (!column.sure || value.stderror == 0)
        return fmt::format("{:.{}f}", value.mean, column.decimals);
    return fmt::format("{:.{}f} ±{:.{}f}", value.mean, column.decimals, in95 * value.stderror,
                       column.decimals);
}

std::string head(const std::vector<Column>& columns, const char* first) {
    std::string text = fmt::format("\n| {} |", first);
    std::string rule = "\n|---|";
    for (const Column& column : columns) {
        text += fmt::format(" {} |", column.title);
        rule += "---|";
    }
    return text + rule + "\n";
}

std::string bold(const std::string& name) {
    return name == usherDefault ? "**" + name + "**" : name;
}

std::string table(const std::vector<Standing>& all, const std::vector<Column>& columns) {
    std::string text = head(columns, "rule");
    for (const Standing& one : all) {
        text += fmt::format("| {} |", bold(one.contender.name));
        for (const Column& column : columns)
            text += fmt::format(" {} |", spelt(of(one.trial, column.measure), column));
        text += "\n";
    }
    return text;
}

/// Against the default, on the same customers.
std::string differences(const std::vector<Standing>& all) {
    std::vector<Column> sure;
    for (Column& column : systemColumns())
        if (std::string_view{column.title}.ends_with("mean"))
            sure.push_back(std::move(column));
    std::string text = head(sure, "rule, less the default");
    for (const Standing& one : all) {
        if (one.contender.name == usherDefault)
            continue;
        text += fmt::format("| {} |", one.contender.name);
        for (const Column& column : sure) {
            const auto more = difference(one.trial, defaultOf(all).trial, column.measure);
            text += fmt::format(" {:+.2f} ±{:.2f} |", more.mean, in95 * more.stderror);
        }
        text += "\n";
    }
    return text;
}

std::string title(const Standings& load) {
    return fmt::format("{:g} customers a day, {:.0f} % load", load.customers, load.load * 100);
}

constexpr const char* openingText =
    R"(# What rules do to people

Written by `{}`; do not edit.
{} days of the reference lobby ([assets/lobbies/reference.toml](../assets/lobbies/reference.toml))
under each rule: nine counters, four tiers, three kinds of business; nobody gives up, nobody is away
when called. Customer *n* of day *d* comes at the same moment with the same errand under every rule.

* Minutes, unless said otherwise; ± is a 95 % interval, about two standard errors. (`usher-sim
  SCENARIO.toml` prints one standard error after `+-`.)
* *P99*: of the waits of all days together one in a hundred was longer. (`usher-sim` takes the P99 of
  each day and of those the mean, which is less as a rule.)
* *Load*: the work that comes, over what nine counters could do while the doors are open. (`usher-sim`
  says how busy counters were until the last customer had gone, which is less.)
* *Late*: waited longer than 5 (VIP, assisted), 10 (gold) or 20 minutes (ordinary).
* *VIP counter idle*: minutes a day it had nothing to do while an ordinary customer with cash or
  non-cash business, whom it could have helped, had waited over 5 minutes.
* *Usher's default*, in bold: the live rule with the head starts 30/20/10/0 minutes for VIP, assisted,
  gold and ordinary customers, as they were chosen for this lobby. The outlet file that ships
  ([galaxy.toml](../assets/outlets/galaxy.toml)) gives assisted customers 30: the published order has
  them before VIPs, and `usher-broker check` refuses less. That was not played here.

The head-start rules, first come and strict are the live rule with other head starts; the rest exist
only in the simulator.

![The rules side by side](policies.svg)
)";

std::string opening(std::size_t days, const std::string& command) {
    return fmt::format(openingText, command, days);
}

const Standing& named(const std::vector<Standing>& all, std::string_view rule) {
    return *std::find_if(all.begin(), all.end(),
                         [&](const Standing& one) { return one.contender.name == rule; });
}

/// Help after five minutes, less help at once.
std::string delayed(const std::vector<Standing>& all, const Measure& measure) {
    const auto more = difference(defaultOf(all).trial, named(all, helpAtOnce).trial, measure);
    return fmt::format("{:+.2f} ±{:.2f}", more.mean, in95 * more.stderror);
}

constexpr const char* readingText = R"(
What it shows:

* A VIP counter for VIPs alone stands idle {:.0f} minutes a day beside ordinary customers who wait;
  they wait {:.0f} minutes on average, where Usher's default makes it {:.0f}.
* Strict priority at shared counters gives VIPs a P99 of {:.0f} minutes, and lets an ordinary customer
  be overtaken by somebody who came {:.0f} minutes later. First come, first served gives VIPs {:.0f}.
  The default gives them {:.0f}, and nobody is overtaken by anybody who came more than {:.0f} minutes
  later, at any load.
* The limit has its price: in a lasting rush VIPs wait longer than under strict priority. A bank that
  wants more protection buys it with a longer head start (60 minutes: {:.0f}), which is a longer limit
  for everybody.
* *Help after 5*, the default, beside *help at once*: what a bank buys with the delay is a VIP counter
  that is free when a VIP comes. On this lobby that gains them next to nothing: the VIPs' mean wait
  changes by {} minutes ({}).
  It costs ordinary customers {:.1f} minutes on average, and {:.1f} % of the assisted are late instead
  of {:.1f}. In a lobby like this one, help at once.
* *One counter kept in reserve* lets gold and ordinary customers start only while another counter is
  idle besides; *accumulating* lets two people who wait swap places.
)";

std::string reading(const std::vector<Standings>& loads) {
    const std::vector<Standing>& all = loads.front().policies;
    const Measure vip = [](const Reading& r) { return r.tiers[0].p99; };
    const Measure vipMean = [](const Reading& r) { return r.tiers[0].mean; };
    const Measure assisted = [](const Reading& r) { return 100 * r.tiers[1].late; };
    const Measure ordinary = [](const Reading& r) { return r.tiers[3].mean; };
    const Measure overtaken = [](const Reading& r) { return r.tiers[3].worstOvertake; };
    const Measure idle = [](const Reading& r) { return r.idle; };
    const auto value = [&](std::string_view rule, const Measure& measure) {
        return measure(named(all, rule).trial.whole);
    };
    std::string others;
    for (std::size_t i = 1; i < loads.size(); ++i)
        others += fmt::format("{}{} at {:.0f} % load", others.empty() ? "" : ", ",
                              delayed(loads[i].policies, vipMean), loads[i].load * 100);
    return fmt::format(
        readingText, value(onlyVips, idle), value(onlyVips, ordinary),
        value(usherDefault, ordinary), value(strictShared, vip), value(strictShared, overtaken),
        value(firstComeShared, vip), value(usherDefault, vip), value(usherDefault, overtaken),
        value(longHeadStart, vip), delayed(all, vipMean), others.empty() ? "at this load" : others,
        value(usherDefault, ordinary) - value(helpAtOnce, ordinary), value(usherDefault, assisted),
        value(helpAtOnce, assisted));
}

constexpr const char* systemsReading = R"(
## Other systems, on the same customers

Only the choice of the next customer is taken over, as read from each system's code, or from its
manual where the code is not public (Qmatic). What it needs to know is set as a bank would: three
levels or four for the tiers, a kind of counter for each customer. All may serve whom the reference
lobby says, the VIP counter everybody at once. Appointments, postponed customers and recalls are left
out. *Overtaken, at worst*: how much later the last one came who was called before an ordinary
customer, by a counter that might have taken them; *times*: how many were, before the same one. *Too
far*: ordinary customers a day who were overtaken by somebody who came more than 30 minutes later.

Rules whose windows prefer their own business (TheQ, QSystem) put short errands first, and so have the
lowest averages; the head-start rule asks who came when and who it is, never how long it will take.
)";

std::string sentences(const std::vector<Standing>& systems) {
    std::string text = "\n";
    for (const Standing& one : systems)
        if (!one.contender.sentence.empty())
            text += fmt::format("* **{}**: {}\n", one.contender.name, one.contender.sentence);
    return text;
}

} // namespace

double passedFarADay(const Reading& r) {
    return r.tiers[3].passedFar * static_cast<double>(r.tiers[3].arrivals) / r.days;
}

const Standing& defaultOf(const std::vector<Standing>& all) {
    return *std::find_if(all.begin(), all.end(),
                         [](const Standing& one) { return one.contender.name == usherDefault; });
}

std::string toPage(const std::vector<Standings>& loads, std::size_t days,
                   const std::string& command) {
    const Standings& first = loads.front();
    std::string text = opening(days, command) + reading(loads);
    text += fmt::format("\n## {}\n", title(first)) + table(first.policies, columns());
    text += "\nLess the default, day by day on the same customers:\n" + differences(first.policies);
    text += systemsReading;
    text += fmt::format("\n### {}\n", title(first)) + table(first.systems, systemColumns());
    text += "\nLess the default, day by day on the same customers:\n" + differences(first.systems);
    text += sentences(first.systems);
    for (std::size_t i = 1; i < loads.size(); ++i) {
        text += fmt::format("\n## {}\n", title(loads[i])) + table(loads[i].policies, columns());
        text += table(loads[i].systems, systemColumns());
    }
    return text + besideEarlier(loads);
}

} // namespace usher::sim
