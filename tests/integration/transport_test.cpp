// Who gets in, who hears what, and who may say what: over real sockets.
#include "broker/transport/context.h"
#include "broker/transport/http.h"
#include "tests/integration/wires.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/mp11.hpp>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <zmq.h>

namespace usher::test {
namespace {

using namespace protocol;

/// Gets an answer to GetBoard.
bool answered(Wires& wires, Bare& client, std::uint64_t number) {
    client.send(frame(number, GetBoard{}));
    return wires.until([&] { return client.receive().has_value(); });
}

bool happens(Wires& wires, Bare& client, int event) {
    return wires.until([&] { return client.event() == event; });
}

TEST(Gate, AnEnrolledKeyIsAnsweredUnderItsNameAndRole) {
    Wires wires;
    const auto key = wires.enrol("kiosk-1", Role::Kiosk);
    Bare client{key.door, &key, ZMQ_DEALER};
    ASSERT_TRUE(answered(wires, client, 1));
    ASSERT_EQ(wires.heard.size(), 1U);
    EXPECT_EQ(wires.heard[0].by, key.name);
    EXPECT_EQ(wires.heard[0].role, Role::Kiosk);
    EXPECT_EQ(wires.heard[0].id, (CommandId{0xabc, 1}));
}

TEST(Gate, AnUnknownKeyGetsNothingAtAnyDoor) {
    Wires wires;
    const auto key = wires.stranger();
    Bare door{key.door, &key, ZMQ_DEALER};
    Bare staff{key.staff, &key, ZMQ_SUB};
    Bare board{key.board, &key, ZMQ_SUB};
    door.send(frame(1, GetBoard{}));
    EXPECT_TRUE(happens(wires, door, ZMQ_EVENT_HANDSHAKE_FAILED_AUTH));
    EXPECT_TRUE(happens(wires, staff, ZMQ_EVENT_HANDSHAKE_FAILED_AUTH));
    EXPECT_TRUE(happens(wires, board, ZMQ_EVENT_HANDSHAKE_FAILED_AUTH));
    wires.outbox.publish(Beat{});
    wires.outbox.publish(Board{});
    wires.letPass(50ms);
    EXPECT_FALSE(door.receive() || staff.receive() || board.receive());
    EXPECT_TRUE(wires.heard.empty());
    EXPECT_EQ(wires.gate.counts().turnedAway, 3U);
}

TEST(Gate, WithoutCurveThereIsNothingToHear) {
    Wires wires;
    Bare door{wires.door.endpoint(), nullptr, ZMQ_DEALER};
    Bare staff{wires.feeds.staffEndpoint(), nullptr, ZMQ_SUB};
    door.send(frame(1, GetBoard{}));
    EXPECT_TRUE(happens(wires, door, ZMQ_EVENT_DISCONNECTED));
    EXPECT_TRUE(happens(wires, staff, ZMQ_EVENT_DISCONNECTED));
    wires.outbox.publish(Beat{});
    wires.letPass(50ms);
    EXPECT_FALSE(door.receive() || staff.receive());
    EXPECT_TRUE(wires.heard.empty());
}

TEST(Gate, TheStaffFeedIsForStaffAndTheBoardForEverybody) {
    Wires wires;
    for (const Role role : {Role::Kiosk, Role::Counter, Role::Lobby, Role::Hall, Role::HeadOffice,
                            Role::Administrator}) {
        const auto key = wires.enrol("device", role);
        Bare staff{key.staff, &key, ZMQ_SUB};
        Bare board{key.board, &key, ZMQ_SUB};
        const bool kept = role == Role::Kiosk || role == Role::Hall;
        EXPECT_TRUE(happens(wires, staff,
                            kept ? ZMQ_EVENT_HANDSHAKE_FAILED_AUTH : ZMQ_EVENT_HANDSHAKE_SUCCEEDED))
            << toText(role);
        EXPECT_TRUE(happens(wires, board, ZMQ_EVENT_HANDSHAKE_SUCCEEDED)) << toText(role);
    }
}

TEST(Gate, ARevokedKeyGetsNothingFromThatMomentAndTheOthersGoOn) {
    Wires wires;
    const auto good = wires.enrol("lobby-1", Role::Lobby);
    const auto bad = wires.enrol("lobby-2", Role::Lobby);
    Bare goodDoor{good.door, &good, ZMQ_DEALER}, badDoor{bad.door, &bad, ZMQ_DEALER};
    Bare goodFeed{good.staff, &good, ZMQ_SUB}, badFeed{bad.staff, &bad, ZMQ_SUB};
    const auto beatReaches = [&](Bare& feed) {
        wires.outbox.publish(Beat{});
        return feed.receive().has_value();
    };
    ASSERT_TRUE(answered(wires, goodDoor, 1) && answered(wires, badDoor, 2));
    ASSERT_TRUE(wires.until([&] { return beatReaches(goodFeed); }));
    ASSERT_TRUE(wires.until([&] { return beatReaches(badFeed); }));

    // One command is under way when the key goes: not even that is answered any more.
    std::optional<engine::Asked> late;
    const auto yes = wires.answer;
    wires.answer = [&](const engine::Asked& asked) {
        late.emplace(engine::Asked{asked.by, asked.role, asked.id, GetBoard{}, asked.to});
    };
    badDoor.send(frame(3, GetBoard{}));
    ASSERT_TRUE(wires.until([&] { return late.has_value(); }));
    wires.answer = yes;
    wires.revoke(bad);
    wires.outbox.reply(late->to, late->id, Answer{Accepted{}});
    badDoor.send(frame(4, GetBoard{}));
    ASSERT_TRUE(wires.until([&] { return wires.door.counts().strangers == 1; }));
    ASSERT_TRUE(answered(wires, goodDoor, 5));
    while (badFeed.receive()) {
    }
    while (goodFeed.receive()) {
    }
    ASSERT_TRUE(happens(wires, badFeed, ZMQ_EVENT_HANDSHAKE_FAILED_AUTH));
    ASSERT_TRUE(wires.until([&] { return beatReaches(goodFeed); }));
    EXPECT_FALSE(beatReaches(badFeed));
    EXPECT_FALSE(badDoor.receive());
    EXPECT_EQ(wires.heard.size(), 4U);
}

TEST(Gate, ANameEnrolledAnewDoesNotLetTheOldKeyBackIn) {
    Wires wires;
    const auto old = wires.enrol("kiosk-1", Role::Kiosk);
    Bare client{old.door, &old, ZMQ_DEALER};
    ASSERT_TRUE(answered(wires, client, 1));
    wires.revoke(old);
    wires.enrol("kiosk-1", Role::Kiosk);
    client.send(frame(2, GetBoard{}));
    ASSERT_TRUE(wires.until([&] { return wires.door.counts().strangers == 1; }));
    EXPECT_FALSE(client.receive());
}

/// No more than a few descriptors are left, as when strangers hold all the others.
class FewDescriptors {
public:
    FewDescriptors() {
        getrlimit(RLIMIT_NOFILE, &before_);
        const int next = dup(STDIN_FILENO);
        close(next);
        rlimit few = before_;
        few.rlim_cur = static_cast<rlim_t>(next) + 2;
        setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }

private:
    rlimit before_{};
};

TEST(Gate, WithoutDescriptorsTheFeedsOpenAgainOnceThereAreSome) {
    Wires wires;
    const auto revoked = wires.enrol("hall-1", Role::Hall);
    const auto key = wires.enrol("hall-2", Role::Hall);
    {
        const FewDescriptors few;
        wires.revoke(revoked);
        wires.letPass(100ms);
        EXPECT_FALSE(wires.feeds.healthy());
    }
    ASSERT_TRUE(wires.until([&] { return wires.feeds.healthy(); }));
    Bare listener{key.board, &key, ZMQ_SUB};
    EXPECT_TRUE(wires.until([&] {
        wires.feeds.publish(Board{});
        return listener.receive().has_value();
    }));
}

TEST(Gate, DoesNotOpenIfAStrangerGetsIn) {
    transport::Loop loop;
    transport::Gate gate{
        loop, transport::newKeyPair(), [](std::string_view) {
            return transport::KnownDevice{named<DeviceId>("anybody"), Role::Administrator};
        }};
    const auto trouble = gate.open();
    ASSERT_TRUE(trouble);
    EXPECT_NE(trouble->find("stranger"), std::string::npos) << *trouble;
}

TEST(Gate, DoesNotOpenWithTheKeyOfTheManual) {
    transport::Loop loop;
    transport::Gate gate{
        loop,
        {"rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7", "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6"},
        [](std::string_view) { return std::nullopt; }};
    EXPECT_TRUE(gate.open());
}

/// By the letters of Kiosk, Counter, Lobby, hAll, Office, aDministrator; written out a second time
/// on purpose, in the order of protocol::Command.
constexpr std::array<std::string_view, spokenCommands> allowed{
    "KL",     // IdentifyCard
    "KLD",    // ListServices
    "KLD",    // TakeTicket
    "KLD",    // ConfirmTicket
    "KLD",    // CancelTicket
    "K",      // AskHelp
    "CL",     // SignOn
    "CL",     // SignOff
    "C",      // PauseCounter
    "C",      // ResumeCounter
    "C",      // CallNext
    "C",      // Recall
    "C",      // Start
    "CLD",    // Finish
    "C",      // NoShow
    "C",      // Hold
    "C",      // Transfer
    "CLD",    // ResumeTicket
    "LD",     // Redirect
    "LD",     // Promote
    "LD",     // OpenCounter
    "LD",     // CloseCounter
    "LD",     // ReportMachine
    "LD",     // OverrideProfile
    "LD",     // EndOverride
    "LOD",    // BookAppointment
    "LOD",    // CancelAppointment
    "KCLA",   // ReportDevice
    "CLD",    // Undo
    "CLOD",   // GetSnapshot
    "KCLAOD", // GetBoard
    "LOD",    // WhatIf
};

TEST(Door, EveryRoleMaySayWhatTheTableSaysAndNothingElse) {
    const std::array<std::pair<Role, char>, 6> roles{{{Role::Kiosk, 'K'},
                                                      {Role::Counter, 'C'},
                                                      {Role::Lobby, 'L'},
                                                      {Role::Hall, 'A'},
                                                      {Role::HeadOffice, 'O'},
                                                      {Role::Administrator, 'D'}}};
    Wires wires;
    for (const auto& [role, letter] : roles) {
        const auto key = wires.enrol("device", role);
        Bare client{key.door, &key, ZMQ_DEALER};
        std::size_t index = 0;
        boost::mp11::mp_for_each<boost::mp11::mp_take_c<
            boost::mp11::mp_transform<boost::mp11::mp_identity, Command>, spokenCommands>>(
            [&, itsLetter = letter, itsRole = role](auto one) {
                using One = typename decltype(one)::type;
                const std::size_t before = wires.heard.size();
                std::optional<wire::Told> reply;
                client.send(frame(index + 1, One{}));
                ASSERT_TRUE(wires.until([&] {
                    const auto bytes = client.receive();
                    reply = bytes ? told(*bytes) : std::nullopt;
                    return reply.has_value();
                }));
                const bool may = allowed[index].find(itsLetter) != std::string_view::npos;
                const auto* refusal = std::get_if<Refusal>(&reply->reply);
                EXPECT_EQ(refusal == nullptr, may) << toText(itsRole) << " " << commandName(index);
                EXPECT_TRUE(may || *refusal == Refusal::NotPermitted);
                EXPECT_EQ(wires.heard.size() - before, may ? 1U : 0U);
                EXPECT_EQ(reply->id.low, index + 1);
                ++index;
            });
        EXPECT_EQ(index, spokenCommands);
    }
}

std::string fetch(Wires& wires, std::uint16_t port, const std::string& request) {
    namespace asio = boost::asio;
    std::string response;
    bool over = false;
    asio::ip::tcp::socket socket{wires.loop.context().io};
    socket.connect({asio::ip::address_v4::loopback(), port});
    asio::write(socket, asio::buffer(request));
    asio::async_read(socket, asio::dynamic_buffer(response),
                     [&](boost::system::error_code, std::size_t) { over = true; });
    EXPECT_TRUE(wires.until([&] { return over; })) << request;
    return response;
}

TEST(Http, ServesTwoPagesAndNothingElse) {
    Wires wires;
    bool healthy = true;
    transport::Http http{wires.loop,
                         {[] { return "usher_tickets_waiting 3\n"; }, [&] { return healthy; }}};
    ASSERT_FALSE(http.open(0));
    const auto get = [&](const std::string& first) {
        return fetch(wires, http.port(), first + " HTTP/1.1\r\nHost: here\r\n\r\n");
    };
    const std::string metrics = get("GET /metrics");
    EXPECT_EQ(metrics.rfind("HTTP/1.1 200", 0), 0U) << metrics;
    EXPECT_NE(metrics.find("version=0.0.4"), std::string::npos);
    EXPECT_NE(metrics.find("\r\n\r\nusher_tickets_waiting 3\n"), std::string::npos) << metrics;
    EXPECT_EQ(get("GET /health").rfind("HTTP/1.1 200", 0), 0U);
    healthy = false;
    EXPECT_EQ(get("GET /health").rfind("HTTP/1.1 503", 0), 0U);
    EXPECT_EQ(get("GET /").rfind("HTTP/1.1 404", 0), 0U);
    EXPECT_EQ(get("GET /../etc/passwd").rfind("HTTP/1.1 404", 0), 0U);
    EXPECT_EQ(get("POST /metrics").rfind("HTTP/1.1 405", 0), 0U);
    EXPECT_EQ(get("gibberish").rfind("HTTP/1.1 400", 0), 0U);
    EXPECT_EQ(get("GET /" + std::string(20000, 'a')).rfind("HTTP/1.1 200", 0), std::string::npos);
    EXPECT_EQ(get("GET /metrics"), metrics);
}

TEST(Loop, RunsTimersInOrderAndForgetsCancelledOnes) {
    transport::Loop loop;
    std::string said;
    const auto now = transport::Loop::Clock::now();
    loop.at(now + 20ms, [&] {
        said += "b";
        loop.stop();
    });
    loop.at(now + 10ms, [&] { said += "a"; });
    const auto third = loop.at(now + 5ms, [&] { said += "c"; });
    loop.cancel(third);
    std::thread elsewhere{[&] { loop.post([&] { said += "p"; }); }};
    elsewhere.join();
    loop.run();
    EXPECT_EQ(said, "pab");
}

TEST(Loop, ASignalIsATask) {
    transport::Loop loop;
    bool told = false;
    loop.onSignal([&] {
        told = true;
        loop.stop();
    });
    loop.post([] { std::raise(SIGTERM); });
    loop.run();
    EXPECT_TRUE(told);
}

} // namespace
} // namespace usher::test
