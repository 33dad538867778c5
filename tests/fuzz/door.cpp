// A client's frame at the command door, and a command typed in words.
#include "broker/wire/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

namespace {

void mustBeSpelt(const wire::Ask& taken) {
    const std::string spelt = wire::encode(taken);
    const auto again = wire::decodeAsk(spelt);
    fuzz::must(std::holds_alternative<wire::Ask>(again), "what was taken can be spelt");
    fuzz::must(wire::encode(std::get<wire::Ask>(again)) == spelt, "one spelling a command");
}

void mustSayWhy(const wire::BadBytes& refused) {
    fuzz::must(!refused.what.empty(), "a refusal says why");
    fuzz::must(refused.where.size() + refused.what.size() < 1024, "in few words");
}

void frame(std::string_view bytes) {
    const auto ask = wire::decodeAsk(bytes);
    if (const auto* taken = std::get_if<wire::Ask>(&ask)) {
        fuzz::must(wire::idOf(bytes) == taken->id, "who is answered is who asked");
        mustBeSpelt(*taken);
    } else {
        (void)wire::idOf(bytes);
        mustSayWhy(std::get<wire::BadBytes>(ask));
    }
}

void typed(std::string_view bytes) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from < bytes.size() && words.size() < 20;) {
        const std::size_t end = std::min(bytes.find('\n', from), bytes.size());
        words.emplace_back(bytes.substr(from, end - from));
        from = end + 1;
    }
    if (words.empty())
        return;
    auto command = wire::commandFromWords(words.front(), std::span{words}.subspan(1));
    if (auto* taken = std::get_if<protocol::Command>(&command))
        mustBeSpelt({{0, 1}, std::move(*taken)});
    else
        mustSayWhy(std::get<wire::BadBytes>(command));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text(data, size);
    frame(bytes);
    if (!bytes.starts_with('{'))
        typed(bytes);
    return 0;
}
