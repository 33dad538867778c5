// Where a future begins: the floor, who is at which counter, who waits.
//
// A plain value, taken from an outlet once. What-if alters it before rolling: another floor, a
// counter that opens, customers who never came. Keys are worked out from the floor's head starts,
// so they follow when those are changed.
#pragma once

#include "broker/outlet/outlet.h"

#include <algorithm>

namespace usher::forecast {

struct AtCounter {
    protocol::Desk desk{protocol::Desk::Closed}; ///< a machine is Closed: it calls nobody
    protocol::Moment since;                      ///< it does that
    outlet::Index service{};                     ///< Calling, Serving: what the customer came for
    std::optional<protocol::StaffId> staff;
    bool closing{}; ///< calls nobody after this customer
    friend bool operator==(const AtCounter&, const AtCounter&) = default;
};

struct InLine {
    protocol::TicketId ticket;
    outlet::Kind kind;
    protocol::Moment arrival;
    friend bool operator==(const InLine&, const InLine&) = default;
};

struct Start {
    protocol::Moment now;
    protocol::Moment midnight;  ///< the local one before: customers are expected by its half hours
    protocol::Moment closes;    ///< nobody comes any more
    std::vector<double> busier; ///< by tier: so many times those expected; empty: 1 of all
    outlet::Floor floor;
    std::vector<protocol::Millis> byService; ///< the head start a service gives; empty: none of all
    protocol::Millis appointment{0};         ///< the one a kept appointment gives
    bool expected{};                         ///< somebody has an appointment today
    std::vector<AtCounter> counters;         ///< by their place in the setup
    std::vector<InLine> waiting;             ///< by ticket; those whose paper is still printing too

    /// Somebody who comes now, with an appointment or without.
    [[nodiscard]] outlet::Kind newcomer(outlet::Index service, outlet::Index tier,
                                        bool booked = false) const {
        const protocol::Millis own = floor.headStart(tier);
        protocol::Millis greatest = byService.empty() ? own : std::max(own, byService[service]);
        if (booked)
            greatest = std::max(greatest, appointment);
        return {service, tier, outlet::nowhere, outlet::nowhere, own - greatest};
    }
    /// The greatest head start of those who come without an appointment.
    [[nodiscard]] protocol::Millis greatestHeadStart() const {
        protocol::Millis greatest{0};
        for (outlet::Index tier = 0; tier < floor.tiers(); ++tier)
            greatest = std::max(greatest, floor.headStart(tier));
        for (const protocol::Millis one : byService)
            greatest = std::max(greatest, one);
        return greatest;
    }
    [[nodiscard]] outlet::Standing standing(const InLine& one) const {
        return {one.arrival - floor.headStart(one.kind.tier) + one.kind.adjustment, one.arrival,
                one.ticket};
    }
};

[[nodiscard]] Start startOf(const outlet::Outlet& outlet, protocol::Moment now);

} // namespace usher::forecast
