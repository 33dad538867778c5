// Lengths of time: tails, what is left of a service under way, and beliefs against closed forms.
#include "broker/forecast/chance.h"
#include "broker/forecast/lognormal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace usher::forecast {
namespace {

TEST(NormalTail, IsInvertedFarIntoBothTails) {
    for (const double z : {-5.0, -3.0, -1.0, -0.1, 0.0, 0.3, 1.0, 2.0, 5.0, 10.0, 30.0}) {
        EXPECT_NEAR(normalTailInverse(normalTail(z)), z, 1e-6) << z;
    }
    EXPECT_NEAR(normalTailInverse(0.1), 1.2815515655446004, 1e-12);
    EXPECT_NEAR(normalTailInverse(0.975), -1.959963984540054, 1e-12);
}

TEST(Lognormal, OfAMeanAndCvHasThem) {
    const Lognormal length = lognormalOf(240, 0.9);
    EXPECT_NEAR(length.average(), 240, 1e-9);
    const double secondMoment = std::exp(2 * length.mean + 2 * length.sd * length.sd);
    EXPECT_NEAR(std::sqrt(secondMoment / (240.0 * 240.0) - 1), 0.9, 1e-9);
}

/// E[X - e | X > e] = E[X] * tail(a - sd) / tail(a) - e, a = (ln e - mean) / sd: the lognormal's
/// partial expectation.
TEST(Lognormal, WhatIsLeftOfOneHasItsConditionalMeanAndTail) {
    const Lognormal length = lognormalOf(540, 1);
    constexpr int n = 400'000;
    for (const double elapsed : {0.0, 60.0, 540.0, 3000.0}) {
        Chance chance{7, static_cast<std::uint64_t>(elapsed)};
        double sum = 0;
        int beyond = 0;
        for (int i = 0; i < n; ++i) {
            const double left = length.residual(elapsed, chance.uniform());
            ASSERT_GE(left, 0);
            sum += left;
            beyond += left > 300 ? 1 : 0;
        }
        const auto tail = [&](double seconds) {
            return seconds <= 0 ? 1 : normalTail((std::log(seconds) - length.mean) / length.sd);
        };
        const double a = elapsed <= 0 ? -40 : (std::log(elapsed) - length.mean) / length.sd;
        const double expected =
            length.average() * normalTail(a - length.sd) / tail(elapsed) - elapsed;
        EXPECT_NEAR(sum / n, expected, expected * 0.02) << elapsed;
        EXPECT_NEAR(beyond / double{n}, tail(elapsed + 300) / tail(elapsed), 0.004) << elapsed;
    }
}

TEST(Lognormal, ALongerServiceIsExpectedToLastLongerYet) {
    const Lognormal length = lognormalOf(240, 0.9);
    double before = 0;
    for (const double elapsed : {600.0, 1200.0, 3600.0, 36'000.0, 1e9}) {
        const double left = length.residual(elapsed, 0.5);
        EXPECT_TRUE(std::isfinite(left));
        EXPECT_GT(left, before);
        before = left;
    }
}

/// Murphy, Conjugate Bayesian analysis of the Gaussian distribution, 2007, section 3.
TEST(Belief, AfterSomeLengthsIsTheConjugatePosterior) {
    const Lognormal guess{5, 0.8};
    constexpr double weight = 5;
    const std::vector<double> seen{4.2, 5.9, 5.1, 6.3, 3.7, 5.5};
    Belief belief{guess, weight};
    for (const double one : seen)
        belief.learn(one);

    const auto n = static_cast<double>(seen.size());
    double mean = 0;
    for (const double one : seen)
        mean += one / n;
    double squares = 0;
    for (const double one : seen)
        squares += (one - mean) * (one - mean);
    const double shape = 1 + weight / 2 + n / 2;
    const double scale =
        guess.sd * guess.sd * weight / 2 + squares / 2 +
        weight * n * (mean - guess.mean) * (mean - guess.mean) / (2 * (weight + n));
    const double posterior = (weight * guess.mean + n * mean) / (weight + n);
    EXPECT_NEAR(belief.best().mean, posterior, 1e-12);
    EXPECT_NEAR(belief.best().sd, std::sqrt(scale / (shape - 1)), 1e-12);
    EXPECT_NEAR(belief.doubt(), std::sqrt(scale / (shape - 1) / (weight + n)), 1e-12);
}

TEST(Belief, StartsAtItsGuess) {
    const Lognormal guess = lognormalOf(540, 1);
    const Belief belief{guess, 5};
    EXPECT_NEAR(belief.best().mean, guess.mean, 1e-12);
    EXPECT_NEAR(belief.best().sd, guess.sd, 1e-12);
}

TEST(Belief, ForgetsAnOldBranchInTime) {
    Belief belief{lognormalOf(240, 1), 5};
    Chance chance{3};
    for (int i = 0; i < 20'000; ++i)
        belief.learn(5 + 0.5 * chance.normal());
    for (int i = 0; i < 20'000; ++i)
        belief.learn(6 + 0.5 * chance.normal());
    EXPECT_NEAR(belief.best().mean, 6, 0.05);
}

TEST(Share, IsOfWhatWasSeenAndGuessed) {
    Share share{1, 20};
    for (int i = 0; i < 20; ++i)
        share.learn(i % 4 == 0);
    EXPECT_NEAR(share.value(), 6.0 / 40, 1e-12);
}

} // namespace
} // namespace usher::forecast
