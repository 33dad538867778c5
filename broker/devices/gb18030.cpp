#include "broker/devices/gb18030.h"

#include <array>
#include <cstdint>
#include <iconv.h>

namespace usher::devices {
namespace {

constexpr char32_t malformed = 0xFFFD;
constexpr std::string_view geta = "\xA1\xFE"; // 〓, the printers' own mark for a missing character

/// One code point from the front of `utf8`, which it shortens. Shortest forms only, no surrogates.
char32_t takeCodePoint(std::string_view& utf8) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(utf8[i]); };
    const std::uint8_t lead = byte(0);
    const std::size_t length = lead < 0x80           ? 1
                               : (lead >> 5) == 0x06 ? 2
                               : (lead >> 4) == 0x0E ? 3
                               : (lead >> 3) == 0x1E ? 4
                                                     : 0;
    char32_t point = length == 1 ? lead : length == 0 ? 0U : lead & (0xFFU >> (length + 1));
    std::size_t used = 1;
    for (; used < length && used < utf8.size() && (byte(used) & 0xC0) == 0x80; ++used)
        point = (point << 6) | (byte(used) & 0x3FU);
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool good = length != 0 && used == length && point >= smallest[length] &&
                      point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    utf8.remove_prefix(used);
    return good ? point : malformed;
}

bool isLineEndOrTab(char32_t c) {
    return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
}

bool isUnseen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

bool isPrivate(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/// How many letters fit into `columns`.
std::size_t fitting(std::u32string_view text, std::size_t columns) {
    std::size_t count = 0;
    for (std::size_t used = 0; count < text.size(); ++count) {
        used += text[count] < 0x80 ? 1 : 2;
        if (used > columns)
            break;
    }
    return count;
}

/// Where to break so that at most `fits` letters stay: not inside a word of an alphabet if the line
/// has another place, and not before a closing mark.
std::size_t breakAt(std::u32string_view text, std::size_t fits) {
    static constexpr std::u32string_view closing = U"，。；：！？、）》”,.;:!?)";
    const auto inWord = [&](std::size_t i) { return text[i] < 0x2E80 && text[i] != U' '; };
    std::size_t end = fits;
    while (end > 0 && ((inWord(end - 1) && inWord(end)) || closing.find(text[end]) != closing.npos))
        --end;
    return end > 0 ? end : fits;
}

class Converter {
public:
    Converter() : handle_{iconv_open("GB18030", "UTF-32LE")} {}
    ~Converter() {
        if (good())
            iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// Empty if there is no such character.
    std::string encode(char32_t c) {
        if (!good())
            return {};
        std::array<char, 4> in{static_cast<char>(c & 0xFF), static_cast<char>((c >> 8) & 0xFF),
                               static_cast<char>((c >> 16) & 0xFF), 0};
        std::array<char, 8> out{};
        char* from = in.data();
        char* to = out.data();
        std::size_t fromLeft = in.size();
        std::size_t toLeft = out.size();
        if (iconv(handle_, &from, &fromLeft, &to, &toLeft) == static_cast<std::size_t>(-1))
            return {};
        return {out.data(), out.size() - toLeft};
    }

private:
    [[nodiscard]] bool good() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    iconv_t handle_;
};

} // namespace

std::u32string letters(std::string_view utf8) {
    std::u32string text;
    while (!utf8.empty()) {
        const char32_t c = takeCodePoint(utf8);
        if (isLineEndOrTab(c))
            text += U' ';
        else if (!isUnseen(c))
            text += c;
    }
    return text;
}

std::string toUtf8(std::u32string_view text) {
    std::string bytes;
    const auto put = [&](char32_t value) { bytes += static_cast<char>(value); };
    const auto tail = [&](char32_t value) { put(0x80 | (value & 0x3F)); };
    for (const char32_t c : text) {
        if (c < 0x80)
            put(c);
        else if (c < 0x800)
            put(0xC0 | (c >> 6)), tail(c);
        else if (c < 0x10000)
            put(0xE0 | (c >> 12)), tail(c >> 6), tail(c);
        else
            put(0xF0 | (c >> 18)), tail(c >> 12), tail(c >> 6), tail(c);
    }
    return bytes;
}

std::size_t columnsOf(std::u32string_view text) {
    std::size_t columns = 0;
    for (const char32_t c : text)
        columns += c < 0x80 ? 1 : 2;
    return columns;
}

std::vector<std::u32string> wrap(std::u32string_view text, std::size_t columns) {
    std::vector<std::u32string> lines;
    while (!text.empty()) {
        const std::size_t fits = fitting(text, columns);
        const std::size_t end = fits < text.size() ? breakAt(text, fits) : fits;
        const bool blank = end > 1 && text[end - 1] == U' ';
        lines.emplace_back(text.substr(0, blank ? end - 1 : end));
        text.remove_prefix(end < text.size() && text[end] == U' ' ? end + 1 : end);
    }
    return lines;
}

PrinterText toGb18030(std::u32string_view text, bool fourByte) {
    Converter converter;
    PrinterText printed;
    for (const char32_t c : text) {
        if (c < 0x80) {
            printed.bytes += static_cast<char>(c);
            continue;
        }
        const std::string bytes = isPrivate(c) || c == malformed ? "" : converter.encode(c);
        if (bytes.size() == 2 || (bytes.size() == 4 && fourByte)) {
            printed.bytes += bytes;
        } else {
            printed.bytes += geta;
            printed.unshown.push_back(toUtf8({&c, 1}));
        }
    }
    return printed;
}

} // namespace usher::devices
