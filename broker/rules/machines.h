// Self-service machines as places to go: what state each is in, who stands in its line, how long
// that line is.
//
// A machine calls nobody: people walk up to it in the order of their keys. What it says of itself
// and what the lobby says of it is all that is known, so whoever was not heard of long after their
// turn is presumed to have been served.
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::rules {

/// It is switched on, made for such a customer, and in a state to serve one.
[[nodiscard]] bool serves(const outlet::Outlet& outlet, outlet::Index machine,
                          const protocol::ServiceId& service, const protocol::TierId& tier);

/// One person's turn at a machine, were everybody to take as long as is usual.
struct Turn {
    protocol::TicketId ticket;
    protocol::CounterId machine;
    protocol::Moment ends;
};
/// Everybody in a machine's line: machine by machine, each in order.
[[nodiscard]] std::vector<Turn> turns(const outlet::Outlet& outlet);

/// Those that could serve such a customer, the shortest wait first, then by number.
[[nodiscard]] std::vector<protocol::Alternative> alternatives(const outlet::Outlet& outlet,
                                                              const protocol::ServiceId& service,
                                                              const protocol::TierId& tier,
                                                              protocol::Moment now);

/// How many stand in its line, and for how long somebody who joins it now.
struct MachineLine {
    std::uint32_t ahead{};
    protocol::Range wait;
};
[[nodiscard]] MachineLine lineAt(const outlet::Outlet& outlet, const protocol::CounterId& machine,
                                 const protocol::ServiceId& service, protocol::Moment now);

/// What follows by itself: those whom their machine cannot serve any more are back in our line,
/// those sent where nobody may serve them may go anywhere, those not heard of are done.
[[nodiscard]] std::vector<protocol::Event> broughtBack(const outlet::Outlet& outlet);
[[nodiscard]] std::vector<protocol::Event> presumedDone(const outlet::Outlet& outlet,
                                                        protocol::Moment now);
/// When presumedDone() will next have something to say; nothing: never, as things stand.
[[nodiscard]] std::optional<protocol::Moment> nextPresumedDone(const outlet::Outlet& outlet);

} // namespace usher::rules
