// Forecasts set right: the weights against least squares in one go, the quantiles by counting.
#include "broker/forecast/chance.h"
#include "broker/forecast/correction.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace usher::forecast {
namespace {

using namespace protocol;

Millis lasting(double s) {
    return Millis{std::llround(s * 1000)};
}

Wait rolled(double mean, double likely, double surely) {
    return {{lasting(likely), lasting(surely)},
            lasting(likely / 2),
            lasting(mean),
            lasting(surely - likely)};
}

using Vector = std::array<double, 4>;

/// The weights that minimise the faded squared misses, the prior counting as one more of them.
Vector leastSquares(const std::vector<Vector>& features, const std::vector<double>& waits,
                    const std::vector<double>& noise) {
    std::array<std::array<double, 5>, 4> rows{};
    const Vector variance{100, .05, .05, .05};
    double fade = 1;
    for (std::size_t n = features.size(); n-- > 0;) {
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t j = 0; j < 4; ++j)
                rows[i][j] += fade * features[n][i] * features[n][j] / noise[n];
            rows[i][4] += fade * features[n][i] * waits[n] / noise[n];
        }
        fade *= 0.9995;
    }
    for (std::size_t i = 0; i < 4; ++i)
        rows[i][i] += fade / variance[i];
    rows[1][4] += fade / variance[1];
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t k = 0; k < 4; ++k)
            if (const double factor = rows[k][i] / rows[i][i]; k != i)
                for (std::size_t j = i; j < 5; ++j)
                    rows[k][j] -= factor * rows[i][j];
    Vector weights{};
    for (std::size_t i = 0; i < 4; ++i)
        weights[i] = rows[i][4] / rows[i][i];
    return weights;
}

TEST(Correction, BelievesTheFuturesUntilItHasSeenMore) {
    const Correction fresh;
    const Said said = fresh.say(rolled(300, 280, 500), {900, 900}, 0);
    EXPECT_EQ(said.wait, rolled(300, 280, 500));
}

TEST(Correction, ItsWeightsAreThoseOfLeastSquares) {
    Correction correction;
    Chance chance{4};
    std::vector<Vector> features;
    std::vector<double> waits;
    std::vector<double> noise;
    for (int n = 0; n < 400; ++n) {
        const double mean = chance.lognormal(300, 0.8);
        const Delays delays{chance.lognormal(250, 1), chance.lognormal(250, 0.6)};
        const double waited = std::round(0.6 * mean + 0.3 * delays.ewma + chance.exponential(100));
        const Said said = correction.say(rolled(std::round(mean), mean, 2 * mean), delays, 0);
        features.push_back(said.features);
        waits.push_back(waited);
        noise.push_back(said.noise);
        correction.learn(said, lasting(waited), 0);
    }
    const Vector expected = leastSquares(features, waits, noise);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_NEAR(correction.weights()[i], expected[i], 1e-6) << i;
}

TEST(Correction, LeansOnRecentWaitsWhereTheFuturesAreBlind) {
    Correction correction;
    Chance chance{5};
    Delays delays;
    double hidden = 600;
    double missed = 0;
    double rolledMissed = 0;
    for (int n = 0; n < 3000; ++n) {
        hidden = std::max(0.0, 0.98 * hidden + 0.02 * 600 + 40 * chance.normal());
        const double waited = std::round(hidden + 30 * std::abs(chance.normal()));
        const Wait blind = rolled(200 + std::round(20 * chance.uniform()), 200, 400);
        const Said said = correction.say(blind, delays, 0);
        if (n >= 500) {
            missed += std::abs(static_cast<double>(said.wait.mean.count()) / 1000 - waited);
            rolledMissed += std::abs(static_cast<double>(blind.mean.count()) / 1000 - waited);
        }
        correction.learn(said, lasting(waited), 0);
        delays.called(lasting(waited));
    }
    EXPECT_LT(missed, rolledMissed / 5);
}

TEST(Correction, QuantilesComeToCoverWhatTheyPromise) {
    Correction correction{2};
    Chance chance{6};
    std::array<int, 2> customers{};
    std::array<int, 2> likely{};
    std::array<int, 2> surely{};
    for (int n = 0; n < 60'000; ++n) {
        const outlet::Index tier = n % 4 == 0 ? 1 : 0;
        const double mean = 60 + chance.exponential(400);
        // The futures know the mean, but think everybody's wait is certain within a tenth.
        const double waited = chance.lognormal(mean, tier == 0 ? 0.5 : 1);
        const Said said = correction.say(rolled(mean, mean, 1.1 * mean), {}, tier);
        if (n >= 20'000) {
            ++customers[tier];
            likely[tier] += lasting(waited) <= said.wait.range.likely ? 1 : 0;
            surely[tier] += lasting(waited) <= said.wait.range.surely ? 1 : 0;
        }
        correction.learn(said, lasting(waited), tier);
    }
    for (std::size_t tier = 0; tier < 2; ++tier) {
        EXPECT_NEAR(likely[tier] / static_cast<double>(customers[tier]), 0.5, 0.02);
        EXPECT_NEAR(surely[tier] / static_cast<double>(customers[tier]), 0.9, 0.02);
    }
}

TEST(Correction, NeverPromisesLessThanNothing) {
    Correction correction;
    for (int n = 0; n < 200; ++n)
        correction.learn(correction.say(rolled(600, 600, 700), {600, 600}, 0), Millis{0}, 0);
    const Said said = correction.say(rolled(10, 8, 20), {5, 900}, 0);
    EXPECT_GE(said.wait.mean, Millis{0});
    EXPECT_GE(said.wait.early, Millis{0});
    EXPECT_LE(said.wait.early, said.wait.range.likely);
    EXPECT_LE(said.wait.range.likely, said.wait.range.surely);
}

TEST(Delays, AreTheLastWaitAndAFadingMean) {
    Delays delays;
    delays.called(lasting(100));
    delays.called(lasting(300));
    EXPECT_DOUBLE_EQ(delays.les, 300);
    EXPECT_DOUBLE_EQ(delays.ewma, 93.75);
}

} // namespace
} // namespace usher::forecast
