// Lengths of time whose logarithm is normal, and what is believed of them after seeing some.
//
// Services are such lengths (routing: lognormal beats exponential and gamma on recorded days). All
// lengths in this room are seconds; Moments begin where the room ends.
#pragma once

namespace usher::forecast {

/// P(Z > z) of a standard normal Z, exact far into the tail.
[[nodiscard]] double normalTail(double z);
/// The z of normalTail(z) = p. Requires 0 < p < 1.
[[nodiscard]] double normalTailInverse(double p);

/// `mean` and `sd` are of the logarithm of the seconds. A mean of minus infinity: no time at all.
struct Lognormal {
    double mean{};
    double sd{};

    /// The length that `z` standard deviations give.
    [[nodiscard]] double seconds(double z) const;
    [[nodiscard]] double average() const;
    /// What is left of one that has lasted `elapsed` already; `u` in (0, 1) picks which: the
    /// fraction of such lengths that last longer.
    [[nodiscard]] double residual(double elapsed, double u) const;
    friend bool operator==(const Lognormal&, const Lognormal&) = default;
};

/// Of this mean and coefficient of variation, both of the seconds themselves.
[[nodiscard]] Lognormal lognormalOf(double meanSeconds, double cv);

/// A normal-inverse-gamma belief about a Lognormal: conjugate, so learning one length is four
/// additions and the order does not matter until old ones begin to fade.
class Belief {
public:
    Belief() = default;
    /// As sure as if `weight` such lengths had been seen.
    Belief(const Lognormal& guess, double weight)
        : mean_{guess.mean}, weight_{weight}, shape_{1 + weight / 2}, scale_{guess.sd * guess.sd *
                                                                             weight / 2} {}

    void learn(double logSeconds);

    [[nodiscard]] Lognormal best() const;
    /// How uncertain the mean is: a standard deviation, of the logarithm.
    [[nodiscard]] double doubt() const;

    friend bool operator==(const Belief&, const Belief&) = default;

private:
    double mean_{};
    double weight_{1};
    double shape_{2};
    double scale_{};
};

/// How often something happens, out of so many times it could have.
struct Share {
    double times{};
    double of{1};

    void learn(bool happened);
    [[nodiscard]] double value() const { return times / of; }
    friend bool operator==(const Share&, const Share&) = default;
};

} // namespace usher::forecast
