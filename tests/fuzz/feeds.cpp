// What a client hears: replies, news, beats, boards, pictures; and the key file it reads.
#include "broker/wire/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

namespace {

/// What was taken is spelt in one way, and that can be read.
template <class Decode>
void hear(std::string_view bytes, Decode decode) {
    const auto heard = decode(bytes);
    if (heard.index() != 0)
        return;
    const std::string spelt = wire::encode(std::get<0>(heard));
    const auto again = decode(spelt);
    fuzz::must(again.index() == 0, "what was taken can be spelt");
    fuzz::must(wire::encode(std::get<0>(again)) == spelt, "one spelling a message");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view bytes = fuzz::text(data + 1, size - 1);
    switch (data[0] % 7) {
    case 0:
        hear(bytes, wire::decodeTold);
        break;
    case 1:
        hear(bytes, wire::decodeReply);
        break;
    case 2:
        hear(bytes, wire::decodeBeat);
        break;
    case 3:
        hear(bytes, wire::decodeBoard);
        break;
    case 4:
        hear(bytes, wire::decodeSnapshot);
        break;
    case 5:
        hear(bytes, wire::decodeKeyFile);
        break;
    default: {
        const auto heard = wire::decodeNews(bytes);
        if (const auto* news = std::get_if<wire::News>(&heard)) {
            const std::string spelt = wire::encodeNews(news->epoch, news->records);
            const auto again = wire::decodeNews(spelt);
            fuzz::must(again.index() == 0, "what was taken can be spelt");
            const auto& same = std::get<wire::News>(again);
            fuzz::must(wire::encodeNews(same.epoch, same.records) == spelt,
                       "one spelling a message");
        }
    }
    }
    return 0;
}
