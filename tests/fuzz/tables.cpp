// What is handed to usher-sim and usher-rehearse: a log of calls, a scenario, a day, a change in
// words.
#include "broker/rehearse/day.h"
#include "broker/sim/call_log.h"
#include "broker/sim/change_words.h"
#include "broker/sim/scenario_file.h"
#include "tests/fuzz/problems.h"

using namespace usher;
using protocol::named;

namespace {

/// Two counters, two services, two tiers, to be named or missed.
protocol::Setup hall() {
    protocol::Setup setup;
    const auto zone = named<protocol::ZoneId>("hall");
    setup.zones = {{zone, {}, false}};
    setup.services = {{named<protocol::ServiceId>("cash"), {}, {}, zone, std::chrono::minutes{4}},
                      {named<protocol::ServiceId>("loans"), {}, {}, zone, std::chrono::minutes{9}}};
    setup.tiers = {{named<protocol::TierId>("ordinary"), {}, {}, {}, {}},
                   {named<protocol::TierId>("vip"), {}, std::chrono::minutes{30}, {}, {}}};
    setup.counters = {{named<protocol::CounterId>("low-1"), 3, {}, zone, {{}}},
                      {named<protocol::CounterId>("cash-4"), 4, {}, zone, {{}}}};
    return setup;
}

template <class Reading>
const auto* taken(const Reading& reading, std::string_view text) {
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading))
        fuzz::mustSayWhere(*problems, text);
    return std::get_if<0>(&reading);
}

void calls(std::string_view text) {
    const auto reading = sim::readCallsText(text, "f");
    if (const auto* log = taken(reading, text))
        for (const sim::Call& call : *log)
            fuzz::must(call.waited() >= 0 && call.type < sim::Call::types, "a call makes sense");
}

void day(std::string_view text, const protocol::Setup* outlet) {
    const auto reading = rehearse::readDayText(text, "f", outlet);
    if (const auto* read = taken(reading, text))
        fuzz::must(
            std::is_sorted(read->customers.begin(), read->customers.end(),
                           [](const auto& a, const auto& b) { return a.arrives < b.arrives; }),
            "customers come in order");
}

void change(std::string_view words, const protocol::Setup& outlet) {
    const auto reading = sim::changeFromWords(outlet, words);
    if (const auto* why = std::get_if<std::string>(&reading)) {
        fuzz::must(!why->empty(), "a refusal says why");
        return;
    }
    const auto& counter = std::get<protocol::Change>(reading).counter;
    fuzz::must(!counter || std::any_of(outlet.counters.begin(), outlet.counters.end(),
                                       [&](const auto& one) { return one.id == *counter; }),
               "what changes is there");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const protocol::Setup outlet = hall();
    if (size == 0)
        return 0;
    const std::string_view text = fuzz::text(data + 1, size - 1);
    switch (data[0] % 5) {
    case 0:
        calls(text);
        break;
    case 1: {
        const auto reading = sim::readScenarioText(text, "f");
        (void)taken(reading, text);
        break;
    }
    case 2:
        day(text, nullptr);
        break;
    case 3:
        change(text, outlet);
        break;
    default:
        day(text, &outlet);
    }
    return 0;
}
