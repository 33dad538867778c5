// A device's side of the wire, as the real one keeps it: asks under one id until it is answered,
// notices silence, begins anew when it hears again.
//
// The socket is the world's; the patience (client::Retry), the spelling and what is done about a
// lost connection are the real ones or follow them step by step.
#pragma once

#include "broker/client/retry.h"
#include "broker/wire/codec.h"
#include "tests/simulation/branch.h"
#include "tests/simulation/network.h"

#include <functional>
#include <list>
#include <memory>

namespace usher::world {

class Checks;

/// Nobody answered in time.
struct NoAnswer {};
using Outcome = std::variant<protocol::Answer, protocol::Refusal, NoAnswer>;

/// Where a device's frames go; the broker's door.
using Door = std::function<void(std::size_t device, const std::string& frame)>;

class Line {
public:
    using Done = std::function<void(const Outcome&)>;

    Line(Nature& nature, Network& network, Checks& checks, std::size_t index, const Device& device,
         Door door);
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    /// `giveUpAfter`: a person's patience, by default.
    void ask(protocol::Command command, Done done,
             client::Span giveUpAfter = std::chrono::milliseconds{15'000});
    void hear(const std::string& frame);
    void hearPong();
    /// The process ends and begins again: what was asked is forgotten.
    void restart();
    /// Sends the bytes of an answered command of somebody else's, as a thief would.
    void replay(const std::string& frame);

    /// Called whenever there is a connection again.
    std::function<void()> onConnected;

    [[nodiscard]] bool connected() const { return connected_; }
    [[nodiscard]] std::size_t unanswered() const { return asked_.size(); }
    [[nodiscard]] const Device& device() const { return device_; }
    [[nodiscard]] const std::string& lastAnswered() const { return lastAnswered_; }

private:
    struct Pending {
        protocol::CommandId id;
        std::uint64_t wish{};
        std::string name;
        std::string frame;
        Done done;
        client::Retry retry;
    };
    void beat(std::uint64_t life);
    void send(const Pending& one);
    void repeat(Pending& one);
    void keepTrying(client::Time now);
    [[nodiscard]] client::Time now() const { return client::Time{nature_.time.now()}; }

    Nature& nature_;
    Network& network_;
    Checks& checks_;
    std::size_t index_;
    const Device& device_;
    Door door_;
    Dice dice_;
    std::list<Pending> asked_;
    bool connected_ = false;
    client::Time heard_{};
    std::uint64_t life_ = 0;
    std::string lastAnswered_;
};

} // namespace usher::world
