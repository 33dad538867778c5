// Room for bytes that may be card data: bounded, never on the heap, overwritten when they go.
//
// It cannot be copied or moved, so a card number lies in one known place until it is wiped.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace usher::card {

using Bytes = std::span<const std::uint8_t>;

template <std::size_t Room>
class Scratch {
public:
    Scratch() = default;
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { wipe(); }

    /// False, and nothing kept of `more`, if it does not fit.
    [[nodiscard]] bool append(Bytes more) {
        if (more.size() > Room - size_)
            return false;
        std::copy(more.begin(), more.end(), room_.data() + size_);
        size_ += more.size();
        return true;
    }
    [[nodiscard]] bool append(std::uint8_t byte) { return append(Bytes{&byte, 1}); }

    [[nodiscard]] Bytes view() const { return {room_.data(), size_}; }
    [[nodiscard]] std::size_t size() const { return size_; }

    void wipe() {
        explicit_bzero(room_.data(), Room); // unlike memset, never optimised away
        size_ = 0;
    }

private:
    std::array<std::uint8_t, Room> room_{};
    std::size_t size_ = 0;
};

} // namespace usher::card
