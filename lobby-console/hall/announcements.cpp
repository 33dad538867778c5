#include "lobby-console/hall/announcements.h"

#include "broker/protocol/limits.h"

#include <algorithm>

namespace usher::hall {

using namespace protocol;

namespace {

bool has(const std::vector<BoardCall>& calls, Sequence call) {
    return std::any_of(calls.begin(), calls.end(),
                       [&](const BoardCall& one) { return one.call == call; });
}

/// A full board has no room for the oldest calls: those were pushed out, not taken back.
bool pushedOut(const Board& board, Sequence call) {
    return board.calls.size() >= boardCallsMax && call < board.calls.back().call;
}

} // namespace

bool Announcements::waits(Sequence call) const {
    return std::any_of(next_.begin(), next_.end(),
                       [&](const BoardCall& one) { return one.call == call; });
}

void Announcements::hear(const Board& board, Time now) {
    withdraw(board);
    calls_ = board.calls;
    for (auto call = board.calls.rbegin(); call != board.calls.rend(); ++call)
        meet(*call, board.now);
    if (!current_)
        for (const BoardCall& call : calls_)
            if (known_[call.call].shown) {
                current_ = call;
                since_ = now - shownAtLeast;
                break;
            }
    advance(now);
}

void Announcements::withdraw(const Board& board) {
    const auto gone = [&](Sequence call) {
        return !has(board.calls, call) && !pushedOut(board, call);
    };
    std::erase_if(next_, [&](const BoardCall& one) { return gone(one.call); });
    std::erase_if(
        known_, [&](const auto& one) { return !has(board.calls, one.first) && !waits(one.first); });
    if (current_ && gone(current_->call))
        current_.reset();
}

void Announcements::meet(const BoardCall& call, Moment outletNow) {
    const auto [at, fresh] = known_.try_emplace(call.call);
    Known& known = at->second;
    const bool again = !fresh && call.times > known.times;
    if (!fresh && !again)
        return;
    known.times = call.times;
    if (outletNow - call.at > oldAfter) {
        known.shown = true;
        return;
    }
    const auto same = std::find_if(next_.begin(), next_.end(),
                                   [&](const BoardCall& one) { return one.call == call.call; });
    if (same == next_.end())
        next_.push_back(call);
    else
        *same = call;
}

void Announcements::advance(Time now) {
    if (next_.empty() || (current_ && now - since_ < shownAtLeast))
        return;
    current_ = next_.front();
    next_.pop_front();
    since_ = now;
    known_[current_->call] = {current_->times, true};
    ++announced_;
    recalled_ += current_->times > 1 ? 1 : 0;
}

std::vector<BoardCall> Announcements::earlier() const {
    std::vector<BoardCall> result;
    for (const BoardCall& call : calls_) {
        const auto known = known_.find(call.call);
        const bool shown = known != known_.end() && known->second.shown;
        if (shown && (!current_ || current_->call != call.call) && result.size() < earlierMax)
            result.push_back(call);
    }
    return result;
}

std::optional<Announcements::Time> Announcements::due() const {
    if (next_.empty())
        return std::nullopt;
    return current_ ? since_ + shownAtLeast : Time{};
}

} // namespace usher::hall
