// Real time, as the world has it: what is due next, happens next. Nobody waits for it.
#pragma once

#include "broker/protocol/moment.h"

#include <functional>
#include <map>
#include <utility>

namespace usher::world {

class Timeline {
public:
    using Task = std::function<void()>;

    /// Since the run began.
    [[nodiscard]] protocol::Millis now() const { return now_; }
    /// Of two for the same moment, the one said first comes first.
    void in(protocol::Millis span, Task task) {
        due_.emplace(std::pair{now_ + span, ++said_}, std::move(task));
    }
    /// Does everything that is due until then.
    void runUntil(protocol::Millis end) {
        while (!due_.empty() && due_.begin()->first.first <= end) {
            now_ = due_.begin()->first.first;
            const Task task = std::move(due_.begin()->second);
            due_.erase(due_.begin());
            task();
        }
        now_ = end;
    }

private:
    protocol::Millis now_{};
    std::uint64_t said_ = 0;
    std::map<std::pair<protocol::Millis, std::uint64_t>, Task> due_;
};

} // namespace usher::world
