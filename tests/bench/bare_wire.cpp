#include "tests/bench/bare_wire.h"

#include "tests/bench/figures.h"

#include <cstring>
#include <stdexcept>

namespace usher::bench {

namespace {

constexpr int socketsMax = 4096;
constexpr int patienceMs = 60'000;

void mustWork(bool worked, const char* what) {
    if (!worked)
        throw std::runtime_error{std::string{"ZeroMQ: "} + what + ": " + zmq_strerror(zmq_errno())};
}

/// Both frames of the next message on a feed; nothing if `flags` say not to wait and none is there.
std::optional<std::pair<std::string, std::string>> nextOf(void* socket, int flags) {
    std::pair<std::string, std::string> frames;
    for (std::string* into : {&frames.first, &frames.second}) {
        zmq_msg_t message;
        zmq_msg_init(&message);
        const bool there = zmq_msg_recv(&message, socket, flags) >= 0;
        if (there)
            into->assign(static_cast<char*>(zmq_msg_data(&message)), zmq_msg_size(&message));
        zmq_msg_close(&message);
        if (!there)
            return std::nullopt;
    }
    return frames;
}

} // namespace

Net::Net() : handle_{zmq_ctx_new()} {
    zmq_ctx_set(handle_, ZMQ_MAX_SOCKETS, socketsMax);
}
Net::~Net() {
    zmq_ctx_term(handle_);
}

Plug::Plug(Net& net, int type, const std::string& endpoint, std::string_view serverKey,
           const transport::KeyPair& keys)
    : socket_{zmq_socket(net.handle(), type)} {
    mustWork(static_cast<bool>(socket_), "no socket");
    socket_.set(ZMQ_LINGER, 0);
    socket_.set(ZMQ_RCVTIMEO, patienceMs);
    if (!serverKey.empty()) {
        socket_.set(ZMQ_CURVE_SERVERKEY, serverKey);
        socket_.set(ZMQ_CURVE_PUBLICKEY, keys.publicKey);
        socket_.set(ZMQ_CURVE_SECRETKEY, keys.secretKey);
    }
    if (type == ZMQ_SUB)
        socket_.set(ZMQ_SUBSCRIBE, "");
    mustWork(zmq_connect(socket_.handle(), endpoint.c_str()) == 0, "cannot connect");
}

void Plug::send(std::string_view bytes) {
    mustWork(zmq_send(socket_.handle(), bytes.data(), bytes.size(), 0) >= 0, "cannot send");
}

std::string Plug::receive() {
    zmq_msg_t message;
    zmq_msg_init(&message);
    mustWork(zmq_msg_recv(&message, socket_.handle(), 0) >= 0, "no answer");
    std::string bytes{static_cast<char*>(zmq_msg_data(&message)), zmq_msg_size(&message)};
    zmq_msg_close(&message);
    return bytes;
}

bool Plug::hears(std::chrono::milliseconds patience) {
    zmq_pollitem_t item{socket_.handle(), 0, ZMQ_POLLIN, 0};
    return zmq_poll(&item, 1, patience.count()) > 0;
}

Audience::Audience(Net& net, const std::string& endpoint, std::string_view serverKey,
                   const transport::KeyPair& keys, std::size_t size)
    : heard_(size) {
    for (std::size_t i = 0; i < size; ++i)
        plugs_.emplace_back(net, ZMQ_SUB, endpoint, serverKey, keys);
}

bool Audience::allHear() {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    bool all = true;
    for (std::size_t i = 0; i < plugs_.size(); ++i) {
        while (nextOf(plugs_[i].handle(), ZMQ_DONTWAIT))
            heard_[i] = true;
        all = all && heard_[i];
    }
    return all;
}

std::string Audience::hear(std::size_t listener, std::string_view topic) {
    for (;;) {
        auto frames = nextOf(plugs_[listener].handle(), 0);
        mustWork(frames.has_value(), "nothing on the feed");
        if (frames->first == topic)
            return std::move(frames->second);
    }
}

Echo::Echo(Wire wire) : router_{zmq_socket(net_.handle(), ZMQ_ROUTER)} {
    const auto keys = wire == Wire::Encrypted ? transport::newKeyPair() : transport::KeyPair{};
    router_.set(ZMQ_LINGER, 0);
    if (wire == Wire::Encrypted) {
        router_.set(ZMQ_CURVE_SERVER, 1);
        router_.set(ZMQ_CURVE_SECRETKEY, keys.secretKey);
    }
    if (const auto trouble = router_.bind("tcp://127.0.0.1:*"))
        throw std::runtime_error{*trouble};
    plug_.emplace(net_, ZMQ_DEALER, router_.lastEndpoint(), keys.publicKey,
                  transport::newKeyPair());
    thread_ = std::thread{[this] { serve(); }};
}

Echo::~Echo() {
    plug_->send("");
    thread_.join();
}

void Echo::serve() {
    for (;;) {
        const auto message = nextOf(router_.handle(), 0);
        if (!message || message->second.empty())
            return;
        std::size_t size = 0;
        std::memcpy(&size, message->second.data(), sizeof size);
        const std::string answer(size, 'x');
        router_.send(message->first, ZMQ_SNDMORE);
        router_.send(answer);
    }
}

double Echo::once(std::size_t asked, std::size_t told) {
    std::string bytes(std::max(asked, sizeof told), 'x');
    std::memcpy(bytes.data(), &told, sizeof told);
    const auto begun = Clock::now();
    plug_->send(bytes);
    const std::string answer = plug_->receive();
    return seconds(Clock::now() - begun);
}

Speaker::Speaker(Net& net)
    : keys_{transport::newKeyPair()}, socket_{zmq_socket(net.handle(), ZMQ_PUB)} {
    socket_.set(ZMQ_LINGER, 0);
    socket_.set(ZMQ_CURVE_SERVER, 1);
    socket_.set(ZMQ_CURVE_SECRETKEY, keys_.secretKey);
    if (const auto trouble = socket_.bind("tcp://127.0.0.1:*"))
        throw std::runtime_error{*trouble};
}

void Speaker::say(std::string_view topic, std::string_view body) {
    socket_.send(topic, ZMQ_SNDMORE);
    socket_.send(body);
}

} // namespace usher::bench
