// The engine's way out in the world: checked, spelt, and handed to the network, one copy a device.
#pragma once

#include "tests/simulation/broker.h"

namespace usher::world {

class WorldOutbox : public engine::Outbox {
public:
    WorldOutbox(Nature& nature, Network& network, const Branch& branch, Checks& checks,
                Steps& steps, std::vector<Ear*> ears, std::uint64_t epoch)
        : nature_{nature}, network_{network}, branch_{branch}, checks_{checks}, steps_{steps},
          ears_{std::move(ears)}, epoch_{epoch} {}

    /// Where a reply to this device goes.
    [[nodiscard]] engine::ReplyTo addressOf(std::size_t device) { return last_ = device; }
    void reply(engine::ReplyTo to, const protocol::CommandId& id,
               const engine::Reply& reply) override;
    void publish(std::span<const protocol::Record> records) override;
    void publish(const protocol::Board& board) override;
    void publish(const protocol::Beat& beat) override;
    [[nodiscard]] bool reaches(engine::ReplyTo to) override { return !network_.isCutOff(to); }

private:
    template <class Tell>
    void toStaff(Tell tell);

    Nature& nature_;
    Network& network_;
    const Branch& branch_;
    Checks& checks_;
    Steps& steps_;
    std::vector<Ear*> ears_;
    std::uint64_t epoch_;
    std::size_t last_ = 0;
};

} // namespace usher::world
