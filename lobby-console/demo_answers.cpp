#include "lobby-console/demo_answers.h"

namespace usher::lobby {

using namespace protocol;

namespace {

Estimate about(double mean, double give) {
    return {mean, mean - give, mean + give};
}

/// `change`: minutes more for ordinary customers; the others feel a part of it.
Foreseen foreseen(const outlet::Outlet& outlet, double change, double idle) {
    const Setup& setup = outlet.setup();
    Foreseen told{.at = outlet.at(),
                  .until = outlet.at(),
                  .futures = 143,
                  .tiers = {},
                  .counters = {},
                  .tickets = {}};
    const double part[] = {1.0, -0.08, 0.01, 0.4};
    for (std::size_t i = 0; i < setup.tiers.size() && i < std::size(part); ++i) {
        const double more = change * part[i];
        const double gain = more < 0 ? -more * 0.16 : -change * part[i] > 0 ? 0.05 : 0.01;
        const double lose = more > 0 ? more * 0.16 : 0.01;
        const double now = i == 0 ? 16.4 : 5.2;
        const double late = i == 0 ? 0.34 : 0.11;
        told.tiers.push_back({setup.tiers[i].id, 40.0, now, now + more, about(more, 0.12), late,
                              late + more * 0.028, about(more * 0.028, 0.01), gain, lose});
    }
    for (const Counter& counter : setup.counters)
        told.counters.push_back({counter.id, 21.0, 21.0 + idle, about(idle, 4.0)});
    double share = 0;
    for (const auto& [id, ticket] : outlet.tickets())
        if (ticket.phase == Phase::Waiting) {
            const double more = ticket.tier == setup.tiers.front().id ? change * share : 0.0;
            told.tickets.push_back({id, ticket.number, about(more, 0.6)});
            share = std::min(1.6, share + 0.08);
        }
    return told;
}

Foreseen foreseen(const outlet::Outlet& outlet, const Change& change) {
    if (change.open)
        return *change.open ? foreseen(outlet, -3.6, 34) : foreseen(outlet, 4.1, -21);
    if (change.helpAfter)
        return foreseen(outlet, -0.1 * static_cast<double>(change.helpAfter->count() == 0), -1);
    return foreseen(outlet, -2.4, -12);
}

} // namespace

client::Outcome demoAnswer(const outlet::Outlet& outlet, const Command& command) {
    if (std::holds_alternative<SignOn>(command))
        return Answer{SignedOn{named<StaffId>("2001"), "林晓", StaffRole::LobbyManager, {}}};
    if (std::holds_alternative<TakeTicket>(command))
        return Answer{TicketIssued{.ticket = {160},
                                   .number = "T012",
                                   .service = named<ServiceId>("pension"),
                                   .zone = named<ZoneId>("cash"),
                                   .ahead = 3,
                                   .wait = {std::chrono::minutes{6}, std::chrono::minutes{11}},
                                   .at = {},
                                   .link = {}}};
    if (const auto* what = std::get_if<WhatIf>(&command))
        return Answer{foreseen(outlet, what->changes.front())};
    return Answer{Accepted{}};
}

} // namespace usher::lobby
