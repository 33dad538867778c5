#include "broker/rules/seniority.h"

#include <algorithm>

namespace usher::rules {

using namespace protocol;

Seniority kept(const Setup& setup, const Ticket& ticket, const ServiceId& service) {
    return {ticket.claims,
            setup.adjustment(service, ticket.tier, ticket.claims) + ticket.promotion};
}

Seniority returning(const Setup& setup, const Ticket& ticket, const ServiceId& service) {
    Ticket back = ticket;
    if (std::find(back.claims.begin(), back.claims.end(), Claim::Returning) == back.claims.end())
        back.claims.push_back(Claim::Returning);
    return kept(setup, back, service);
}

} // namespace usher::rules
