#include "broker/protocol/secret.h"

#include <algorithm>
#include <cstring>

namespace usher::protocol {

Secret::Secret(std::string_view text) : size_{std::min(text.size(), lengthMax)} {
    std::memcpy(text_, text.data(), size_);
}

Secret::Secret(Secret&& other) noexcept : size_{other.size_} {
    std::memcpy(text_, other.text_, size_);
    other.wipe();
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this == &other)
        return *this;
    wipe();
    size_ = other.size_;
    std::memcpy(text_, other.text_, size_);
    other.wipe();
    return *this;
}

Secret::~Secret() {
    wipe();
}

void Secret::wipe() {
    volatile char* const bytes = text_; // unlike memset, never optimised away
    for (std::size_t i = 0; i < sizeof text_; ++i)
        bytes[i] = 0;
    size_ = 0;
}

} // namespace usher::protocol
