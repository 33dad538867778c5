// One encrypted socket to the broker that mends itself.
//
// libzmq connects again by itself after most troubles, but gives a socket up for good once its key
// was denied; so does a handshake that made no sense. This one then makes a new socket, with
// back-off. It rings the caller's bell.
#pragma once

#include "broker/client/bell.h"
#include "broker/client/net.h"
#include "broker/client/retry.h"
#include "broker/wire/codec.h"

#include <optional>
#include <string>
#include <vector>

namespace usher::client {

class Channel {
public:
    enum class Kind { Door, Feed };
    enum class Change { Up, Down, Denied };

    struct Plan {
        Kind kind{};
        std::string endpoint;
        std::vector<std::string> topics; ///< of a feed
        BackOff backOff;
    };

    /// `key` and `bell` must outlive it.
    Channel(Net& net, const wire::KeyFile& key, const Bell& bell, Plan plan);
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    /// What happened to the connection since the last call, one thing at a time.
    [[nodiscard]] std::optional<Change> change(Time now);
    /// False if there is no connection to send on now; nothing is kept.
    bool send(const std::string& frame);
    /// One message, if there is one; does not wait.
    [[nodiscard]] bool receive(std::vector<std::string>& frames);
    /// Looks whether more is there, which also lets its descriptors fall silent.
    [[nodiscard]] bool pending();

    /// Throws the socket away and takes a new one.
    void renew();
    /// Does what has come due.
    void tick(Time now);
    [[nodiscard]] Time due() const { return reopen_; }
    [[nodiscard]] bool up() const { return up_; }

private:
    void open();
    void close();

    Net& net_;
    const wire::KeyFile& key_;
    const Bell& bell_;
    Plan plan_;
    void* socket_ = nullptr;
    void* monitor_ = nullptr;
    bool up_ = false;
    Time reopen_ = Time::max();
};

} // namespace usher::client
