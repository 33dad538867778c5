#include "kiosk/card/track2.h"

#include <string_view>

namespace usher::card {

namespace {

constexpr std::size_t expiryDigits = 4;
constexpr std::size_t swipedKeysMin = 8; // fewer, so fast, may still be a stray hand

bool isDigit(char key) {
    return key >= '0' && key <= '9';
}

} // namespace

std::optional<protocol::Secret> Track2::feed(char key, protocol::Moment now) {
    spoilt_ = false;
    if (state_ != State::Outside) {
        const auto pause = now - latest_;
        if (pause < protocol::Millis{0} || pause > betweenKeys || now - began_ > trackMax)
            breakOff(keys_ >= swipedKeysMin);
    }
    latest_ = now;
    if (key == ';') {
        begin(now);
        return std::nullopt;
    }
    if (state_ == State::Outside)
        return std::nullopt;
    ++keys_;
    const bool ends = key == '?' || key == '\n';
    if (ends)
        return finish();
    if (state_ == State::Number && key == '=') {
        state_ = State::Rest;
    } else if (state_ == State::Number && isDigit(key)) {
        if (!digits_.append(static_cast<std::uint8_t>(key)))
            breakOff(true);
    } else if (state_ == State::Rest && (isDigit(key) || key == '=')) {
        ++restDigits_;
    } else {
        breakOff(keys_ >= swipedKeysMin);
    }
    if (keys_ >= trackKeysMax)
        breakOff(true);
    return std::nullopt;
}

void Track2::begin(protocol::Moment now) {
    digits_.wipe();
    state_ = State::Number;
    keys_ = 1;
    restDigits_ = 0;
    began_ = now;
}

std::optional<protocol::Secret> Track2::finish() {
    const std::string_view digits{reinterpret_cast<const char*>(digits_.view().data()),
                                  digits_.size()};
    std::optional<protocol::Secret> number;
    if (state_ == State::Rest && restDigits_ >= expiryDigits && isCardNumber(digits))
        number.emplace(digits);
    breakOff(!number && keys_ >= swipedKeysMin);
    return number;
}

void Track2::breakOff(bool wasSwiped) {
    digits_.wipe();
    keys_ = 0;
    state_ = State::Outside;
    spoilt_ = wasSwiped;
}

} // namespace usher::card
