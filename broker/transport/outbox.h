// The engine's way out, over real wires: replies through the door, news through the feeds.
#pragma once

#include "broker/engine/ports.h"
#include "broker/transport/door.h"
#include "broker/transport/feeds.h"

namespace usher::transport {

class ZmqOutbox : public engine::Outbox {
public:
    /// `epoch`: new at every start of the broker; goes with every batch of records.
    ZmqOutbox(Door& door, Feeds& feeds, std::uint64_t epoch);

    void reply(engine::ReplyTo to, const protocol::CommandId& id,
               const engine::Reply& reply) override;
    void publish(std::span<const protocol::Record> records) override;
    void publish(const protocol::Board& board) override;
    void publish(const protocol::Beat& beat) override;
    [[nodiscard]] bool reaches(engine::ReplyTo to) override;

private:
    Door& door_;
    Feeds& feeds_;
    std::uint64_t epoch_;
};

} // namespace usher::transport
