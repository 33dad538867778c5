#include "broker/forecast/correction.h"

#include <algorithm>
#include <cmath>

namespace usher::forecast {

using namespace protocol;
using outlet::Index;

namespace {

constexpr double bias = 30; ///< seconds: the constant feature
constexpr double noiseLeast = 2500;
constexpr std::array<double, 4> priorVariance{100, .05, .05, .05};
constexpr double forgetting = 0.9995;
/// Whether least squares helps at all shows over weeks.
constexpr double trustForgetting = 0.9999;
constexpr double trustedAtFirst = 20; ///< in units of noise
/// How much the quantiles of the futures are believed before anything was seen, and the most that
/// is ever remembered, in customers.
constexpr double believed = 1000;
constexpr double rememberedMax = 7000;
/// The logarithms by which a quantile is off for each part of the customers that is on its wrong
/// side, about: the inverse of the density there, for waits spread like those of a busy hall.
constexpr double middleStep = 1.4;
constexpr double endStep = 6;
constexpr double stretchMax = 1.5;

double secondsOf(Millis span) {
    return static_cast<double>(span.count()) / 1000;
}

Millis millisOf(double seconds) {
    return Millis{std::llround(std::max(0.0, seconds) * 1000)};
}

double dot(const std::array<double, 4>& a, const std::array<double, 4>& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
}

} // namespace

void Delays::called(Millis waited) {
    les = secondsOf(waited);
    ewma = (3 * ewma + les) / 4;
}

Correction::Correction(std::size_t tiers) : tiers_(tiers) {
    for (std::size_t i = 0; i < 4; ++i)
        variance_[i][i] = priorVariance[i];
}

const Correction::Stretch& Correction::own(Index tier) const {
    return tiers_[std::min<std::size_t>(tier, tiers_.size() - 1)];
}

double Correction::trust() const {
    return std::clamp((trustedAtFirst + right_) / (trustedAtFirst + apart_), 0.0, 1.0);
}

Said Correction::say(const Wait& rolled, const Delays& delays, Index tier) const {
    Said said;
    const double mean = secondsOf(rolled.mean);
    const double spread = secondsOf(rolled.spread);
    said.features = {bias, mean, delays.ewma, delays.les};
    said.fitted = dot(weights_, said.features);
    said.noise = noiseLeast + spread * spread;
    const double corrected = std::max(0.0, mean + trust() * (said.fitted - mean));
    // The quantiles move with the mean; how far they lie apart is the futures' to say.
    const double shift = mean > 0 ? corrected / mean : 1;
    const Stretch& mine = own(tier);
    const auto stretched = [&](Millis span, double Stretch::*factor) {
        return secondsOf(span) * shift * std::exp(all_.*factor + mine.*factor);
    };
    const double likely = stretched(rolled.range.likely, &Stretch::likely);
    said.wait = {{millisOf(likely),
                  millisOf(std::max(likely, stretched(rolled.range.surely, &Stretch::surely)))},
                 millisOf(std::min(likely, stretched(rolled.early, &Stretch::early))),
                 millisOf(corrected),
                 millisOf(spread * shift)};
    return said;
}

void Correction::learn(const Said& said, Millis waited, Index tier) {
    fit(said, secondsOf(waited));
    all_.learn(said.wait, waited);
    tiers_[std::min<std::size_t>(tier, tiers_.size() - 1)].learn(said.wait, waited);
}

// Adaptive conformal inference (Gibbs and Candes 2021) on the logarithm of a factor, with a step
// that falls like counting's would: customers of one busy hour all wait longer than was said, and
// one hour must not undo what weeks have shown.
void Correction::Stretch::learn(const Wait& said, Millis waited) {
    customers = std::min(customers + 1, rememberedMax - believed);
    const auto move = [&](double& factor, double aim, Millis quantile, double step) {
        const double off = aim - (waited <= quantile ? 1 : 0);
        factor = std::clamp(factor + step * off / (believed + customers), -stretchMax, stretchMax);
    };
    move(early, 0.1, said.early, endStep);
    move(likely, 0.5, said.range.likely, middleStep);
    move(surely, 0.9, said.range.surely, endStep);
}

// Recursive least squares as a Kalman filter whose state stands still.
void Correction::fit(const Said& said, double waited) {
    const Vector& features = said.features;
    const double rolled = features[1];
    apart_ =
        trustForgetting * apart_ + (said.fitted - rolled) * (said.fitted - rolled) / said.noise;
    right_ = trustForgetting * right_ + (said.fitted - rolled) * (waited - rolled) / said.noise;

    Vector gain{};
    for (std::size_t i = 0; i < 4; ++i) {
        for (double& one : variance_[i])
            one /= forgetting;
        gain[i] = dot(variance_[i], features);
    }
    const double innovation = said.noise + dot(gain, features);
    const double miss = waited - dot(weights_, features);
    for (std::size_t i = 0; i < 4; ++i)
        weights_[i] += gain[i] / innovation * miss;
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j)
            variance_[i][j] -= gain[i] * gain[j] / innovation;
    // Weeks of short waits teach nothing about long ones, yet all the while old lessons fade. Never
    // less sure than at the beginning, or the first long wait would throw the weights about.
    for (std::size_t i = 0; i < 4; ++i)
        if (variance_[i][i] > priorVariance[i]) {
            const double shrink = std::sqrt(priorVariance[i] / variance_[i][i]);
            for (std::size_t j = 0; j < 4; ++j) {
                variance_[i][j] *= shrink;
                variance_[j][i] *= shrink;
            }
        }
}

} // namespace usher::forecast
