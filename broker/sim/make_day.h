// A day as a bank has them: who works, who comes when and for what, from published shapes.
//
// The same outlet, people and wish make the same day, to the byte. Customer n is drawn from a
// stream of their own. Where figures come from: broker/sim/load_profile.h.
#pragma once

#include "broker/protocol/setup.h"
#include "broker/rehearse/day.h"
#include "broker/rehearse/demo.h"

#include <optional>

namespace usher::sim {

struct DayWish {
    std::uint64_t seed{1};
    std::optional<double> customers; ///< on average; a day has more or fewer
    double load{0.85};               ///< else so many that tellers are busy this share of the day
    std::vector<protocol::CounterId> counters; ///< that are open; empty: all with a teller
};

/// Who works: counters and staff in the order of their files. Requires as many tellers as counters.
/// Nobody comes with a card of a tier that has none in `cards`.
[[nodiscard]] rehearse::Day makeDay(const protocol::Setup& outlet,
                                    const std::vector<rehearse::StaffMember>& staff,
                                    const std::vector<rehearse::Card>& cards, const DayWish& wish);

} // namespace usher::sim
