#include "broker/transport/gate.h"

#include "broker/protocol/limits.h"
#include "broker/transport/socket.h"

#include <array>
#include <cassert>
#include <chrono>
#include <vector>

namespace usher::transport {

namespace {

// ZMQ_ZAP_ENFORCE_DOMAIN: hidden by Debian's header, honoured by its library. Without it and a
// domain, libzmq lets any key in when no handler answers.
constexpr int enforceDomain = 93;
constexpr std::size_t requestsAPump = 64;
/// CURVE wraps a frame: 1 byte of flags, 16 of nonce, 16 of seal. libzmq measures the whole.
constexpr std::size_t curveWrapping = 33;

std::string_view nameOf(Domain domain) {
    switch (domain) {
    case Domain::Door:
        return "door";
    case Domain::Staff:
        return "staff";
    case Domain::Board:
        return "board";
    }
    return "";
}

bool mayEnter(const KnownDevice& device, std::string_view domain) {
    if (domain == nameOf(Domain::Staff))
        return (protocol::staffListeners & protocol::only(device.role)) != 0;
    return domain == nameOf(Domain::Door) || domain == nameOf(Domain::Board);
}

/// One ZMTP property: length and name, length (four bytes, highest first) and value.
std::string property(std::string_view name, std::string_view value) {
    std::string text(1, static_cast<char>(name.size()));
    text += name;
    for (int shift = 24; shift >= 0; shift -= 8)
        text += static_cast<char>((value.size() >> shift) & 0xffU);
    text += value;
    return text;
}

} // namespace

struct Gate::Inside {
    Loop& loop;
    KeyPair keys;
    Roll roll;
    void* context;
    Socket desk; ///< where libzmq asks
    std::unique_ptr<Watch> watch;
    Counts counts;

    void pump();
    void answer(const std::vector<std::string>& request);
    Trouble prove(Gate& gate, Domain domain);
    Trouble watchStranger(Socket& stranger, Socket& monitor, Socket& door);
};

void Gate::Inside::pump() {
    std::size_t taken = 0;
    for (; taken < requestsAPump && (desk.events() & ZMQ_POLLIN) != 0; ++taken) {
        std::vector<std::string> request;
        bool more = true;
        while (more) {
            Message frame;
            if (!frame.receive(desk))
                break;
            request.emplace_back(frame.view());
            more = frame.more();
        }
        answer(request);
    }
    if (!watch)
        return; // still proving
    if ((desk.events() & ZMQ_POLLIN) != 0)
        watch->soon();
    else
        watch->arm();
}

// RFC 27: version, request id, domain, address, routing id, mechanism, credentials.
void Gate::Inside::answer(const std::vector<std::string>& request) {
    std::optional<KnownDevice> device;
    std::array<char, 41> key{};
    if (request.size() == 7 && request[0] == "1.0" && request[5] == "CURVE" &&
        request[6].size() == 32) {
        zmq_z85_encode(key.data(), reinterpret_cast<const std::uint8_t*>(request[6].data()), 32);
        device = roll(key.data());
        if (device && !mayEnter(*device, request[2]))
            device.reset();
    }
    ++(device ? counts.letIn : counts.turnedAway);
    desk.send("1.0", ZMQ_SNDMORE);
    desk.send(request.size() > 1 ? request[1] : "", ZMQ_SNDMORE);
    desk.send(device ? "200" : "400", ZMQ_SNDMORE);
    desk.send(device ? "OK" : "not enrolled for this", ZMQ_SNDMORE);
    desk.send(device ? device->name.view() : "", ZMQ_SNDMORE);
    // The name is the user id; the key goes along, so that a device that was revoked and enrolled
    // anew under its old name does not come back through its old connection.
    desk.send(device ? property("Key", key.data()) : "");
}

Trouble Gate::Inside::prove(Gate& gate, Domain domain) {
    Socket door = gate.socket(ZMQ_ROUTER, domain);
    if (Trouble trouble = door.bind("tcp://127.0.0.1:*"))
        return trouble;
    const KeyPair random = newKeyPair();
    Socket stranger{zmq_socket(context, ZMQ_DEALER)};
    stranger.set(ZMQ_LINGER, 0);
    stranger.set(ZMQ_CURVE_SERVERKEY, keys.publicKey);
    stranger.set(ZMQ_CURVE_PUBLICKEY, random.publicKey);
    stranger.set(ZMQ_CURVE_SECRETKEY, random.secretKey);
    const std::string address = "inproc://stranger-at-" + std::string{nameOf(domain)};
    zmq_socket_monitor(stranger.handle(), address.c_str(),
                       ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH);
    Socket monitor{zmq_socket(context, ZMQ_PAIR)};
    monitor.set(ZMQ_LINGER, 0);
    zmq_connect(monitor.handle(), address.c_str());
    zmq_connect(stranger.handle(), door.lastEndpoint().c_str());
    stranger.send("let me in");
    Trouble trouble = watchStranger(stranger, monitor, door);
    zmq_socket_monitor(stranger.handle(), nullptr, 0);
    return trouble;
}

Trouble Gate::Inside::watchStranger(Socket& stranger, Socket& monitor, Socket& door) {
    const auto deadline = Loop::Clock::now() + std::chrono::seconds{5};
    while (Loop::Clock::now() < deadline) {
        std::array<zmq_pollitem_t, 4> items{{{monitor.handle(), 0, ZMQ_POLLIN, 0},
                                             {desk.handle(), 0, ZMQ_POLLIN, 0},
                                             {door.handle(), 0, ZMQ_POLLIN, 0},
                                             {stranger.handle(), 0, ZMQ_POLLIN, 0}}};
        zmq_poll(items.data(), static_cast<int>(items.size()), 100);
        pump();
        if ((items[2].revents & ZMQ_POLLIN) != 0)
            return "the gate let a stranger's message in";
        Message event;
        if (!event.receive(monitor))
            continue;
        std::uint16_t kind{};
        event.view().copy(reinterpret_cast<char*>(&kind), sizeof kind);
        if (kind == ZMQ_EVENT_HANDSHAKE_FAILED_AUTH)
            return std::nullopt;
        return "the gate let a stranger in";
    }
    return "the gate did not answer";
}

Gate::Gate(Loop& loop, KeyPair keys, Roll roll)
    : inside_{std::make_unique<Inside>(
          Inside{loop, std::move(keys), std::move(roll), zmq_ctx_new(), {}, {}, {}})} {
    zmq_ctx_set(inside_->context, ZMQ_MAX_SOCKETS, 1023);
    // Two, so that whoever keeps one busy with decrypting does not have everybody wait behind it.
    zmq_ctx_set(inside_->context, ZMQ_IO_THREADS, 2);
}

Gate::~Gate() {
    inside_->watch.reset();
    inside_->desk.close();
    zmq_ctx_term(inside_->context);
}

Trouble Gate::open() {
    if (!zmq_has("curve"))
        return "this libzmq was built without CURVE";
    if (isPublished(inside_->keys.publicKey) || isPublished(inside_->keys.secretKey))
        return "the broker's key is the example of ZeroMQ's manual, which everybody has";
    if (publicKeyOf(inside_->keys.secretKey) != inside_->keys.publicKey)
        return "the broker's keys are no pair";
    inside_->desk = Socket{zmq_socket(inside_->context, ZMQ_REP)};
    inside_->desk.set(ZMQ_LINGER, 0);
    if (Trouble trouble = inside_->desk.bind("inproc://zeromq.zap.01"))
        return trouble;
    for (const Domain domain : {Domain::Door, Domain::Staff, Domain::Board})
        if (Trouble trouble = inside_->prove(*this, domain))
            return trouble;
    inside_->counts = {};
    inside_->watch = inside_->loop.watch(inside_->desk.descriptor(),
                                         [inside = inside_.get()] { inside->pump(); });
    inside_->pump();
    return std::nullopt;
}

Socket Gate::socket(int type, Domain domain) {
    assert(inside_->desk);
    Socket socket{zmq_socket(inside_->context, type)};
    const bool guarded = socket.set(ZMQ_CURVE_SERVER, 1) &&
                         socket.set(ZMQ_CURVE_SECRETKEY, inside_->keys.secretKey) &&
                         socket.set(ZMQ_ZAP_DOMAIN, nameOf(domain)) && socket.set(enforceDomain, 1);
    assert(guarded);
    socket.set(ZMQ_HANDSHAKE_IVL, 5000);
    socket.set(ZMQ_HEARTBEAT_IVL, 1000);
    socket.set(ZMQ_HEARTBEAT_TIMEOUT, 3000);
    socket.set(ZMQ_HEARTBEAT_TTL, 3000);
    socket.set(ZMQ_LINGER, 500);
    // Never out of room for what comes: where a connection breaks while it waits for some, the next
    // heartbeat ends the process (libzmq 4.3.4, out_event). The door sees to it that nothing piles
    // up.
    socket.set(ZMQ_RCVHWM, 0);
    const auto size = static_cast<std::int64_t>(protocol::frameBytesMax + curveWrapping);
    zmq_setsockopt(socket.handle(), ZMQ_MAXMSGSIZE, &size, sizeof size);
    return socket;
}

std::optional<KnownDevice> Gate::who(std::string_view publicKey) const {
    return publicKey.empty() ? std::nullopt : inside_->roll(publicKey);
}

const std::string& Gate::publicKey() const {
    return inside_->keys.publicKey;
}

const Gate::Counts& Gate::counts() const {
    return inside_->counts;
}

} // namespace usher::transport
