#include "broker/devices/voice.h"

#include <array>

namespace usher::devices {
namespace {

std::string spelt(std::string_view number, Language language) {
    static constexpr std::array<std::string_view, 10> hanzi{"零", "一", "二", "三", "四",
                                                            "五", "六", "七", "八", "九"};
    std::string text;
    for (const char c : number) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z'))
            continue;
        if (language == Language::Zh && digit) {
            text += hanzi[static_cast<std::size_t>(c - '0')];
            continue;
        }
        if (language == Language::En && !text.empty())
            text += ' ';
        text += c;
    }
    return text;
}

} // namespace

std::string announcement(std::string_view number, std::uint32_t counterNumber, Language language) {
    const std::string ticket = spelt(number, language);
    const std::string counter = std::to_string(counterNumber);
    switch (language) {
    case Language::Zh:
        return "请" + ticket + "号到" + counter + "号窗口办理业务";
    case Language::En:
        return "Ticket " + ticket + ", please go to counter " + counter + ".";
    }
    return {};
}

} // namespace usher::devices
