#include "broker/setup/precedence.h"

#include "broker/setup/minutes.h"

#include <algorithm>

namespace usher::setup {

namespace {

using protocol::Rank;
using protocol::Rung;
using protocol::Setup;

Place placeOf(const Draft& draft, const Rung& rung) {
    switch (rung.rank) {
    case Rank::Assisted:
    case Rank::Vip:
    case Rank::Ordinary:
        return draft.places.tierHeadStarts[rung.index];
    case Rank::Appointment:
        return draft.places.appointment;
    case Rank::Returning:
        return draft.places.returning;
    case Rank::Corporate:
        return draft.places.serviceHeadStarts[rung.index];
    }
    return {};
}

} // namespace

std::string nameOf(const Setup& setup, const Rung& rung) {
    switch (rung.rank) {
    case Rank::Assisted:
    case Rank::Vip:
    case Rank::Ordinary:
        return "tier \"" + setup.tiers[rung.index].id.str() + "\"";
    case Rank::Appointment:
        return "a kept appointment";
    case Rank::Returning:
        return "a returning customer";
    case Rank::Corporate:
        return "service \"" + setup.services[rung.index].id.str() + "\"";
    }
    return {};
}

std::string toText(const Setup& setup, const protocol::Contradiction& contradiction) {
    const auto& [above, below] = contradiction;
    return nameOf(setup, below) + " counts for " + minutesOf(below.headStart) + " min, but " +
           nameOf(setup, above) + ", published above it, for " + minutesOf(above.headStart);
}

void checkOrder(const Draft& draft, Problems& problems) {
    for (const protocol::Contradiction& one : protocol::contradictions(draft.setup)) {
        const std::string most = minutesOf(one.above.headStart);
        problems.add(placeOf(draft, one.below), toText(draft.setup, one),
                     "write at most " + most + " here, or more there");
    }
}

std::vector<Rung> toldOrder(const Setup& setup) {
    std::vector<Rung> rungs = ladder(setup);
    // Stable, so that of equal minutes the published order decides.
    std::stable_sort(rungs.begin(), rungs.end(),
                     [](const Rung& a, const Rung& b) { return a.headStart > b.headStart; });
    return rungs;
}

} // namespace usher::setup
