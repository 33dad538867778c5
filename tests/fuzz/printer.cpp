// A printer that says anything, in pieces of any length.
#include "broker/devices/printer_reply.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace usher;

namespace {

std::string told(const std::vector<devices::Reply>& replies) {
    std::string text;
    for (const devices::Reply& one : replies) {
        text += std::to_string(one.index()) + ' ';
        if (const auto* status = std::get_if<devices::RealTimeStatus>(&one))
            text += std::to_string(status->bits);
        else if (const auto* paper = std::get_if<devices::PaperSensed>(&one))
            text += std::to_string(2 * paper->low + paper->out);
        else
            text += std::get<devices::Echo>(one).text;
        text += '\n';
    }
    return text;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes = fuzz::text(data, size);
    devices::ReplyReader atOnce;
    const std::vector<devices::Reply> whole = atOnce.take(bytes);
    fuzz::must(whole.size() <= size, "no reply without a byte");
    devices::ReplyReader reader;
    std::vector<devices::Reply> pieces;
    while (!bytes.empty()) {
        const std::size_t length = static_cast<std::uint8_t>(bytes[0]) % 9U + 1;
        const std::string_view piece = bytes.substr(0, std::min(length, bytes.size()));
        const auto more = reader.take(piece);
        pieces.insert(pieces.end(), more.begin(), more.end());
        bytes.remove_prefix(piece.size());
    }
    fuzz::must(told(pieces) == told(whole), "how the line cuts it does not matter");
    return 0;
}
