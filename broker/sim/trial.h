// Many days under one rule, and how sure we are of what they say.
//
// The days are split into batches; a figure is that of all days together, its standard error that
// of the batches. Two trials of the same days are compared batch by batch, so that what both have
// in common (the customers) cancels.
#pragma once

#include "broker/sim/contenders.h"

namespace usher::sim {

struct Reading {
    std::vector<simulate::Figures> tiers; ///< as tierNames
    simulate::Figures all;
    double idle{}; ///< minutes a day of the watched counter
    double days{};
};

struct Trial {
    Reading whole;
    std::vector<Reading> batches;
};

[[nodiscard]] Trial tryOut(const Contender& contender, const simulate::Scenario& lobby,
                           std::size_t days, std::uint64_t seed, unsigned threads);

using Measure = std::function<double(const Reading&)>;
[[nodiscard]] simulate::Estimate of(const Trial& trial, const Measure& measure);
/// How much more than `other`.
[[nodiscard]] simulate::Estimate difference(const Trial& trial, const Trial& other,
                                            const Measure& measure);

} // namespace usher::sim
