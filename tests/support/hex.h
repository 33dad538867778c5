// Bytes written as people write them: hexadecimal digits, spaces where they help the eye.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace usher::support {

inline std::vector<std::uint8_t> fromHex(std::string_view text) {
    std::vector<std::uint8_t> bytes;
    std::string pair;
    for (const char c : text) {
        if (c == ' ')
            continue;
        pair += c;
        if (pair.size() < 2)
            continue;
        bytes.push_back(static_cast<std::uint8_t>(std::stoul(pair, nullptr, 16)));
        pair.clear();
    }
    return bytes;
}

template <class Range>
std::string toHex(const Range& bytes) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 0x0F];
    }
    return text;
}

} // namespace usher::support
