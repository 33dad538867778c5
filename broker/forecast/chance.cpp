#include "broker/forecast/chance.h"

#include <bit>
#include <cmath>

namespace usher::forecast {

namespace {

std::uint64_t splitmix(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

} // namespace

Chance::Chance(std::initializer_list<std::uint64_t> name) {
    std::uint64_t seed = 0;
    for (const std::uint64_t word : name) {
        seed ^= word;
        seed = splitmix(seed);
    }
    for (std::uint64_t& word : state_)
        word = splitmix(seed);
}

std::uint64_t Chance::bits() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

double Chance::uniform() {
    return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52;
}

double Chance::exponential(double mean) {
    return -mean * std::log(uniform());
}

// Marsaglia's polar method: two at a time.
double Chance::normal() {
    if (hasSpare_) {
        hasSpare_ = false;
        return spare_;
    }
    double x = 0;
    double y = 0;
    double r = 0;
    do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        r = x * x + y * y;
    } while (r >= 1 || r == 0);
    const double scale = std::sqrt(-2 * std::log(r) / r);
    spare_ = y * scale;
    hasSpare_ = true;
    return x * scale;
}

double Chance::lognormal(double mean, double cv) {
    const double variance = std::log1p(cv * cv);
    return mean * std::exp(std::sqrt(variance) * normal() - variance / 2);
}

double Chance::gamma(double mean, double cv) {
    if (cv == 0)
        return mean;
    const double shape = 1 / (cv * cv);
    const double boost = shape < 1 ? std::pow(uniform(), 1 / shape) : 1;
    const double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal();
        const double v = std::pow(1 + c * x, 3);
        if (v > 0 && std::log(uniform()) < x * x / 2 + d - d * v + d * std::log(v))
            return mean / shape * d * v * boost;
    }
}

} // namespace usher::forecast
