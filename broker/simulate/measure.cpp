#include "broker/simulate/measure.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace usher::simulate {

namespace {

double ratio(double part, std::uint64_t whole) {
    return whole == 0 ? 0 : part / static_cast<double>(whole);
}

} // namespace

void Waits::served(double wait) {
    all_.push_back(wait);
    sum_ += wait;
    squares_ += wait * wait;
    sumServed_ += wait;
    waited_ += wait > 0 ? 1U : 0U;
}

void Waits::gaveUp(double after) {
    all_.push_back(after);
    sum_ += after;
    squares_ += after * after;
    ++waited_;
    ++abandoned_;
}

void Waits::passed(std::uint32_t times, bool far) {
    passedMost_ = std::max<std::uint64_t>(passedMost_, times);
    passedFar_ += far ? 1U : 0U;
}

void Waits::add(const Waits& other) {
    all_.insert(all_.end(), other.all_.begin(), other.all_.end());
    sum_ += other.sum_;
    squares_ += other.squares_;
    sumServed_ += other.sumServed_;
    waited_ += other.waited_;
    abandoned_ += other.abandoned_;
    late_ += other.late_;
    worstOvertake_ = std::max(worstOvertake_, other.worstOvertake_);
    passedMost_ = std::max(passedMost_, other.passedMost_);
    passedFar_ += other.passedFar_;
}

Figures Waits::figures(const std::vector<double>& beyond) {
    Figures f;
    f.arrivals = all_.size();
    f.mean = ratio(sum_, f.arrivals);
    f.sd = std::sqrt(std::max(0.0, ratio(squares_, f.arrivals) - f.mean * f.mean));
    f.waited = ratio(static_cast<double>(waited_), f.arrivals);
    f.abandoned = ratio(static_cast<double>(abandoned_), f.arrivals);
    f.meanServed = ratio(sumServed_, f.arrivals - abandoned_);
    f.late = ratio(static_cast<double>(late_), f.arrivals);
    auto smaller = all_.end(); // the greatest first: what is behind a quantile is out of the way
    f.p99 = quantile(0.99, smaller);
    f.p90 = quantile(0.9, smaller);
    f.p50 = quantile(0.5, smaller);
    f.longest = all_.empty() ? 0 : *std::max_element(all_.begin(), all_.end());
    f.worstOvertake = worstOvertake_;
    f.passedMost = passedMost_;
    f.passedFar = ratio(static_cast<double>(passedFar_), f.arrivals);
    for (const double wait : beyond)
        f.beyond.push_back(ratio(static_cast<double>(std::count_if(
                                     all_.begin(), all_.end(), [&](double w) { return w > wait; })),
                                 f.arrivals));
    return f;
}

/// Nearest rank.
double Waits::quantile(double p, std::vector<double>::iterator& end) {
    if (all_.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(all_.size())));
    const auto at = all_.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(all_.begin(), at, end);
    end = at + 1;
    return *at;
}

Estimate estimate(const std::vector<double>& replications) {
    const auto n = static_cast<double>(replications.size());
    if (replications.empty())
        return {};
    const double mean = std::accumulate(replications.begin(), replications.end(), 0.0) / n;
    double squares = 0;
    for (const double one : replications)
        squares += (one - mean) * (one - mean);
    return {mean, n < 2 ? 0 : std::sqrt(squares / (n - 1) / n)};
}

} // namespace usher::simulate
