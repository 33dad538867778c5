#include "broker/transport/door.h"

#include "broker/protocol/card_number.h"
#include "broker/transport/socket.h"
#include "broker/wire/codec.h"
#include "broker/wire/ping.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace usher::transport {

namespace {

// Other sockets and timers have their turn after so long; which connection the next message is from
// is libzmq's round robin.
constexpr auto aPump = std::chrono::milliseconds{1};
// Once all devices together have kept the door busy for their share of a window, each is heard so
// many times in it, and no more: enough for a person, however many keys were stolen. What is not
// read costs next to nothing, so what waits to be read cannot pile up.
constexpr auto aWindow = std::chrono::milliseconds{100};
constexpr int framesAlways = 3;
constexpr std::size_t repliesDueMax = 16384;
constexpr int repliesUnreadMax = 2048; ///< a client; libzmq counts what was read by halves of it
// The whole picture is the one answer that is large. Who asks for it and does not read would fill
// the memory: a device has so many at once, and then one as often as this.
constexpr int picturesAtOnce = 16;
constexpr std::chrono::milliseconds betweenPictures{1000};
// What a device says of itself, and that it wants help, is written down every time. So often
// nothing breaks, nor does anybody ring.
constexpr int reportsAtOnce = 60;
constexpr std::chrono::milliseconds betweenReports{200};
constexpr std::size_t keySize = 40;

/// Where a reply goes, and whose it is: the key is looked up again before it is sent.
struct Due {
    engine::ReplyTo to{};
    std::string route;
    std::array<char, keySize> key{};
};

/// Of something that every device may do so many times at once, and then as often as `between`.
class Pace {
public:
    Pace(int atOnce, Loop::Clock::duration between) : atOnce_{atOnce}, between_{between} {}
    /// Counts it, if it may.
    bool may(const protocol::DeviceId& device) {
        const auto now = Loop::Clock::now();
        auto& paid = paid_[device];
        paid = std::max(paid, now);
        if (paid - now > (atOnce_ - 1) * between_)
            return false;
        paid += between_;
        return true;
    }

private:
    int atOnce_;
    Loop::Clock::duration between_;
    std::map<protocol::DeviceId, Loop::Clock::time_point> paid_; ///< until then
};

/// How long all have kept the door busy, and how often each key was heard.
struct Window {
    Loop::Clock::time_point ends{};
    Loop::Clock::duration busy{};
    std::map<std::string, int, std::less<>> heard{};
};

} // namespace

struct Door::Inside {
    Loop& loop;
    Gate& gate;
    Hear hear;
    Loop::Clock::duration share;
    Socket socket{};
    std::unique_ptr<Watch> watch{};
    std::string endpoint{};
    std::vector<Due> due{}; ///< a ring: who waits too long is overwritten, and asks again
    engine::ReplyTo lastTo = 0;
    Window window{};
    Pace pictures{picturesAtOnce, betweenPictures};
    Pace reports{reportsAtOnce, betweenReports};
    Pace calls{reportsAtOnce, betweenReports};
    Counts counts{};

    void pump();
    bool receive();
    void take(std::string_view route, const Message& body);
    void read(std::string_view route, const Message& body, const KnownDevice& device);
    void hearOut(std::string_view route, std::string_view key, const KnownDevice& device,
                 wire::Ask ask);
    bool send(std::string_view route, std::string_view bytes);
    /// Of what costs much to answer, or stays for ever.
    bool tooOften(const protocol::DeviceId& device, const protocol::Command& command);
    /// Null if nobody may hear that reply any more.
    Due* find(engine::ReplyTo to);
    void refuse(std::string_view route, const protocol::CommandId& id, protocol::Refusal why);
};

// ZMQ_FD is an edge that receiving and sending both consume, so the last thing done is always to
// look whether anything is there: if so, come again; if not, wait.
void Door::Inside::pump() {
    if (!socket)
        return;
    const auto until = Loop::Clock::now() + aPump;
    while (socket && receive() && Loop::Clock::now() < until) {
    }
    if (!socket)
        return; // closed by what it told
    if ((socket.events() & ZMQ_POLLIN) != 0)
        watch->soon();
    else
        watch->arm();
}

bool Door::Inside::receive() {
    Message route;
    if (!route.receive(socket))
        return false;
    Message body;
    if (!route.more() || !body.receive(socket))
        return true;
    if (!body.more()) {
        take(route.view(), body);
        body.wipe();
        return true;
    }
    ++counts.malformed;
    for (bool more = true; more;) {
        Message rest;
        more = rest.receive(socket) && rest.more();
    }
    return true;
}

void Door::Inside::take(std::string_view route, const Message& body) {
    const auto begun = Loop::Clock::now();
    if (begun >= window.ends)
        window = {begun + aWindow, {}, {}};
    const std::string_view key = body.property("Key");
    auto heard = window.heard.find(key);
    if (heard == window.heard.end())
        heard = window.heard.emplace(key, 0).first;
    // Before whose key it is: to find that out takes several times as long as all the rest.
    if (window.busy >= share && heard->second >= framesAlways) {
        ++counts.overrun;
        return;
    }
    ++heard->second;
    if (const std::optional<KnownDevice> device = gate.who(key))
        read(route, body, *device);
    else
        ++counts.strangers;
    window.busy += Loop::Clock::now() - begun;
}

void Door::Inside::read(std::string_view route, const Message& body, const KnownDevice& device) {
    if (const auto ping = wire::decodePing(body.view())) {
        ++counts.pings;
        send(route, wire::encodePong(*ping));
        return;
    }
    wire::Decoded<wire::Ask> decoded = wire::decodeAsk(body.view());
    if (auto* ask = std::get_if<wire::Ask>(&decoded))
        return hearOut(route, body.property("Key"), device, std::move(*ask));
    ++counts.malformed;
    if (const protocol::CommandId id = wire::idOf(body.view()); id != protocol::CommandId{})
        refuse(route, id, std::get<wire::BadBytes>(decoded).refusal);
}

void Door::Inside::hearOut(std::string_view route, std::string_view key, const KnownDevice& device,
                           wire::Ask ask) {
    if (ask.id == protocol::CommandId{}) {
        ++counts.malformed;
        return;
    }
    if (!protocol::mayAsk(device.role, ask.command)) {
        ++counts.forbidden;
        return refuse(route, ask.id, protocol::Refusal::NotPermitted);
    }
    if (tooOften(device.name, ask.command)) {
        ++counts.overrun;
        return;
    }
    if (const auto why = protocol::keepCardsOut(ask.command))
        return refuse(route, ask.id, *why);
    Due& slot = due[++lastTo % due.size()];
    slot.to = lastTo;
    slot.route.assign(route);
    key.copy(slot.key.data(), keySize);
    ++counts.heard;
    hear({device.name, device.role, ask.id, std::move(ask.command), lastTo});
}

bool Door::Inside::tooOften(const protocol::DeviceId& device, const protocol::Command& command) {
    if (std::holds_alternative<protocol::GetSnapshot>(command))
        return !pictures.may(device);
    if (std::holds_alternative<protocol::ReportDevice>(command))
        return !reports.may(device);
    if (std::holds_alternative<protocol::AskHelp>(command))
        return !calls.may(device);
    return false;
}

void Door::Inside::refuse(std::string_view route, const protocol::CommandId& id,
                          protocol::Refusal why) {
    send(route, wire::encode(wire::Told{id, why}));
    ++counts.answered;
}

bool Door::Inside::send(std::string_view route, std::string_view bytes) {
    // ROUTER_MANDATORY: the first frame is refused if the peer is gone, or has its pipe full.
    if (socket.send(route, ZMQ_SNDMORE) && socket.send(bytes))
        return true;
    ++counts.dropped;
    return false;
}

Due* Door::Inside::find(engine::ReplyTo to) {
    Due& slot = due[to % due.size()];
    const bool there = to != 0 && slot.to == to && socket && gate.who({slot.key.data(), keySize});
    return there ? &slot : nullptr;
}

Door::Door(Loop& loop, Gate& gate, Hear hear, double share)
    : inside_{std::make_unique<Inside>(
          Inside{loop, gate, std::move(hear),
                 std::chrono::duration_cast<Loop::Clock::duration>(share * aWindow)})} {
    inside_->due.resize(repliesDueMax);
}

Door::~Door() {
    close();
}

Trouble Door::open(const std::string& endpoint) {
    close();
    Socket socket = inside_->gate.socket(ZMQ_ROUTER, Domain::Door);
    socket.set(ZMQ_ROUTER_MANDATORY, 1);
    socket.set(ZMQ_SNDHWM, repliesUnreadMax);
    if (Trouble trouble = socket.bind(endpoint))
        return trouble;
    // From here on every route is the library's to give, and one a client names itself is passed
    // over. Otherwise who names the one that is given next ends the process, and who names one that
    // somebody had is sent their answers. Connections keep the options the socket was bound with:
    // they go on speaking ZMTP.
    if (!socket.set(ZMQ_ROUTER_RAW, 1))
        return "this libzmq lets clients choose their own routes";
    inside_->endpoint = socket.lastEndpoint();
    inside_->socket = std::move(socket);
    inside_->watch = inside_->loop.watch(inside_->socket.descriptor(),
                                         [inside = inside_.get()] { inside->pump(); });
    inside_->watch->soon();
    return std::nullopt;
}

void Door::close() {
    inside_->watch.reset();
    inside_->socket.close();
    for (Due& slot : inside_->due)
        slot.to = 0;
}

const std::string& Door::endpoint() const {
    return inside_->endpoint;
}

void Door::reply(engine::ReplyTo to, const protocol::CommandId& id, const engine::Reply& reply) {
    Due* slot = inside_->find(to);
    if (slot == nullptr) {
        ++inside_->counts.dropped;
        return;
    }
    slot->to = 0;
    inside_->send(slot->route, wire::encode(wire::Told{id, reply}));
    ++inside_->counts.answered;
    inside_->watch->soon(); // the send may have eaten the edge of what arrived meanwhile
}

bool Door::reaches(engine::ReplyTo to) {
    const Due* slot = inside_->find(to);
    const bool there = slot != nullptr && inside_->send(slot->route, wire::encodePong(0));
    if (slot != nullptr)
        inside_->watch->soon();
    return there;
}

const Door::Counts& Door::counts() const {
    return inside_->counts;
}

} // namespace usher::transport
