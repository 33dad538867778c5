// ZeroMQ with nothing around it: sockets, an echo, and a voice that many hear.
#pragma once

#include "broker/transport/keys.h"
#include "broker/transport/socket.h"

#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace usher::bench {

class Net {
public:
    Net();
    ~Net();
    Net(const Net&) = delete;
    Net& operator=(const Net&) = delete;
    [[nodiscard]] void* handle() const { return handle_; }

private:
    void* handle_;
};

/// One connected client socket, encrypted if the server's key is given.
class Plug {
public:
    Plug(Net& net, int type, const std::string& endpoint, std::string_view serverKey = {},
         const transport::KeyPair& keys = transport::newKeyPair());
    void send(std::string_view bytes);
    /// The last frame of the next message; waits for it, and throws if none comes in a minute.
    [[nodiscard]] std::string receive();
    /// Something is there to be received before so long is over.
    [[nodiscard]] bool hears(std::chrono::milliseconds patience);
    [[nodiscard]] void* handle() const { return socket_.handle(); }

private:
    transport::Socket socket_;
};

/// Many who hear the same feed.
class Audience {
public:
    Audience(Net& net, const std::string& endpoint, std::string_view serverKey,
             const transport::KeyPair& keys, std::size_t size);
    /// Calls `speak` again and again until everybody has heard something, then lets them catch up.
    template <class Speak>
    void gather(Speak speak) {
        while (!allHear())
            speak();
    }
    [[nodiscard]] std::size_t size() const { return plugs_.size(); }
    /// The body of the next message under `topic`.
    [[nodiscard]] std::string hear(std::size_t listener, std::string_view topic);

private:
    [[nodiscard]] bool allHear();

    std::vector<Plug> plugs_;
    std::vector<bool> heard_;
};

enum class Wire { Plain, Encrypted };

/// Answers every message with as many bytes as its first eight say.
class Echo {
public:
    explicit Echo(Wire wire = Wire::Plain);
    ~Echo();
    Echo(const Echo&) = delete;
    Echo& operator=(const Echo&) = delete;
    /// The seconds a round trip of these sizes takes.
    double once(std::size_t asked, std::size_t told);

private:
    void serve();

    Net net_;
    transport::Socket router_;
    std::optional<Plug> plug_;
    std::thread thread_;
};

/// Says the same bytes to an audience, encrypted.
class Speaker {
public:
    explicit Speaker(Net& net);
    void say(std::string_view topic, std::string_view body);
    [[nodiscard]] std::string endpoint() const { return socket_.lastEndpoint(); }
    [[nodiscard]] const std::string& key() const { return keys_.publicKey; }

private:
    transport::KeyPair keys_;
    transport::Socket socket_;
};

} // namespace usher::bench
