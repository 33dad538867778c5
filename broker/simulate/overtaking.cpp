#include "broker/simulate/overtaking.h"

#include "broker/rules/triage.h"

#include <cmath>

namespace usher::simulate {

using namespace protocol;
using outlet::Standing;

Overtaking::Overtaking(const Scenario& scenario) {
    if (scenario.overtakeWatch)
        far_ = Millis{std::llround(*scenario.overtakeWatch * millisPerUnit(scenario))};
}

void Overtaking::called(const outlet::Floor& floor, const outlet::Line& line,
                        const rules::Candidate& one, outlet::Index counter, Moment now) {
    for (const outlet::Row& row : line.rows()) {
        const auto delay = row.empty() ? std::nullopt : rules::delayAt(floor, counter, row.kind());
        if (!delay)
            continue;
        for (const Standing& other : row) {
            if (other.arrival >= one.standing.arrival || other.arrival + *delay > now)
                break;
            Passed& passed = waiting_[other.ticket];
            ++passed.times;
            passed.far = passed.far || one.standing.arrival - other.arrival > *far_;
        }
    }
}

Overtaking::Passed Overtaking::goneAfter(TicketId ticket) {
    const auto at = waiting_.find(ticket);
    if (at == waiting_.end())
        return {};
    const Passed passed = at->second;
    waiting_.erase(at);
    return passed;
}

} // namespace usher::simulate
