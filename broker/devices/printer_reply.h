// What a printer says, told apart by its bits.
//
// Answers to different questions share one line, and some machines talk unasked; every byte is one
// of these or noise, and noise is skipped.
#pragma once

#include "broker/devices/printer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace usher::devices {

/// Answer to DLE EOT; which question it answers is known from the order.
struct RealTimeStatus {
    std::uint8_t bits{};
};
/// Answer to GS r 1.
struct PaperSensed {
    bool low{};
    bool out{};
};
/// Answer to GS ( H: the four characters sent.
struct Echo {
    std::string text;
};
using Reply = std::variant<RealTimeStatus, PaperSensed, Echo>;

class ReplyReader {
public:
    /// The replies complete with `bytes`; the beginning of another is kept for the next call.
    [[nodiscard]] std::vector<Reply> take(std::string_view bytes);

private:
    std::string block_; ///< since its header
    bool inBlock_{};
    int automaticLeft_{}; ///< bytes of an unasked four-byte status still to skip
};

} // namespace usher::devices
