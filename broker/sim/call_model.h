// What a recorded log teaches about calls: how long services and gaps are, who gives up when, how
// many priority calls come.
//
// Everything is as it was recorded, without a formula between: the lengths of the training days,
// and the Kaplan-Meier estimate of patience.
#pragma once

#include "broker/forecast/chance.h"
#include "broker/sim/call_log.h"

#include <array>
#include <span>

namespace usher::sim {

/// Seconds as they were seen.
class Lengths {
public:
    void add(double seconds) { all_.push_back(seconds); }
    /// Once after the last add().
    void sort();
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] double mean() const { return mean_; }
    /// What is left of one that has lasted `elapsed`: one of those that lasted longer, at random.
    [[nodiscard]] double residual(double elapsed, forecast::Chance& chance) const;

private:
    std::vector<double> all_;
    double mean_{};
};

/// The chance to be still willing to wait, second by second (Kaplan and Meier 1958).
class Patience {
public:
    void waited(int seconds, bool gaveUp);
    /// Once after the last waited().
    void estimate();
    [[nodiscard]] double survival(double seconds) const;
    /// When somebody who has waited `elapsed` gives up.
    [[nodiscard]] double draw(double elapsed, forecast::Chance& chance) const;

private:
    static constexpr std::size_t horizon = 3600;
    std::vector<std::pair<int, bool>> seen_;
    std::vector<double> survival_; ///< by second; beyond the last given up, at a constant hazard
};

struct CallModel {
    std::array<Lengths, Call::types> service; ///< by type; a rare one has those of all
    Lengths gap; ///< of an agent, between a service and the next, while somebody waits
    std::array<Patience, Call::priorities> patience;
    std::array<std::array<double, 48>, 7> priorityCalls{}; ///< a second, by weekday and half hour
    double meanService{};

    /// Requires whole days, in order.
    explicit CallModel(std::span<const Call> log);

    /// Longer than this without a call, an agent has gone.
    static constexpr double gapMax = 300;
};

} // namespace usher::sim
