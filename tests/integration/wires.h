// A broker without an outlet, for tests of the wires: real sockets, and an engine that says yes.
#pragma once

#include "broker/client/caller.h"
#include "broker/transport/door.h"
#include "broker/transport/feeds.h"
#include "broker/transport/outbox.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace usher::test {

using namespace std::chrono_literals;

class Wires {
public:
    /// `share`: of the door, for one device; at first it is never used up.
    explicit Wires(double share = 1000);

    wire::KeyFile enrol(std::string_view name, protocol::Role role);
    /// A key file with a key the broker has never seen.
    [[nodiscard]] wire::KeyFile stranger() const;
    void revoke(const wire::KeyFile& key);

    /// Turns the loop and pumps the callers until `done`, or for ten seconds.
    bool until(const std::function<bool()>& done);
    /// Turns the loop for a while in which something must not happen.
    void letPass(std::chrono::milliseconds span);

    transport::Loop loop;
    std::map<std::string, transport::KnownDevice, std::less<>> roll;
    std::size_t lookedUp{}; ///< how often anybody was, in it
    transport::Gate gate;
    transport::Door door;
    transport::Feeds feeds;
    transport::ZmqOutbox outbox;
    std::vector<engine::Asked> heard;
    /// What the engine does; at first it answers Accepted at once, its version the count of asks.
    std::function<void(const engine::Asked&)> answer;
    client::Net net;
    std::vector<client::Caller*> callers;
};

/// A client of the bare library, in a context of its own: it may break every custom of callers.
class Bare {
public:
    /// `type` as ZMQ_DEALER; without a key file it does not even speak CURVE. `route`: the name it
    /// would have at the other end, if that were its to choose.
    Bare(const std::string& endpoint, const wire::KeyFile* key, int type,
         std::string_view route = {});
    ~Bare();
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    bool send(std::string_view frame, bool more = false);
    /// The last frame of the next message.
    std::optional<std::string> receive();
    /// The next thing that happened to the connection; 0 if nothing.
    int event();
    void* socket() { return socket_; }

private:
    void* context_;
    void* socket_;
    void* monitor_;
};

/// A command as a frame, its id made of `number`.
[[nodiscard]] std::string frame(std::uint64_t number, protocol::Command command);
[[nodiscard]] std::optional<wire::Told> told(const std::string& frame);

} // namespace usher::test
