#include "broker/house/metrics.h"

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace usher::house {

using namespace protocol;

namespace {

class Page {
public:
    void counter(std::string_view name, std::string_view help, std::uint64_t value) {
        text_ += fmt::format("# HELP {0} {1}\n# TYPE {0} counter\n{0} {2}\n", name, help, value);
    }
    void gauge(std::string_view name, std::string_view help) {
        text_ += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name, help);
    }
    template <class V>
    void sample(std::string_view name, std::string_view labels, V value) {
        text_ += labels.empty() ? fmt::format("{} {}\n", name, value)
                                : fmt::format("{}{{{}}} {}\n", name, labels, value);
    }
    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    std::string text_;
};

void overtaking(Page& page, const Totals& today, Millis bound) {
    const auto seconds = [](Millis span) { return static_cast<double>(span.count()) / 1000; };
    page.gauge("usher_worst_overtake_seconds", "By the head-start rule, today.");
    page.sample("usher_worst_overtake_seconds", "", seconds(today.worstOvertake));
    page.gauge("usher_overtaking_bound_seconds", "H: what the above may never exceed.");
    page.sample("usher_overtaking_bound_seconds", "", seconds(bound));
    page.gauge("usher_promoted_calls", "Calls of tickets that staff had moved forward, today.");
    page.sample("usher_promoted_calls", "", today.promoted);
    page.gauge("usher_worst_promoted_overtake_seconds", "By one of those: H does not bound it.");
    page.sample("usher_worst_promoted_overtake_seconds", "", seconds(today.worstPromoted));
}

void zones(Page& page, const outlet::Outlet& outlet, Moment now) {
    page.gauge("usher_waiting", "People waiting, by zone.");
    for (const Zone& zone : outlet.setup().zones)
        page.sample("usher_waiting", fmt::format("zone=\"{}\"", zone.id.view()),
                    outlet.waitingIn(zone.id));
    page.gauge("usher_longest_wait_seconds", "Longest wait of anybody waiting now, by tier.");
    for (const Tier& tier : outlet.setup().tiers) {
        Millis longest{};
        for (const auto& [id, ticket] : outlet.tickets())
            if (ticket.phase == Phase::Waiting && ticket.tier == tier.id)
                longest = std::max(longest, now - ticket.arrival);
        page.sample("usher_longest_wait_seconds", fmt::format("tier=\"{}\"", tier.id.view()),
                    static_cast<double>(longest.count()) / 1000);
    }
    page.gauge("usher_counters", "Counters by what they are doing.");
    for (const char* desk : {"Closed", "Idle", "Standby", "Calling", "Serving", "Paused"}) {
        const auto doing = std::count_if(
            outlet.counters().begin(), outlet.counters().end(), [&](const CounterState& state) {
                return boost::describe::enum_to_string(state.desk, "") == std::string_view{desk};
            });
        page.sample("usher_counters", fmt::format("desk=\"{}\"", desk), doing);
    }
}

} // namespace

std::string metricsPage(const engine::Engine& engine, bool logLeftAlone,
                        const transport::Door::Counts& door, const transport::Gate::Counts& gate,
                        Moment now) {
    Page page;
    const engine::Figures& figures = engine.figures();
    page.counter("usher_commands_total", "Commands taken in.", figures.commands);
    page.counter("usher_refusals_total", "Commands refused by the rules.", figures.refusals);
    page.counter("usher_repeats_total", "Commands answered from memory.", figures.repeats);
    page.counter("usher_events_total", "Events journalled.", figures.events);
    page.counter("usher_commits_total", "Transactions of the journal.", figures.commits);
    page.counter("usher_commit_failures_total", "Transactions that failed.", figures.failures);
    page.counter("usher_door_forbidden_total", "Commands not for that role.", door.forbidden);
    page.counter("usher_door_malformed_total", "Frames that could not be read.", door.malformed);
    page.counter("usher_door_strangers_total", "Frames of revoked keys.", door.strangers);
    page.counter("usher_door_overrun_total", "Frames not read: the device had had its share.",
                 door.overrun);
    page.counter("usher_gate_refused_total", "Connections turned away.", gate.turnedAway);
    const Totals& today = engine.durable().totals();
    page.gauge("usher_healthy", "1 while the journal takes new events.");
    page.sample("usher_healthy", "", engine.healthy() ? 1 : 0);
    page.gauge("usher_log_left_alone",
               "1 since a sync of the journal's file failed: its log grows until a restart.");
    page.sample("usher_log_left_alone", "", logLeftAlone ? 1 : 0);
    page.gauge("usher_today", "Tickets of the business day, by what became of them.");
    for (const auto& [what, count] :
         {std::pair{"taken", today.taken}, std::pair{"called", today.called},
          std::pair{"served", today.served}, std::pair{"no_show", today.noShow},
          std::pair{"left", today.left}, std::pair{"diverted", today.diverted},
          std::pair{"voided", today.voided}})
        page.sample("usher_today", fmt::format("what=\"{}\"", what), count);
    overtaking(page, today, engine.durable().setup().overtakingBound());
    zones(page, engine.durable(), now);
    return std::move(page).text();
}

} // namespace usher::house
