// What a waiting ticket and a connected client take in memory, beside the plainest thing that holds
// as much. Read from what the kernel says this process uses, so of many at once.
#include "tests/bench/figures.h"
#include "tests/bench/full_hall.h"
#include "tests/bench/live_broker.h"

#include <fmt/format.h>

#include <fstream>
#include <malloc.h>
#include <memory>
#include <unistd.h>

namespace usher::bench {

using namespace protocol;

namespace {

double bytesInUse() {
    malloc_trim(0);
    std::ifstream file{"/proc/self/statm"};
    std::uint64_t whole = 0;
    std::uint64_t resident = 0;
    file >> whole >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

/// A thing, and how many bytes came with it.
template <class Make>
auto weigh(Make make) {
    const double before = bytesInUse();
    auto made = make();
    return std::pair{bytesInUse() - before, std::move(made)};
}

/// As many encrypted connections to a bare ROUTER that answers each once.
struct BareClients {
    explicit BareClients(std::size_t clients) {
        const transport::KeyPair keys = transport::newKeyPair();
        router = transport::Socket{zmq_socket(server.handle(), ZMQ_ROUTER)};
        router.set(ZMQ_CURVE_SERVER, 1);
        router.set(ZMQ_CURVE_SECRETKEY, keys.secretKey);
        if (const auto trouble = router.bind("tcp://127.0.0.1:*"))
            throw std::runtime_error{*trouble};
        for (std::size_t i = 0; i < clients; ++i) {
            plugs.emplace_back(net, ZMQ_DEALER, router.lastEndpoint(), keys.publicKey);
            plugs.back().send("hello");
            answer();
            (void)plugs.back().receive();
        }
    }
    void answer() {
        zmq_pollitem_t item{router.handle(), 0, ZMQ_POLLIN, 0};
        zmq_poll(&item, 1, 60'000);
        transport::Message route;
        transport::Message body;
        if (!route.receive(router) || !body.receive(router))
            throw std::runtime_error{"a client was not heard"};
        router.send(route.view(), ZMQ_SNDMORE);
        router.send(body.view());
    }

    Net server;
    Net net;
    transport::Socket router;
    std::vector<Plug> plugs;
};

Figure tickets(const Effort& effort) {
    const std::size_t waiting = std::max<std::size_t>(effort.waiting, 20'000);
    const outlet::Outlet crowd = crowded(waiting);
    std::vector<Ticket> all;
    for (const auto& [id, ticket] : crowd.tickets())
        all.push_back(ticket);
    const auto [bare, copy] = weigh([&] { return std::make_unique<std::vector<Ticket>>(all); });
    const auto [ours, outlet] = weigh([&] { return std::make_unique<outlet::Outlet>(crowd); });
    const auto many = static_cast<double>(waiting);
    return {"memory-ticket", ours / many, "bytes", bare / many,
            fmt::format("a std::vector of the same {} tickets; ours are found by id and stand in "
                        "line",
                        waiting)};
}

Figure clients(const Effort& effort) {
    const Setup setup = outletSetup();
    const Folder fewFolder;
    const Folder manyFolder;
    const auto broker = [&](const Folder& folder, std::size_t slots) {
        auto live =
            std::make_unique<LiveBroker>(folder.path(), setup, slots, LiveBroker::DoorIs::Open);
        (void)live->play(effort.span);
        return live;
    };
    const std::size_t slots = effort.clients.back();
    const auto [base, few] = weigh([&] { return broker(fewFolder, 1); });
    const auto [whole, many] = weigh([&] { return broker(manyFolder, slots); });
    const std::size_t more = many->clients() - few->clients();
    const auto [bare, none] = weigh([&] { return std::make_unique<BareClients>(more); });
    return {"memory-client", (whole - base) / static_cast<double>(more), "bytes",
            bare / static_cast<double>(more),
            fmt::format("one of {} encrypted connections of bare ZeroMQ that spoke once; both with "
                        "the client's end",
                        more)};
}

} // namespace

std::vector<Figure> rooms(const Effort& effort) {
    return {tickets(effort), clients(effort)};
}

} // namespace usher::bench
