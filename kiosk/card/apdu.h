// The few commands the kiosk ever says to a chip, spelt as ISO/IEC 7816-4 wants them.
//
// All end in the length of the answer they expect, and none writes, signs or asks for a PIN.
#pragma once

#include "kiosk/card/scratch.h"

#include <array>

namespace usher::card {

class Apdu {
public:
    [[nodiscard]] Bytes view() const { return {bytes_.data(), size_}; }

    /// The same command, expecting `length` bytes (0: 256), as the chip asked by 6Cxx.
    [[nodiscard]] Apdu expecting(std::uint8_t length) const;

    static Apdu select(Bytes name);
    static Apdu readRecord(std::uint8_t file, std::uint8_t record);
    /// `data`: the values the chip's PDOL asked for, at most `optionsDataMax` bytes.
    static Apdu getProcessingOptions(Bytes data);
    static Apdu getResponse(std::uint8_t length);

    static constexpr std::size_t optionsDataMax = 252;

private:
    void add(Bytes more);

    std::array<std::uint8_t, 261> bytes_{}; // header 4, length, 255 data, expected length
    std::size_t size_ = 0;
};

} // namespace usher::card
