#include "broker/journal/heard.h"

namespace usher::journal {

void Heard::add(const protocol::CommandId& id, protocol::Moment at) {
    last_[id] = at;
    inOrder_.emplace_back(id, at);
    while (inOrder_.front().second + answersKept < at) {
        const auto [oldId, oldAt] = inOrder_.front();
        inOrder_.pop_front();
        // Asked again since, after a commit that failed, it is younger than that.
        if (const auto old = last_.find(oldId); old != last_.end() && old->second == oldAt)
            last_.erase(old);
    }
}

} // namespace usher::journal
