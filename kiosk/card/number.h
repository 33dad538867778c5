// What counts as a card number, and how a chip packs one.
//
// Nothing here keeps a digit: a number goes straight into a Secret, or nowhere.
#pragma once

#include "broker/protocol/secret.h"
#include "kiosk/card/scratch.h"

#include <optional>
#include <string_view>

namespace usher::card {

inline constexpr std::size_t numberDigitsMin = 13;
inline constexpr std::size_t numberDigitsMax = 19;

/// 13 to 19 digits of which the last is the right check digit (ISO/IEC 7812-1, Luhn).
[[nodiscard]] bool isCardNumber(std::string_view digits);

/// Two digits a byte, ended by `separator` (a half byte) or, without one, by the end of the bytes
/// or by a filling of F. Nothing unless what stands there is a card number.
[[nodiscard]] std::optional<protocol::Secret> unpackNumber(Bytes packed,
                                                           std::optional<std::uint8_t> separator);

} // namespace usher::card
