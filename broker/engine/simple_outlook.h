// The simple forecast and nothing besides: where no better one is to be had.
#pragma once

#include "broker/engine/outlook.h"

namespace usher::engine {

/// Knows no waits of tickets, and leaves every what-if unanswered.
class SimpleOutlook : public Outlook {
public:
    void take(std::span<const protocol::Record>, protocol::Moment) override {}
    [[nodiscard]] protocol::Range newcomer(const outlet::Outlet& outlet,
                                           const protocol::ServiceId& service,
                                           const protocol::TierId& tier,
                                           const std::vector<protocol::Claim>& claims,
                                           protocol::Moment now) const override;
    [[nodiscard]] const std::vector<protocol::TicketWait>& waits() const override { return none_; }
    [[nodiscard]] Question whatIf(protocol::WhatIf, protocol::Moment,
                                  std::function<void(protocol::Foreseen)>) override {
        return 0;
    }
    void forget(Question) override {}

private:
    std::vector<protocol::TicketWait> none_;
};

} // namespace usher::engine
