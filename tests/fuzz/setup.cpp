// An outlet file as its author left it.
#include "broker/setup/explain.h"
#include "broker/setup/read.h"
#include "broker/setup/wall.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto reading = setup::readText(fuzz::text(data, size), "f");
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading)) {
        fuzz::must(!problems->empty(), "a refusal says why");
        for (const setup::Problem& one : *problems)
            fuzz::must(!setup::toText(one).empty(), "every problem can be told");
        return 0;
    }
    const auto& outlet = std::get<protocol::Setup>(reading);
    fuzz::must(outlet.overtakingBound() >= protocol::Millis{0}, "there is a bound");
    for (const auto language : {setup::Language::Chinese, setup::Language::English}) {
        (void)setup::explain(outlet, language);
        (void)setup::wall(outlet, language);
    }
    return 0;
}
