// What an expect line may ask about, answered in the words it would use.
#include "broker/rules/machines.h"
#include "tests/support/play.h"

#include <algorithm>

namespace usher::script {

using namespace protocol;

namespace {

std::string minutes(Millis span) {
    const auto seconds = span.count() / 1000;
    return seconds % 60 == 0 ? std::to_string(seconds / 60) + " min"
                             : std::to_string(seconds) + " s";
}

std::uint32_t totalOf(const Totals& totals, const std::string& what) {
    if (what == "taken")
        return totals.taken;
    if (what == "called")
        return totals.called;
    if (what == "served")
        return totals.served;
    if (what == "no-show")
        return totals.noShow;
    if (what == "left")
        return totals.left;
    if (what == "diverted")
        return totals.diverted;
    if (what == "voided")
        return totals.voided;
    if (what == "promoted")
        return totals.promoted;
    throw NotUnderstood("no such total: " + what);
}

} // namespace

const CounterState& Play::counter(const std::string& name) const {
    const CounterState* state = stage_.outlet().find(named<CounterId>(name));
    if (state == nullptr)
        throw NotUnderstood("no such counter: " + name);
    return *state;
}

const TicketCalled& Play::lastCall(const std::string& name) const {
    const auto id = named<CounterId>(name);
    for (auto r = stage_.records().rbegin(); r != stage_.records().rend(); ++r)
        if (const auto* call = std::get_if<TicketCalled>(&r->event); call && call->counter == id)
            return *call;
    throw NotUnderstood("nobody was called there: " + name);
}

/// Everybody who waits, in the order of the line.
std::string Play::waiting() const {
    std::vector<outlet::Standing> line;
    for (const outlet::Row& row : stage_.outlet().line().rows())
        line.insert(line.end(), row.begin(), row.end());
    std::sort(line.begin(), line.end());
    std::string names;
    for (const outlet::Standing& one : line)
        names += (names.empty() ? "" : " ") + nameOf(one.ticket);
    return names.empty() ? "nobody" : names;
}

std::string Play::lineOf(const CounterId& machine) const {
    std::string names;
    for (const rules::Turn& turn : rules::turns(stage_.outlet()))
        if (turn.machine == machine)
            names += (names.empty() ? "" : " ") + nameOf(turn.ticket);
    return names.empty() ? "nobody" : names;
}

/// What a kiosk would offer: "M2 now, M1 8 min".
std::string Play::machinesFor(Words& words) const {
    const auto service = words.takeId<ServiceId>();
    const TierId tier = stage_.outlet().setup().tiers.front().id;
    std::string all;
    for (const Alternative& one : rules::alternatives(stage_.outlet(), service, tier, stage_.now()))
        all += (all.empty() ? "" : ", ") + one.machine.str() + " " +
               (one.wait.surely == Millis{0} ? "now" : minutes(one.wait.likely));
    return all.empty() ? "none" : all;
}

std::string Play::lookAtCounter(const std::string& what, Words& words) {
    const std::string name = words.take();
    if (what == "why")
        return script::nameOf(lastCall(name).why.rule);
    if (what == "passed") {
        std::string all;
        for (const Passed& one : lastCall(name).why.passed)
            all += (all.empty() ? "" : " ") + nameOf(one.ticket) + " " + minutes(one.by);
        return all.empty() ? "nobody" : all;
    }
    const CounterState& state = counter(name);
    if (what == "kept")
        return state.kept ? script::nameOf(state.kept->whom) : "no";
    if (what == "was-kept") {
        const auto& kept = lastCall(name).why.circumstances.kept;
        return kept ? script::nameOf(kept->whom) : "no";
    }
    if (what == "eligible") {
        std::string all;
        for (const TicketId id : lastCall(name).why.circumstances.eligible)
            all += (all.empty() ? "" : " ") + nameOf(id);
        return all;
    }
    if (what == "basis")
        return script::nameOf(lastCall(name).why.circumstances.basis);
    if (what == "profile")
        return state.profile ? state.profile->reason : "as-usual";
    if (what == "staff")
        return state.staff ? state.staff->str() : "nobody";
    if (what == "machine")
        return script::nameOf(state.machine) + (state.reason.empty() ? "" : " " + state.reason);
    std::string text = script::nameOf(state.desk);
    if (state.ticket)
        text += " " + nameOf(*state.ticket);
    return text + (state.closing ? " closing" : "");
}

std::string Play::lookAtTicket(const std::string& what, Words& words) {
    const Ticket* found = stage_.outlet().find(ticket(words.take()));
    if (found == nullptr)
        return "forgotten";
    if (what == "zone")
        return found->zone.str();
    if (what == "paper")
        return script::nameOf(found->paper);
    if (what == "number")
        return found->number;
    if (what == "tier")
        return found->tier.str();
    if (what == "claims") {
        std::string all;
        for (const Claim claim : found->claims)
            all += (all.empty() ? "" : " ") + script::nameOf(claim);
        return all.empty() ? "none" : all;
    }
    return script::nameOf(found->phase);
}

std::string Play::look(Words& words) {
    const std::string what = words.take();
    if (what == "waiting")
        return waiting();
    if (what == "total") {
        const std::string which = words.take();
        return std::to_string(totalOf(stage_.outlet().totals(), which));
    }
    if (what == "day")
        return stage_.outlet().day() ? toText(*stage_.outlet().day()) : "none";
    if (what == "line")
        return lineOf(words.takeId<CounterId>());
    if (what == "machines")
        return machinesFor(words);
    if (what == "band")
        return stage_.outlet().band() ? stage_.outlet().band()->str() : "none";
    if (what == "mode")
        return stage_.outlet().degraded().active ? "degraded" : "normal";
    if (what == "promoted")
        return minutes(stage_.outlet().totals().worstPromoted);
    if (what == "appointments")
        return std::to_string(stage_.outlet().appointments().size());
    if (what == "overtaken")
        return minutes(stage_.outlet().totals().worstOvertake);
    if (what == "board") {
        std::string all;
        for (const BoardCall& call : stage_.outlet().calls())
            all += (all.empty() ? "" : ", ") + call.number + " at " + std::to_string(call.counter) +
                   " x" + std::to_string(call.times);
        return all.empty() ? "nothing" : all;
    }
    for (const char* one : {"ticket", "zone", "paper", "number", "tier", "claims"})
        if (what == one)
            return lookAtTicket(what, words);
    for (const char* one : {"desk", "why", "passed", "staff", "machine", "kept", "was-kept",
                            "eligible", "basis", "profile"})
        if (what == one)
            return lookAtCounter(what, words);
    throw NotUnderstood("cannot expect " + what);
}

} // namespace usher::script
