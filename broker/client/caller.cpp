#include "broker/client/caller.h"

#include "broker/client/bell.h"
#include "broker/client/channel.h"
#include "broker/wire/ping.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <list>

namespace usher::client {

namespace {

constexpr std::size_t messagesAPump = 1024; ///< then others have their turn
constexpr std::size_t framesOfAFeed = 2;

protocol::CommandId newCommandId() {
    protocol::CommandId id;
    while (id == protocol::CommandId{})
        randombytes_buf(&id, sizeof id);
    return id;
}

} // namespace

struct Caller::Inside {
    /// Asked and not yet answered. The frame may hold a secret: wiped when it goes.
    struct Pending {
        protocol::CommandId id;
        std::string frame;
        Done done;
        Retry retry;

        ~Pending() { explicit_bzero(frame.data(), frame.size()); }
    };

    Inside(Net& itsNet, wire::KeyFile itsKey, Options itsOptions, Listener* itsListener);
    ~Inside();

    void readDoor(Time now);
    void readFeed(Channel& feed, Time now);
    void hearDoor(const std::string& frame, Time now);
    void hearFeed(const std::string& topic, const std::string& body);
    void followDoor(Time now);
    void sendAll(Time now);
    void repeat(Time now);
    void keepAlive(Time now);
    void say(Connection now);
    [[nodiscard]] Time deadline() const;
    [[nodiscard]] Channel::Plan feedPlan(std::string endpoint, std::vector<std::string> topics);

    wire::KeyFile key;
    Options options;
    Listener* listener;
    Bell bell;
    Channel door;
    std::list<std::unique_ptr<Channel>> feeds;
    std::list<Pending> asked; ///< oldest first, which is the order they are repeated in
    BackOff renewals;
    Connection connection = Connection::Connecting;
    std::optional<Time> heard;
    Time pinged{};
    Time renewAt;
    std::uint64_t pings = 0;
};

Caller::Inside::Inside(Net& itsNet, wire::KeyFile itsKey, Options itsOptions, Listener* itsListener)
    : key{std::move(itsKey)}, options{itsOptions}, listener{itsListener},
      door{itsNet, key, bell,
           Channel::Plan{Channel::Kind::Door,
                         key.door,
                         {},
                         BackOff{options.backOffFirst, options.backOffLongest}}},
      renewals{options.renewAfter, std::max(options.renewAfter, options.backOffLongest)},
      renewAt{Clock::now() + renewals.next()} {
    const int random = sodium_init();
    assert(random >= 0);
    if (options.staffFeed)
        feeds.push_back(std::make_unique<Channel>(
            itsNet, key, bell,
            feedPlan(key.staff, {std::string{wire::topicRecords}, std::string{wire::topicBeat}})));
    if (options.publicFeed)
        feeds.push_back(std::make_unique<Channel>(
            itsNet, key, bell, feedPlan(key.board, {std::string{wire::topicBoard}})));
    bell.ringAt(Clock::now());
}

Caller::Inside::~Inside() {
    explicit_bzero(key.secretKey.data(), key.secretKey.size());
}

Channel::Plan Caller::Inside::feedPlan(std::string endpoint, std::vector<std::string> topics) {
    return {Channel::Kind::Feed, std::move(endpoint), std::move(topics),
            BackOff{options.backOffFirst, options.backOffLongest}};
}

Time Caller::Inside::deadline() const {
    Time due = door.due();
    for (const auto& feed : feeds)
        due = std::min(due, feed->due());
    for (const Pending& one : asked)
        due = std::min(due, one.retry.due());
    if (connection == Connection::Connected)
        due = std::min(due, *heard + options.lostAfter);
    if (door.up())
        due = std::min(due, std::max(heard.value_or(Time{}), pinged) + options.pingEvery);
    if (door.due() == Time::max())
        due = std::min(due, renewAt);
    return due;
}

void Caller::Inside::say(Connection now) {
    if (connection == now)
        return;
    connection = now;
    if (listener)
        listener->onConnection(now);
}

void Caller::Inside::followDoor(Time now) {
    while (const auto change = door.change(now)) {
        switch (*change) {
        case Channel::Change::Up:
            sendAll(now);
            pinged = now;
            door.send(wire::encodePing(++pings));
            break;
        case Channel::Change::Down:
            say(Connection::Connecting);
            break;
        case Channel::Change::Denied:
            say(Connection::Denied);
            break;
        }
    }
}

/// A new connection: whatever was on its way in the old one is lost.
void Caller::Inside::sendAll(Time now) {
    for (Pending& one : asked)
        if (door.send(one.frame))
            one.retry.restart(now);
}

void Caller::Inside::readDoor(Time now) {
    std::vector<std::string> frames;
    for (std::size_t n = 0; n < messagesAPump && door.receive(frames); ++n)
        if (frames.size() == 1)
            hearDoor(frames.front(), now);
}

void Caller::Inside::hearDoor(const std::string& frame, Time now) {
    heard = now;
    renewals.reset();
    renewAt = now + renewals.next();
    say(Connection::Connected);
    if (wire::decodePong(frame))
        return;
    auto decoded = wire::decodeTold(frame);
    auto* told = std::get_if<wire::Told>(&decoded);
    if (!told)
        return;
    const auto found = std::find_if(asked.begin(), asked.end(),
                                    [&](const Pending& one) { return one.id == told->id; });
    if (found == asked.end())
        return; // a second answer to a question asked twice
    const Done done = std::move(found->done);
    asked.erase(found);
    if (!done)
        return;
    std::visit([&](auto& reply) { done(std::move(reply)); }, told->reply);
}

void Caller::Inside::readFeed(Channel& feed, Time now) {
    while (feed.change(now)) {
    }
    std::vector<std::string> frames;
    for (std::size_t n = 0; n < messagesAPump && feed.receive(frames); ++n)
        if (frames.size() == framesOfAFeed && listener)
            hearFeed(frames[0], frames[1]);
}

void Caller::Inside::hearFeed(const std::string& topic, const std::string& body) {
    if (topic == wire::topicRecords) {
        if (auto decoded = wire::decodeNews(body); auto* news = std::get_if<wire::News>(&decoded))
            listener->onNews(std::move(*news));
    } else if (topic == wire::topicBeat) {
        if (auto decoded = wire::decodeBeat(body);
            auto* beat = std::get_if<protocol::Beat>(&decoded))
            listener->onBeat(std::move(*beat));
    } else if (topic == wire::topicBoard) {
        if (auto decoded = wire::decodeBoard(body);
            auto* board = std::get_if<protocol::Board>(&decoded))
            listener->onBoard(std::move(*board));
    }
}

void Caller::Inside::repeat(Time now) {
    std::list<Pending> over;
    for (auto one = asked.begin(); one != asked.end();) {
        const auto next = std::next(one);
        switch (one->retry.step(now)) {
        case Retry::Step::Wait:
            break;
        case Retry::Step::Repeat:
            door.send(one->frame);
            break;
        case Retry::Step::GiveUp:
            over.splice(over.end(), asked, one);
            break;
        }
        one = next;
    }
    for (Pending& one : over)
        if (one.done)
            one.done(NoAnswer{});
}

void Caller::Inside::keepAlive(Time now) {
    if (connection == Connection::Connected && now >= *heard + options.lostAfter)
        say(Connection::Connecting);
    if (door.up() && now >= std::max(heard.value_or(Time{}), pinged) + options.pingEvery) {
        pinged = now;
        door.send(wire::encodePing(++pings));
    }
    // A broker that took our key off its roll says nothing more; a new connection finds out.
    if (door.due() != Time::max()) {
        renewAt = after(door.due(), options.renewAfter);
    } else if (now >= renewAt) {
        door.renew();
        renewAt = now + renewals.next();
    }
}

Caller::Caller(Net& net, wire::KeyFile key, Options options, Listener* listener)
    : inside_{std::make_unique<Inside>(net, std::move(key), options, listener)} {}

Caller::~Caller() = default;

int Caller::fd() const {
    return inside_->bell.fd();
}

void Caller::pump() {
    inside_->bell.quiet();
    const Time now = Clock::now();
    inside_->followDoor(now);
    inside_->readDoor(now);
    for (const auto& feed : inside_->feeds)
        inside_->readFeed(*feed, now);
    inside_->door.tick(now);
    for (const auto& feed : inside_->feeds)
        feed->tick(now);
    inside_->repeat(now);
    inside_->keepAlive(now);
    // Sending and receiving both eat the edge of ZMQ_FD, so the last thing is to look.
    bool more = inside_->door.pending();
    for (const auto& feed : inside_->feeds)
        more = feed->pending() || more;
    inside_->bell.ringAt(more ? now : inside_->deadline());
}

Caller::Clock::time_point Caller::nextDeadline() const {
    return inside_->deadline();
}

protocol::CommandId Caller::ask(protocol::Command command, Done done) {
    return ask(std::move(command), std::move(done), inside_->options.giveUpAfter);
}

protocol::CommandId Caller::ask(protocol::Command command, Done done, Options::Span giveUpAfter) {
    const protocol::CommandId id = newCommandId();
    const Time now = Clock::now();
    const Retry retry{now, BackOff{inside_->options.firstRepeat, inside_->options.longestRepeat},
                      giveUpAfter};
    inside_->asked.emplace_back(id, wire::encode(wire::Ask{id, std::move(command)}),
                                std::move(done), retry);
    inside_->door.send(inside_->asked.back().frame);
    inside_->bell.ringAt(now); // the send may have eaten the edge of what arrived meanwhile
    return id;
}

Connection Caller::connection() const {
    return inside_->connection;
}

Options::Span Caller::sinceLastHeard() const {
    if (!inside_->heard)
        return Options::Span::max();
    return std::chrono::duration_cast<Options::Span>(Clock::now() - *inside_->heard);
}

std::size_t Caller::unanswered() const {
    return inside_->asked.size();
}

const wire::KeyFile& Caller::key() const {
    return inside_->key;
}

} // namespace usher::client
