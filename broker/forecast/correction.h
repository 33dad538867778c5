// What the futures said, set right by what came of it: online, from one customer at a time.
//
// Counters nobody knew of open, tellers leave, people pace themselves by the queue: a rollout knows
// none of it, recent waits do. Least squares weighs the two, and is itself believed only as far as
// it has helped; the quantiles are then stretched until half of the waits end by "likely" and nine
// in ten by "surely", however wrong the model is.
#pragma once

#include "broker/forecast/foresee.h"

#include <array>

namespace usher::forecast {

/// How long those who were called last had waited.
struct Delays {
    double les{};  ///< seconds: the last one
    double ewma{}; ///< seconds: three quarters of what it was and a quarter of the last one

    void called(protocol::Millis waited);
    friend bool operator==(const Delays&, const Delays&) = default;
};

/// A forecast and what it was made of, kept until the customer is called. Seconds but for `wait`.
struct Said {
    Wait wait; ///< corrected
    std::array<double, 4> features{};
    double fitted{}; ///< by least squares alone
    double noise{};  ///< how far off a good forecast is, squared
    friend bool operator==(const Said&, const Said&) = default;
};

class Correction {
public:
    explicit Correction(std::size_t tiers = 1);

    /// Requires a wait that is known.
    [[nodiscard]] Said say(const Wait& rolled, const Delays& delays, outlet::Index tier) const;
    void learn(const Said& said, protocol::Millis waited, outlet::Index tier);

    /// Of (half a minute, rollout, EWMA, LES).
    [[nodiscard]] const std::array<double, 4>& weights() const { return weights_; }
    /// How much of the way from the rollout to what the weights say is gone: 0 to 1.
    [[nodiscard]] double trust() const;

    friend bool operator==(const Correction&, const Correction&) = default;

private:
    using Vector = std::array<double, 4>;
    using Matrix = std::array<Vector, 4>;

    /// Factors of the quantiles, as logarithms, and from how many customers they were learned.
    struct Stretch {
        double early{};
        double likely{};
        double surely{};
        double customers{};
        void learn(const Wait& said, protocol::Millis waited);
        friend bool operator==(const Stretch&, const Stretch&) = default;
    };
    void fit(const Said& said, double waited);
    [[nodiscard]] const Stretch& own(outlet::Index tier) const;

    Vector weights_{0, 1, 0, 0};
    Matrix variance_{};
    double apart_{}; ///< how far least squares went from the rollout, squared, in units of noise
    double right_{}; ///< how far of that the wait went, too
    Stretch all_;
    std::vector<Stretch> tiers_; ///< on top of all_
};

} // namespace usher::forecast
