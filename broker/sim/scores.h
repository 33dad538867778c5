// How good forecasts were: what was said when the ticket was taken, beside what came.
#pragma once

#include <cstddef>
#include <vector>

namespace usher::sim {

/// A forecast in seconds; a predictor without a spread says its mean for every quantile.
struct Guess {
    double mean{};
    double p10{};
    double p50{};
    double p90{};

    static Guess certain(double seconds) { return {seconds, seconds, seconds, seconds}; }
};

/// A share of the waits, and half of its 95 % interval: days are independent, customers of one day
/// are not.
struct Covered {
    double share{};
    double halfWidth{};
};

/// Seconds, but for the shares.
struct Accuracy {
    std::size_t customers{};
    double rmse{};
    double mae{};
    double bias{};      ///< said less came: positive is too long
    double pinball50{}; ///< mean loss of p50 as a median
    double pinball90{};
    Covered p10; ///< of waits no longer than was said
    Covered p50;
    Covered p90;
};

class Score {
public:
    void add(std::size_t day, const Guess& said, double waited);
    [[nodiscard]] Accuracy accuracy() const;

private:
    struct Day {
        double customers{};
        double p10{};
        double p50{};
        double p90{};
    };
    [[nodiscard]] Covered covered(double Day::*quantile) const;

    std::vector<Day> days_;
    double customers_{};
    double squares_{};
    double absolute_{};
    double over_{};
    double pinball50_{};
    double pinball90_{};
};

} // namespace usher::sim
