#include "kiosk/card/wedge.h"

#include <cstring>

namespace usher::card {

namespace {

constexpr char otherKey = ' '; // a key that types something, but nothing a track holds

char plainKey(std::uint16_t code) {
    if (code >= KEY_1 && code <= KEY_9)
        return static_cast<char>('1' + (code - KEY_1));
    switch (code) {
    case KEY_0:
    case KEY_KP0:
        return '0';
    case KEY_KP1:
        return '1';
    case KEY_KP2:
        return '2';
    case KEY_KP3:
        return '3';
    case KEY_KP4:
        return '4';
    case KEY_KP5:
        return '5';
    case KEY_KP6:
        return '6';
    case KEY_KP7:
        return '7';
    case KEY_KP8:
        return '8';
    case KEY_KP9:
        return '9';
    case KEY_SEMICOLON:
        return ';';
    case KEY_EQUAL:
        return '=';
    case KEY_ENTER:
    case KEY_KPENTER:
        return '\n';
    default:
        return otherKey;
    }
}

char shiftedKey(std::uint16_t code) {
    switch (code) {
    case KEY_SLASH:
        return '?';
    case KEY_ENTER:
    case KEY_KPENTER:
        return '\n';
    default:
        return otherKey;
    }
}

} // namespace

std::optional<char> KeyMap::take(const input_event& event) {
    constexpr std::int32_t released = 0;
    constexpr std::int32_t pressed = 1; // 2 is the keyboard repeating a key held down
    if (event.type != EV_KEY)
        return std::nullopt;
    if (event.code == KEY_LEFTSHIFT || event.code == KEY_RIGHTSHIFT) {
        (event.code == KEY_LEFTSHIFT ? leftShift_ : rightShift_) = event.value != released;
        return std::nullopt;
    }
    if (event.value != pressed)
        return std::nullopt;
    switch (event.code) {
    case KEY_LEFTCTRL:
    case KEY_RIGHTCTRL:
    case KEY_LEFTALT:
    case KEY_RIGHTALT:
    case KEY_CAPSLOCK:
    case KEY_NUMLOCK:
        return std::nullopt;
    default:
        return leftShift_ || rightShift_ ? shiftedKey(event.code) : plainKey(event.code);
    }
}

void Wedge::feed(Bytes bytes, const std::function<void(Swipe)>& swiped) {
    for (const std::uint8_t byte : bytes) {
        const bool fits = event_.append(byte);
        if (!fits || event_.size() < sizeof(input_event))
            continue;
        input_event event;
        std::memcpy(&event, event_.view().data(), sizeof event);
        event_.wipe();
        take(event, swiped);
        explicit_bzero(&event, sizeof event);
    }
}

void Wedge::take(const input_event& event, const std::function<void(Swipe)>& swiped) {
    const auto key = keys_.take(event);
    if (!key)
        return;
    // Unsigned on purpose: a device may send any time at all, and a nonsense one only breaks a
    // track.
    const auto ms = static_cast<std::uint64_t>(event.input_event_sec) * 1000U +
                    static_cast<std::uint64_t>(event.input_event_usec) / 1000U;
    constexpr std::uint64_t msMax = 0x3FFF'FFFF'FFFF'FFFF;
    auto number = track_.feed(*key, {static_cast<std::int64_t>(ms & msMax)});
    if (track_.spoilt())
        swiped(Spoilt{});
    if (number)
        swiped(std::move(*number));
}

} // namespace usher::card
