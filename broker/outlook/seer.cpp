#include "broker/outlook/seer.h"

#include <algorithm>
#include <cmath>

namespace usher::outlook {

using namespace protocol;
using forecast::Said;
using forecast::Wait;
using outlet::Index;

namespace {

/// How far what is said of a newcomer is from what was rolled, kept within reason: people already
/// in line are spoken of by the same factor.
double factor(Millis said, Millis rolled) {
    if (rolled <= Millis{0})
        return 1;
    return std::clamp(static_cast<double>(said.count()) / static_cast<double>(rolled.count()), 0.5,
                      2.0);
}

Millis scaled(Millis span, double by) {
    return Millis{std::llround(static_cast<double>(span.count()) * by)};
}

/// As far from what was rolled as what is said of a newcomer is from what was rolled of them.
Range alike(const Range& rolled, const Range& said, const Range& newcomer) {
    return {scaled(rolled.likely, factor(said.likely, newcomer.likely)),
            scaled(rolled.surely, factor(said.surely, newcomer.surely))};
}

} // namespace

Seer::Seer(outlet::Outlet outlet) : outlet_{std::move(outlet)}, model_{outlet_.setup()} {
    adopt();
}

void Seer::adopt() {
    const std::size_t tiers = outlet_.setup().tiers.size();
    correction_ = forecast::Correction{std::max<std::size_t>(tiers, 1)};
    delays_.assign(outlet_.setup().services.size() * tiers, {});
    newest_.clear();
    promised_.clear();
}

void Seer::take(const Record& record) {
    if (record.sequence <= outlet_.sequence())
        return;
    model_.learn(outlet_, record);
    if (const auto* taken = std::get_if<TicketTaken>(&record.event))
        note(taken->ticket);
    if (const auto* called = std::get_if<TicketCalled>(&record.event))
        score(*called, record.at);
    outlet_.evolve(record);
    if (std::holds_alternative<SetupAdopted>(record.event))
        adopt();
    if (std::holds_alternative<DayClosed>(record.event))
        promised_.clear();
}

void Seer::note(const Ticket& ticket) {
    const Index service = outlet_.floor().of(ticket.service);
    const Index tier = outlet_.floor().of(ticket.tier);
    if (newest_.empty() || !newest_[cell(service, tier)].wait.known())
        return;
    // An appointment's wait was said otherwise.
    if (ticket.adjustment != outlet_.setup().adjustment(ticket.service, ticket.tier, {}))
        return;
    promised_[ticket.id] = {newest_[cell(service, tier)], tier};
}

void Seer::score(const TicketCalled& called, Moment at) {
    const Ticket& ticket = *outlet_.find(called.ticket);
    if (ticket.counter)
        return; // called before: what was said was about the first time
    const Millis waited = at - ticket.arrival;
    delays_[cell(outlet_.floor().of(ticket.service), outlet_.floor().of(ticket.tier))].called(
        waited);
    const auto found = promised_.find(called.ticket);
    if (found == promised_.end())
        return;
    // Those who met an idle counter teach nothing about queues.
    if (found->second.said.wait.mean > Millis{0})
        correction_.learn(found->second.said, waited, found->second.tier);
    promised_.erase(found);
}

Sight Seer::look(Moment now, std::size_t futures, const std::function<bool()>& enough) {
    Sight sight;
    sight.at = now;
    if (!outlet_.day())
        return sight;
    const forecast::Start start = forecast::startOf(outlet_, now);
    const forecast::Foresight found = forecast::foresee(
        start, model_, {.futures = futures, .seed = outlet_.sequence(), .enough = enough});
    sight.futures = found.futures;
    newest_.assign(found.newcomers.size(), {});
    sight.newcomers.assign(found.newcomers.size(), Range{Millis{-1}, Millis{-1}});
    sight.booked = sight.newcomers;
    for (Index service = 0; service < outlet_.setup().services.size(); ++service)
        for (Index tier = 0; tier < found.tiers; ++tier) {
            const Wait& rolled = found.newcomer(service, tier);
            if (!rolled.known())
                continue;
            // Nobody ahead and a counter idle in nearly every future: nothing to correct.
            newest_[cell(service, tier)] =
                rolled.range.surely <= Millis{0}
                    ? Said{rolled, {}, {}, {}}
                    : correction_.say(rolled, delays_[cell(service, tier)], tier);
            const Range& said = newest_[cell(service, tier)].wait.range;
            sight.newcomers[cell(service, tier)] = said;
            if (const Wait& booked = found.expected(service, tier); booked.known())
                sight.booked[cell(service, tier)] = alike(booked.range, said, rolled.range);
        }
    for (const forecast::InLine& one : start.waiting) {
        const Wait* rolled = found.of(one.ticket);
        if (rolled == nullptr)
            continue;
        const Wait& like = found.newcomer(one.kind.service, one.kind.tier);
        const bool known = rolled->known() && like.known();
        const Range& said = sight.newcomers[cell(one.kind.service, one.kind.tier)];
        sight.waits.push_back(
            {one.ticket, known ? alike(rolled->range, said, like.range) : rolled->range});
    }
    return sight;
}

} // namespace usher::outlook
