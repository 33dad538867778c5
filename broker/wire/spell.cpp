#include "broker/wire/spell.h"

namespace usher::wire {

void spellText(std::string_view text, std::string& out) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0; // from here on nothing needs escaping so far
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        out += '\\';
        if (c == '"' || c == '\\')
            out += text[i];
        else if (const auto at = std::string_view{"\b\t\n\f\r"}.find(text[i]);
                 at != std::string_view::npos)
            out += "btnfr"[at];
        else
            out.append({'u', '0', '0', digits[c >> 4U], digits[c & 15U]});
    }
    out.append(text, plain);
    out += '"';
}

void spellNumber(double value, std::string& out) {
    out += json::serialize(json::value(value));
}

} // namespace usher::wire
