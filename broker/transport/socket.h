// A ZeroMQ socket that closes itself, and a message that frees itself; nothing else.
#pragma once

#include "broker/transport/keys.h"

#include <zmq.h>

#include <string>
#include <string_view>

namespace usher::transport {

class Socket {
public:
    Socket() = default;
    explicit Socket(void* handle) : handle_{handle} {}
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&& other) noexcept;
    ~Socket() { close(); }

    void close();
    [[nodiscard]] void* handle() const { return handle_; }
    [[nodiscard]] explicit operator bool() const { return handle_ != nullptr; }

    /// False if libzmq refuses the option.
    bool set(int option, int value);
    bool set(int option, std::string_view value);
    [[nodiscard]] Trouble bind(const std::string& endpoint);
    [[nodiscard]] std::string lastEndpoint() const;
    /// The descriptor to wait on: an edge, consumed by reading events(), receiving or sending.
    [[nodiscard]] int descriptor() const;
    /// ZMQ_POLLIN and ZMQ_POLLOUT, as of now.
    [[nodiscard]] int events() const;
    /// Sends a frame, or drops it if that cannot be done at once.
    bool send(std::string_view frame, int flags = 0);

private:
    void* handle_ = nullptr;
};

class Message {
public:
    Message() { zmq_msg_init(&message_); }
    ~Message() { zmq_msg_close(&message_); }
    Message(const Message&) = delete;
    Message& operator=(const Message&) = delete;

    /// Does not wait. False: nothing there.
    bool receive(Socket& socket) {
        return zmq_msg_recv(&message_, socket.handle(), ZMQ_DONTWAIT) >= 0;
    }
    [[nodiscard]] std::string_view view() const {
        return {static_cast<const char*>(zmq_msg_data(&message_)), zmq_msg_size(&message_)};
    }
    [[nodiscard]] bool more() const { return zmq_msg_more(&message_) != 0; }
    /// What the handshake said of the sender; empty if nothing.
    [[nodiscard]] std::string_view property(const char* name) const;
    /// Overwrites the bytes.
    void wipe();

private:
    mutable zmq_msg_t message_;
};

} // namespace usher::transport
