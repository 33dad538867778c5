// The keys a magnetic reader types, from the bytes Linux gives to swiped numbers.
//
// It knows the layout of a US keyboard, which is what such readers play, and no device: any stream
// of `struct input_event` will do, cut wherever a pipe likes to cut it.
#pragma once

#include "kiosk/card/track2.h"

#include <functional>
#include <linux/input.h>
#include <variant>

namespace usher::card {

/// A stripe was swiped that gave no card number.
struct Spoilt {};
using Swipe = std::variant<protocol::Secret, Spoilt>;

/// What a key press means, shift included.
class KeyMap {
public:
    /// The character typed; nothing for releases, modifiers and keys no track has.
    [[nodiscard]] std::optional<char> take(const input_event& event);

private:
    bool leftShift_ = false;
    bool rightShift_ = false;
};

class Wedge {
public:
    /// Takes bytes as they were read and hands over each swipe as it ends.
    void feed(Bytes bytes, const std::function<void(Swipe)>& swiped);

private:
    void take(const input_event& event, const std::function<void(Swipe)>& swiped);

    Scratch<sizeof(input_event)> event_; // the part of an event that has come so far
    KeyMap keys_;
    Track2 track_;
};

} // namespace usher::card
