// A client's frame at the command door, and a command typed in words.
#include "broker/wire/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text(data, size);
    (void)wire::idOf(bytes);
    const auto ask = wire::decodeAsk(bytes);
    if (const auto* taken = std::get_if<wire::Ask>(&ask)) {
        const std::string spelt = wire::encode(*taken);
        const auto again = wire::decodeAsk(spelt);
        fuzz::must(std::holds_alternative<wire::Ask>(again), "what was taken can be spelt");
        fuzz::must(wire::encode(std::get<wire::Ask>(again)) == spelt, "one spelling a command");
    } else {
        fuzz::must(!std::get<wire::BadBytes>(ask).what.empty(), "a refusal says why");
    }
    std::vector<std::string> words;
    for (std::size_t from = 0; from < bytes.size() && words.size() < 20;) {
        const std::size_t end = std::min(bytes.find('\n', from), bytes.size());
        words.emplace_back(bytes.substr(from, end - from));
        from = end + 1;
    }
    if (!words.empty())
        (void)wire::commandFromWords(words.front(), std::span{words}.subspan(1));
    return 0;
}
