// Questions: what can be said without changing anything, from what is on disk already.
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::engine {

/// What the kiosk may offer to somebody recognised by `token` (or to anybody, if it is empty).
[[nodiscard]] protocol::Services services(const outlet::Outlet& outlet, const std::string& token,
                                          protocol::Moment now);

/// What the hall may see; epoch, speed and health are the engine's to fill in.
[[nodiscard]] protocol::Board board(const outlet::Outlet& outlet, protocol::Moment now);

} // namespace usher::engine
