// By which key a session was begun, so that nobody goes on with it by another.
//
// A session belongs to a device by its name, and a name can be given to another key. Until its own
// teller has signed on with that one, it may only ask questions and sign on: the customer at the
// counter stays, and the teller who comes back with a new key goes on with them.
#pragma once

#include "broker/engine/ports.h"
#include "broker/journal/sqlite_journal.h"
#include "broker/outlet/outlet.h"
#include "broker/vault/devices.h"

#include <map>

namespace usher::house {

/// Stands between the engine and its way out, for whoever was signed on is told so.
class SessionKeys final : public engine::Outbox {
public:
    SessionKeys(engine::Outbox& out, vault::DeviceRegister& devices,
                journal::SqliteJournal& journal);

    /// Remembers what was written down for these; a journal of before that trusts who is enrolled.
    void open(const std::vector<protocol::Session>& sessions);
    /// None of those in this journal stands at the next start: who sat where when a copy was made
    /// says nothing of who sits there now.
    [[nodiscard]] static journal::Outcome distrust(journal::SqliteJournal& journal);
    /// So many of that device's PINs are being looked at that this one would keep others waiting.
    [[nodiscard]] bool crowds(const engine::Asked& asked);
    /// Whether the engine may hear it. To be asked of every command that comes in, in order.
    [[nodiscard]] bool admits(const engine::Asked& asked, const protocol::Session* session);
    /// Begun with the key that its device has now.
    [[nodiscard]] bool stands(const protocol::Session& session);

    void reply(engine::ReplyTo to, const protocol::CommandId& id,
               const engine::Reply& reply) override;
    void publish(std::span<const protocol::Record> records) override { out_.publish(records); }
    void publish(const protocol::Board& board) override { out_.publish(board); }
    void publish(const protocol::Beat& beat) override { out_.publish(beat); }
    [[nodiscard]] bool reaches(engine::ReplyTo to) override { return out_.reaches(to); }

private:
    /// A sign-on under way.
    struct Attempt {
        protocol::DeviceId device;
        std::string key;
    };

    void keep(const Attempt& attempt);
    /// The key of a sign-on that was committed; its answer may never have been given.
    [[nodiscard]] std::optional<std::string> ofLastSignOn(const protocol::DeviceId& device);

    engine::Outbox& out_;
    vault::DeviceRegister& devices_;
    journal::SqliteJournal& journal_;
    std::map<protocol::DeviceId, std::string> keys_; ///< by which somebody last signed on there
    std::map<protocol::CommandId, Attempt> attempts_;
};

} // namespace usher::house
