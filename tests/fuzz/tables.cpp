// What is handed to usher-sim and usher-rehearse: a log of calls, a scenario, a day, a change in
// words.
#include "broker/rehearse/day.h"
#include "broker/sim/call_log.h"
#include "broker/sim/change_words.h"
#include "broker/sim/scenario_file.h"
#include "tests/fuzz/fuzz.h"

using namespace usher;

namespace {

template <class Reading>
void told(const Reading& reading) {
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading))
        fuzz::must(!problems->empty(), "a refusal says why");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view text = fuzz::text(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0:
        told(sim::readCallsText(text, "f"));
        break;
    case 1:
        told(sim::readScenarioText(text, "f"));
        break;
    case 2:
        told(rehearse::readDayText(text, "f"));
        break;
    default:
        (void)sim::changeFromWords({}, text);
    }
    return 0;
}
