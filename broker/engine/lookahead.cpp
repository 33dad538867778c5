#include "broker/engine/lookahead.h"

#include "broker/protocol/limits.h"
#include "broker/rules/coverage.h"
#include "broker/rules/trial.h"

#include <algorithm>
#include <utility>

namespace usher::engine {

using namespace protocol;

Lookahead::~Lookahead() {
    for (const auto& [by, waiting] : open_)
        outlook_.forget(waiting.question);
}

void Lookahead::take(const Asked& asked, Moment now) {
    if (const auto before = open_.find(asked.by); before != open_.end()) {
        // The same question again: its asker is still there, and may have another address.
        if (before->second.id == asked.id) {
            before->second.to = asked.to;
            return;
        }
        outlook_.forget(before->second.question);
        outbox_.reply(before->second.to, before->second.id, Refusal::Superseded);
    }
    Waiting& mine = open_[asked.by];
    mine = {asked.id, asked.to, {}};
    mine.question =
        outlook_.whatIf(std::get<WhatIf>(asked.command), now,
                        [this, by = asked.by](Foreseen found) { answer(by, std::move(found)); });
}

void Lookahead::answer(const DeviceId& by, Foreseen found) {
    const auto at = open_.find(by);
    if (at == open_.end())
        return;
    const Waiting waiting = at->second;
    open_.erase(at);
    outbox_.reply(waiting.to, waiting.id, Answer{std::move(found)});
}

void Lookahead::look() {
    std::erase_if(open_, [this](const auto& one) {
        if (outbox_.reaches(one.second.to))
            return false;
        outlook_.forget(one.second.question);
        return true;
    });
}

namespace {

std::optional<Refusal> objection(const Setup& setup, const Change& change) {
    const bool ofCounter = change.open || change.helpAfter || !change.takes.empty();
    if (ofCounter != change.counter.has_value())
        return Refusal::Malformed;
    if (change.headStart && !change.tier)
        return Refusal::Malformed;
    if (change.counter) {
        const Counter* counter = setup.find(*change.counter);
        if (counter == nullptr || setup.find(counter->zone)->selfService)
            return Refusal::UnknownCounter;
    }
    if (change.tier && setup.find(*change.tier) == nullptr)
        return Refusal::UnknownTier;
    for (const Takes& takes : change.takes)
        if (const auto unknown = rules::unknownIn(setup, takes))
            return unknown;
    const auto inBounds = [](Millis span) { return span >= Millis{0} && span <= headStartMax; };
    const bool bounded = inBounds(change.helpAfter.value_or(Millis{0})) &&
                         inBounds(change.headStart.value_or(Millis{0})) &&
                         std::all_of(change.takes.begin(), change.takes.end(),
                                     [&](const Takes& takes) { return inBounds(takes.after); }) &&
                         change.arrivals <= arrivalsPercentMax;
    return bounded ? std::nullopt : std::optional{Refusal::Malformed};
}

} // namespace

std::optional<Refusal> objection(const outlet::Outlet& outlet, const WhatIf& question) {
    if (!outlet.day())
        return Refusal::OutletClosed;
    if (question.changes.empty() || question.changes.size() > changesMax)
        return Refusal::Malformed;
    for (const Change& change : question.changes)
        if (const auto why = objection(outlet.setup(), change))
            return why;
    return rules::refusedTrial(outlet, question.changes, outlet.at());
}

} // namespace usher::engine
