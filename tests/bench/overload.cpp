// More than the broker can do: sixty-four enrolled devices, kiosks and counters, that ask again
// without waiting for an answer. What a teller's Next takes meanwhile, and whether as many answers
// come out as of a broker that hears all there is, from the same devices when each waits for its
// own.
//
// They run on the same machine as the broker, so they are given what time nobody else wants (nice
// 19), whether they wait or not.
#include "tests/bench/figures.h"
#include "tests/bench/live_broker.h"

#include <fmt/format.h>

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>

namespace usher::bench {

using namespace protocol;

namespace {

constexpr std::chrono::milliseconds moment{25}; ///< between a teller's commands
constexpr std::chrono::seconds patience{1};     ///< then a client asks again

enum class Manners { Wait, Press };

struct Rushes {
    std::uint64_t asked{};
    std::uint64_t done{};
    std::uint64_t refused{};
    double span{}; ///< seconds

    [[nodiscard]] double answers() const { return static_cast<double>(done + refused) / span; }
};

/// Sixty-four who ask at once, kiosks for tickets and counters for whoever is next.
class Rush {
public:
    Rush(const LiveBroker::Way& way, Manners manners) : manners_{manners} {
        for (const auto& keys : way.keys)
            add(way, keys, way.service);
        for (const auto& keys : way.desks)
            add(way, keys, {});
    }
    void goOn() {
        const auto now = Clock::now();
        for (One& one : all_) {
            if (manners_ == Manners::Wait && now - one.asked < patience)
                continue;
            one.plug.send(wire::encode(wire::Ask{{0x0e7e, ++last_}, one.wish()}));
            one.asked = now;
            ++counts_.asked;
        }
        zmq_poll(items_.data(), static_cast<int>(items_.size()), manners_ == Manners::Wait ? 1 : 0);
        for (std::size_t i = 0; i < all_.size(); ++i)
            if ((items_[i].revents & ZMQ_POLLIN) != 0)
                hear(all_[i]);
    }
    [[nodiscard]] const Rushes& counts() const { return counts_; }

private:
    struct One {
        Plug plug;
        std::optional<ServiceId> service; ///< a kiosk's
        Clock::time_point asked{};        ///< long ago, if it has its answer

        [[nodiscard]] Command wish() const {
            if (service)
                return TakeTicket{*service, {}, false, Paper::Shown};
            return CallNext{false};
        }
    };

    void add(const LiveBroker::Way& way, const transport::KeyPair& keys,
             std::optional<ServiceId> service) {
        all_.push_back({{net_, ZMQ_DEALER, way.door, way.brokerKey, keys}, std::move(service)});
        items_.push_back({all_.back().plug.handle(), 0, ZMQ_POLLIN, 0});
    }
    void hear(One& one) {
        const auto told = wire::decodeTold(one.plug.receive());
        const auto& reply = std::get<wire::Told>(told).reply;
        ++(std::holds_alternative<Answer>(reply) ? counts_.done : counts_.refused);
        one.asked = {};
    }

    Manners manners_;
    Net net_;
    std::vector<One> all_;
    std::vector<zmq_pollitem_t> items_;
    std::uint64_t last_{};
    Rushes counts_;
};

/// A rush on a thread of its own, from the first answer until it is destroyed.
class Hour {
public:
    Hour(const LiveBroker::Way& way, Manners manners, Rushes& into)
        : thread_{[this, &way, manners, &into](const std::stop_token& over) {
              setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 19);
              Rush rush{way, manners};
              while (!over.stop_requested()) {
                  rush.goOn();
                  answers_ = rush.counts().done + rush.counts().refused;
              }
              into.asked += rush.counts().asked;
              into.done += rush.counts().done;
              into.refused += rush.counts().refused;
          }} {
        while (answers_ == 0)
            std::this_thread::yield();
    }

private:
    std::atomic<std::uint64_t> answers_{};
    std::jthread thread_;
};

/// A teller who calls, starts and finishes; the microseconds of each call.
void work(LiveBroker& broker, std::size_t calls, std::vector<double>& into) {
    while (calls > 0) {
        const auto exchange = broker.once();
        if (exchange.calls) {
            into.push_back(1e6 * exchange.seconds);
            --calls;
        }
        std::this_thread::sleep_for(moment);
    }
}

void rush(LiveBroker& broker, Manners manners, std::size_t calls, Rushes& into,
          std::vector<double>& times) {
    const auto begun = Clock::now();
    {
        const Hour hour{broker.guest(), manners, into};
        work(broker, calls, times);
    }
    into.span += seconds(Clock::now() - begun);
}

} // namespace

std::vector<Figure> overload(const Effort& effort) {
    const Folder folder;
    const Folder another;
    LiveBroker broker{folder.path(), outletSetup(), 1};
    LiveBroker open{another.path(), outletSetup(), 1, LiveBroker::DoorIs::Open};
    const std::size_t calls = std::max<std::size_t>(effort.commands / 12, 2);
    Sides next; // microseconds
    Rushes pressed;
    Rushes waited;
    std::vector<double> unheeded;
    for (std::size_t round = 0; round < effort.rounds; ++round) {
        work(broker, calls, next.bare);
        rush(open, Manners::Wait, calls, waited, unheeded);
        rush(broker, Manners::Press, calls, pressed, next.measured);
    }
    const std::string crowd = fmt::format("sixty-four devices ask {:.0f} times a second",
                                          static_cast<double>(pressed.asked) / pressed.span);
    return {
        {"overload-next-p50", quantile(next.measured, 0.5), "us", quantile(next.bare, 0.5),
         "the teller's Next in peace; now " + crowd},
        {"overload-next-p99", quantile(next.measured, 0.99), "us", quantile(next.bare, 0.99),
         "the teller's Next in peace; now " + crowd},
        {"overload-answers", pressed.answers(), "/s", waited.answers(),
         fmt::format("the same devices, each waiting for its answer, and a door that hears them "
                     "all; now {}, and {:.0f} % of the answers are refusals",
                     crowd,
                     100 * static_cast<double>(pressed.refused) /
                         static_cast<double>(pressed.done + pressed.refused))}};
}

} // namespace usher::bench
