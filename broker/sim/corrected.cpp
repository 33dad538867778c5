#include "broker/sim/corrected.h"

#include <cmath>

namespace usher::sim {

using namespace protocol;

forecast::Wait Corrected::say(const Outcome& customer) {
    learnUntil(customer.came);
    const forecast::Said said = correction_.say(customer.rolled, customer.delays, customer.tier);
    const Millis waited{std::llround(customer.waited * 1000)};
    pending_.emplace(customer.came + waited, Pending{said, customer.waited, customer.tier});
    return said.wait;
}

void Corrected::learnUntil(Moment now) {
    while (!pending_.empty() && pending_.begin()->first <= now) {
        const Pending& one = pending_.begin()->second;
        correction_.learn(one.said, Millis{std::llround(one.waited * 1000)}, one.tier);
        pending_.erase(pending_.begin());
    }
}

} // namespace usher::sim
