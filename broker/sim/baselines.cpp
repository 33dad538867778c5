#include "broker/sim/baselines.h"

#include "broker/rules/triage.h"

#include <algorithm>
#include <numeric>

namespace usher::sim {

using namespace protocol;
using forecast::InLine;
using forecast::Start;
using outlet::Index;
using outlet::Kind;

namespace {

bool takes(const Start& start, Index counter, const Kind& kind) {
    return rules::delayAt(start.floor, counter, kind).has_value();
}

} // namespace

void History::called(double waited) {
    delays_.called(Millis{static_cast<std::int64_t>(waited * 1000)});
    recent_[count_++ % recent_.size()] = waited;
}

double History::lastTen() const {
    const std::size_t seen = std::min(count_, recent_.size());
    const double sum = std::accumulate(recent_.begin(), recent_.end(), 0.0);
    return seen == 0 ? 0 : sum / static_cast<double>(seen);
}

double headOfLine(const Joined& joined) {
    Moment first = joined.customer.arrival;
    for (const InLine& one : joined.start.waiting)
        if (one.kind == joined.customer.kind)
            first = std::min(first, one.arrival);
    return static_cast<double>((joined.customer.arrival - first).count()) / 1000;
}

double ticketMachine(const Joined& joined) {
    const auto& start = joined.start;
    const Kind kind = joined.customer.kind;
    const auto waiting =
        std::count_if(start.waiting.begin(), start.waiting.end(),
                      [&](const InLine& one) { return one.kind.service == kind.service; });
    double counters = 0;
    for (Index counter = 0; counter < start.floor.counters(); ++counter)
        counters += takes(start, counter, kind) ? 1 : 0;
    return static_cast<double>(waiting) * joined.means[kind.service] / counters;
}

// (A + B / m) / m for m counters that may take the customer. A: the mean services of those who will
// be called first, each in proportion to the counters it shares with the customer. B: those that
// are under way at the m.
double workAhead(const Joined& joined) {
    const auto& [start, customer, means] = joined;
    const Moment key = start.standing(customer).key;
    double mine = 0;
    double underWay = 0;
    for (Index counter = 0; counter < start.floor.counters(); ++counter)
        if (takes(start, counter, customer.kind)) {
            mine += 1;
            const forecast::AtCounter& at = start.counters[counter];
            underWay += at.desk == Desk::Serving ? means[at.service] : 0;
        }
    double ahead = 0;
    for (const InLine& one : start.waiting) {
        if (one.ticket == customer.ticket || start.standing(one).key > key)
            continue;
        double theirs = 0;
        double shared = 0;
        for (Index counter = 0; counter < start.floor.counters(); ++counter)
            if (takes(start, counter, one.kind)) {
                theirs += 1;
                shared += takes(start, counter, customer.kind) ? 1 : 0;
            }
        ahead += means[one.kind.service] * shared / theirs;
    }
    return (ahead + underWay / mine) / mine;
}

} // namespace usher::sim
