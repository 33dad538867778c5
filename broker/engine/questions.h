// Questions: what can be said without changing anything, from what is on disk already.
#pragma once

#include "broker/engine/outlook.h"

namespace usher::engine {

/// What the kiosk may offer to somebody recognised by `token` (or to anybody, if it is empty).
[[nodiscard]] protocol::Services services(const outlet::Outlet& outlet, const Outlook& outlook,
                                          const std::string& token, protocol::Moment now);

/// Each staffed or self-service zone: how many wait, and how long a newcomer would who is not known
/// (in a tier's own zone, one of that tier).
[[nodiscard]] std::vector<protocol::BoardZone> zones(const outlet::Outlet& outlet,
                                                     const Outlook& outlook, protocol::Moment now);

/// What the hall may see; epoch, speed and health are the engine's to fill in.
[[nodiscard]] protocol::Board board(const outlet::Outlet& outlet, const Outlook& outlook,
                                    protocol::Moment now);

} // namespace usher::engine
