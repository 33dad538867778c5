// What a run measured, and what several runs say together.
#pragma once

#include "broker/simulate/scenario.h"

namespace usher::simulate {

/// What the customers of one class went through in one replication; waits in units of the scenario.
struct Figures {
    std::uint64_t arrivals{};
    double mean{}; ///< of all, zeros and those who gave up included
    double sd{};
    double waited{};    ///< fraction that waited at all
    double abandoned{}; ///< fraction that gave up
    double meanServed{};
    double late{}; ///< fraction beyond the target
    double p50{};
    double p90{};
    double p99{};
    double longest{};
    double worstOvertake{};     ///< furthest that somebody who came later was called before
    std::uint64_t passedMost{}; ///< most often that one customer was passed; see overtakeWatch
    double passedFar{};         ///< fraction that was passed by somebody who came far later
    std::vector<double> beyond; ///< fractions that waited longer than asked about

    friend bool operator==(const Figures&, const Figures&) = default;
};

/// Gathers them.
class Waits {
public:
    void served(double wait);
    void gaveUp(double after);
    void overtakenBy(double span) { worstOvertake_ = std::max(worstOvertake_, span); }
    void late() { ++late_; }
    void passed(std::uint32_t times, bool far);
    void add(const Waits& other);

    /// Each of `beyond` is a wait. Sorts what it needs.
    [[nodiscard]] Figures figures(const std::vector<double>& beyond);

private:
    [[nodiscard]] double quantile(double p, std::vector<double>::iterator& end);

    std::vector<double> all_;
    double sum_{};
    double squares_{};
    double sumServed_{};
    std::uint64_t waited_{};
    std::uint64_t abandoned_{};
    std::uint64_t late_{};
    double worstOvertake_{};
    std::uint64_t passedMost_{};
    std::uint64_t passedFar_{};
};

/// One replication.
struct Result {
    std::vector<Figures> classes; ///< in the scenario's order
    std::vector<Figures> tiers;   ///< as tiersOf(); none if every class is a tier of its own
    Figures all;
    double utilisation{};            ///< busy share of all counters, after the warm-up
    std::vector<double> idleWatched; ///< by desk: what its IdleWatch asks, over its counters
    std::uint64_t arrivals{};        ///< warm-up included

    friend bool operator==(const Result&, const Result&) = default;
};

/// A mean over replications, and its standard error (0 for one).
struct Estimate {
    double mean{};
    double stderror{};
};
[[nodiscard]] Estimate estimate(const std::vector<double>& replications);

} // namespace usher::simulate
