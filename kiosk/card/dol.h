// What the kiosk tells a chip about itself, in the order the chip asks for it.
//
// A data object list (EMV Book 3, 5.4) names tags and lengths. We answer truthfully what a terminal
// without a payment can answer, and fill all else with zeros.
#pragma once

#include "kiosk/card/scratch.h"

#include <array>
#include <optional>
#include <vector>

namespace usher::card {

struct Terminal {
    std::array<std::uint8_t, 2> country{0x01, 0x56};  ///< ISO 3166, packed digits
    std::array<std::uint8_t, 2> currency{0x01, 0x56}; ///< ISO 4217, packed digits
    std::array<std::uint8_t, 3> date{};               ///< YYMMDD, packed digits
    std::array<std::uint8_t, 4> unpredictable{};
};

/// Nothing if the list breaks its grammar or asks for more than a command can carry.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> fillDol(Bytes list,
                                                               const Terminal& terminal);

} // namespace usher::card
