// Talks with chips, one at a time, in bounded time even when the chip is not.
//
// PC/SC cannot take back a command from a chip that hangs, so each talk has a thread of its own.
// One that is not done in time is given up: it ends by itself when the reader lets go, and what it
// may still learn is wiped.
#pragma once

#include "kiosk/card/chip.h"

#include <memory>
#include <mutex>
#include <optional>

namespace usher::card {

class Talker {
public:
    /// Reads the chip before `deadline`, or says TooSlow; nothing if stopped meanwhile.
    [[nodiscard]] std::optional<ChipOutcome> read(const std::string& reader, Wake wake,
                                                  std::chrono::steady_clock::time_point deadline);

    /// Ends a read() under way on another thread, and all later ones, at once.
    void stop();

private:
    struct Talk;

    std::mutex mutex_;
    std::shared_ptr<Talk> talk_; // the latest, perhaps given up and still hanging
    bool stopped_ = false;
};

} // namespace usher::card
