#include "broker/protocol/precedence.h"

#include <algorithm>

namespace usher::protocol {

std::vector<Rung> ladder(const Setup& setup) {
    std::vector<Rung> rungs;
    for (std::size_t i = 0; i < setup.tiers.size(); ++i) {
        const Rank rank = setup.tiers[i].id == assistedTier ? Rank::Assisted
                          : i == 0                          ? Rank::Ordinary
                                                            : Rank::Vip;
        rungs.push_back({rank, setup.tiers[i].headStart, i});
    }
    if (setup.policy.appointment > Millis{0})
        rungs.push_back({Rank::Appointment, setup.policy.appointment, 0});
    if (setup.policy.returning > Millis{0})
        rungs.push_back({Rank::Returning, setup.policy.returning, 0});
    for (std::size_t i = 0; i < setup.services.size(); ++i)
        if (setup.services[i].headStart > Millis{0})
            rungs.push_back({Rank::Corporate, setup.services[i].headStart, i});
    std::stable_sort(rungs.begin(), rungs.end(), [](const Rung& a, const Rung& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.headStart > b.headStart;
    });
    return rungs;
}

std::vector<Rank> favoured(const Setup& setup) {
    std::vector<Rank> ranks;
    for (const Rung& rung : ladder(setup)) {
        const bool counts = rung.headStart > setup.tiers.front().headStart;
        if (counts && (ranks.empty() || ranks.back() != rung.rank))
            ranks.push_back(rung.rank);
    }
    return ranks;
}

} // namespace usher::protocol
