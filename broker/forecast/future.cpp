#include "broker/forecast/future.h"

#include <algorithm>
#include <cmath>

namespace usher::forecast {

using namespace protocol;
using outlet::Index;
using outlet::Kind;

namespace {

constexpr double slotMs = Traffic::slotMinutes * 60'000.0;

double millis(Millis span) {
    return static_cast<double>(span.count());
}

Moment later(Moment from, double seconds) {
    // A day and more is as good as never, and far from where whole numbers end.
    return from + Millis{std::llround(std::min(seconds, 1e6) * 1000)};
}

/// Some counter may ever take it.
bool taken(const outlet::Floor& floor, Index service, Index tier) {
    for (Index counter = 0; counter < floor.counters(); ++counter)
        if (floor.delay(counter, service, tier))
            return true;
    return false;
}

} // namespace

Future::Future(const Start& start, const Model& model, std::uint64_t seed, Moment until)
    : seed_{seed}, now_{start.now}, midnight_{start.midnight}, counters_{start.counters} {
    for (const InLine& one : start.waiting)
        line_.insert(one.kind, start.standing(one));
    for (Index service = 0; service < model.pace.services(); ++service) {
        services_.push_back(model.pace.service(service).best());
        doubts_.push_back(model.pace.service(service).doubt());
    }
    for (const AtCounter& at : counters_)
        tellers_.push_back(model.pace.teller(at.staff.value_or(StaffId{})));
    const Between& b = model.pace.between;
    between_ = {b.walk.best(),    b.gap.best(),      b.pause.best(),         b.absence.best(),
                b.noShow.value(), b.pausing.value(), b == Between::nothing()};
    expect(start, model, until);
    means_.resize(services_.size());
    factors_.resize(counters_.size());
}

void Future::expect(const Start& start, const Model& model, Moment until) {
    double total = 0;
    for (Index service = 0; service < model.traffic.services(); ++service)
        for (Index tier = 0; tier < model.traffic.tiers(); ++tier)
            if (taken(start.floor, service, tier)) {
                total += model.traffic.share(service, tier) *
                         (start.busier.empty() ? 1 : start.busier[tier]);
                kinds_.push_back({total, start.newcomer(service, tier)});
            }
    for (Index tier = 0; tier < model.traffic.tiers(); ++tier)
        headStarts_.push_back(start.floor.headStart(tier));
    const int minute = static_cast<int>(millis(now_ - midnight_) / 60'000);
    const double busier = model.traffic.today(minute) * total;
    for (std::size_t slot = 0; slot < rate_.size(); ++slot)
        rate_[slot] = model.traffic.perSlot(slot) * busier / slotMs;
    until_ = kinds_.empty() ? 0 : millis(std::min(until, start.closes) - midnight_);
}

void Future::begin(std::uint64_t replication) {
    replication_ = replication;
    Chance services{seed_, replication, 'm'};
    for (std::size_t i = 0; i < means_.size(); ++i)
        means_[i] = services_[i].mean + doubts_[i] * services.normal();
    for (std::size_t i = 0; i < factors_.size(); ++i) {
        Chance teller{seed_, replication, i, 't'};
        factors_[i] = tellers_[i].mean + tellers_[i].sd * teller.normal();
    }
    arrivals_ = Chance{seed_, replication, 'a'};
    at_ = millis(now_ - midnight_);
    came_ = 0;
}

// A Poisson process with a rate per half hour: a unit of hazard is spent slot by slot.
std::optional<Newcomer> Future::arrival() {
    double hazard = arrivals_.exponential(1);
    for (;;) {
        const auto slot = static_cast<std::size_t>(at_ / slotMs);
        if (at_ >= until_ || slot >= rate_.size())
            return std::nullopt;
        const double end = static_cast<double>(slot + 1) * slotMs;
        const double reach = (end - at_) * rate_[slot];
        if (hazard < reach) {
            at_ += hazard / rate_[slot];
            break;
        }
        hazard -= reach;
        at_ = end;
    }
    if (at_ >= until_)
        return std::nullopt;
    const double which = arrivals_.uniform() * kinds_.back().upTo;
    const Kind kind =
        std::lower_bound(kinds_.begin(), kinds_.end() - 1, which, [](const Coming& c, double u) {
            return c.upTo < u;
        })->kind;
    const Moment at = midnight_ + Millis{std::llround(at_)};
    return Newcomer{kind,
                    {at - headStarts_[kind.tier] + kind.adjustment, at, {firstNewcomer + came_++}}};
}

Lognormal Future::length(Index service, Index counter) const {
    return {means_[service] + factors_[counter], services_[service].sd};
}

double Future::turnround(Chance& chance) const {
    const double gap = between_.gap.seconds(chance.normal());
    const bool pauses = chance.uniform() < between_.pausing;
    return gap + (pauses ? between_.pause.seconds(chance.normal()) : 0);
}

Moment Future::call(const rules::Candidate& one, Index counter, Moment now) {
    Chance chance{seed_, replication_, one.standing.ticket.value, 's'};
    const double service = length(one.kind.service, counter).seconds(chance.normal());
    if (between_.nothing)
        return later(now, service);
    const double z = chance.normal();
    const bool absent = chance.uniform() < between_.noShow;
    const double busy = absent ? between_.absence.seconds(z) : between_.walk.seconds(z) + service;
    return later(now, busy + turnround(chance));
}

// Whoever was called and has not come yet may not come at all; the longer, the likelier.
double Future::restOfCall(const Lognormal& service, double elapsed, Chance& chance) const {
    const auto lasts = [&](const Lognormal& length) {
        return elapsed <= 0 ? 1 : normalTail((std::log(elapsed) - length.mean) / length.sd);
    };
    const double absent = between_.noShow * lasts(between_.absence);
    const double present = (1 - between_.noShow) * lasts(between_.walk);
    const double u = chance.uniform();
    if (chance.uniform() * (absent + present) < absent)
        return between_.absence.residual(elapsed, u);
    return between_.walk.residual(elapsed, u) + service.seconds(chance.normal());
}

std::optional<Moment> Future::freeAgain(Index counter) const {
    const AtCounter& at = counters_[counter];
    Chance chance{seed_, replication_, counter, 'c'};
    const double elapsed = std::max(0.0, millis(now_ - at.since) / 1000);
    if (at.closing)
        return std::nullopt;
    switch (at.desk) {
    case Desk::Calling: {
        const double rest = restOfCall(length(at.service, counter), elapsed, chance);
        return later(now_, rest + turnround(chance));
    }
    case Desk::Serving: {
        const double rest = length(at.service, counter).residual(elapsed, chance.uniform());
        return later(now_, rest + turnround(chance));
    }
    case Desk::Idle:
        return later(now_, between_.gap.residual(elapsed, chance.uniform()));
    case Desk::Paused:
        return later(now_, between_.pause.residual(elapsed, chance.uniform()));
    case Desk::Closed:
    case Desk::Standby:
        break;
    }
    return std::nullopt;
}

} // namespace usher::forecast
