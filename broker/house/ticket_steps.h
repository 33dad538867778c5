// What one record did to a ticket, as a step to tell of.
#pragma once

#include "broker/house/why.h"
#include "broker/outlet/outlet.h"

namespace usher::house {

/// `before`: the outlet the record is about to change. Nothing if it did nothing to this ticket
/// that is worth telling.
[[nodiscard]] std::optional<Step> stepOf(const outlet::Outlet& before,
                                         const protocol::Record& record, protocol::TicketId ticket);

/// Whoever stood behind the record, and the reason given: "Li (2001): unwell".
[[nodiscard]] std::string personAndReason(const outlet::Outlet& before,
                                          const protocol::Record& record,
                                          const std::string& reason);

/// "10:42"
[[nodiscard]] std::string clockAt(const protocol::Setup& setup, protocol::Moment moment);

} // namespace usher::house
