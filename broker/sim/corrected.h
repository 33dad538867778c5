// Corrects forecasts in the order they were made, as the live broker does: what became of a
// customer is learned when they are called, and not before.
#pragma once

#include "broker/forecast/correction.h"
#include "broker/forecast/roll.h"

#include <map>

namespace usher::sim {

/// What was known when a customer came, and how it turned out.
struct Outcome {
    forecast::Wait rolled;
    forecast::Delays delays;
    outlet::Index tier{};
    protocol::Moment came;
    double waited{}; ///< seconds
};

class Corrected {
public:
    explicit Corrected(std::size_t tiers) : correction_{tiers} {}

    /// Requires that nobody came before the last one asked about, but on another day.
    [[nodiscard]] forecast::Wait say(const Outcome& customer);
    /// Everybody has been called.
    void dayEnded() { learnUntil(forecast::never); }
    [[nodiscard]] const forecast::Correction& correction() const { return correction_; }

private:
    struct Pending {
        forecast::Said said;
        double waited{};
        outlet::Index tier{};
    };
    void learnUntil(protocol::Moment now);

    forecast::Correction correction_;
    std::multimap<protocol::Moment, Pending> pending_; ///< by when they are called
};

} // namespace usher::sim
