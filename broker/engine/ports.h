// The doors of the engine: what it asks of the world, and what the world asks of it.
//
// The engine owns the order of work (decide, journal, evolve, publish, reply) and knows no disk,
// socket or clock; these few calls are all it has. Each has a real and a simulated implementer.
#pragma once

#include "broker/protocol/access.h"
#include "broker/protocol/answer.h"

#include <functional>
#include <span>
#include <vector>

namespace usher::engine {

using Reply = std::variant<protocol::Answer, protocol::Refusal>;

/// Where a reply goes: made by the transport, carried by the engine, understood by neither.
using ReplyTo = std::uint64_t;

/// One input: who asks (by key, never by what the message says), for what, under which id.
struct Asked {
    protocol::DeviceId by;
    protocol::Role role{};
    protocol::CommandId id;
    protocol::Command command;
    ReplyTo to{};
};

/// An answer as it is remembered: a repeat of the command gets it again, if the same device asks.
struct Remembered {
    protocol::CommandId id;
    protocol::DeviceId by;
    protocol::Moment at;
    Reply reply;
};

/// What one transaction takes: all of it or nothing.
struct Batch {
    std::vector<protocol::Record> records;
    std::vector<Remembered> answers;
    std::optional<protocol::Snapshot> snapshot; ///< as of before the first record
};

class Clock {
public:
    virtual ~Clock() = default;
    /// The outlet's time. May stand still or jump; the engine never lets it run backwards.
    [[nodiscard]] virtual protocol::Moment now() const = 0;
    /// Call Engine::tick() then, and no longer at what was asked before; nothing: not at all.
    virtual void alarm(std::optional<protocol::Moment> at) = 0;
};

class Journal {
public:
    virtual ~Journal() = default;
    /// Makes the batch durable, then calls `done(true)` on the engine's thread; `done(false)` means
    /// none of it is there. One commit is under way at a time. An empty batch proves the disk
    /// works.
    virtual void commit(Batch batch, std::function<void(bool)> done) = 0;
    /// The first answer to this command, if it is on disk; kept at least 24 h.
    [[nodiscard]] virtual std::optional<Remembered> recall(const protocol::CommandId& id) = 0;
};

class Outbox {
public:
    virtual ~Outbox() = default;
    virtual void reply(ReplyTo to, const protocol::CommandId& id, const Reply& reply) = 0;
    /// To the staff feed, in order, without a gap.
    virtual void publish(std::span<const protocol::Record> records) = 0;
    /// To the public feed: the whole board, whenever it changed and once a second.
    virtual void publish(const protocol::Board& board) = 0;
    /// To the staff feed, once a second and with every new forecast.
    virtual void publish(const protocol::Beat& beat) = 0;
    /// Whoever waits for this reply is still connected.
    [[nodiscard]] virtual bool reaches(ReplyTo to) = 0;
};

class Vault {
public:
    virtual ~Vault() = default;
    /// What was found of a PIN; nothing when it could not be looked at just now.
    using Checked = std::optional<protocol::PinChecked>;
    /// Checks the PIN off the engine's thread (it takes a tenth of a second on purpose) and calls
    /// `done` on it. Takes as long for somebody unknown.
    virtual void check(protocol::SignOn signOn, std::function<void(Checked)> done) = 0;
    /// Looks the card up by its keyed hash. Time-boxed: what takes too long is not found.
    [[nodiscard]] virtual protocol::CardLookedUp look(const protocol::Secret& card,
                                                      protocol::Moment now) = 0;
};

} // namespace usher::engine
