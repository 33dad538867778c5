// The people of a busy outlet, as a source of commands: kiosks where numbers are taken, given back
// and paid heed to, tellers who call, start and finish.
//
// Every slot has one command under way at a time; the answer to it shapes the next. The same seed
// and the same answers give the same day.
#pragma once

#include "broker/engine/ports.h"

#include <random>

namespace usher::bench {

struct Wish {
    std::size_t device{}; ///< index into Crowd::devices()
    protocol::CommandId id;
    protocol::Command command;
};

struct CrowdDevice {
    protocol::DeviceId name;
    protocol::Role role{};
};

class Crowd {
public:
    Crowd(const protocol::Setup& setup, std::size_t slots);

    [[nodiscard]] const std::vector<CrowdDevice>& devices() const { return devices_; }
    /// What is to be asked first, in any order: the tellers sign on.
    [[nodiscard]] std::vector<Wish> opening();
    [[nodiscard]] std::size_t slots() const { return slots_.size(); }
    [[nodiscard]] Wish next(std::size_t slot);
    void hear(std::size_t slot, const engine::Reply& reply);

private:
    struct Slot {
        std::size_t kiosk{};
        std::optional<std::size_t> desk; ///< a device, too
        std::string token;               ///< of a card just recognised
        std::optional<protocol::TicketId> unconfirmed;
        std::optional<protocol::TicketId> own; ///< the last one taken here
        std::optional<protocol::TicketId> called;
        bool serving{};
        bool leaving{}; ///< `own` is being given back
        bool takeOne{}; ///< nobody waits for this desk
        std::uint32_t turns{};
    };

    [[nodiscard]] protocol::Command wish(Slot& slot, std::size_t& device);
    [[nodiscard]] protocol::Command atKiosk(Slot& slot);
    [[nodiscard]] protocol::Command take(Slot& slot);
    [[nodiscard]] protocol::CommandId newId() { return {random_(), random_()}; }

    std::vector<protocol::ServiceId> services_;
    std::vector<protocol::CounterId> counters_;
    std::vector<CrowdDevice> devices_;
    std::vector<Slot> slots_;
    std::mt19937_64 random_{20261123};
    std::int64_t waiting_{}; ///< roughly
};

} // namespace usher::bench
