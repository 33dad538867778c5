// The demo's morning, and how else it might have gone: what the scenes are set in.
#pragma once

#include "broker/protocol/picture.h"

namespace usher::lobby {

/// A little less luck: a pause, a customer who does not come, machines that lack something.
[[nodiscard]] protocol::Snapshot unlucky(protocol::Snapshot day);
/// An hour in which all goes well.
[[nodiscard]] protocol::Snapshot quiet(protocol::Snapshot day);
/// Before the first customer; everybody is there.
[[nodiscard]] protocol::Snapshot empty(protocol::Snapshot day);
/// A cash window does other work for a while, and a VIP desk is kept for who is coming.
[[nodiscard]] protocol::Snapshot shifted(protocol::Snapshot day);
/// The band of the lunch hour holds.
[[nodiscard]] protocol::Snapshot lunch(protocol::Snapshot day);
/// Most are away, and everybody helps at once.
[[nodiscard]] protocol::Snapshot shortHanded(protocol::Snapshot day);

} // namespace usher::lobby
