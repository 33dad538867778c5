// What a keyboard wedge writes to its device when a card is swiped: key events, as bytes.
#pragma once

#include <cstdint>
#include <cstring>
#include <linux/input.h>
#include <string_view>
#include <utility>
#include <vector>

namespace usher::support {

/// The key on a US keyboard that types `c`, and whether shift is held.
inline std::pair<std::uint16_t, bool> keyFor(char c) {
    if (c >= '1' && c <= '9')
        return {static_cast<std::uint16_t>(KEY_1 + (c - '1')), false};
    switch (c) {
    case '0':
        return {KEY_0, false};
    case ';':
        return {KEY_SEMICOLON, false};
    case '=':
        return {KEY_EQUAL, false};
    case '?':
        return {KEY_SLASH, true};
    case '%':
        return {KEY_5, true};
    case '^':
        return {KEY_6, true};
    case '\n':
        return {KEY_ENTER, false};
    default:
        return {KEY_A, false};
    }
}

/// The bytes of all events, presses and releases, two milliseconds a key, from `startMs` on.
inline std::vector<std::uint8_t> typedKeys(std::string_view text, long startMs = 1000) {
    std::vector<std::uint8_t> bytes;
    long ms = startMs;
    const auto add = [&](std::uint16_t type, std::uint16_t code, std::int32_t value) {
        input_event event{};
        event.input_event_sec = ms / 1000;
        event.input_event_usec = ms % 1000 * 1000;
        event.type = type;
        event.code = code;
        event.value = value;
        const auto* raw = reinterpret_cast<const std::uint8_t*>(&event);
        bytes.insert(bytes.end(), raw, raw + sizeof event);
    };
    for (const char c : text) {
        const auto [code, shift] = keyFor(c);
        if (shift)
            add(EV_KEY, KEY_LEFTSHIFT, 1);
        add(EV_MSC, MSC_SCAN, code);
        add(EV_KEY, code, 1);
        add(EV_SYN, SYN_REPORT, 0);
        add(EV_KEY, code, 0);
        if (shift)
            add(EV_KEY, KEY_LEFTSHIFT, 0);
        add(EV_SYN, SYN_REPORT, 0);
        ms += 2;
    }
    return bytes;
}

} // namespace usher::support
