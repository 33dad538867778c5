// A printer that says anything, in pieces of any length.
#include "broker/devices/printer_reply.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace usher;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes = fuzz::text(data, size);
    devices::ReplyReader reader;
    std::size_t replies = 0;
    while (!bytes.empty()) {
        const std::size_t length = static_cast<std::uint8_t>(bytes[0]) % 9U + 1;
        const std::string_view piece = bytes.substr(0, std::min(length, bytes.size()));
        replies += reader.take(piece).size();
        bytes.remove_prefix(piece.size());
    }
    fuzz::must(replies <= size, "no reply without a byte");
    return 0;
}
