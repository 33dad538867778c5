#include "kiosk/card/number.h"

namespace usher::card {

namespace {

std::uint8_t halfByte(Bytes packed, std::size_t at) {
    const std::uint8_t byte = packed[at / 2];
    return at % 2 == 0 ? static_cast<std::uint8_t>(byte >> 4)
                       : static_cast<std::uint8_t>(byte & 0x0F);
}

} // namespace

bool isCardNumber(std::string_view digits) {
    if (digits.size() < numberDigitsMin || digits.size() > numberDigitsMax)
        return false;
    int sum = 0;
    bool doubled = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        if (*digit < '0' || *digit > '9')
            return false;
        const int value = (*digit - '0') * (doubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
        doubled = !doubled;
    }
    // All zeros pass the sum, and are what an unwritten card holds.
    return sum % 10 == 0 && sum != 0;
}

std::optional<protocol::Secret> unpackNumber(Bytes packed, std::optional<std::uint8_t> separator) {
    constexpr std::uint8_t filling = 0x0F;
    Scratch<numberDigitsMax> digits;
    const std::size_t halves = packed.size() * 2;
    std::size_t at = 0;
    for (; at < halves && halfByte(packed, at) <= 9; ++at)
        if (!digits.append(static_cast<std::uint8_t>('0' + halfByte(packed, at))))
            return std::nullopt;
    if (separator) {
        if (at == halves || halfByte(packed, at) != *separator)
            return std::nullopt;
    } else {
        for (; at < halves; ++at)
            if (halfByte(packed, at) != filling)
                return std::nullopt;
    }
    const std::string_view text{reinterpret_cast<const char*>(digits.view().data()), digits.size()};
    if (!isCardNumber(text))
        return std::nullopt;
    return protocol::Secret{text};
}

} // namespace usher::card
