// What is said, to whom, and whether it is so: replies, feeds, restarts, replicas, secrets.
//
// The ledger of commands is the checkers' own, written where commands begin. Nothing here trusts
// the engine's word about itself; the disk's records are the measure.
#pragma once

#include "broker/engine/engine.h"
#include "broker/replica/replica.h"
#include "tests/simulation/witness.h"

namespace usher::world {

class Checks {
public:
    Checks(Nature& nature, const Branch& branch, const protocol::Setup& file, const Log& log)
        : nature_{nature}, branch_{branch}, log_{log}, dice_{nature.dice(Part::Checks)},
          witness_{nature, file} {}

    /// A number for something a person or device wants once, whatever ids it is asked under.
    [[nodiscard]] std::uint64_t wished() { return ++wishes_; }
    void asking(const Device& device, const protocol::CommandId& id, std::uint64_t wish,
                const std::string& name, bool question);
    /// The broker is about to say this to that device.
    void saying(const Device& device, const protocol::CommandId& id, const engine::Reply& reply,
                const std::string& frame);
    /// More is on the disk.
    void durable();
    void starting(protocol::Sequence from, std::uint64_t epoch);
    void publishing(std::span<const protocol::Record> records);
    void publishing(const protocol::Board& board, const std::string& body);
    void publishing(const protocol::Beat& beat, const std::string& body);
    /// Now and then; `always`: every time.
    void engineIs(const outlet::Outlet& durable, bool always);
    void replicaIs(const Device& device, const outlet::Outlet& picture, bool always);
    /// After a crash, before the broker runs again.
    void powerCut();
    /// Everything on the disk, read from its bytes, makes the same outlet, to the byte.
    void replay();

    [[nodiscard]] const outlet::Outlet& truth() const { return witness_.outlet(); }

private:
    struct Asked {
        protocol::DeviceId by;
        std::uint64_t wish{};
        std::string name;
        bool question{};
    };
    void attribute(const protocol::Record& record);
    void secrets(const std::string& bytes, const char* where) const;

    Nature& nature_;
    const Branch& branch_;
    const Log& log_;
    Dice dice_;
    Witness witness_;
    std::uint64_t wishes_ = 0;
    std::map<protocol::CommandId, Asked> asked_;
    std::map<protocol::CommandId, std::string> said_;
    std::set<protocol::CommandId> unavailable_;
    std::map<std::uint64_t, std::pair<protocol::CommandId, std::uint64_t>> done_;
    std::uint64_t transactions_ = 0;
    protocol::Sequence published_ = 0;
    std::uint64_t epoch_ = 0;
};

} // namespace usher::world
