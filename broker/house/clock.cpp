#include "broker/house/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace usher::house {

using namespace protocol;

Moment wallNow() {
    return {std::chrono::duration_cast<Millis>(std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

std::string toText(const Anchor& anchor) {
    return fmt::format("{} {} {}", anchor.wall.ms, anchor.outlet.ms, anchor.speed);
}

std::optional<Anchor> anchorFromText(std::string_view text) {
    Anchor anchor;
    const char* at = text.data();
    const char* end = at + text.size();
    for (std::int64_t* into : {&anchor.wall.ms, &anchor.outlet.ms}) {
        const auto [next, error] = std::from_chars(at, end, *into);
        if (error != std::errc{} || next == end)
            return std::nullopt;
        at = next + 1;
    }
    const auto [next, error] = std::from_chars(at, end, anchor.speed);
    if (error != std::errc{} || next != end || !(anchor.speed > 0))
        return std::nullopt;
    return anchor;
}

OutletClock::OutletClock(transport::Loop& loop, const Anchor& anchor)
    : loop_{loop}, start_{std::chrono::steady_clock::now()}, speed_{anchor.speed} {
    const auto since = static_cast<double>((wallNow() - anchor.wall).count()) * speed_;
    outletAtStart_ = anchor.outlet + Millis{static_cast<std::int64_t>(since)};
    aheadOfWall_ = anchor.outlet - anchor.wall;
}

Moment OutletClock::now() const {
    const std::chrono::duration<double, std::milli> real =
        std::chrono::steady_clock::now() - start_;
    return outletAtStart_ + Millis{static_cast<std::int64_t>(real.count() * speed_)};
}

void OutletClock::alarm(std::optional<Moment> at) {
    if (timer_)
        loop_.cancel(*timer_);
    timer_.reset();
    if (!at)
        return;
    const double outletMs = static_cast<double>(std::max((*at - now()).count(), std::int64_t{0}));
    const std::chrono::duration<double, std::milli> real{outletMs / speed_ + 1.0};
    timer_ = loop_.at(std::chrono::steady_clock::now() +
                          std::chrono::duration_cast<std::chrono::steady_clock::duration>(real),
                      [this] {
                          timer_.reset();
                          ring_();
                      });
}

bool OutletClock::notBefore(Moment last) {
    const Millis behind = last - now();
    if (behind <= Millis{0})
        return false;
    outletAtStart_ = outletAtStart_ + behind;
    lead_ = behind;
    return true;
}

bool OutletClock::follow() {
    constexpr Millis slack{2000};
    if (speed_ != 1.0)
        return false;
    const Millis ahead = wallNow() + aheadOfWall_ - now();
    if (ahead > slack) {
        outletAtStart_ = outletAtStart_ + ahead;
        lead_ = Millis{0};
    }
    return ahead < -slack - lead_;
}

} // namespace usher::house
