// A row of the journal, as this version or an older one spelt it.
#include "broker/wire/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

namespace {

/// Whoever spelt it: read once, it is spelt in today's one way, which reads back the same.
template <class Decode>
void row(std::string_view bytes, Decode decode) {
    const auto read = decode(bytes);
    if (const auto* bad = std::get_if<wire::BadBytes>(&read)) {
        fuzz::must(!bad->what.empty(), "what cannot be read says why");
        return;
    }
    const std::string spelt = wire::encode(std::get<0>(read));
    const auto again = decode(spelt);
    fuzz::must(again.index() == 0, "what was read can be spelt");
    fuzz::must(wire::encode(std::get<0>(again)) == spelt, "one spelling a row");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text(data, size);
    row(bytes, wire::decodeRecord);
    row(bytes, wire::decodeEvent);
    return 0;
}
