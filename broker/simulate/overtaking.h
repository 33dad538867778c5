// Who was passed by whom: how often, and by somebody who came how much later.
//
// Counts only what a counter did that might have taken the one who was passed. Costs a look at
// everybody who waits at every call, and so only works where the scenario asks for it.
#pragma once

#include "broker/rules/dispatch.h"
#include "broker/simulate/scenario.h"

#include <map>

namespace usher::simulate {

class Overtaking {
public:
    explicit Overtaking(const Scenario& scenario);

    /// Somebody wants to know.
    [[nodiscard]] bool watches() const { return far_.has_value(); }

    // Of one that watches:

    /// `one` has left the line already.
    void called(const outlet::Floor& floor, const outlet::Line& line, const rules::Candidate& one,
                outlet::Index counter, protocol::Moment now);

    struct Passed {
        std::uint32_t times{};
        bool far{}; ///< by somebody who came later by more than the scenario's overtakeWatch
    };
    /// What became of somebody who waits no more.
    [[nodiscard]] Passed goneAfter(protocol::TicketId ticket);

private:
    std::optional<protocol::Millis> far_;
    std::map<protocol::TicketId, Passed> waiting_; ///< who was passed at all
};

} // namespace usher::simulate
