// Whether what a counter is to take is there at all, and every service keeps a counter that
// may serve it.
//
// What a person decides for a while, or closes, must not leave somebody in the line whom nobody may
// call: a change that would is refused.
#pragma once

#include "broker/outlet/outlet.h"
#include "broker/protocol/command.h"

#include <span>

namespace usher::rules {

/// Why the outlet does not know what these name. Nothing: it knows all of it.
[[nodiscard]] std::optional<protocol::Refusal> unknownIn(const protocol::Setup& setup,
                                                         const protocol::Takes& takes);

/// Were this counter to take `takes` instead of the usual: the first service that would lose its
/// last staffed counter, among those set up or among those open now, or for which somebody waits
/// whom nobody open could serve any more. Nothing: none would.
[[nodiscard]] std::optional<protocol::ServiceId>
lostByOverride(const outlet::Outlet& outlet, outlet::Index counter,
               const std::vector<protocol::Takes>& takes);

/// Were this counter's override to end: what somebody waits for whom nobody open could serve then.
[[nodiscard]] std::optional<protocol::ServiceId> lostByEnding(const outlet::Outlet& outlet,
                                                              outlet::Index counter);

/// Were this counter to close: in opening hours the first service that would lose its last open
/// counter; at any hour what somebody waits for whom nobody open could serve then. That a teller
/// may go is nobody's to refuse, nor a slip of seconds ago to be taken back: signing off, pausing
/// and undoing are not asked about.
[[nodiscard]] std::optional<protocol::ServiceId>
lostByClosing(const outlet::Outlet& outlet, outlet::Index counter, protocol::Moment now);

/// Why such a command would be refused ServiceUncovered: the service. Nothing: it would not be.
[[nodiscard]] std::optional<protocol::ServiceId>
lostBy(const outlet::Outlet& outlet, const protocol::Command& command, protocol::Moment now);

/// Were all of these to be, as a what-if has it: the service that overriding or closing those
/// counters would lose. Whoever opens counts already. Requires that they name what is there.
[[nodiscard]] std::optional<protocol::ServiceId>
lostByTrial(const outlet::Outlet& outlet, std::span<const protocol::Change> changes,
            protocol::Moment now);

/// Somebody waits whom, of all counters set up, only this one's override lets anybody serve.
[[nodiscard]] bool neededByWaiting(const outlet::Outlet& outlet, outlet::Index counter);

/// The overrides but for which every service would have a counter under this band, those in
/// `ending` being over.
[[nodiscard]] std::vector<protocol::CounterId>
overridesToEnd(const outlet::Outlet& outlet, const std::optional<protocol::BandId>& band,
               const std::vector<protocol::CounterId>& ending);

} // namespace usher::rules
