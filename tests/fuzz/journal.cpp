// A row of the journal, as this version or an older one spelt it.
#include "broker/wire/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text(data, size);
    const auto record = wire::decodeRecord(bytes);
    if (const auto* read = std::get_if<protocol::Record>(&record)) {
        const std::string spelt = wire::encode(*read);
        const auto again = wire::decodeRecord(spelt);
        fuzz::must(std::holds_alternative<protocol::Record>(again), "what was read can be spelt");
        fuzz::must(wire::encode(std::get<protocol::Record>(again)) == spelt, "one spelling a row");
    }
    const auto event = wire::decodeEvent(bytes);
    if (const auto* read = std::get_if<protocol::Event>(&event))
        (void)wire::encode(*read);
    return 0;
}
