#include "broker/engine/questions.h"

#include "broker/forecast/simple.h"
#include "broker/rules/machines.h"
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

/// The tier a zone is for: its own, or that of somebody unknown.
const Tier& tierOf(const Setup& setup, const ZoneId& zone) {
    for (const Tier& tier : setup.tiers)
        if (tier.zone == zone)
            return tier;
    return setup.tiers.front();
}

/// Over the services that such a newcomer is sent there for: half of them wait no longer than
/// `likely`, and for each nine in ten no longer than `surely`. Nothing if there are none.
std::optional<Range> waitIn(const Outlet& outlet, const Outlook& outlook, const ZoneId& zone,
                            Moment now) {
    const Setup& setup = outlet.setup();
    const TierId& tier = tierOf(setup, zone).id;
    std::vector<Range> waits;
    for (const Service& service : setup.services)
        if (rules::zoneFor(outlet.floor(), setup, service.id, tier) == zone)
            if (const Range wait = outlook.newcomer(outlet, service.id, tier, {}, now);
                wait.likely >= Millis{0})
                waits.push_back(wait);
    if (waits.empty())
        return std::nullopt;
    std::sort(waits.begin(), waits.end(),
              [](const Range& a, const Range& b) { return a.likely < b.likely; });
    Range all{waits[(waits.size() - 1) / 2].likely, Millis{0}};
    for (const Range& wait : waits)
        all.surely = std::max(all.surely, wait.surely);
    return all;
}

} // namespace

Services services(const Outlet& outlet, const Outlook& outlook, const std::string& token,
                  Moment now) {
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
            {service.id, service.name, service.group,
             rules::zoneFor(outlet.floor(), setup, service.id, tier),
             anybodyServes(outlet, service.id, tier), rules::aheadOf(outlet, service.id, tier, now),
             outlook.newcomer(outlet, service.id, tier, {}, now), std::nullopt,
             rules::alternatives(outlet, service.id, tier, now)});
    for (Offer& offer : services.offers)
        if (!offer.alternatives.empty() && offer.alternatives.front().wait.surely == Millis{0})
            offer.machine = offer.alternatives.front().machine;
    return services;
}

std::vector<BoardZone> zones(const Outlet& outlet, const Outlook& outlook, Moment now) {
    std::vector<BoardZone> all = forecast::zones(outlet);
    for (BoardZone& zone : all)
        if (const auto wait = waitIn(outlet, outlook, zone.zone, now))
            zone.wait = *wait;
    return all;
}

Board board(const Outlet& outlet, const Outlook& outlook, Moment now) {
    Board board;
    board.sequence = outlet.sequence();
    board.now = now;
    board.offsetSeconds = outlet.setup().timeZone.offsetAt(now);
    board.outlet = outlet.setup().name;
    board.calls = outlet.calls();
    board.degraded = outlet.degraded().active;
    board.booked = std::any_of(outlet.appointments().begin(), outlet.appointments().end(),
                               [](const Appointment& each) { return !each.ticket; });
    if (!outlet.setup().tiers.empty()) // else the first setup is still on its way to the disk
        board.favoured = favoured(outlet.setup());
    board.overtaking = outlet.setup().overtakingBound();
    board.zones = zones(outlet, outlook, now);
    // A zone of a tier's own is nobody's business in the hall.
    std::erase_if(board.zones, [&](const BoardZone& zone) {
        const auto& tiers = outlet.setup().tiers;
        return std::any_of(tiers.begin(), tiers.end(),
                           [&](const Tier& tier) { return tier.zone == zone.zone; });
    });
    return board;
}

} // namespace usher::engine
