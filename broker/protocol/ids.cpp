#include "broker/protocol/ids.h"

namespace usher::protocol {

namespace {

std::optional<std::uint64_t> halfFromHex(std::string_view hex) {
    std::uint64_t value{};
    for (const char c : hex) {
        const bool lower = c >= 'a' && c <= 'f';
        if (!lower && (c < '0' || c > '9'))
            return std::nullopt;
        value = value << 4 | static_cast<std::uint64_t>(lower ? c - 'a' + 10 : c - '0');
    }
    return value;
}

} // namespace

std::string toHex(const CommandId& id) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex(32, '0');
    for (std::size_t i = 0; i < 16; ++i) {
        hex[15 - i] = digits[id.high >> (4 * i) & 15U];
        hex[31 - i] = digits[id.low >> (4 * i) & 15U];
    }
    return hex;
}

std::optional<CommandId> commandIdFromHex(std::string_view hex) {
    if (hex.size() != 32)
        return std::nullopt;
    const auto high = halfFromHex(hex.substr(0, 16));
    const auto low = halfFromHex(hex.substr(16));
    if (!high || !low)
        return std::nullopt;
    return CommandId{*high, *low};
}

} // namespace usher::protocol
