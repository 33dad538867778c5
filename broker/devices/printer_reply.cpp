#include "broker/devices/printer_reply.h"

#include <optional>

namespace usher::devices {
namespace {

constexpr std::size_t blockMax = 80;
constexpr std::uint8_t blockHeader = 0x37;
constexpr char echoKind = 0x22;

bool isRealTime(std::uint8_t b) {
    return (b & 0x93) == 0x12;
}
bool beginsAutomatic(std::uint8_t b) {
    return (b & 0x93) == 0x10;
}
bool isPaper(std::uint8_t b) {
    return (b & 0x90) == 0x00;
}

} // namespace

std::vector<Reply> ReplyReader::take(std::string_view bytes) {
    std::vector<Reply> replies;
    for (const char c : bytes) {
        const auto b = static_cast<std::uint8_t>(c);
        if (inBlock_) {
            if (b != 0 && block_.size() < blockMax) {
                block_ += c;
                continue;
            }
            if (b == 0 && block_.size() > 1 && block_[0] == echoKind)
                replies.emplace_back(Echo{block_.substr(1)});
            inBlock_ = false;
            block_.clear();
        } else if (automaticLeft_ > 0 && isPaper(b)) {
            --automaticLeft_;
        } else if (b == blockHeader) {
            inBlock_ = true;
        } else if (isRealTime(b)) {
            automaticLeft_ = 0;
            replies.emplace_back(RealTimeStatus{b});
        } else if (beginsAutomatic(b)) {
            automaticLeft_ = 3;
        } else if (isPaper(b)) {
            replies.emplace_back(PaperSensed{(b & 0x03) != 0, (b & 0x0C) != 0});
        }
    }
    return replies;
}

} // namespace usher::devices
