// Whether what a counter is to take is there at all, and every service keeps a counter that
// may serve it.
//
// What a person decides for a while, or closes, must not leave somebody in the line whom nobody may
// call: a change that would is refused.
#pragma once

#include "broker/outlet/outlet.h"
#include "broker/protocol/command.h"

namespace usher::rules {

/// Why the outlet does not know what these name. Nothing: it knows all of it.
[[nodiscard]] std::optional<protocol::Refusal> unknownIn(const protocol::Setup& setup,
                                                         const protocol::Takes& takes);

/// Were this counter to take `takes` instead: the first service that would lose its last staffed
/// counter, among those set up or among those open now. Nothing: none would.
[[nodiscard]] std::optional<protocol::ServiceId>
lostByOverride(const outlet::Outlet& outlet, outlet::Index counter,
               const std::vector<protocol::Takes>& takes);

/// Were this counter to close: the first service that would lose its last open counter.
[[nodiscard]] std::optional<protocol::ServiceId> lostByClosing(const outlet::Outlet& outlet,
                                                               outlet::Index counter);

/// Why such a command would be refused ServiceUncovered: the service. Nothing: it would not be.
[[nodiscard]] std::optional<protocol::ServiceId> lostBy(const outlet::Outlet& outlet,
                                                        const protocol::Command& command);

/// The counters whose overrides would leave a service without any counter under this band.
[[nodiscard]] std::vector<protocol::CounterId>
overridesToEnd(const outlet::Outlet& outlet, const std::optional<protocol::BandId>& band);

} // namespace usher::rules
