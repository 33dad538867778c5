// Keys as a card wedge types them, or a person; each with the time since the one before.
#include "kiosk/card/track2.h"
#include "tests/fuzz/fuzz.h"

#include <string>

using namespace usher;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    card::Track2 track;
    card::Track2 tomorrow; // the same keys, a day later
    const protocol::Millis day{86'400'000};
    protocol::Moment now;
    std::string typed; // since the last start sentinel
    for (std::size_t i = 0; i + 1 < size; i += 2) {
        const char key = static_cast<char>(data[i]);
        now = now + protocol::Millis{data[i + 1]};
        const auto number = track.feed(key, now);
        const auto again = tomorrow.feed(key, now + day);
        fuzz::must(number.has_value() == again.has_value() && track.spoilt() == tomorrow.spoilt(),
                   "only differences of moments count");
        if (key == ';')
            typed.clear();
        else
            typed += key;
        if (!number)
            continue;
        fuzz::must(card::isCardNumber(number->reveal()), "a number is one");
        fuzz::must(typed.starts_with(std::string{number->reveal()} + '='), "and was typed");
    }
    return 0;
}
