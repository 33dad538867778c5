#include "lobby-console/effects.h"

#include <algorithm>
#include <cmath>

namespace usher::lobby {

using namespace protocol;

namespace {

constexpr double leastSaid = 0.05; ///< minutes; less is shown as 0.0
constexpr double leastNamed = 1.0;
constexpr std::size_t namedMax = 6;
constexpr double leastCustomers = 0.05;

int direction(const Estimate& change) {
    if (std::abs(change.mean) < leastSaid)
        return 0;
    return change.high < 0 ? -1 : change.low > 0 ? 1 : 0;
}

int share(double of) {
    return of < 0 ? -1 : static_cast<int>(std::lround(of * 100));
}

Touched touched(const std::vector<TicketEffect>& tickets, int way) {
    std::vector<const TicketEffect*> found;
    for (const TicketEffect& one : tickets)
        if (direction(one.wait) == way && std::abs(one.wait.mean) >= leastNamed)
            found.push_back(&one);
    std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
        return std::abs(a->wait.mean) > std::abs(b->wait.mean);
    });
    QStringList numbers;
    for (std::size_t i = 0; i < std::min(found.size(), namedMax); ++i)
        numbers << QStringLiteral("%1 %2%3′")
                       .arg(text(found[i]->number),
                            way < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                       .arg(std::lround(std::abs(found[i]->wait.mean)));
    return {numbers.join(QStringLiteral(", ")),
            static_cast<int>(found.size()) - static_cast<int>(numbers.size())};
}

} // namespace

std::vector<TierLine> tierLines(const View& view, const Foreseen& foreseen) {
    std::vector<TierLine> lines;
    for (const TierEffect& one : foreseen.tiers) {
        if (one.customers < leastCustomers)
            continue;
        lines.push_back({view.nameOf(one.tier), direction(one.wait), one.waitNow, one.waitThen,
                         one.wait.mean, one.wait.low, one.wait.high, share(one.lateNow),
                         share(one.lateThen), share(one.gain), share(one.lose)});
    }
    return lines;
}

std::vector<TierLine> mostSaid(const std::vector<TierLine>& lines) {
    const auto first = std::find_if(lines.begin(), lines.end(),
                                    [](const TierLine& one) { return one.direction != 0; });
    if (first == lines.end())
        return {};
    std::vector<TierLine> said{*first};
    auto other = std::find_if(first, lines.end(), [&](const TierLine& one) {
        return one.direction == -first->direction;
    });
    if (other == lines.end())
        other = std::find_if(first + 1, lines.end(),
                             [](const TierLine& one) { return one.direction != 0; });
    if (other != lines.end())
        said.push_back(*other);
    return said;
}

Effect effectOf(const View& view, const Foreseen& foreseen, const CounterId& counter) {
    Effect effect;
    effect.futures = static_cast<int>(foreseen.futures);
    effect.age = minutes(view.since(foreseen.at));
    effect.asked = view.clock(foreseen.at);
    for (const CounterEffect& one : foreseen.counters)
        if (one.counter == counter) {
            effect.idleNow = static_cast<int>(std::lround(one.idleNow));
            effect.idleThen = static_cast<int>(std::lround(one.idleThen));
        }
    effect.sooner = touched(foreseen.tickets, -1);
    effect.later = touched(foreseen.tickets, 1);
    return effect;
}

} // namespace usher::lobby
