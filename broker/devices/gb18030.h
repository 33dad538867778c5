// Text as a Chinese printer takes it.
//
// Nothing that comes from outside can act on the printer: what is not a letter is gone before it
// becomes a byte. And nothing is lost silently: a character the machine cannot show is printed as
// the geta mark 〓 and reported.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace usher::devices {

/// The letters of UTF-8 text. Line ends and tabs become spaces, other controls and invisible
/// direction marks are dropped, malformed bytes become U+FFFD.
[[nodiscard]] std::u32string letters(std::string_view utf8);
[[nodiscard]] std::string toUtf8(std::u32string_view text);

/// Columns of the printer's own width: one for ASCII, two for everything else.
[[nodiscard]] std::size_t columnsOf(std::u32string_view text);

/// Broken between Chinese characters or at spaces, a word of letters only if it fills a line; no
/// line wider than `columns`, which is at least 2.
[[nodiscard]] std::vector<std::u32string> wrap(std::u32string_view text, std::size_t columns);

struct PrinterText {
    std::string bytes;                ///< GB18030
    std::vector<std::string> unshown; ///< characters replaced by 〓, in order, as UTF-8
};

/// `fourByte`: the machine knows the four-byte forms of GB18030; many clones stop at GBK.
[[nodiscard]] PrinterText toGb18030(std::u32string_view text, bool fourByte);

} // namespace usher::devices
