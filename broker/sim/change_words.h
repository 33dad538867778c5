// A change to an outlet in a few words, as typed on a command line.
//
//     counter 3 serves cash,ordinary     services and tiers by their ids; of a kind not named, all
//     counter 3 opens                    counter 3 closes
//     counter 1 helps after 5            minutes, for each of its help-out delays
//     tier vip head start 20             minutes
//     arrivals 130%                      arrivals of vip 130%
#pragma once

#include "broker/protocol/what_if.h"

#include <string>
#include <string_view>
#include <variant>

namespace usher::sim {

/// Counters by the number on their sign or by their id. A text: what was not understood, and what
/// could be said instead.
[[nodiscard]] std::variant<protocol::Change, std::string>
changeFromWords(const protocol::Setup& setup, std::string_view words);

} // namespace usher::sim
