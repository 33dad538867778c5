#include "broker/rules/guard.h"

#include "broker/rules/triage.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;
using outlet::Index;
using outlet::nowhere;
using outlet::Outlet;

namespace {

/// Somebody at a kiosk has a number within this time, or has gone.
constexpr std::chrono::minutes atTheKiosk{2};

/// Those known to be coming for a counter's own work, before a job there would be done.
class Expected {
public:
    Expected(const Outlet& outlet, Index counter, const Candidate& job, Moment now)
        : outlet_{outlet}, setup_{outlet.setup()}, counter_{counter}, job_{job}, now_{now},
          length_{std::min(setup_.policy.guard, setup_.services[job.kind.service].typical)} {
        for (const Appointment& one : outlet.appointments())
            booked(one);
        for (const Recognition& one : outlet.recognitions())
            recognised(one);
        for (const TicketId id : outlet.printing())
            printing(*outlet.find(id));
    }
    [[nodiscard]] const std::vector<KeptFree>& all() const { return all_; }

private:
    /// The counter stands in the tier's own zone and takes this at once.
    [[nodiscard]] bool own(const TierId& id, std::optional<ServiceId> service) const {
        const Tier* tier = setup_.find(id);
        if (tier == nullptr || tier->zone != setup_.counters[counter_].zone)
            return false;
        const Index t = outlet_.floor().of(id);
        if (service) {
            const Index s = outlet_.floor().of(*service);
            return s != nowhere && outlet_.floor().delay(counter_, s, t) == Millis{0};
        }
        for (Index s = 0; s < setup_.services.size(); ++s)
            if (outlet_.floor().delay(counter_, s, t) == Millis{0})
                return true;
        return false;
    }
    void expect(Coming whom, const TierId& tier, Moment key, Moment until) {
        if (key < job_.standing.key && now_ < until)
            all_.push_back({whom, tier, key, until, {}});
    }

    void booked(const Appointment& one) {
        if (one.ticket || !one.tier || one.at - length_ > now_ || !own(*one.tier, one.service))
            return;
        const Millis ahead = setup_.find(*one.tier)->headStart -
                             setup_.adjustment(one.service, *one.tier, {Claim::Appointment});
        expect(Coming::Appointment, *one.tier, one.at - ahead, one.at);
    }
    void recognised(const Recognition& one) {
        if (own(one.tier, {}))
            expect(Coming::Recognised, one.tier, one.at - setup_.find(one.tier)->headStart,
                   one.at + std::min<Millis>(setup_.policy.guard, atTheKiosk));
    }
    void printing(const Ticket& ticket) {
        const bool anywhere = !ticket.place.counter && !ticket.place.zone;
        if (anywhere && own(ticket.tier, ticket.service))
            expect(Coming::Printing, ticket.tier, outlet_.standing(ticket).key,
                   ticket.since + setup_.policy.provisional);
    }

    const Outlet& outlet_;
    const Setup& setup_;
    Index counter_;
    const Candidate& job_;
    Moment now_;
    Millis length_;
    std::vector<KeptFree> all_;
};

/// A counter is kept for as long as the policy says, whoever else comes meanwhile.
bool keptLongEnough(const Outlet& outlet, Index counter, Moment now) {
    const auto& kept = outlet.counters()[counter].kept;
    return kept && now >= kept->since + outlet.setup().policy.guard;
}

/// Counters of the same zone that stand by for the same people before this one: kept longer, or
/// with nobody to help.
std::size_t others(const Outlet& outlet, Index counter, Moment now) {
    const auto rank = [&](Index i) {
        const auto& kept = outlet.counters()[i].kept;
        return std::tuple{!kept, kept ? kept->since : now, i};
    };
    std::size_t before = 0;
    for (Index i = 0; i < outlet.floor().counters(); ++i) {
        if (i == counter || outlet.counters()[i].desk != Desk::Standby ||
            outlet.floor().zoneOf(i) != outlet.floor().zoneOf(counter))
            continue;
        const bool idle =
            !outlet.counters()[i].kept && !best(outlet.floor(), outlet.line(), i, now);
        before += idle || rank(i) < rank(counter) ? 1 : 0;
    }
    return before;
}

std::vector<KeptFree> expected(const Outlet& outlet, Index counter, const Candidate& job,
                               Moment now) {
    if (!job.helpsOut || outlet.setup().policy.guard == Millis{0} ||
        keptLongEnough(outlet, counter, now))
        return {};
    std::vector<KeptFree> coming = Expected{outlet, counter, job, now}.all();
    if (coming.size() <= others(outlet, counter, now))
        coming.clear(); // there is a counter for each of them already
    return coming;
}

const KeptFree* first(const std::vector<KeptFree>& all) {
    const auto at =
        std::min_element(all.begin(), all.end(), [](const KeptFree& a, const KeptFree& b) {
            return std::tie(a.key, a.until, a.whom) < std::tie(b.key, b.until, b.whom);
        });
    return at == all.end() ? nullptr : &*at;
}

/// The same, whenever it began.
bool same(const KeptFree& a, const KeptFree& b) {
    return std::tie(a.whom, a.tier, a.key, a.until) == std::tie(b.whom, b.tier, b.key, b.until);
}

} // namespace

std::optional<KeptFree> keptFrom(const Outlet& outlet, Index counter, const Candidate& job,
                                 Moment now) {
    const std::vector<KeptFree> coming = expected(outlet, counter, job, now);
    const KeptFree* one = first(coming);
    return one == nullptr ? std::nullopt : std::optional{*one};
}

std::optional<CounterKept> keepingChange(const Outlet& outlet, Index counter, Moment now) {
    const CounterState& desk = outlet.counters()[counter];
    const auto job = best(outlet.floor(), outlet.line(), counter, now);
    const std::vector<KeptFree> coming =
        job ? expected(outlet, counter, *job, now) : std::vector<KeptFree>{};
    const auto stands = [&](const KeptFree& one) { return same(one, *desk.kept); };
    if (coming.empty() && !desk.kept)
        return std::nullopt;
    if (desk.kept && std::any_of(coming.begin(), coming.end(), stands))
        return std::nullopt;
    std::optional<KeptFree> kept;
    if (const KeptFree* one = first(coming)) {
        kept = *one;
        kept->since = desk.kept ? desk.kept->since : now;
    }
    return CounterKept{desk.id, kept};
}

std::optional<Moment> standbyWake(const Outlet& outlet, Index counter, Moment now) {
    const CounterState& desk = outlet.counters()[counter];
    if (!desk.kept)
        return readyAt(outlet.floor(), outlet.line(), counter);
    // Somebody may become ready meanwhile who goes before the one who is not helped.
    const auto job = best(outlet.floor(), outlet.line(), counter, now);
    std::vector<Moment> times;
    for (const outlet::Row& row : outlet.line().rows()) {
        const auto delay =
            row.empty() ? std::nullopt : delayAt(outlet.floor(), counter, row.kind());
        if (!delay || !job)
            continue;
        for (auto one = row.behind(row.arrivedBy(now - *delay));
             one != row.end() && *one < job->standing; ++one)
            times.push_back(one->arrival + *delay);
    }
    // Or there are fewer of those it is kept for than counters that are.
    if (job)
        for (const KeptFree& one : expected(outlet, counter, *job, now))
            times.push_back(one.until);
    const Moment over = std::min(desk.kept->until, desk.kept->since + outlet.setup().policy.guard);
    std::sort(times.begin(), times.end());
    for (const Moment at : times)
        if (at < over && keepingChange(outlet, counter, at))
            return at;
    return over;
}

} // namespace usher::rules
