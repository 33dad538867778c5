// What follows from a wish: the events it causes, or the reason it may not happen.
//
// decide() changes nothing, and everything that may be refused is refused here. There is no clock
// and no chance in this room: time comes in as an argument, so a whole day replays in a test in
// milliseconds.
#pragma once

#include "broker/outlet/outlet.h"
#include "broker/protocol/access.h"

#include <functional>

namespace usher::rules {

/// Who wishes, and what the rules cannot know by themselves.
struct Context {
    protocol::DeviceId by;
    protocol::Role role{};
    protocol::CommandId id;
    /// How long such a newcomer will wait; said on the ticket.
    std::function<protocol::Range(const protocol::ServiceId&, const protocol::TierId&,
                                  const std::vector<protocol::Claim>&)>
        forecast;
};

/// Events in order, and what to tell the one who asked once they are on disk. A wrong PIN is a fact
/// and a refusal at once.
struct Outcome {
    std::vector<protocol::Event> events;
    std::variant<protocol::Answer, protocol::Refusal> reply;
};

using Decision = std::variant<Outcome, protocol::Refusal>;

/// Requires a command that is no question and holds no secret: those were resolved before.
[[nodiscard]] Decision decide(const outlet::Outlet& outlet, const Context& context,
                              const protocol::Command& command, protocol::Moment now);

/// Whether a PIN of this person may be tried at this device now: the check itself is costly.
[[nodiscard]] bool lockedOut(const outlet::Outlet& outlet, const protocol::StaffId& staff,
                             const protocol::DeviceId& device, protocol::Moment now);

} // namespace usher::rules
