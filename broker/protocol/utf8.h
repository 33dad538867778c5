// Text from outside, before anybody takes it for text.
#pragma once

#include <cstddef>
#include <string_view>

namespace usher::protocol {

/// How many bytes the character at the front takes, 1 to 4; 0 if it is not UTF-8 (RFC 3629).
/// Requires at least one byte.
[[nodiscard]] std::size_t characterBytes(std::string_view text);

/// UTF-8, and nothing in it that a screen would obey instead of showing it (C0 and C1 controls).
[[nodiscard]] bool isShowable(std::string_view text);

} // namespace usher::protocol
