// A broker on a thread of its own, with the real gate, door, feeds, engine and journal, and a crowd
// of clients on this one, each with its own key and encrypted socket.
#pragma once

#include "tests/bench/bare_wire.h"
#include "tests/bench/works.h"

#include "broker/transport/outbox.h"
#include "broker/wire/codec.h"

#include <thread>

namespace usher::bench {

class LiveBroker {
public:
    enum class DoorIs { Limited, Open }; ///< open: everything is read, however much it is
    /// Tellers have signed on when it is made.
    LiveBroker(const std::filesystem::path& dir, const protocol::Setup& setup, std::size_t clients,
               DoorIs door = DoorIs::Limited);
    LiveBroker(const LiveBroker&) = delete;
    LiveBroker& operator=(const LiveBroker&) = delete;
    ~LiveBroker();

    /// Every client asks, is answered and asks again; the seconds until the last answer.
    double play(std::chrono::milliseconds span);
    /// One command of the first client and its answer.
    struct Exchange {
        double seconds{};
        std::size_t asked{}; ///< bytes
        std::size_t told{};
        bool calls{}; ///< it was a teller's Next
    };
    Exchange once();
    /// What enrolled devices have that are not of the crowd.
    struct Way {
        std::string door;
        std::string board;
        std::string brokerKey;
        std::vector<transport::KeyPair> keys;  ///< a kiosk each
        std::vector<transport::KeyPair> desks; ///< a counter each, where nobody is signed on
        protocol::ServiceId service;
    };
    [[nodiscard]] std::size_t clients() const { return plugs_.size(); }
    [[nodiscard]] const Way& guest() const { return guest_; }
    /// Only while nothing is under way.
    [[nodiscard]] const std::vector<Group>& groups() const { return recorder_.groups(); }

private:
    void enrol(const std::vector<CrowdDevice>& devices);
    /// Keys of as many devices that are not of the crowd.
    std::vector<transport::KeyPair> strangers(const std::string& name, protocol::Role role);
    void ask(std::size_t slot, Wish wish);
    /// Waits for answers; hands what each slot heard to the crowd. The slots that were answered.
    std::vector<std::size_t> hear();
    /// The next answer; the command it is to.
    [[nodiscard]] protocol::CommandId await(std::size_t device, std::string& bytes);

    transport::Loop loop_;
    std::unique_ptr<journal::SqliteJournal> journal_;
    Recorder recorder_;
    Crowd crowd_;
    std::map<std::string, transport::KnownDevice, std::less<>> roll_;
    Way guest_;
    transport::Gate gate_;
    transport::Door door_;
    transport::Feeds feeds_;
    transport::ZmqOutbox outbox_;
    Works works_;
    Net net_;
    std::vector<Plug> plugs_;        ///< a device each
    std::vector<std::size_t> slots_; ///< of each device
    std::thread thread_;
};

} // namespace usher::bench
