#include "broker/protocol/setup.h"

#include <algorithm>

namespace usher::protocol {

namespace {

template <class T, class I>
const T* findIn(const std::vector<T>& all, const I& id) {
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return at == all.end() ? nullptr : &*at;
}

template <class I>
bool covers(const std::vector<I>& listed, const I& id) {
    return listed.empty() || std::find(listed.begin(), listed.end(), id) != listed.end();
}

} // namespace

const Zone* Setup::find(const ZoneId& zone) const {
    return findIn(zones, zone);
}
const Service* Setup::find(const ServiceId& service) const {
    return findIn(services, service);
}
const Tier* Setup::find(const TierId& tier) const {
    return findIn(tiers, tier);
}
const Counter* Setup::find(const CounterId& counter) const {
    return findIn(counters, counter);
}

const Band* Setup::find(const BandId& band) const {
    return findIn(bands, band);
}

const Series* Setup::seriesOf(const TierId& tier) const {
    for (const Series& one : series)
        if (std::find(one.tiers.begin(), one.tiers.end(), tier) != one.tiers.end())
            return &one;
    return nullptr;
}

std::optional<OpenHours> Setup::hoursOn(const LocalTime& day) const {
    if (std::find(holidays.begin(), holidays.end(), day.date) != holidays.end())
        return std::nullopt;
    return week[static_cast<std::size_t>(day.weekday)];
}

bool Setup::openAt(Moment moment) const {
    const LocalTime local = timeZone.local(moment);
    const auto hours = hoursOn(local);
    return hours && local.minute >= hours->opens && local.minute < hours->closes;
}

std::optional<BandId> Setup::bandAt(Moment moment) const {
    const LocalTime local = timeZone.local(moment);
    const auto today = static_cast<Weekday>(local.weekday);
    const auto among = [](const auto& all, const auto& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    for (const Band& band : bands) {
        const bool always = band.weekdays.empty() && band.dates.empty();
        const bool onThisDay =
            always || among(band.weekdays, today) || among(band.dates, local.date);
        if (onThisDay && local.minute >= band.from && local.minute < band.to)
            return band.id;
    }
    return std::nullopt;
}

Millis Setup::overtakingBound() const {
    if (tiers.empty())
        return Millis{0};
    Millis least = tiers.front().headStart;
    Millis most = std::max(policy.appointment, policy.returning);
    for (const Tier& tier : tiers) {
        least = std::min(least, tier.headStart);
        most = std::max(most, tier.headStart);
    }
    for (const Service& service : services)
        most = std::max(most, service.headStart);
    return most - least;
}

Millis Setup::headStart(Claim claim) const {
    switch (claim) {
    case Claim::Appointment:
        return policy.appointment;
    case Claim::Returning:
        return policy.returning;
    }
    return Millis{0};
}

Millis Setup::adjustment(const ServiceId& service, const TierId& tier,
                         const std::vector<Claim>& claims) const {
    const Millis own = find(tier)->headStart;
    Millis greatest = std::max(own, find(service)->headStart);
    for (const Claim claim : claims)
        greatest = std::max(greatest, headStart(claim));
    return own - greatest;
}

std::optional<Millis> Setup::helpDelay(const Counter& counter, const ServiceId& service,
                                       const TierId& tier) {
    return helpDelay(counter.takes, service, tier);
}

std::optional<Millis> Setup::helpDelay(const std::vector<Takes>& all, const ServiceId& service,
                                       const TierId& tier) {
    std::optional<Millis> least;
    for (const Takes& takes : all)
        if (covers(takes.services, service) && covers(takes.tiers, tier))
            least = least ? std::min(*least, takes.after) : takes.after;
    return least;
}

} // namespace usher::protocol
