// Chance from a seed: the same numbers on every run, however many threads share the work.
//
// Each question asks a stream of its own (seed, replication, what for), so that two futures which
// differ in one decision still draw the same customers: common random numbers.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace usher::forecast {

/// xoshiro256++ 1.0 (Blackman and Vigna 2019), seeded by splitmix64 over the words of its name.
class Chance {
public:
    explicit Chance(std::initializer_list<std::uint64_t> name);

    [[nodiscard]] std::uint64_t bits();
    /// In (0, 1): neither end.
    [[nodiscard]] double uniform();
    [[nodiscard]] double exponential(double mean);
    /// Mean 0, variance 1.
    [[nodiscard]] double normal();
    /// Of the given mean and coefficient of variation, both of the variable itself.
    [[nodiscard]] double lognormal(double mean, double cv);
    /// Of the given mean and coefficient of variation (Marsaglia and Tsang 2000); cv 0: the mean.
    [[nodiscard]] double gamma(double mean, double cv);

private:
    std::uint64_t state_[4];
    double spare_{};
    bool hasSpare_ = false;
};

} // namespace usher::forecast
