// What is to be expected: forecasts and what-ifs, worked out beside the engine's thread and never
// in its way.
//
// The engine tells what happened and asks for the newest forecast there is; it waits for none. It
// is a door of its own, for it speaks of the picture, which the other doors do not.
#pragma once

#include "broker/outlet/outlet.h"
#include "broker/protocol/command.h"

#include <functional>
#include <span>
#include <vector>

namespace usher::engine {

class Outlook {
public:
    using Question = std::uint64_t;

    virtual ~Outlook() = default;
    /// On disk by now, in order, each record once. Called with none once a second: time has passed.
    virtual void take(std::span<const protocol::Record> records, protocol::Moment now) = 0;
    /// What somebody who came now, with these claims, would wait. Requires that service and tier
    /// are known to the outlet. Unknown where nobody would call them.
    [[nodiscard]] virtual protocol::Range newcomer(const outlet::Outlet& outlet,
                                                   const protocol::ServiceId& service,
                                                   const protocol::TierId& tier,
                                                   const std::vector<protocol::Claim>& claims,
                                                   protocol::Moment now) const = 0;
    /// Of everybody who waits, by ticket; empty before the first forecast.
    [[nodiscard]] virtual const std::vector<protocol::TicketWait>& waits() const = 0;
    /// Calls `done` on the engine's thread, once, unless the question is forgotten before.
    [[nodiscard]] virtual Question whatIf(protocol::WhatIf question, protocol::Moment now,
                                          std::function<void(protocol::Foreseen)> done) = 0;
    /// Nobody wants to know any more. A question that was answered or never asked is no matter.
    virtual void forget(Question question) = 0;
};

} // namespace usher::engine
