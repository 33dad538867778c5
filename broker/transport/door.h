// The command door: hears what enrolled devices ask, and carries the answers back.
//
// Who asks is read from the key of the connection, looked up anew for every message that is
// read, and before every answer: a revoked device gets nothing from that moment on. What its role
// may not say is refused here, and card numbers typed where text belongs are struck out, so the
// engine never sees either. Replies nobody waits for any more are dropped; clients ask again.
// Devices that together keep the door busy for more than its share of the time are each heard a few
// times, and then not until a tenth of a second is over: so nobody's crowd makes a teller wait. Nor
// does one device get whole pictures without end, or report without end of itself: it would fill
// the memory, or the disk. Where an answer goes is not the asker's to choose: two who name the same
// route are two all the same.
#pragma once

#include "broker/engine/ports.h"
#include "broker/transport/gate.h"

namespace usher::transport {

class Door {
public:
    /// Called on the loop's thread, once for every command that may be asked.
    using Hear = std::function<void(engine::Asked)>;
    struct Counts {
        std::uint64_t heard{};     ///< handed to the engine
        std::uint64_t answered{};  ///< sent, refusals included
        std::uint64_t pings{};     ///< answered with a pong
        std::uint64_t forbidden{}; ///< not for that role
        std::uint64_t malformed{}; ///< could not be read
        std::uint64_t strangers{}; ///< read, and from a key that was revoked
        std::uint64_t overrun{};   ///< not read: the door had had its share
        std::uint64_t dropped{};   ///< answers to somebody gone or too slow to read them
    };

    static constexpr double usualShare = 0.1;
    /// `share`: of the loop's time, for all devices together; from 1 on everything is read.
    Door(Loop& loop, Gate& gate, Hear hear, double share = usualShare);
    ~Door();
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    /// `endpoint` as tcp://127.0.0.1:7001; port * takes a free one.
    [[nodiscard]] Trouble open(const std::string& endpoint);
    void close();
    /// As bound, the port filled in.
    [[nodiscard]] const std::string& endpoint() const;
    /// Answers one Asked. A second reply to the same one is dropped.
    void reply(engine::ReplyTo to, const protocol::CommandId& id, const engine::Reply& reply);
    /// Somebody still waits for that reply: enrolled, and connected. They hear a pong of it.
    [[nodiscard]] bool reaches(engine::ReplyTo to);
    [[nodiscard]] const Counts& counts() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace usher::transport
