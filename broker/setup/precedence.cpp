#include "broker/setup/precedence.h"

#include "broker/setup/minutes.h"

namespace usher::setup {

namespace {

using protocol::ladder;
using protocol::Millis;
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

} // namespace

void checkOrder(const Draft& draft, Problems& problems) {
    const Rung* above = nullptr;
    const std::vector<Rung> rungs = ladder(draft.setup);
    for (const Rung& rung : rungs) {
        // Of each rank the greatest speaks for it: a lesser valued tier may stand anywhere below.
        const bool greatest = above == nullptr || above->rank != rung.rank;
        if (!greatest)
            continue;
        if (above != nullptr && rung.headStart > above->headStart)
            problems.add(placeOf(draft, rung),
                         nameOf(draft.setup, rung) + " counts for " + minutesOf(rung.headStart) +
                             " min, but " + nameOf(draft.setup, *above) +
                             ", published above it, for " + minutesOf(above->headStart),
                         "write at most " + minutesOf(above->headStart) + " here, or more there");
        above = &rung;
    }
}

} // namespace usher::setup
