// The door under people who shout, babble, pause and come all at once.
#include "broker/protocol/limits.h"
#include "tests/integration/wires.h"

#include <gtest/gtest.h>
#include <zmq.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <list>
#include <thread>

namespace usher::test {
namespace {

using namespace protocol;

class DoorLimits : public testing::Test {
protected:
    std::optional<wire::Told> reply(Bare& whose) {
        std::optional<wire::Told> result;
        wires.until([&] {
            const auto bytes = whose.receive();
            result = bytes ? told(*bytes) : std::nullopt;
            return result.has_value();
        });
        return result;
    }
    /// The refusal `bytes` get.
    Refusal refused(Bare& whose, const std::string& bytes) {
        whose.send(bytes);
        const auto result = reply(whose);
        return std::get<Refusal>(result.value().reply);
    }

    Wires wires;
    wire::KeyFile key = wires.enrol("lobby-1", Role::Lobby);
    wire::KeyFile honestKey = wires.enrol("lobby-2", Role::Lobby);
    Bare client{key.door, &key, ZMQ_DEALER};
    Bare honest{honestKey.door, &honestKey, ZMQ_DEALER};
};

TEST_F(DoorLimits, WhatHasAnIdIsAnsweredAndWhatHasNoneIsDropped) {
    const std::string id = R"("id":"000000000000000000000000000000ff")";
    EXPECT_EQ(refused(client, R"({"v":1,)" + id + R"(,"ask":{"type":"Steal"}})"),
              Refusal::Malformed);
    EXPECT_EQ(refused(client, R"({"v":2,)" + id + R"(,"ask":{"type":"GetBoard"}})"),
              Refusal::UnsupportedVersion);
    for (const char* inner : {"Tick", "PinChecked", "CardLookedUp", "AdoptSetup"})
        EXPECT_EQ(refused(client, R"({"v":1,)" + id + R"(,"ask":{"type":")" + inner + R"("}})"),
                  Refusal::Malformed);
    client.send("");
    client.send("{");
    client.send(std::string(60000, '['));
    client.send(R"({"v":1,"ask":{"type":"GetBoard"}})");
    client.send(R"({"v":1,"id":"00000000000000000000000000000000","ask":{"type":"GetBoard"}})");
    client.send("", true); // as a REQ socket would
    client.send(frame(1, GetBoard{}));
    ASSERT_TRUE(wires.until([&] { return wires.door.counts().malformed == 12; }));
    EXPECT_FALSE(client.receive());
    EXPECT_TRUE(wires.heard.empty());
    honest.send(frame(2, GetBoard{}));
    EXPECT_TRUE(reply(honest));
}

TEST_F(DoorLimits, AFrameOverTheLimitCostsItsSenderTheConnectionAndNobodyElse) {
    client.send(frame(1, GetBoard{}));
    ASSERT_TRUE(reply(client));
    std::string largest = frame(2, GetBoard{});
    largest.resize(frameBytesMax, ' ');
    client.send(largest);
    ASSERT_TRUE(reply(client));
    client.send(std::string(frameBytesMax + 1, ' '));
    ASSERT_TRUE(wires.until([&] { return client.event() == ZMQ_EVENT_DISCONNECTED; }));
    honest.send(frame(3, GetBoard{}));
    ASSERT_TRUE(reply(honest));
    client.send(frame(4, GetBoard{})); // libzmq has connected again
    EXPECT_TRUE(reply(client));
    EXPECT_EQ(wires.heard.size(), 4U);
}

TEST_F(DoorLimits, WhoNamesTheirRouteAsSomebodyElseDoesIsOneOfTwo) {
    Bare one{key.door, &key, ZMQ_DEALER, "mine"};
    one.send(frame(1, GetBoard{}));
    ASSERT_TRUE(reply(one));
    Bare other{honestKey.door, &honestKey, ZMQ_DEALER, "mine"};
    other.send(frame(2, GetBoard{}));
    ASSERT_TRUE(reply(other));
    one.send(frame(3, GetBoard{}));
    EXPECT_EQ(reply(one).value().id, (CommandId{0xabc, 3}));
    EXPECT_FALSE(other.receive());
}

/// The routes that the next sockets of this process will give first, if it draws from `seed` on.
std::vector<std::uint32_t> firstRoutes(unsigned seed, int sockets) {
    std::srand(seed);
    std::vector<std::uint32_t> routes;
    void* context = zmq_ctx_new();
    for (int n = 0; n < sockets; ++n) {
        void* router = zmq_socket(context, ZMQ_ROUTER);
        void* dealer = zmq_socket(context, ZMQ_DEALER);
        const std::string address = "inproc://" + std::to_string(n);
        zmq_bind(router, address.c_str());
        zmq_connect(dealer, address.c_str());
        zmq_send(dealer, "", 0, 0);
        std::array<std::uint8_t, 5> route{};
        zmq_recv(router, route.data(), route.size(), 0);
        std::uint32_t number = 0;
        for (std::size_t at = 1; at < route.size(); ++at)
            number = number << 8U | route[at];
        routes.push_back(number);
        zmq_close(dealer);
        zmq_close(router);
    }
    zmq_ctx_term(context);
    return routes;
}

std::string spelt(std::uint32_t number) {
    std::string route(1, '\0');
    for (int shift = 24; shift >= 0; shift -= 8)
        route += static_cast<char>((number >> shift) & 0xffU);
    return route;
}

// libzmq 4.3.4 counts its own routes up from a number that anybody can foretell, and ends the
// process when somebody has the next one already.
TEST(DoorRoutes, WhoNamesTheOneThatIsGivenNextEndsNothing) {
    constexpr unsigned seed = 1;
    const std::vector<std::uint32_t> foretold = firstRoutes(seed, 6);
    std::srand(seed);
    Wires wires;
    const wire::KeyFile key = wires.enrol("hall-1", Role::Hall);
    std::list<Bare> clients;
    std::uint64_t sent = 0;
    const auto heard = [&] {
        clients.back().send(frame(++sent, GetBoard{}));
        return wires.until([&] { return wires.heard.size() == sent; });
    };
    for (const std::uint32_t first : foretold)
        for (std::uint32_t n = 1; n <= 4; ++n) {
            clients.emplace_back(key.door, &key, ZMQ_DEALER, spelt(first + n));
            ASSERT_TRUE(heard());
        }
    for (int n = 0; n < 5; ++n) {
        clients.emplace_back(key.door, &key, ZMQ_DEALER);
        ASSERT_TRUE(heard());
    }
}

TEST_F(DoorLimits, PingsArePongedHoweverTheyAreSpaced) {
    client.send(R"({"v":1,"ping":7})");
    std::optional<std::string> pong;
    ASSERT_TRUE(wires.until([&] { return (pong = client.receive()).has_value(); }));
    EXPECT_EQ(*pong, R"({"v":1,"pong":7})");
    client.send("{ \"ping\": 8, \"v\": 1 }");
    ASSERT_TRUE(wires.until([&] { return (pong = client.receive()).has_value(); }));
    EXPECT_EQ(*pong, R"({"v":1,"pong":8})");
    EXPECT_TRUE(wires.heard.empty());
}

TEST_F(DoorLimits, ASecondReplyToTheSameAskIsDropped) {
    client.send(frame(1, GetBoard{}));
    ASSERT_TRUE(reply(client));
    const engine::Asked& asked = wires.heard.at(0);
    wires.outbox.reply(asked.to, asked.id, Answer{Accepted{}});
    wires.outbox.reply(asked.to + 1, asked.id, Answer{Accepted{}});
    wires.outbox.reply(0, asked.id, Answer{Accepted{}});
    EXPECT_EQ(wires.door.counts().dropped, 3U);
    wires.letPass(20ms);
    EXPECT_FALSE(client.receive());
}

TEST_F(DoorLimits, WhoNeverReadsAndWhoFloodsDoNotHoldTheOthersUp) {
    Bare deaf{key.door, &key, ZMQ_DEALER};
    for (std::uint64_t n = 1; n <= 20000; ++n) {
        deaf.send(frame(n, GetBoard{}));
        client.send(frame(n, GetBoard{}));
    }
    ASSERT_TRUE(wires.until([&] { return wires.heard.size() > 200; }));
    honest.send(frame(1, GetBoard{}));
    ASSERT_TRUE(reply(honest));
    EXPECT_LT(wires.heard.size(), 40000U) << "waited until the flood had run out";
    ASSERT_TRUE(wires.until([&] { return wires.heard.size() == 40001; }));
}

TEST_F(DoorLimits, TheWholePictureIsHadAFewTimesASecondAndByOthersAllTheSame) {
    for (std::uint64_t n = 1; n <= 200; ++n)
        client.send(frame(n, GetSnapshot{}));
    ASSERT_TRUE(
        wires.until([&] { return wires.heard.size() + wires.door.counts().overrun == 200; }));
    EXPECT_GE(wires.heard.size(), 16U);
    EXPECT_LE(wires.heard.size(), 40U);
    honest.send(frame(1, GetSnapshot{}));
    EXPECT_TRUE(reply(honest));
    client.send(frame(201, GetBoard{}));
    ASSERT_TRUE(wires.until([&] { return wires.heard.back().id == CommandId{0xabc, 201}; }));
}

TEST_F(DoorLimits, WhatADeviceSaysOfItselfIsWrittenDownSoOftenAndNotWithoutEnd) {
    for (std::uint64_t n = 1; n <= 200; ++n)
        client.send(n % 2 == 0 ? frame(n, ReportDevice{"printer", n % 4 == 0, {}})
                               : frame(n, GetBoard{}));
    ASSERT_TRUE(
        wires.until([&] { return wires.heard.size() + wires.door.counts().overrun == 200; }));
    EXPECT_GE(wires.heard.size(), 160U);
    EXPECT_LE(wires.heard.size(), 180U);
}

// libzmq 4.3.4 ends the whole process when a heartbeat of its own meets a connection that broke
// while there was no room for what had come over it. Nothing rings when it does not: one beat goes
// by.
TEST_F(DoorLimits, AConnectionThatBreaksInTheMiddleOfAFloodHarmsNobody) {
    {
        Bare flood{key.door, &key, ZMQ_DEALER};
        flood.send(frame(1, GetBoard{}));
        ASSERT_TRUE(reply(flood));
        for (std::uint64_t n = 2; n <= 20'000; ++n)
            flood.send(frame(n, GetBoard{}));
        std::this_thread::sleep_for(200ms); // on its way, and the loop stands still
    }
    std::this_thread::sleep_for(2500ms);
    honest.send(frame(1, GetBoard{}));
    EXPECT_TRUE(reply(honest));
}

TEST(DoorShare, WhoHasHadTheirShareIsNotReadAndNobodyElseNoticesIt) {
    Wires wires{0.05};
    const wire::KeyFile greedyKey = wires.enrol("kiosk-1", Role::Kiosk);
    const wire::KeyFile modestKey = wires.enrol("kiosk-2", Role::Kiosk);
    Bare greedy{greedyKey.door, &greedyKey, ZMQ_DEALER};
    Bare again{greedyKey.door, &greedyKey, ZMQ_DEALER}; // the same key, another connection
    Bare modest{modestKey.door, &modestKey, ZMQ_DEALER};
    std::uint64_t sent = 0;
    ASSERT_TRUE(wires.until([&] {
        for (int n = 0; n < 100; ++n) {
            greedy.send(frame(++sent, GetBoard{}));
            again.send(frame(++sent, GetBoard{}));
        }
        return wires.door.counts().overrun > 1000;
    }));
    modest.send(frame(1, GetBoard{}));
    ASSERT_TRUE(wires.until([&] { return modest.receive().has_value(); }));
    // The next window is anew; what was not read is asked again, under the same id.
    ASSERT_TRUE(wires.until([&] {
        while (greedy.receive()) {
        }
        return wires.heard.size() + wires.door.counts().overrun == sent + 1;
    }));
    wires.letPass(120ms);
    greedy.send(frame(sent + 1, GetBoard{}));
    ASSERT_TRUE(wires.until([&] {
        const auto bytes = greedy.receive();
        const auto answer = bytes ? told(*bytes) : std::nullopt;
        return answer && answer->id == CommandId{0xabc, sent + 1};
    }));
}

// The register is a file. To look at it takes longer than libzmq takes to bring the next frame, so
// what is not read would pile up all the same.
TEST(DoorShare, NobodyIsLookedUpForWhatIsNotRead) {
    Wires wires{0};
    const wire::KeyFile key = wires.enrol("kiosk-1", Role::Kiosk);
    Bare greedy{key.door, &key, ZMQ_DEALER};
    const std::size_t atTheGate = wires.lookedUp + 2; // a connection that breaks comes again
    std::uint64_t sent = 0;
    const auto unread = [&](std::uint64_t count) {
        return wires.until([&, until = wires.door.counts().overrun + count] {
            for (int n = 0; n < 100; ++n)
                greedy.send(frame(++sent, GetBoard{}));
            return wires.door.counts().overrun > until;
        });
    };
    ASSERT_TRUE(unread(1000));
    EXPECT_LE(wires.lookedUp, atTheGate + 2 * wires.heard.size()) << "heard, and answered";
    wires.revoke(key);
    const std::size_t before = wires.lookedUp;
    wires.letPass(120ms); // the next window
    ASSERT_TRUE(unread(1000)) << "nor for a key that is none any more";
    EXPECT_EQ(wires.lookedUp - before, wires.door.counts().strangers);
}

// A machine that others use, too: the loop was not run for a while in the middle of a frame.
TEST(DoorShare, WhoseFrameWasHeldUpByOthersIsHeardAgainAtOnce) {
    Wires wires{0.25};
    const wire::KeyFile key = wires.enrol("counter-1", Role::Counter);
    Bare modest{key.door, &key, ZMQ_DEALER};
    wires.answer = [&wires](const engine::Asked& asked) {
        const auto until = transport::Loop::Clock::now() + 40ms;
        while (transport::Loop::Clock::now() < until) {
        }
        wires.outbox.reply(asked.to, asked.id, Answer{Accepted{1}});
    };
    for (std::uint64_t n = 1; n <= 10; ++n) {
        modest.send(frame(n, GetBoard{}));
        ASSERT_TRUE(wires.until(
            [&] { return modest.receive().has_value() || wires.door.counts().overrun > 0; }));
    }
    EXPECT_EQ(wires.door.counts().overrun, 0U);
}

TEST(DoorShare, OfACrowdThatShoutsThoseWhoSayLittleAreStillHeard) {
    Wires wires{0.25};
    std::vector<wire::KeyFile> keys;
    for (int n = 0; n < 24; ++n)
        keys.push_back(wires.enrol("kiosk-" + std::to_string(n), Role::Kiosk));
    std::list<Bare> crowd;
    for (const wire::KeyFile& key : keys)
        crowd.emplace_back(key.door, &key, ZMQ_DEALER);
    const wire::KeyFile modestKey = wires.enrol("counter-1", Role::Counter);
    Bare modest{modestKey.door, &modestKey, ZMQ_DEALER};
    wires.answer = [&wires](const engine::Asked& asked) { // takes its time, as a command may
        const auto until = transport::Loop::Clock::now() + 200us;
        while (transport::Loop::Clock::now() < until) {
        }
        wires.outbox.reply(asked.to, asked.id, Answer{Accepted{1}});
    };
    std::uint64_t sent = 0;
    std::uint64_t asked = 0;
    auto due = transport::Loop::Clock::now();
    ASSERT_TRUE(wires.until([&] {
        for (Bare& one : crowd)
            one.send(frame(++sent, GetBoard{}));
        if (modest.receive())
            due = transport::Loop::Clock::now() + 100ms; // one thing at a time, as a person does
        if (transport::Loop::Clock::now() >= due) {
            modest.send(frame(++asked, GetBoard{}));
            due = transport::Loop::Clock::time_point::max();
        }
        return wires.door.counts().overrun > 1000 && asked > 10;
    })) << wires.door.counts().overrun
        << " not read, " << wires.door.counts().heard << " read, of " << sent
        << "; the modest one asked " << asked << " times";
}

/// Keeps `inFlight` commands under way from a thread of its own until `total` were answered.
void pipeline(const wire::KeyFile& key, std::uint64_t inFlight, std::uint64_t total,
              std::atomic<std::uint64_t>& done) {
    Bare client{key.door, &key, ZMQ_DEALER};
    std::uint64_t sent = 0;
    const auto deadline = std::chrono::steady_clock::now() + 60s;
    while (done < total && std::chrono::steady_clock::now() < deadline) {
        while (sent < total && sent - done < inFlight)
            client.send(frame(++sent, GetBoard{}));
        zmq_pollitem_t item{client.socket(), 0, ZMQ_POLLIN, 0};
        zmq_poll(&item, 1, 1000);
        while (client.receive())
            ++done;
    }
}

class Stalls : public DoorLimits, public testing::WithParamInterface<std::uint64_t> {};

// As with a journal: answers are collected and leave outside of the pump, a batch at a time.
TEST_P(Stalls, NeverWithRepliesSentOutsideThePump) {
    std::vector<engine::Asked> batch;
    bool committing = false;
    std::function<void()> committed = [&] {
        committing = false;
        for (const engine::Asked& one : std::exchange(batch, {}))
            wires.outbox.reply(one.to, one.id, Answer{Accepted{1}});
    };
    wires.answer = [&](const engine::Asked& asked) {
        batch.push_back({asked.by, asked.role, asked.id, GetBoard{}, asked.to});
        if (!std::exchange(committing, true))
            wires.loop.at(transport::Loop::Clock::now() + 100us, committed);
    };
    const std::uint64_t total = GetParam() == 1 ? 3000 : 30000;
    std::atomic<std::uint64_t> done{0};
    std::thread other{[&] { pipeline(key, GetParam(), total, done); }};
    // Between two answers there is at most a commit: two seconds of nothing is a stall.
    auto moved = std::chrono::steady_clock::now();
    for (std::uint64_t before = 0; done < total && std::chrono::steady_clock::now() < moved + 2s;) {
        wires.loop.runFor(20ms);
        wires.heard.clear();
        if (const std::uint64_t now = done; now != before) {
            before = now;
            moved = std::chrono::steady_clock::now();
        }
    }
    EXPECT_EQ(done, total) << "stalled";
    done = total;
    other.join();
}

INSTANTIATE_TEST_SUITE_P(InFlight, Stalls, testing::Values(1, 64, 1000));

} // namespace
} // namespace usher::test
