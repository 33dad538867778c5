// A reader of BER-TLV, the grammar of chip cards (ISO/IEC 7816-4; EMV Book 3, annex B).
//
// The card is a stranger: size, nesting and number of objects are bounded, every length is checked
// before it is believed, and a text that breaks the grammar anywhere is refused as a whole. The
// objects found are views into the bytes given; nothing is copied.
#pragma once

#include "kiosk/card/scratch.h"

#include <optional>
#include <vector>

namespace usher::card {

inline constexpr std::size_t tlvBytesMax = 1024;
inline constexpr std::size_t tlvNestingMax = 4; ///< containers one inside another
inline constexpr std::size_t tlvObjectsMax = 128;

struct Tlv {
    std::uint32_t tag{}; ///< its one to three bytes read as one number, as 0x9F38
    Bytes value;
};

/// All objects in the order they begin, each container before what it holds.
[[nodiscard]] std::optional<std::vector<Tlv>> readTlv(Bytes bytes);

/// The first object of that tag, at whatever depth; null if there is none.
[[nodiscard]] const Tlv* find(const std::vector<Tlv>& objects, std::uint32_t tag);

/// Takes one tag off the front of `rest`; nothing if there is no whole tag.
[[nodiscard]] std::optional<std::uint32_t> takeTag(Bytes& rest);

} // namespace usher::card
