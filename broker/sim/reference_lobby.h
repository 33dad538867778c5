// The reference lobby: one assumed branch on which forecasts and policies are compared.
//
// Nine counters (a VIP counter that helps out after five minutes, a low counter, three cash
// windows, two desks, two advisers), four tiers, three services; tellers differ anew every day.
// Assumed, not measured: the shape of the day alone is from recorded calls.
#pragma once

#include "broker/forecast/roll.h"

#include <cstdint>
#include <vector>

namespace usher::sim {

struct ReferenceService {
    double mean{}; ///< seconds
    double cv{};
};

struct ReferenceLobby {
    protocol::Setup setup;
    outlet::Floor floor;
    std::vector<ReferenceService> services; ///< in the setup's order
    double tellerCv{0.2};

    ReferenceLobby();
    /// A day's customers in order of arrival, milliseconds from midnight; their number is random.
    [[nodiscard]] std::vector<forecast::Newcomer> customers(double perDay, std::uint64_t seed,
                                                            std::uint64_t day) const;

    static constexpr protocol::OpenHours hours{8 * 60 + 30, 17 * 60};
};

} // namespace usher::sim
