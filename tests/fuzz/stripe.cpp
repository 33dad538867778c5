// Keys as a card wedge types them, or a person; each with the time since the one before.
#include "kiosk/card/track2.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    card::Track2 track;
    protocol::Moment now;
    for (std::size_t i = 0; i + 1 < size; i += 2) {
        now = now + protocol::Millis{data[i + 1]};
        const auto number = track.feed(static_cast<char>(data[i]), now);
        if (!number)
            continue;
        fuzz::must(number->reveal().size() >= 12 && number->reveal().size() <= 19,
                   "a number is as long as one");
        for (const char digit : number->reveal())
            fuzz::must(digit >= '0' && digit <= '9', "a number is digits");
    }
    return 0;
}
