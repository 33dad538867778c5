#include "tests/integration/wires.h"

#include <zmq.h>

#include <cstring>

namespace usher::test {

namespace {

constexpr auto patience = 10s;

transport::Roll rollOf(Wires& wires) {
    return [&wires](std::string_view key) -> std::optional<transport::KnownDevice> {
        ++wires.lookedUp;
        const auto found = wires.roll.find(key);
        return found == wires.roll.end() ? std::nullopt : std::optional{found->second};
    };
}

} // namespace

Wires::Wires(double share)
    : gate{loop, transport::newKeyPair(), rollOf(*this)}, door{loop, gate,
                                                               [this](engine::Asked asked) {
                                                                   answer(asked);
                                                                   heard.push_back(
                                                                       std::move(asked));
                                                               },
                                                               share},
      feeds{loop, gate}, outbox{door, feeds, 7} {
    answer = [this](const engine::Asked& asked) {
        outbox.reply(asked.to, asked.id, protocol::Answer{protocol::Accepted{heard.size() + 1}});
    };
    for (const transport::Trouble& trouble : {gate.open(), door.open("tcp://127.0.0.1:*"),
                                              feeds.open("tcp://127.0.0.1:*", "tcp://127.0.0.1:*")})
        if (trouble)
            throw std::runtime_error{*trouble};
}

wire::KeyFile Wires::stranger() const {
    const transport::KeyPair pair = transport::newKeyPair();
    return {protocol::named<protocol::DeviceId>("stranger"),
            protocol::Role::Administrator,
            door.endpoint(),
            feeds.staffEndpoint(),
            feeds.boardEndpoint(),
            gate.publicKey(),
            pair.publicKey,
            pair.secretKey};
}

wire::KeyFile Wires::enrol(std::string_view name, protocol::Role role) {
    wire::KeyFile key = stranger();
    key.name = protocol::named<protocol::DeviceId>(name);
    key.role = role;
    roll[key.publicKey] = {key.name, role};
    return key;
}

void Wires::revoke(const wire::KeyFile& key) {
    roll.erase(key.publicKey);
    feeds.readmit();
}

bool Wires::until(const std::function<bool()>& done) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!done()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        loop.runFor(1ms);
        for (client::Caller* caller : callers)
            caller->pump();
    }
    return true;
}

void Wires::letPass(std::chrono::milliseconds span) {
    const auto end = std::chrono::steady_clock::now() + span;
    until([end] { return std::chrono::steady_clock::now() >= end; });
}

Bare::Bare(const std::string& endpoint, const wire::KeyFile* key, int type, std::string_view route)
    : context_{zmq_ctx_new()}, socket_{zmq_socket(context_, type)}, monitor_{zmq_socket(context_,
                                                                                        ZMQ_PAIR)} {
    const int none = 0;
    zmq_setsockopt(socket_, ZMQ_LINGER, &none, sizeof none);
    zmq_setsockopt(monitor_, ZMQ_LINGER, &none, sizeof none);
    zmq_setsockopt(socket_, ZMQ_SNDHWM, &none, sizeof none);
    zmq_setsockopt(socket_, ZMQ_RCVHWM, &none, sizeof none);
    if (key) {
        zmq_setsockopt(socket_, ZMQ_CURVE_SERVERKEY, key->brokerKey.data(), 40);
        zmq_setsockopt(socket_, ZMQ_CURVE_PUBLICKEY, key->publicKey.data(), 40);
        zmq_setsockopt(socket_, ZMQ_CURVE_SECRETKEY, key->secretKey.data(), 40);
    }
    if (!route.empty())
        zmq_setsockopt(socket_, ZMQ_ROUTING_ID, route.data(), route.size());
    if (type == ZMQ_SUB)
        zmq_setsockopt(socket_, ZMQ_SUBSCRIBE, "", 0);
    zmq_socket_monitor(socket_, "inproc://monitor", ZMQ_EVENT_ALL);
    zmq_connect(monitor_, "inproc://monitor");
    zmq_connect(socket_, endpoint.c_str());
}

Bare::~Bare() {
    zmq_socket_monitor(socket_, nullptr, 0);
    zmq_close(monitor_);
    zmq_close(socket_);
    zmq_ctx_term(context_);
}

bool Bare::send(std::string_view frame, bool more) {
    return zmq_send(socket_, frame.data(), frame.size(), ZMQ_DONTWAIT | (more ? ZMQ_SNDMORE : 0)) >=
           0;
}

std::optional<std::string> Bare::receive() {
    std::optional<std::string> text;
    for (bool more = true; more;) {
        zmq_msg_t message;
        zmq_msg_init(&message);
        more = zmq_msg_recv(&message, socket_, ZMQ_DONTWAIT) >= 0;
        if (more) {
            text.emplace(static_cast<char*>(zmq_msg_data(&message)), zmq_msg_size(&message));
            more = zmq_msg_more(&message) != 0;
        }
        zmq_msg_close(&message);
    }
    return text;
}

int Bare::event() {
    char frame[512];
    std::uint16_t kind = 0;
    if (zmq_recv(monitor_, frame, sizeof frame, ZMQ_DONTWAIT) < 0)
        return 0;
    std::memcpy(&kind, frame, sizeof kind);
    zmq_recv(monitor_, frame, sizeof frame, ZMQ_DONTWAIT);
    return kind;
}

std::string frame(std::uint64_t number, protocol::Command command) {
    return wire::encode(wire::Ask{{0xabc, number}, std::move(command)});
}

std::optional<wire::Told> told(const std::string& frame) {
    auto decoded = wire::decodeTold(frame);
    auto* told = std::get_if<wire::Told>(&decoded);
    return told ? std::optional{std::move(*told)} : std::nullopt;
}

} // namespace usher::test
