// How long an honest command takes while somebody floods the door, babbles at it, knocks without a
// key or never reads what it is sent, beside the same command in peace.
//
// The attackers run on the same machine as the broker, so they are given what time nobody else
// wants (nice 19): what is measured is what they do to the broker, not that they are here.
#include "tests/bench/figures.h"
#include "tests/bench/live_broker.h"

#include <fmt/format.h>

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace usher::bench {

using namespace protocol;

namespace {

constexpr std::size_t connections = 8;
constexpr std::size_t oneKey = 1;
constexpr std::chrono::milliseconds moment{25};

/// Whoever attacks, with sockets of their own.
struct Attackers {
    LiveBroker::Way way;
    Net net{};
    std::vector<Plug> plugs{};

    /// So many connections; the first so many keys take turns.
    std::vector<Plug>& all(int type, const std::string& endpoint, std::size_t size = connections,
                           std::size_t keys = oneKey) {
        while (plugs.size() < size)
            plugs.emplace_back(net, type, endpoint, way.brokerKey, way.keys[plugs.size() % keys]);
        return plugs;
    }
};

/// Well-formed and permitted, as fast as they go, the answers never read.
template <class Wanted>
void ask(std::vector<Plug>& plugs, const Wanted& wanted) {
    static std::uint64_t last = 0;
    for (Plug& plug : plugs)
        plug.send(wire::encode(wire::Ask{{0x51e6e, ++last}, wanted}));
}
void tickets(Attackers& us) {
    ask(us.all(ZMQ_DEALER, us.way.door), TakeTicket{us.way.service, {}, false, Paper::Shown});
}
void questions(Attackers& us) {
    ask(us.all(ZMQ_DEALER, us.way.door), GetBoard{});
}

void crowd(Attackers& us) {
    const std::size_t everybody = us.way.keys.size();
    ask(us.all(ZMQ_DEALER, us.way.door, everybody, everybody),
        TakeTicket{us.way.service, {}, false, Paper::Shown});
}

/// The largest frames there may be, of as many members as fit.
void babble(Attackers& us) {
    static const std::string body = [] {
        std::string text = R"({"v":1,"id":"000000000000000000000000000000ff","ask":{)";
        for (std::size_t n = 0; text.size() < 65'000; ++n)
            text += fmt::format("\"m{}\":[0,[1,[2]]],", n);
        return text + R"("type":"GetBoard"}})";
    }();
    for (Plug& plug : us.all(ZMQ_DEALER, us.way.door))
        plug.send(body);
}

/// A new connection with a key nobody knows, again and again.
void knock(Attackers& us) {
    if (us.plugs.size() >= connections)
        us.plugs.erase(us.plugs.begin());
    us.plugs.emplace_back(us.net, ZMQ_DEALER, us.way.door, us.way.brokerKey);
    us.plugs.back().send("let me in");
}

/// Listens to the board and never reads.
void sleep(Attackers& us) {
    us.all(ZMQ_SUB, us.way.board);
}

struct Kind {
    const char* name;
    const char* what;
    void (*blow)(Attackers&);
    std::chrono::milliseconds pause{}; ///< between two blows
};
constexpr Kind kinds[] = {
    {"tickets", "eight connections of one enrolled key asking for tickets", tickets},
    {"questions", "eight connections of one enrolled key asking for the board", questions},
    {"crowd", "thirty-two enrolled keys asking for tickets", crowd},
    {"babble", "eight connections of one enrolled key, 64 KiB of JSON at a time", babble},
    {"knock", "connections with unknown keys", knock, std::chrono::milliseconds{1}},
    {"deaf", "eight listeners that never read", sleep, std::chrono::milliseconds{10}}};

/// Goes on until it is destroyed.
class Attack {
public:
    Attack(LiveBroker::Way way, const Kind& kind)
        : thread_{[this, way = std::move(way), &kind](const std::stop_token& over) {
              setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 19);
              Attackers us{way};
              std::mutex mutex;
              std::unique_lock lock{mutex};
              std::condition_variable_any rest;
              while (!over.stop_requested()) {
                  kind.blow(us);
                  ++blows_;
                  rest.wait_for(lock, over, kind.pause, [] { return false; });
              }
          }} {}
    [[nodiscard]] std::uint64_t blows() const { return blows_; }

private:
    std::atomic<std::uint64_t> blows_{};
    std::jthread thread_;
};

/// As somebody at a counter would, and quicker: a command, its answer, a moment, the next.
void measure(LiveBroker& broker, std::size_t commands, std::vector<double>& into) {
    for (std::size_t n = 0; n < commands; ++n) {
        into.push_back(1e6 * broker.once().seconds);
        std::this_thread::sleep_for(moment);
    }
}

Figure under(const Effort& effort, LiveBroker& broker, const Kind& kind) {
    Sides sides; // microseconds
    double blows = 0;
    double span = 0;
    for (std::size_t round = 0; round < effort.rounds; ++round) {
        measure(broker, effort.commands / 8, sides.bare);
        const auto begun = Clock::now();
        {
            const Attack attack{broker.guest(), kind};
            while (attack.blows() == 0)
                std::this_thread::yield();
            measure(broker, effort.commands / 8, sides.measured);
            blows += static_cast<double>(attack.blows());
        }
        span += seconds(Clock::now() - begun);
    }
    return {fmt::format("siege-{}-p50", kind.name), quantile(sides.measured, 0.5), "us",
            quantile(sides.bare, 0.5),
            fmt::format("the same in peace; the attack: {}, {:.0f} times a second", kind.what,
                        blows / span)};
}

} // namespace

std::vector<Figure> sieges(const Effort& effort) {
    const Folder folder;
    LiveBroker broker{folder.path(), outletSetup(), 1};
    std::vector<Figure> figures;
    for (const Kind& kind : kinds)
        figures.push_back(under(effort, broker, kind));
    return figures;
}

} // namespace usher::bench
