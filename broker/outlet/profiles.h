// What each counter takes just now: as set up, as the band that holds says, or as a person decided.
//
// A person's word goes before the band's, the band's before the usual.
#pragma once

#include "broker/protocol/picture.h"

namespace usher::outlet {

/// By counter, in the setup's order.
using Profiles = std::vector<std::vector<protocol::Takes>>;

/// What one counter takes in that band, persons apart; `counter` is its place in the setup.
[[nodiscard]] const std::vector<protocol::Takes>&
usualTakes(const protocol::Setup& setup, const std::optional<protocol::BandId>& band,
           std::size_t counter);
/// The same of every counter.
[[nodiscard]] Profiles profiles(const protocol::Setup& setup,
                                const std::optional<protocol::BandId>& band);
/// The same with what persons decided; `counters` in the setup's order.
[[nodiscard]] Profiles profiles(const protocol::Setup& setup,
                                const std::optional<protocol::BandId>& band,
                                const std::vector<protocol::CounterState>& counters);

} // namespace usher::outlet
