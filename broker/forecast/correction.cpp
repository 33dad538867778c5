#include "broker/forecast/correction.h"

#include <algorithm>
#include <cmath>

namespace usher::forecast {

using namespace protocol;
using outlet::Index;

namespace {

constexpr double bias = 30; ///< seconds: the constant feature
constexpr double noise = 2500;
constexpr std::array<double, 4> priorVariance{100, .05, .05, .05};
constexpr double forgetting = 0.9995;
/// How far one customer stretches a quantile (adaptive conformal inference, Gibbs and Candes 2021,
/// on the logarithm of a factor). Few stretch a tier's own.
constexpr double step = 0.01;
constexpr double tierStep = 0.01;
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

double bounded(double logFactor) {
    return std::clamp(logFactor, -stretchMax, stretchMax);
}

} // namespace

void Delays::called(Millis waited) {
    les = secondsOf(waited);
    ewma = (3 * ewma + les) / 4;
}

Correction::Correction(std::size_t tiers) : stretches_(tiers) {
    for (std::size_t i = 0; i < 4; ++i)
        variance_[i][i] = priorVariance[i];
}

Correction::Stretch Correction::stretch(Index tier) const {
    const Stretch& own = stretches_[std::min<std::size_t>(tier, stretches_.size() - 1)];
    return {all_.likely + own.likely, all_.surely + own.surely};
}

Said Correction::say(const Wait& rolled, const Delays& delays, Index tier) const {
    Said said;
    const double mean = secondsOf(rolled.mean);
    said.features = {bias, mean, delays.ewma, delays.les};
    const double corrected = std::max(0.0, dot(weights_, said.features));
    // The quantiles move with the mean; how far they lie apart is the futures' to say.
    const double shift = mean > 0 ? corrected / mean : 1;
    said.likely = secondsOf(rolled.range.likely) * shift;
    said.surely = secondsOf(rolled.range.surely) * shift;
    const Stretch factor = stretch(tier);
    const double likely = said.likely * std::exp(factor.likely);
    said.wait.mean = millisOf(corrected);
    said.wait.range.likely = millisOf(likely);
    said.wait.range.surely = millisOf(std::max(likely, said.surely * std::exp(factor.surely)));
    said.wait.early = millisOf(std::min(likely, secondsOf(rolled.early) * shift));
    return said;
}

void Correction::learn(const Said& said, Millis waited, Index tier) {
    fit(said.features, secondsOf(waited));
    Stretch& own = stretches_[std::min<std::size_t>(tier, stretches_.size() - 1)];
    const auto adapt = [&](double& all, double& mine, bool within, double aim) {
        const double off = aim - (within ? 1 : 0);
        all = bounded(all + step * off);
        mine = bounded(mine + tierStep * off);
    };
    adapt(all_.likely, own.likely, waited <= said.wait.range.likely, 0.5);
    adapt(all_.surely, own.surely, waited <= said.wait.range.surely, 0.9);
}

// Recursive least squares as a Kalman filter whose state stands still.
void Correction::fit(const Vector& features, double waited) {
    Vector gain{};
    for (std::size_t i = 0; i < 4; ++i) {
        for (double& one : variance_[i])
            one /= forgetting;
        gain[i] = dot(variance_[i], features);
    }
    const double innovation = noise + dot(gain, features);
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
