// Who has asked what would happen if, and still waits to hear it.
//
// One question a device: a newer one takes the place of the older. An asker who is gone is not
// worked for any longer.
#pragma once

#include "broker/engine/outlook.h"
#include "broker/engine/ports.h"

#include <map>

namespace usher::engine {

class Lookahead {
public:
    Lookahead(Outlook& outlook, Outbox& outbox) : outlook_{outlook}, outbox_{outbox} {}
    ~Lookahead();
    Lookahead(const Lookahead&) = delete;
    Lookahead& operator=(const Lookahead&) = delete;

    /// `asked.command` is a WhatIf about things this outlet has.
    void take(const Asked& asked, protocol::Moment now);
    /// Once a second: forgets the questions of those who are gone.
    void look();
    [[nodiscard]] std::size_t open() const { return open_.size(); }

private:
    struct Waiting {
        protocol::CommandId id;
        ReplyTo to{};
        Outlook::Question question{};
    };
    void answer(const protocol::DeviceId& by, protocol::Foreseen found);

    Outlook& outlook_;
    Outbox& outbox_;
    std::map<protocol::DeviceId, Waiting> open_;
};

/// Why this outlet cannot be asked that; nothing if it can.
[[nodiscard]] std::optional<protocol::Refusal> objection(const outlet::Outlet& outlet,
                                                         const protocol::WhatIf& question);

} // namespace usher::engine
