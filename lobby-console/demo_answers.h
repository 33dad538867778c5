// What the demo's broker says: made up, and the same every time.
#pragma once

#include "broker/link/link.h"

namespace usher::lobby {

[[nodiscard]] client::Outcome demoAnswer(const outlet::Outlet& outlet,
                                         const protocol::Command& command);

} // namespace usher::lobby
