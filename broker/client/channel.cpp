#include "broker/client/channel.h"

#include <zmq.h>

#include <array>
#include <atomic>
#include <cstring>

namespace usher::client {

namespace {

constexpr std::int64_t messageBytesMax = std::int64_t{64} << 20; ///< a picture of a full outlet

void set(void* socket, int option, int value) {
    zmq_setsockopt(socket, option, &value, sizeof value);
}
void set(void* socket, int option, const std::string& value) {
    zmq_setsockopt(socket, option, value.data(), value.size());
}

int get(void* socket, int option) {
    int value = 0;
    std::size_t size = sizeof value;
    zmq_getsockopt(socket, option, &value, &size);
    return value;
}

/// What libzmq does with a frame it has sent: there may have been a secret in it.
void wipe(void* data, void* size) {
    auto* bytes = static_cast<char*>(data);
    explicit_bzero(bytes, reinterpret_cast<std::size_t>(size));
    delete[] bytes;
}

std::string freshAddress() {
    static std::atomic<unsigned> last{0};
    return "inproc://caller-monitor-" + std::to_string(++last);
}

} // namespace

Channel::Channel(Net& net, const wire::KeyFile& key, const Bell& bell, Plan plan)
    : net_{net}, key_{key}, bell_{bell}, plan_{std::move(plan)} {
    open();
}

Channel::~Channel() {
    close();
}

void Channel::open() {
    socket_ = zmq_socket(net_.handle(), plan_.kind == Kind::Door ? ZMQ_DEALER : ZMQ_SUB);
    if (!socket_)
        return;
    set(socket_, ZMQ_CURVE_SERVERKEY, key_.brokerKey);
    set(socket_, ZMQ_CURVE_PUBLICKEY, key_.publicKey);
    set(socket_, ZMQ_CURVE_SECRETKEY, key_.secretKey);
    set(socket_, ZMQ_LINGER, 0);
    set(socket_, ZMQ_IMMEDIATE, 1); // nothing queues for a broker that is not there
    set(socket_, ZMQ_RECONNECT_IVL, 100);
    set(socket_, ZMQ_RECONNECT_IVL_MAX, 2000);
    set(socket_, ZMQ_HANDSHAKE_IVL, 5000);
    set(socket_, ZMQ_HEARTBEAT_IVL, 1000);
    set(socket_, ZMQ_HEARTBEAT_TIMEOUT, 3000);
    set(socket_, ZMQ_HEARTBEAT_TTL, 3000);
    // Never out of room: where the broker goes away while there is none, the next heartbeat ends
    // this process (libzmq 4.3.4, out_event).
    set(socket_, ZMQ_RCVHWM, 0);
    zmq_setsockopt(socket_, ZMQ_MAXMSGSIZE, &messageBytesMax, sizeof messageBytesMax);
    for (const std::string& topic : plan_.topics)
        set(socket_, ZMQ_SUBSCRIBE, topic);

    const std::string address = freshAddress();
    zmq_socket_monitor(socket_, address.c_str(),
                       ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED |
                           ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL);
    monitor_ = zmq_socket(net_.handle(), ZMQ_PAIR);
    if (monitor_) {
        set(monitor_, ZMQ_LINGER, 0);
        bell_.add(get(monitor_, ZMQ_FD));
        zmq_connect(monitor_, address.c_str());
    }
    bell_.add(get(socket_, ZMQ_FD));
    zmq_connect(socket_, plan_.endpoint.c_str());
}

void Channel::close() {
    up_ = false;
    if (monitor_) {
        bell_.remove(get(monitor_, ZMQ_FD));
        zmq_socket_monitor(socket_, nullptr, 0);
        zmq_close(monitor_);
    }
    if (socket_) {
        bell_.remove(get(socket_, ZMQ_FD));
        zmq_close(socket_);
    }
    socket_ = nullptr;
    monitor_ = nullptr;
}

std::optional<Channel::Change> Channel::change(Time now) {
    zmq_msg_t frame;
    zmq_msg_init(&frame);
    std::uint16_t kind = 0;
    if (monitor_ && zmq_msg_recv(&frame, monitor_, ZMQ_DONTWAIT) >= 0) {
        std::memcpy(&kind, zmq_msg_data(&frame), sizeof kind);
        zmq_msg_recv(&frame, monitor_, ZMQ_DONTWAIT); // the address
    }
    zmq_msg_close(&frame);
    switch (kind) {
    case ZMQ_EVENT_HANDSHAKE_SUCCEEDED:
        up_ = true;
        plan_.backOff.reset();
        return Change::Up;
    case ZMQ_EVENT_DISCONNECTED:
        up_ = false;
        return Change::Down;
    case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH:
    case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
        close();
        reopen_ = now + plan_.backOff.next();
        return kind == ZMQ_EVENT_HANDSHAKE_FAILED_AUTH ? Change::Denied : Change::Down;
    }
    return std::nullopt;
}

bool Channel::send(const std::string& frame) {
    // Reading the events lets libzmq take notice of a connection made this very moment.
    if (!socket_ || (get(socket_, ZMQ_EVENTS) & ZMQ_POLLOUT) == 0)
        return false;
    auto* bytes = new char[frame.size()];
    frame.copy(bytes, frame.size());
    zmq_msg_t message;
    zmq_msg_init_data(&message, bytes, frame.size(), wipe, reinterpret_cast<void*>(frame.size()));
    const bool sent = zmq_msg_send(&message, socket_, ZMQ_DONTWAIT) >= 0;
    if (!sent)
        zmq_msg_close(&message);
    return sent;
}

bool Channel::receive(std::vector<std::string>& frames) {
    frames.clear();
    for (bool more = socket_ != nullptr; more;) {
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        more = zmq_msg_recv(&frame, socket_, ZMQ_DONTWAIT) >= 0;
        if (more) {
            frames.emplace_back(static_cast<char*>(zmq_msg_data(&frame)), zmq_msg_size(&frame));
            more = zmq_msg_more(&frame) != 0;
        }
        zmq_msg_close(&frame);
    }
    return !frames.empty();
}

bool Channel::pending() {
    const bool message = socket_ && (get(socket_, ZMQ_EVENTS) & ZMQ_POLLIN) != 0;
    const bool event = monitor_ && (get(monitor_, ZMQ_EVENTS) & ZMQ_POLLIN) != 0;
    return message || event;
}

void Channel::renew() {
    close();
    reopen_ = Time::max();
    open();
}

void Channel::tick(Time now) {
    if (now >= reopen_)
        renew();
}

} // namespace usher::client
