// Where to: the zone a customer is sent to, and who may serve them there.
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::rules {

/// The tier's own zone if a counter there takes the service at once just now, else the service's
/// zone. Requires that both are known; `floor` is made of `setup`.
[[nodiscard]] protocol::ZoneId zoneFor(const outlet::Floor& floor, const protocol::Setup& setup,
                                       const protocol::ServiceId& service,
                                       const protocol::TierId& tier);

/// After what wait may this counter call such a ticket? Nothing: never. A ticket sent to a zone or
/// counter by a person needs no help-out delay there.
[[nodiscard]] std::optional<protocol::Millis>
delayAt(const outlet::Floor& floor, outlet::Index counter, const outlet::Kind& kind);

/// Some counter may serve it there: staffed, or in a self-service zone a machine made for it.
/// Machines call nobody, so for the place "anywhere" they do not count.
[[nodiscard]] bool servable(const outlet::Floor& floor, const protocol::ServiceId& service,
                            const protocol::TierId& tier, const protocol::Place& place);

/// And somebody is there to do it, now or after a pause. "Anywhere" always is.
[[nodiscard]] bool attended(const outlet::Outlet& outlet, const protocol::ServiceId& service,
                            const protocol::TierId& tier, const protocol::Place& place);

/// The zone of a place; of the place "anywhere", where the ticket would go by itself.
[[nodiscard]] protocol::ZoneId zoneOf(const outlet::Floor& floor, const protocol::Setup& setup,
                                      const protocol::ServiceId& service,
                                      const protocol::TierId& tier, const protocol::Place& place);

/// How many of those waiting in its zone would be called before such a newcomer, whose `claims`
/// count besides tier and service.
[[nodiscard]] std::uint32_t aheadOf(const outlet::Outlet& outlet,
                                    const protocol::ServiceId& service,
                                    const protocol::TierId& tier, protocol::Moment arrival,
                                    const std::vector<protocol::Claim>& claims = {});

} // namespace usher::rules
