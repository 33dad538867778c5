// The broker's process in the world: the real engine on a journal that may be cut off at any step,
// started again on whatever is on the disk.
//
// Does what house/run does around the engine: reads the journal, takes a new epoch, adopts the
// setup file, ticks, beats. What it sends goes over the network to whoever listens.
#pragma once

#include "broker/engine/engine.h"
#include "broker/engine/simple_outlook.h"
#include "broker/wire/codec.h"
#include "tests/simulation/checks.h"
#include "tests/simulation/network.h"

#include <memory>

namespace usher::world {

/// What a device hears of the broker.
class Ear {
public:
    virtual ~Ear() = default;
    virtual void hearDoor(const std::string& frame) = 0;
    virtual void hearPong() = 0;
    virtual void hearNews(const wire::News& news) = 0;
    virtual void hearBeat(const protocol::Beat& beat) = 0;
    virtual void hearBoard(const protocol::Board& board) = 0;
};

class Broker {
public:
    Broker(Nature& nature, Network& network, const Branch& branch, const protocol::Setup& file,
           Log& log, Checks& checks);
    ~Broker();

    /// One a device, in the branch's order; they outlive the broker.
    void listenedTo(std::vector<Ear*> ears) { ears_ = std::move(ears); }
    void start();
    /// The process ends here; the disk makes of it what it does.
    void cut();
    void sickDisk(bool sick);
    /// The wall clock was set.
    void clockSet();
    /// A frame at the door.
    void hear(std::size_t device, const std::string& frame);
    [[nodiscard]] bool up() const { return life_ != nullptr; }
    [[nodiscard]] bool healthy() const;
    [[nodiscard]] bool busy() const;
    /// Compared with the checkers' outlet, always.
    void compare();

private:
    class Life;
    void inside(const std::function<void()>& act);
    [[nodiscard]] outlet::Outlet found() const;
    void beat(std::uint64_t epoch);

    Nature& nature_;
    Network& network_;
    const Branch& branch_;
    const protocol::Setup& file_;
    Log& log_;
    Checks& checks_;
    Dice dice_;
    Dice diskDice_;
    std::vector<Ear*> ears_;
    std::unique_ptr<Life> life_;
    std::uint64_t epoch_ = 0;
    bool sick_ = false;
};

} // namespace usher::world
