// A chip that answers whatever it likes, from the first command to the last.
#include "kiosk/card/emv.h"
#include "kiosk/card/number.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

namespace {

/// The answers, each after its length in two bytes.
class Answers {
public:
    explicit Answers(card::Bytes all) : rest_{all} {}
    card::Bytes next() {
        if (rest_.size() < 2)
            return {};
        const std::size_t wanted = rest_[0] % 4 * 256U + rest_[1];
        rest_ = rest_.subspan(2);
        const card::Bytes one = rest_.first(std::min(wanted, rest_.size()));
        rest_ = rest_.subspan(one.size());
        return one;
    }

private:
    card::Bytes rest_;
};

/// What the kiosk may say to a chip: select, read a record, ask for options, fetch the rest.
/// Nothing that pays, signs, writes or asks for a PIN.
bool harmless(card::Bytes command) {
    constexpr std::uint8_t select = 0xA4, readRecord = 0xB2, options = 0xA8, getResponse = 0xC0;
    const std::uint8_t what = command[1];
    return what == select || what == readRecord || what == options || what == getResponse;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const card::Bytes bytes{data, size};
    if (const auto objects = card::readTlv(bytes)) {
        fuzz::must(objects->size() <= card::tlvObjectsMax, "no more objects than are allowed");
        for (const card::Tlv& one : *objects)
            fuzz::must(one.value.data() >= data &&
                           one.value.data() + one.value.size() <= data + size,
                       "values are pieces of the input");
    }
    if (const auto filled = card::fillDol(bytes, {}))
        fuzz::must(filled->size() <= card::Apdu::optionsDataMax, "what is told fits a command");
    Answers answers{bytes};
    card::Conversation talk{{}};
    card::NextAction action = talk.begin();
    std::size_t sent = 0;
    while (std::holds_alternative<card::Send>(action)) {
        fuzz::must(++sent <= card::apdusMax, "the talk ends");
        fuzz::must(harmless(std::get<card::Send>(action).command.view()), "nothing is paid");
        action = talk.resume(answers.next());
    }
    if (const auto* done = std::get_if<card::Done>(&action))
        fuzz::must(card::isCardNumber(done->number.reveal()), "a number is one");
    return 0;
}
