// Which call the hall shows, and which are still to be shown: one after another, none lost.
//
// Each stays for five seconds at least, so two that come together are both seen. A call is known by
// its id: a recall flashes once more, a withdrawn call goes, one first seen when it was already old
// (this display has just started) is shown but not announced. There is no clock in here.
#pragma once

#include "broker/protocol/answer.h"

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace usher::hall {

class Announcements {
public:
    /// Of this machine, from any beginning; never set back.
    using Time = std::chrono::milliseconds;
    static constexpr Time shownAtLeast{5'000};
    static constexpr protocol::Millis oldAfter{20'000}; ///< on the outlet's clock
    static constexpr std::size_t earlierMax = 6;

    /// Takes in what the board says now.
    void hear(const protocol::Board& board, Time now);
    /// Brings the next one on if its time has come.
    void advance(Time now);

    /// The one in large; nothing when nobody has been called.
    [[nodiscard]] const std::optional<protocol::BoardCall>& current() const { return current_; }
    /// Those shown before, newest first, without the current one and those still to come.
    [[nodiscard]] std::vector<protocol::BoardCall> earlier() const;
    /// Counts what was announced: one more means a chime and, if it was a recall, a flash.
    [[nodiscard]] int announced() const { return announced_; }
    [[nodiscard]] int recalled() const { return recalled_; }
    /// When advance() has something to do; nothing while there is nothing to come.
    [[nodiscard]] std::optional<Time> due() const;

private:
    struct Known {
        std::uint32_t times{};
        bool shown{};
    };
    [[nodiscard]] bool waits(protocol::Sequence call) const;
    void meet(const protocol::BoardCall& call, protocol::Moment outletNow);
    void withdraw(const protocol::Board& board);

    std::vector<protocol::BoardCall> calls_; ///< newest first, as the board said last
    std::map<protocol::Sequence, Known> known_;
    std::deque<protocol::BoardCall> next_;
    std::optional<protocol::BoardCall> current_;
    Time since_{};
    int announced_ = 0;
    int recalled_ = 0;
};

} // namespace usher::hall
