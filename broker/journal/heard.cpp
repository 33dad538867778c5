#include "broker/journal/heard.h"

namespace usher::journal {

namespace {

/// Fewer than the disk drops with as many answers written: a clock that jumps two days ahead must
/// not make us forget what the disk still has, and do it twice.
constexpr int atMost = 2;

} // namespace

void Heard::add(const protocol::CommandId& id, protocol::Moment at) {
    last_[id] = at;
    inOrder_.emplace_back(id, at);
    for (int i = 0; i < atMost && inOrder_.front().second + answersKept < at; ++i) {
        const auto [oldId, oldAt] = inOrder_.front();
        inOrder_.pop_front();
        // Asked again since, after a commit that failed, it is younger than that.
        if (const auto old = last_.find(oldId); old != last_.end() && old->second == oldAt)
            last_.erase(old);
    }
}

} // namespace usher::journal
