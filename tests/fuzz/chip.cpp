// A chip that answers whatever it likes, from the first command to the last.
#include "kiosk/card/emv.h"
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
    (void)card::fillDol(bytes, {});
    Answers answers{bytes};
    card::Conversation talk{{}};
    card::NextAction action = talk.begin();
    std::size_t sent = 0;
    while (std::holds_alternative<card::Send>(action)) {
        fuzz::must(++sent <= card::apdusMax, "the talk ends");
        action = talk.resume(answers.next());
    }
    if (const auto* done = std::get_if<card::Done>(&action))
        fuzz::must(done->number.reveal().size() >= 12 && done->number.reveal().size() <= 19,
                   "a number is as long as one");
    return 0;
}
