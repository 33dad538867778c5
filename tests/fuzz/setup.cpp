// An outlet file as its author left it, and a file of time zones.
#include "broker/setup/explain.h"
#include "broker/setup/read.h"
#include "broker/setup/time_zone.h"
#include "broker/setup/wall.h"
#include "broker/wire/codec.h"
#include "tests/fuzz/problems.h"

using namespace usher;

namespace {

/// An outlet opens with its setup in the journal, and every start reads it there.
void mustBeJournalled(const protocol::Setup& outlet) {
    const std::string row = wire::encode(protocol::Event{protocol::SetupAdopted{outlet}});
    const auto read = wire::decodeEvent(row);
    const auto* event = std::get_if<protocol::Event>(&read);
    const auto* adopted = event ? std::get_if<protocol::SetupAdopted>(event) : nullptr;
    fuzz::must(adopted && adopted->setup == outlet, "what is taken can be journalled");
}

/// Its table begins where time does for an outlet, and goes on from change to change.
void timeZone(std::string_view bytes) {
    const auto zone = setup::timeZoneFromBytes("f", bytes);
    if (!zone)
        return;
    const auto& changes = zone->changes;
    fuzz::must(!changes.empty() &&
                   std::is_sorted(changes.begin(), changes.end(),
                                  [](const auto& a, const auto& b) { return a.from < b.from; }),
               "changes come in order");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text(data, size);
    if (text.starts_with("TZif")) {
        timeZone(text);
        return 0;
    }
    const auto reading = setup::readText(text, "f");
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading)) {
        fuzz::mustSayWhere(*problems, text);
        return 0;
    }
    const auto& outlet = std::get<protocol::Setup>(reading);
    fuzz::must(outlet.overtakingBound() >= protocol::Millis{0}, "there is a bound");
    mustBeJournalled(outlet);
    for (const auto language : {setup::Language::Chinese, setup::Language::English}) {
        (void)setup::explain(outlet, language);
        (void)setup::wall(outlet, language);
    }
    return 0;
}
