#include "broker/protocol/utf8.h"

namespace usher::protocol {

std::size_t characterBytes(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    for (std::size_t i = 1; i < size; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xbf)
            return 0;
    const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xed && byte(1) > 0x9f;
    const bool beyond = lead == 0xf4 && byte(1) > 0x8f;
    return overlong || surrogate || beyond ? 0 : size;
}

bool isShowable(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = characterBytes(text);
        const auto first = static_cast<unsigned char>(text[0]);
        const bool c1 = size == 2 && first == 0xc2 && static_cast<unsigned char>(text[1]) < 0xa0;
        if (size == 0 || first < 0x20 || first == 0x7f || c1)
            return false;
        text.remove_prefix(size);
    }
    return true;
}

} // namespace usher::protocol
