// How long counters had nothing to do although somebody had waited too long already.
//
// Told of every call and of everybody who gives up, in order of time. In between the longest
// waiting of a tier stays the same person, so that adding up at those moments is exact.
#pragma once

#include "broker/outlet/line.h"
#include "broker/simulate/scenario.h"

namespace usher::simulate {

class IdleTime {
public:
    explicit IdleTime(const Scenario& scenario);

    [[nodiscard]] bool watches() const { return !watches_.empty(); }
    /// Forgets what was before.
    void beginAt(protocol::Moment moment);
    /// `gone` leaves the line now, and is no more in it.
    void advance(const outlet::Line& line, const outlet::Kind& kind, const outlet::Standing& gone,
                 protocol::Moment now);
    void busy(outlet::Index counter, protocol::Moment until) { free_[counter] = until; }

    /// By desk; in units of the scenario.
    [[nodiscard]] std::vector<double> perDesk() const;

private:
    struct Watch {
        std::size_t desk{};
        outlet::Index begin{}; ///< counters
        outlet::Index end{};
        std::vector<bool> classes;
        protocol::Millis after{};
        std::int64_t lost{};
    };
    std::vector<Watch> watches_;
    std::vector<protocol::Moment> free_; ///< by counter: idle from then on
    protocol::Moment since_;
    std::size_t desks_;
    double scale_;
};

} // namespace usher::simulate
