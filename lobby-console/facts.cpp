#include "lobby-console/facts.h"

#include "lobby-console/lobby.h"

#include <algorithm>

namespace usher::lobby {

using namespace protocol;

namespace {

Promises kept(const protocol::Promises& said) {
    // Fewer calls than this are off by chance alone; beyond the rest, the forecasts are wrong.
    constexpr std::uint32_t enough = 30;
    constexpr int surelyLeast = 80;
    constexpr int likelyLeast = 35;
    constexpr int likelyMost = 65;
    if (said.scored == 0)
        return {};
    Promises promises{static_cast<int>(said.scored), perCent(said.withinLikely, said.scored),
                      perCent(said.withinSurely, said.scored)};
    promises.off =
        said.scored >= enough && (promises.surely < surelyLeast || promises.likely < likelyLeast ||
                                  promises.likely > likelyMost);
    return promises;
}

} // namespace

Chosen factsOf(const View& view, const Ticket& one) {
    const Tier& ordinary = view.setup().tiers.front();
    Chosen facts;
    facts.kind = static_cast<int>(Lobby::Kind::Ticket);
    facts.number = text(one.number);
    facts.name = view.nameOf(one.service);
    facts.zone = view.nameOf(one.zone);
    facts.tier = one.tier == ordinary.id ? QString{} : view.nameOf(one.tier);
    if (const auto& place = one.phase == Phase::Waiting ? one.place.counter : one.counter)
        facts.counter = view.nameOf(*place);
    facts.state = static_cast<int>(one.phase);
    facts.wait = minutes(view.waited(one));
    facts.target = minutes(view.target(one));
    facts.level = static_cast<int>(view.level(one));
    facts.promoted = one.promotion < Millis{0};
    facts.movable = one.phase == Phase::Waiting || one.phase == Phase::Diverted;
    facts.promotable = one.phase == Phase::Waiting && one.promotion == Millis{0};
    facts.resumable = isAway(view, one);
    facts.cancellable = one.phase == Phase::Reserved || one.phase == Phase::Waiting ||
                        one.phase == Phase::Held || one.phase == Phase::Diverted;
    facts.paperUnknown = one.paper == Paper::Unknown && facts.cancellable;
    return facts;
}

Chosen factsOf(const View& view, const CounterState& state, const TileRow& tile) {
    const bool machine = view.isMachine(state.id);
    Chosen facts;
    facts.kind = static_cast<int>(machine ? Lobby::Kind::Machine : Lobby::Kind::Desk);
    facts.number = QString::number(tile.number);
    facts.name = tile.name;
    facts.zone = view.nameOf(view.setup().find(state.id)->zone);
    facts.staff = tile.teller;
    facts.reason = tile.reason;
    facts.state = tile.state;
    facts.level = static_cast<int>(tile.level);
    facts.service = tile.service;
    facts.line = tile.line;
    facts.other = tile.other;
    facts.kept = tile.kept;
    const bool shut = state.desk == Desk::Closed || state.closing;
    facts.openable = shut && (machine || state.staff.has_value());
    facts.closable = !shut;
    return facts;
}

Circumstances circumstancesOf(const View& view) {
    Circumstances all;
    if (const Band* band = view.outlet.band() ? view.setup().find(*view.outlet.band()) : nullptr) {
        all.band = view.say(band->name);
        all.bandUntil = wallClock(band->to);
    }
    if (view.setup().openAt(view.now)) {
        const LocalTime local = view.setup().timeZone.local(view.now);
        const int closes = view.setup().hoursOn(local)->closes;
        all.closes = wallClock(closes);
        all.left = closes - local.minute;
    }
    all.degraded = view.outlet.degraded().active;
    const auto& counters = view.outlet.counters();
    all.open = static_cast<int>(
        std::count_if(counters.begin(), counters.end(), [&](const CounterState& one) {
            return !view.isMachine(one.id) && one.desk != Desk::Closed && !one.closing;
        }));
    const int least = static_cast<int>(view.setup().policy.degradedBelow);
    all.least = all.open < least ? least : 0;
    return all;
}

Today dayOf(const View& view) {
    const Totals& totals = view.outlet.totals();
    Today today{.taken = static_cast<int>(totals.taken),
                .served = static_cast<int>(totals.served),
                .noShow = static_cast<int>(totals.noShow),
                .left = static_cast<int>(totals.left),
                .overtake = minutes(totals.worstOvertake),
                .bound = minutes(view.setup().overtakingBound()),
                .promises = kept(totals.promises)};
    for (const auto& [id, one] : view.outlet.tickets()) {
        today.waiting += one.phase == Phase::Waiting ? 1 : 0;
        today.away += isAway(view, one) ? 1 : 0;
        today.late += view.willMiss(one) ? 1 : 0;
    }
    return today;
}

} // namespace usher::lobby
