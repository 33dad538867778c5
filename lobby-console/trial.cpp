#include "lobby-console/trial.h"

#include "broker/link/refusals.h"

namespace usher::lobby {

using namespace protocol;
using link::refusals::Code;

namespace {

QVariantList list(const std::vector<TierLine>& lines) {
    QVariantList all;
    for (const TierLine& line : lines)
        all << QVariant::fromValue(line);
    return all;
}

} // namespace

Trial::Trial(link::Link& link, QObject* parent)
    : QObject{parent}, link_{link}, refusal_{static_cast<int>(Code::None)} {}

QVariantList Trial::tiers() const {
    return list(tiers_);
}

QVariantList Trial::said() const {
    return list(mostSaid(tiers_));
}

bool Trial::otherWork() const {
    const auto& all = choices_.rows();
    return std::any_of(all.begin(), all.end(),
                       [](const TrialChoice& one) { return !one.takes.empty(); });
}

void Trial::show(const View& view, const CounterState* counter) {
    const CounterId chosen = counter != nullptr ? counter->id : CounterId{};
    if (chosen != counter_)
        drop();
    counter_ = chosen;
    const auto offered = [this] { return std::pair{otherWork(), repeatable()}; };
    const auto before = offered();
    choices_.settle(counter != nullptr ? choicesFor(view, *counter) : std::vector<TrialChoice>{});
    if (offered() != before)
        emit changed();
    if (state_ != State::Told)
        return;
    auto tiers = tierLines(view, foreseen_);
    auto effect = effectOf(view, foreseen_, counter_);
    if (tiers == tiers_ && effect == effect_)
        return;
    tiers_ = std::move(tiers);
    effect_ = std::move(effect);
    emit changed();
}

void Trial::ask(const QString& choice) {
    const int at = choices_.indexOf(choice);
    if (at < 0)
        return;
    const TrialChoice& one = choices_.rows()[static_cast<std::size_t>(at)];
    tried_ = one.key;
    what_ = static_cast<What>(one.what);
    state_ = State::Asking;
    refusal_ = static_cast<int>(Code::None);
    link_.ask(WhatIf{{one.change}}, this,
              [this, question = ++question_](const client::Outcome& outcome) {
                  if (question == question_)
                      heard(outcome);
              });
    emit changed();
}

void Trial::heard(const client::Outcome& outcome) {
    const auto* answer = std::get_if<Answer>(&outcome);
    const auto* foreseen = answer != nullptr ? std::get_if<Foreseen>(answer) : nullptr;
    const auto* refusal = std::get_if<Refusal>(&outcome);
    state_ = foreseen != nullptr ? State::Told : State::Refused;
    if (foreseen != nullptr) {
        foreseen_ = *foreseen;
        tiers_.clear();
        emit told();
    } else {
        refusal_ = static_cast<int>(refusal != nullptr ? link::refusals::codeOf(*refusal)
                                                       : Code::NoAnswer);
    }
    emit changed();
}

void Trial::drop() {
    ++question_;
    if (state_ == State::Nothing)
        return;
    state_ = State::Nothing;
    tried_.clear();
    tiers_.clear();
    effect_ = {};
    emit changed();
}

} // namespace usher::lobby
