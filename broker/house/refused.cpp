#include "broker/house/refused.h"

#include "broker/protocol/limits.h"
#include "broker/rules/coverage.h"

#include <fmt/format.h>

namespace usher::house {

using namespace protocol;

namespace {

std::optional<std::string> malformed(const OverrideProfile& command, const Setup& setup) {
    if (command.minutes == 0 || command.minutes > overrideMinutesMax)
        return fmt::format("minutes is {}; write 1 to {}", command.minutes, overrideMinutesMax);
    if (command.takes.empty())
        return "takes is empty; name at least one thing to take, or {\"services\":[]} for all";
    if (command.takes.size() > overrideTakesMax)
        return fmt::format("takes lists {}; write at most {}", command.takes.size(),
                           overrideTakesMax);
    for (std::size_t i = 0; i < command.takes.size(); ++i)
        if (const Millis after = command.takes[i].after;
            after < Millis{0} || after > setup.overtakingBound())
            return fmt::format("takes[{}].after is {} ms; write 0 to {}: no help-out delay may be "
                               "longer than H",
                               i, after.count(), setup.overtakingBound().count());
    return std::nullopt;
}

} // namespace

std::optional<std::string> detail(Refusal refusal, const Command& command,
                                  const Snapshot& snapshot) {
    if (refusal == Refusal::ServiceUncovered)
        if (const auto service = rules::lostBy(outlet::Outlet{snapshot}, command, snapshot.at))
            return service->str() + " would be left without a counter";
    if (refusal == Refusal::Malformed)
        if (const auto* override = std::get_if<OverrideProfile>(&command))
            return malformed(*override, snapshot.setup);
    return std::nullopt;
}

} // namespace usher::house
