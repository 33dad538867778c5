#include "broker/transport/feeds.h"

#include "broker/transport/socket.h"
#include "broker/wire/codec.h"

#include <algorithm>
#include <array>
#include <unistd.h>

namespace usher::transport {

namespace {

constexpr int unreadMax = 4096; ///< messages a listener may be behind before it misses some
constexpr std::chrono::milliseconds betweenTries{20};
constexpr std::size_t descriptorsASocket = 16; ///< with room for what is accepted meanwhile

/// libzmq ends the process when it finds no descriptor for a socket it has begun to make.
bool roomForASocket() {
    std::array<int, descriptorsASocket> taken{};
    std::generate(taken.begin(), taken.end(), [] { return ::dup(STDIN_FILENO); });
    const bool room = std::find(taken.begin(), taken.end(), -1) == taken.end();
    for (const int descriptor : taken)
        if (descriptor >= 0)
            ::close(descriptor);
    return room;
}

} // namespace

struct Feeds::Inside {
    struct Feed {
        Domain domain;
        Socket socket;
        std::string endpoint;
    };

    Loop& loop;
    Gate& gate;
    Feed staff{Domain::Staff, {}, {}};
    Feed board{Domain::Board, {}, {}};
    Loop::TimerId retry = 0;

    Trouble open(Feed& feed, const std::string& endpoint);
    void reopen();
    static void send(Feed& feed, std::string_view topic, std::string_view body);
};

Trouble Feeds::Inside::open(Feed& feed, const std::string& endpoint) {
    if (!roomForASocket())
        return "no descriptor is left for " + endpoint;
    Socket socket = gate.socket(ZMQ_PUB, feed.domain);
    socket.set(ZMQ_SNDHWM, unreadMax);
    socket.set(ZMQ_LINGER, 0);
    if (Trouble trouble = socket.bind(endpoint))
        return trouble;
    feed.endpoint = socket.lastEndpoint();
    feed.socket = std::move(socket);
    return std::nullopt;
}

// A closed socket lets go of its port a little later, on libzmq's own thread.
void Feeds::Inside::reopen() {
    bool again = false;
    for (Feed* feed : {&staff, &board})
        if (!feed->socket && open(*feed, feed->endpoint))
            again = true;
    retry = again ? loop.at(Loop::Clock::now() + betweenTries, [this] { reopen(); }) : 0;
}

void Feeds::Inside::send(Feed& feed, std::string_view topic, std::string_view body) {
    if (feed.socket && feed.socket.send(topic, ZMQ_SNDMORE))
        feed.socket.send(body);
}

Feeds::Feeds(Loop& loop, Gate& gate) : inside_{std::make_unique<Inside>(Inside{loop, gate})} {}

Feeds::~Feeds() {
    inside_->loop.cancel(inside_->retry);
}

Trouble Feeds::open(const std::string& staff, const std::string& board) {
    if (Trouble trouble = inside_->open(inside_->staff, staff))
        return trouble;
    return inside_->open(inside_->board, board);
}

const std::string& Feeds::staffEndpoint() const {
    return inside_->staff.endpoint;
}
const std::string& Feeds::boardEndpoint() const {
    return inside_->board.endpoint;
}

void Feeds::publish(std::uint64_t epoch, std::span<const protocol::Record> records) {
    Inside::send(inside_->staff, wire::topicRecords, wire::encodeNews(epoch, records));
}
void Feeds::publish(const protocol::Beat& beat) {
    Inside::send(inside_->staff, wire::topicBeat, wire::encode(beat));
}
void Feeds::publish(const protocol::Board& board) {
    Inside::send(inside_->board, wire::topicBoard, wire::encode(board));
}

void Feeds::readmit() {
    for (Inside::Feed* feed : {&inside_->staff, &inside_->board})
        if (!feed->endpoint.empty())
            feed->socket.close();
    inside_->loop.cancel(inside_->retry);
    inside_->reopen();
}

bool Feeds::healthy() const {
    return inside_->staff.socket && inside_->board.socket;
}

} // namespace usher::transport
