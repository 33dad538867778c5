// A card number or a PIN on its one way from the reader or keypad to the broker.
//
// It cannot be copied, compared, printed or formatted, and its bytes are overwritten when it goes.
#pragma once

#include <cstddef>
#include <string_view>

namespace usher::protocol {

class Secret {
public:
    static constexpr std::size_t lengthMax = 64;

    Secret() = default;
    /// Keeps the first `lengthMax` characters; callers check the length where it matters.
    explicit Secret(std::string_view text);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    /// Valid while the Secret lives. For the codec, the vault and nobody else.
    [[nodiscard]] std::string_view reveal() const { return {text_, size_}; }
    [[nodiscard]] bool empty() const { return size_ == 0; }

private:
    void wipe();

    char text_[lengthMax]{};
    std::size_t size_ = 0;
};

} // namespace usher::protocol
