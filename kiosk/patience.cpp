#include "kiosk/patience.h"

#include <algorithm>

namespace usher::kiosk {

void Patience::wait(const Limits& limits, Millis now) {
    limits_ = limits;
    since_ = now;
}

bool Patience::counting(Millis now) const {
    return !endless() && limits_.counted.count() > 0 && now - since_ >= limits_.silent &&
           !over(now);
}

bool Patience::over(Millis now) const {
    return !endless() && now - since_ >= limits_.silent + limits_.counted;
}

int Patience::secondsLeft(Millis now) const {
    const auto left = limits_.silent + limits_.counted - (now - since_);
    const auto shown = std::clamp(left, Millis{0}, limits_.counted);
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(shown).count());
}

int Patience::secondsTotal() const {
    return static_cast<int>(
        std::chrono::duration_cast<std::chrono::seconds>(limits_.counted).count());
}

} // namespace usher::kiosk
