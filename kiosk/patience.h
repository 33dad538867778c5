// How long a page waits for a touch: first in silence, then counting down where everybody sees it.
//
// Any touch begins it anew. It has no clock of its own.
#pragma once

#include <chrono>

namespace usher::kiosk {

class Patience {
public:
    using Millis = std::chrono::milliseconds;

    /// Both zero: for ever.
    struct Limits {
        Millis silent{};
        Millis counted{};
    };

    void wait(const Limits& limits, Millis now);
    void touch(Millis now) { since_ = now; }

    [[nodiscard]] bool counting(Millis now) const;
    [[nodiscard]] bool over(Millis now) const;
    /// Of the countdown, rounded up.
    [[nodiscard]] int secondsLeft(Millis now) const;
    [[nodiscard]] int secondsTotal() const;

private:
    [[nodiscard]] bool endless() const { return limits_.silent.count() == 0; }

    Limits limits_;
    Millis since_{};
};

} // namespace usher::kiosk
