#include "broker/sim/scores.h"

#include <algorithm>
#include <cmath>

namespace usher::sim {

namespace {

double pinball(double q, double said, double waited) {
    return waited > said ? q * (waited - said) : (1 - q) * (said - waited);
}

} // namespace

void Score::add(std::size_t day, const Guess& said, double waited) {
    days_.resize(std::max(days_.size(), day + 1));
    Day& mine = days_[day];
    mine.customers += 1;
    mine.p10 += waited <= said.p10 ? 1 : 0;
    mine.p50 += waited <= said.p50 ? 1 : 0;
    mine.p90 += waited <= said.p90 ? 1 : 0;
    const double off = said.mean - waited;
    customers_ += 1;
    squares_ += off * off;
    absolute_ += std::abs(off);
    over_ += off;
    pinball50_ += pinball(0.5, said.p50, waited);
    pinball90_ += pinball(0.9, said.p90, waited);
}

// A ratio estimator over days.
Covered Score::covered(double Day::*quantile) const {
    double within = 0;
    for (const Day& day : days_)
        within += day.*quantile;
    const double share = within / customers_;
    double squares = 0;
    for (const Day& day : days_) {
        const double off = day.*quantile - share * day.customers;
        squares += off * off;
    }
    return {share, 1.96 * std::sqrt(squares) / customers_};
}

Accuracy Score::accuracy() const {
    if (customers_ == 0)
        return {};
    return {static_cast<std::size_t>(customers_),
            std::sqrt(squares_ / customers_),
            absolute_ / customers_,
            over_ / customers_,
            pinball50_ / customers_,
            pinball90_ / customers_,
            covered(&Day::p10),
            covered(&Day::p50),
            covered(&Day::p90)};
}

} // namespace usher::sim
