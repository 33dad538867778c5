// Are you there: {"v":1,"ping":7} at the command door, answered by {"v":1,"pong":7}.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace usher::wire {

[[nodiscard]] std::string encodePing(std::uint64_t number);
[[nodiscard]] std::string encodePong(std::uint64_t number);
/// Nothing if it is any other message; cheap to try first.
[[nodiscard]] std::optional<std::uint64_t> decodePing(std::string_view bytes);
[[nodiscard]] std::optional<std::uint64_t> decodePong(std::string_view bytes);

} // namespace usher::wire
