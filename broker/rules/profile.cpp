// What a counter takes for a while, by a person's word.
#include "broker/protocol/limits.h"
#include "broker/rules/acts.h"
#include "broker/rules/coverage.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;

namespace {

/// Why the takes cannot be; nothing if they can.
std::optional<Refusal> badTakes(const Setup& setup, const std::vector<Takes>& all) {
    if (all.empty() || all.size() > overrideTakesMax)
        return Refusal::Malformed;
    for (const Takes& takes : all) {
        // Beyond H, a help-out delay would break the promise; see setup/check.
        if (takes.after < Millis{0} || takes.after > setup.overtakingBound())
            return Refusal::Malformed;
        if (const auto unknown = unknownIn(setup, takes))
            return unknown;
    }
    return std::nullopt;
}

} // namespace

Decision decide(const View& view, const OverrideProfile& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const auto counter = view.outlet.floor().of(command.counter);
    if (counter == outlet::nowhere || view.outlet.floor().isMachine(counter))
        return Refusal::UnknownCounter;
    const CounterState& desk = view.outlet.counters()[counter];
    if (stale(command.seen, desk.version))
        return Refusal::StaleView;
    if (const auto bad = badReason(command.reason, true))
        return *bad;
    if (command.minutes == 0 || command.minutes > overrideMinutesMax)
        return Refusal::Malformed;
    if (const auto bad = badTakes(view.setup(), command.takes))
        return *bad;
    if (lostByOverride(view.outlet, counter, command.takes))
        return Refusal::ServiceUncovered;
    const Session* session = view.outlet.sessionAt(view.context.by);
    const ProfileOverride profile{
        command.takes, view.now + std::chrono::minutes{command.minutes}, command.reason,
        view.context.by, session != nullptr ? std::optional{session->staff} : std::nullopt};
    if (desk.profile == profile)
        return accept(view, {});
    return accept(view, {ProfileOverridden{desk.id, profile}});
}

Decision decide(const View& view, const EndOverride& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const CounterState* desk = view.outlet.find(command.counter);
    if (desk == nullptr)
        return Refusal::UnknownCounter;
    if (stale(command.seen, desk->version))
        return Refusal::StaleView;
    if (!desk->profile)
        return accept(view, {});
    if (lostByEnding(view.outlet, view.outlet.floor().of(desk->id)))
        return Refusal::ServiceUncovered;
    std::vector<Event> events{ProfileRestored{desk->id}};
    // What was fine beside it may not be without it.
    for (const CounterId& other : overridesToEnd(view.outlet, view.outlet.band(), {desk->id}))
        events.emplace_back(ProfileRestored{other});
    return accept(view, std::move(events));
}

} // namespace usher::rules
