// The outlet's clock: the machine's own, or one that runs faster from a set hour.
//
// It is read from the machine's wall clock once, at the start, and then carried on by the steady
// one: somebody setting the wall clock back does not set the outlet back. A faster clock goes on
// after a restart where it would have been.
#pragma once

#include "broker/engine/ports.h"
#include "broker/transport/loop.h"

namespace usher::house {

/// Outlet time `outlet` was when the wall showed `wall`.
struct Anchor {
    protocol::Moment wall;
    protocol::Moment outlet;
    double speed{1.0};
};
[[nodiscard]] std::string toText(const Anchor& anchor);
[[nodiscard]] std::optional<Anchor> anchorFromText(std::string_view text);
[[nodiscard]] protocol::Moment wallNow();

class OutletClock : public engine::Clock {
public:
    OutletClock(transport::Loop& loop, const Anchor& anchor);

    [[nodiscard]] protocol::Moment now() const override;
    void alarm(std::optional<protocol::Moment> at) override;
    /// What to call at the alarm; set once, before the first.
    void onAlarm(std::function<void()> ring) { ring_ = std::move(ring); }
    /// Goes on from `last`, if that is later: time does not go back between two runs either.
    /// True if it was.
    bool notBefore(protocol::Moment last);
    /// Follows the wall where it ran ahead of us (a sleep, a correction); never back. True if it
    /// was found more than two seconds behind where it was at the start.
    bool follow();

private:
    transport::Loop& loop_;
    std::chrono::steady_clock::time_point start_;
    protocol::Moment outletAtStart_;
    protocol::Millis aheadOfWall_; ///< at speed 1
    protocol::Millis lead_{};      ///< what notBefore() put on top of it
    double speed_;
    std::function<void()> ring_;
    std::optional<transport::Loop::TimerId> timer_;
};

} // namespace usher::house
