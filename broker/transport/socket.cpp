#include "broker/transport/socket.h"

#include <cstring>
#include <utility>

namespace usher::transport {

Socket::Socket(Socket&& other) noexcept : handle_{std::exchange(other.handle_, nullptr)} {}

Socket& Socket::operator=(Socket&& other) noexcept {
    if (this != &other) {
        close();
        handle_ = std::exchange(other.handle_, nullptr);
    }
    return *this;
}

void Socket::close() {
    if (handle_)
        zmq_close(std::exchange(handle_, nullptr));
}

bool Socket::set(int option, int value) {
    return zmq_setsockopt(handle_, option, &value, sizeof value) == 0;
}

bool Socket::set(int option, std::string_view value) {
    return zmq_setsockopt(handle_, option, value.data(), value.size()) == 0;
}

Trouble Socket::bind(const std::string& endpoint) {
    if (zmq_bind(handle_, endpoint.c_str()) == 0)
        return std::nullopt;
    const int why = zmq_errno();
    const bool nowhere = why == ENODEV || why == EADDRNOTAVAIL || why == EINVAL;
    return "cannot listen at " + endpoint + ": " + zmq_strerror(why) +
           (nowhere ? "; name an IPv4 address of this machine, or 0.0.0.0 for all of them" : "");
}

std::string Socket::lastEndpoint() const {
    char text[256];
    std::size_t size = sizeof text;
    if (zmq_getsockopt(handle_, ZMQ_LAST_ENDPOINT, text, &size) != 0 || size == 0)
        return "";
    return std::string{text, size - 1};
}

int Socket::descriptor() const {
    int descriptor = -1;
    std::size_t size = sizeof descriptor;
    zmq_getsockopt(handle_, ZMQ_FD, &descriptor, &size);
    return descriptor;
}

int Socket::events() const {
    int events = 0;
    std::size_t size = sizeof events;
    zmq_getsockopt(handle_, ZMQ_EVENTS, &events, &size);
    return events;
}

bool Socket::send(std::string_view frame, int flags) {
    return zmq_send(handle_, frame.data(), frame.size(), flags | ZMQ_DONTWAIT) >= 0;
}

std::string_view Message::property(const char* name) const {
    const char* value = zmq_msg_gets(&message_, name);
    return value ? std::string_view{value} : std::string_view{};
}

void Message::wipe() {
    explicit_bzero(zmq_msg_data(&message_), zmq_msg_size(&message_));
}

} // namespace usher::transport
