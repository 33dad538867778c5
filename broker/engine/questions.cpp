#include "broker/engine/questions.h"

#include "broker/forecast/simple.h"
#include "broker/rules/triage.h"

#include <algorithm>

namespace usher::engine {

using namespace protocol;
using outlet::Outlet;

namespace {

bool anybodyServes(const Outlet& outlet, const ServiceId& service, const TierId& tier) {
    const auto s = outlet.floor().of(service);
    const auto t = outlet.floor().of(tier);
    for (outlet::Index i = 0; i < outlet.floor().counters(); ++i)
        if (outlet.counters()[i].desk != Desk::Closed && outlet.floor().delay(i, s, t))
            return true;
    return false;
}

} // namespace

Services services(const Outlet& outlet, const std::string& token, Moment now) {
    const Setup& setup = outlet.setup();
    if (setup.tiers.empty())
        return {}; // the first setup is still on its way to the disk
    const Recognition* known = outlet.recognition(token);
    const TierId tier = known != nullptr ? known->tier : setup.tiers.front().id;
    const LocalTime local = setup.timeZone.local(now);
    const auto hours = setup.hoursOn(local);

    Services services;
    services.open = hours && local.minute >= hours->opens && local.minute < hours->closes;
    services.closes = hours ? setup.timeZone.at(local.date, hours->closes) : Moment{};
    services.groups = setup.groups;
    services.zones = setup.zones;
    for (const Service& service : setup.services)
        services.offers.push_back(
            {service.id, service.name, service.group, rules::zoneFor(setup, service.id, tier),
             anybodyServes(outlet, service.id, tier), rules::aheadOf(outlet, service.id, tier, now),
             forecast::simpleWait(outlet, service.id, tier, now),
             rules::machineFor(outlet, service.id, tier)});
    return services;
}

Board board(const Outlet& outlet, Moment now) {
    Board board;
    board.sequence = outlet.sequence();
    board.now = now;
    board.offsetSeconds = outlet.setup().timeZone.offsetAt(now);
    board.outlet = outlet.setup().name;
    board.calls = outlet.calls();
    board.zones = forecast::zones(outlet);
    // A zone of a tier's own is nobody's business in the hall.
    std::erase_if(board.zones, [&](const BoardZone& zone) {
        const auto& tiers = outlet.setup().tiers;
        return std::any_of(tiers.begin(), tiers.end(),
                           [&](const Tier& tier) { return tier.zone == zone.zone; });
    });
    return board;
}

} // namespace usher::engine
