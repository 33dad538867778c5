#include "broker/forecast/lognormal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace usher::forecast {

namespace {

/// Beyond so many lengths the old ones fade: a branch changes, if slowly.
constexpr double rememberedMax = 5000;

double density(double z) {
    return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

} // namespace

double normalTail(double z) {
    return std::erfc(z / std::numbers::sqrt2) / 2;
}

// A rational guess (Abramowitz and Stegun 26.2.22), then Halley's steps on the tail itself.
double normalTailInverse(double p) {
    if (p > 0.5)
        return -normalTailInverse(1 - p);
    const double t = std::sqrt(-2 * std::log(p));
    double z = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
    for (int step = 0; step < 2; ++step) {
        const double miss = (normalTail(z) - p) / density(z);
        z += miss / (1 - z * miss / 2);
    }
    return z;
}

double Lognormal::seconds(double z) const {
    return std::exp(mean + sd * z);
}

double Lognormal::average() const {
    return std::exp(mean + sd * sd / 2);
}

double Lognormal::residual(double elapsed, double u) const {
    if (elapsed <= 0 || sd == 0)
        return std::max(0.0, seconds(elapsed <= 0 ? normalTailInverse(u) : 0) - elapsed);
    // Past forty deviations doubles run out of tail; nothing that rare is worth a better answer.
    const double least = std::min(40.0, (std::log(elapsed) - mean) / sd);
    const double tail = std::max(normalTail(least) * u, 1e-300);
    return std::max(0.0, seconds(normalTailInverse(tail)) - elapsed);
}

Lognormal lognormalOf(double meanSeconds, double cv) {
    const double variance = std::log1p(cv * cv);
    return {std::log(meanSeconds) - variance / 2, std::sqrt(variance)};
}

void Belief::learn(double logSeconds) {
    const double off = logSeconds - mean_;
    scale_ += weight_ / (weight_ + 1) * off * off / 2;
    mean_ += off / (weight_ + 1);
    weight_ += 1;
    shape_ += 0.5;
    if (weight_ > rememberedMax) {
        const double fade = rememberedMax / weight_;
        weight_ *= fade;
        shape_ = 1 + (shape_ - 1) * fade;
        scale_ *= fade;
    }
}

Lognormal Belief::best() const {
    return {mean_, std::sqrt(scale_ / (shape_ - 1))};
}

double Belief::doubt() const {
    return best().sd / std::sqrt(weight_);
}

void Share::learn(bool happened) {
    const double fade = of < rememberedMax ? 1 : 1 - 1 / of;
    times = times * fade + (happened ? 1 : 0);
    of = of * fade + 1;
}

} // namespace usher::forecast
