// What a what-if may try: nothing the live outlet would refuse, nothing its file could not say.
//
// Changes are judged all together, as they are played. They name what the outlet has: who asks has
// seen to that.
#pragma once

#include "broker/outlet/outlet.h"
#include "broker/protocol/refusal.h"
#include "broker/protocol/what_if.h"

#include <span>

namespace usher::rules {

using Changes = std::span<const protocol::Change>;

/// The setup with the changes made: what counters take, when they help out, head starts.
[[nodiscard]] protocol::Setup changed(protocol::Setup setup, Changes changes);

/// The first change that settles what one before it has settled: its place, and that one's.
struct Repeat {
    std::size_t first{};
    std::size_t again{};
};
[[nodiscard]] std::optional<Repeat> saidTwice(Changes changes);

/// With all the others made, the day would be the same without this one.
[[nodiscard]] bool changesNothing(const outlet::Outlet& outlet, Changes changes, std::size_t which);

/// A counter that helps out, now or in a band, only after somebody has waited longer than H.
[[nodiscard]] std::optional<protocol::CounterId> helpsTooLate(const protocol::Setup& setup);
/// `check` finds nothing wrong with its minutes.
[[nodiscard]] bool sound(const protocol::Setup& setup);

/// Malformed: said twice, or an outlet file that said so would be refused. ServiceUncovered: as
/// overriding or closing those counters would be. Nothing: let it be played.
[[nodiscard]] std::optional<protocol::Refusal> refusedTrial(const outlet::Outlet& outlet,
                                                            Changes changes, protocol::Moment now);

} // namespace usher::rules
