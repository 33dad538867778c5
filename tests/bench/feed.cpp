// How soon replicas have taken in what was published, beside a bare encrypted PUB of as many bytes.
#include "tests/bench/bare_wire.h"
#include "tests/bench/figures.h"
#include "tests/bench/works.h"

#include "broker/replica/replica.h"
#include "broker/transport/feeds.h"
#include "broker/wire/codec.h"

#include <fmt/format.h>

#include <future>

namespace usher::bench {

using namespace protocol;

namespace {

constexpr std::size_t settling = 300; ///< commands before the feed is listened to

/// The real feed on a loop of its own, and replicas that follow it.
class Feed {
public:
    explicit Feed(Net& net, std::size_t listeners, Day& day)
        : gate_{loop_, transport::newKeyPair(), [this](std::string_view key) { return who(key); }},
          feeds_{loop_, gate_}, replicas_(listeners) {
        for (const auto& trouble :
             {gate_.open(), feeds_.open("tcp://127.0.0.1:*", "tcp://127.0.0.1:*")})
            if (trouble)
                throw std::runtime_error{*trouble};
        const Snapshot snapshot = day.engine().durable().snapshot();
        for (replica::Replica& one : replicas_) {
            (void)one.begin();
            (void)one.take(StaffPicture{Works::epoch, snapshot});
        }
        thread_ = std::thread{[this] { loop_.run(); }};
        audience_.emplace(net, feeds_.staffEndpoint(), gate_.publicKey(), keys_, listeners);
        audience_->gather([this] {
            loop_.post([this] { feeds_.publish(Beat{Works::epoch, 0, {}, 1.0, true, {}, {}}); });
        });
    }
    ~Feed() {
        loop_.stop();
        thread_.join();
    }

    void publish(const std::vector<Record>& records, std::vector<double>& latencies) {
        std::promise<Clock::time_point> said;
        loop_.post([&] {
            said.set_value(Clock::now());
            feeds_.publish(Works::epoch, records);
        });
        std::vector<std::pair<Clock::time_point, std::string>> heard;
        for (std::size_t i = 0; i < replicas_.size(); ++i) {
            std::string bytes = audience_->hear(i, wire::topicRecords);
            heard.emplace_back(Clock::now(), std::move(bytes));
        }
        const auto begun = said.get_future().get();
        // Every screen reads and takes in on a machine of its own: nobody waits for another's.
        for (std::size_t i = 0; i < replicas_.size(); ++i) {
            const auto from = Clock::now();
            auto news = wire::decodeNews(heard[i].second);
            auto& whole = std::get<wire::News>(news);
            if (replicas_[i].take(whole.epoch, whole.records) != replica::NextAction::Nothing)
                throw std::runtime_error{"a replica missed something"};
            latencies.push_back(1e6 * seconds(heard[i].first - begun + (Clock::now() - from)));
        }
    }

private:
    std::optional<transport::KnownDevice> who(std::string_view key) const {
        if (key != keys_.publicKey)
            return std::nullopt;
        return transport::KnownDevice{named<DeviceId>("lobby"), Role::Lobby};
    }

    transport::KeyPair keys_ = transport::newKeyPair();
    transport::Loop loop_;
    transport::Gate gate_;
    transport::Feeds feeds_;
    std::vector<replica::Replica> replicas_;
    std::optional<Audience> audience_;
    std::thread thread_;
};

void say(Speaker& speaker, Audience& audience, std::size_t size, std::vector<double>& latencies) {
    const std::string body(size, 'x');
    std::promise<Clock::time_point> said;
    std::thread publisher{[&] {
        said.set_value(Clock::now());
        speaker.say(wire::topicRecords, body);
    }};
    std::vector<Clock::time_point> heard;
    for (std::size_t i = 0; i < audience.size(); ++i) {
        (void)audience.hear(i, wire::topicRecords);
        heard.push_back(Clock::now());
    }
    publisher.join();
    const auto begun = said.get_future().get();
    for (const auto at : heard)
        latencies.push_back(1e6 * seconds(at - begun));
}

Figure feed(const Effort& effort, std::size_t listeners) {
    NoJournal none;
    Day day{outletSetup(), 9, none};
    for (std::size_t i = 0; i < settling; ++i)
        day.step();
    Net net;
    Net speakersNet;
    Feed live{net, listeners, day};
    Speaker speaker{speakersNet};
    Audience audience{net, speaker.endpoint(), speaker.key(), transport::newKeyPair(), listeners};
    audience.gather([&] { speaker.say("beat", ""); });

    day.keepRecords();
    Sides sides;
    std::size_t bytes = 0;
    std::size_t messages = 0;
    for (std::size_t round = 0; round < effort.rounds; ++round) {
        std::vector<std::vector<Record>> batches;
        while (batches.size() < effort.messages) {
            day.step();
            for (auto& batch : day.records())
                batches.push_back(std::move(batch));
        }
        for (const auto& batch : batches)
            live.publish(batch, sides.measured);
        for (const auto& batch : batches) {
            const std::size_t size = wire::encodeNews(Works::epoch, batch).size();
            say(speaker, audience, size, sides.bare);
            bytes += size;
            ++messages;
        }
    }
    return {
        fmt::format("feed-{}", listeners), quantile(sides.measured, 0.5), "us",
        quantile(sides.bare, 0.5),
        fmt::format("a bare encrypted PUB of as many bytes ({} on average) to {} sockets of this "
                    "process, not decoded",
                    bytes / messages, listeners)};
}

} // namespace

std::vector<Figure> feeds(const Effort& effort) {
    std::vector<Figure> figures;
    for (const std::size_t listeners : effort.audiences)
        figures.push_back(feed(effort, listeners));
    return figures;
}

} // namespace usher::bench
