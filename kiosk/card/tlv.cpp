#include "kiosk/card/tlv.h"

#include <algorithm>

namespace usher::card {

namespace {

constexpr std::size_t tagBytesMax = 3;

std::optional<std::size_t> takeLength(Bytes& rest) {
    if (rest.empty())
        return std::nullopt;
    const std::uint8_t first = rest.front();
    rest = rest.subspan(1);
    if (first < 0x80)
        return first;
    // 0x80 would be "until further notice"; more than two bytes cannot fit our bound.
    const std::size_t bytes = first & 0x7FU;
    if (bytes < 1 || bytes > 2 || rest.size() < bytes)
        return std::nullopt;
    std::size_t length = 0;
    for (const std::uint8_t byte : rest.first(bytes))
        length = length << 8 | byte;
    rest = rest.subspan(bytes);
    return length;
}

bool holdsOthers(Bytes atTag) {
    return (atTag.front() & 0x20U) != 0;
}

bool isFilling(std::uint8_t byte) {
    return byte == 0x00 || byte == 0xFF;
}

bool readInto(std::vector<Tlv>& objects, Bytes rest, std::size_t nesting) {
    while (!rest.empty()) {
        if (isFilling(rest.front())) {
            rest = rest.subspan(1);
            continue;
        }
        const bool container = holdsOthers(rest);
        const auto tag = takeTag(rest);
        if (!tag)
            return false;
        const auto length = takeLength(rest);
        if (!length || *length > rest.size() || objects.size() == tlvObjectsMax)
            return false;
        const Bytes value = rest.first(*length);
        rest = rest.subspan(*length);
        objects.push_back({*tag, value});
        if (!container)
            continue;
        if (nesting == tlvNestingMax || !readInto(objects, value, nesting + 1))
            return false;
    }
    return true;
}

} // namespace

std::optional<std::uint32_t> takeTag(Bytes& rest) {
    if (rest.empty())
        return std::nullopt;
    std::uint32_t tag = rest.front();
    std::size_t size = 1;
    if ((tag & 0x1FU) == 0x1FU) {
        bool more = true;
        for (; more; ++size) {
            if (size == tagBytesMax || size == rest.size())
                return std::nullopt;
            tag = tag << 8 | rest[size];
            more = (rest[size] & 0x80U) != 0;
        }
    }
    rest = rest.subspan(size);
    return tag;
}

std::optional<std::vector<Tlv>> readTlv(Bytes bytes) {
    if (bytes.size() > tlvBytesMax)
        return std::nullopt;
    std::vector<Tlv> objects;
    if (!readInto(objects, bytes, 0))
        return std::nullopt;
    return objects;
}

const Tlv* find(const std::vector<Tlv>& objects, std::uint32_t tag) {
    const auto found = std::find_if(objects.begin(), objects.end(),
                                    [tag](const Tlv& object) { return object.tag == tag; });
    return found == objects.end() ? nullptr : &*found;
}

} // namespace usher::card
