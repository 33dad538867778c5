#include "broker/journal/heard.h"

#include <algorithm>

namespace usher::journal {

namespace {

/// Fewer than the disk drops with as many answers written: a clock that jumps two days ahead must
/// not make us forget what the disk still has, and do it twice.
constexpr int dropsMax = 2;

} // namespace

void Heard::add(const protocol::CommandId& id, protocol::Moment at, Was was) {
    last_[id] = {at, was};
    (was == Was::Refused ? refused_ : answered_).push_back({id, at});
    for (int i = 0; i < dropsMax; ++i) {
        const bool ofRefused =
            answered_.empty() || (!refused_.empty() && refused_.front().at < answered_.front().at);
        const InOrder& older = ofRefused ? refused_ : answered_;
        if (older.front().at + answersKept >= at)
            return;
        dropFirst(ofRefused ? Was::Refused : Was::Answered);
    }
}

std::vector<protocol::CommandId> Heard::surplus(std::size_t atMost) const {
    std::vector<protocol::CommandId> found;
    for (std::size_t i = 0; i < beyond(atMost); ++i)
        if (isLast(refused_[i], Was::Refused))
            found.push_back(refused_[i].id);
    return found;
}

void Heard::dropSurplus(std::size_t atMost) {
    for (std::size_t left = beyond(atMost); left > 0; --left)
        dropFirst(Was::Refused);
}

std::size_t Heard::beyond(std::size_t atMost) const {
    return refused_.size() <= protocol::refusalsKept
               ? 0
               : std::min(refused_.size() - protocol::refusalsKept, atMost);
}

bool Heard::isLast(const One& one, Was was) const {
    const auto last = last_.find(one.id);
    return last != last_.end() && last->second.at == one.at && last->second.was == was;
}

void Heard::dropFirst(Was was) {
    InOrder& from = was == Was::Refused ? refused_ : answered_;
    if (isLast(from.front(), was))
        last_.erase(from.front().id);
    from.pop_front();
}

} // namespace usher::journal
