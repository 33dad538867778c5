// The client's side of the line: it asks until it is answered, and says so when it is not.
#include "tests/integration/wires.h"

#include <gtest/gtest.h>
#include <poll.h>

#include <set>
#include <thread>

namespace usher::test {
namespace {

using namespace protocol;
using client::Caller;
using client::Connection;
using client::NoAnswer;
using client::Options;

struct Ear : client::Listener {
    void onNews(wire::News heard) override { news.push_back(std::move(heard)); }
    void onBeat(Beat heard) override { beats.push_back(std::move(heard)); }
    void onBoard(Board heard) override { boards.push_back(std::move(heard)); }
    void onConnection(Connection now) override { connections.push_back(now); }

    std::vector<wire::News> news;
    std::vector<Beat> beats;
    std::vector<Board> boards;
    std::vector<Connection> connections;
};

class Line : public testing::Test {
protected:
    Caller& call(const wire::KeyFile& key, Options options = {}) {
        callers.push_back(std::make_unique<Caller>(wires.net, key, options, &ear));
        wires.callers.push_back(callers.back().get());
        return *callers.back();
    }
    /// How the command was answered: its outcome's index, or nothing yet.
    std::shared_ptr<std::optional<std::size_t>> ask(Caller& caller, Command command) {
        auto outcome = std::make_shared<std::optional<std::size_t>>();
        caller.ask(std::move(command), [outcome](client::Outcome got) {
            EXPECT_FALSE(outcome->has_value()) << "answered twice";
            *outcome = got.index();
        });
        return outcome;
    }

    static constexpr std::size_t anAnswer = 0, aRefusal = 1, noAnswer = 2;

    Wires wires;
    Ear ear;
    std::vector<std::unique_ptr<Caller>> callers;
};

Options quick() {
    Options options;
    options.firstRepeat = 50ms;
    options.longestRepeat = 200ms;
    options.pingEvery = 50ms;
    options.lostAfter = 300ms;
    options.renewAfter = 500ms;
    options.backOffFirst = 50ms;
    options.backOffLongest = 200ms;
    return options;
}

TEST_F(Line, AsksAndIsAnsweredOrRefused) {
    Caller& lobby = call(wires.enrol("lobby-1", Role::Lobby));
    EXPECT_FALSE(lobby.connected());
    const auto yes = ask(lobby, GetBoard{});
    const auto no = ask(lobby, CallNext{});
    ASSERT_TRUE(wires.until([&] { return *yes && *no; }));
    EXPECT_EQ(**yes, anAnswer);
    EXPECT_EQ(**no, aRefusal);
    EXPECT_TRUE(lobby.connected());
    EXPECT_LT(lobby.sinceLastHeard(), 1s);
    EXPECT_EQ(lobby.unanswered(), 0U);
    EXPECT_EQ(ear.connections, std::vector{Connection::Connected});
}

TEST_F(Line, RepeatsWithTheSameIdAndTheSameBytesUntilAnswered) {
    Caller& kiosk = call(wires.enrol("kiosk-1", Role::Kiosk), quick());
    wires.answer = [](const engine::Asked&) {};
    const auto outcome = ask(kiosk, TakeTicket{named<ServiceId>("cash"), "", true, Paper::Pending});
    ASSERT_TRUE(wires.until([&] { return wires.heard.size() == 3; }));
    std::set<CommandId> ids;
    for (const engine::Asked& asked : wires.heard) {
        ids.insert(asked.id);
        EXPECT_TRUE(std::get<TakeTicket>(asked.command).assisted);
    }
    EXPECT_EQ(ids.size(), 1U);
    wires.outbox.reply(wires.heard.back().to, *ids.begin(), Refusal::OutletClosed);
    wires.outbox.reply(wires.heard.front().to, *ids.begin(), Refusal::OutletClosed);
    ASSERT_TRUE(wires.until([&] { return outcome->has_value(); }));
    EXPECT_EQ(**outcome, aRefusal);
}

TEST_F(Line, GivesUpAndSaysSo) {
    Options options = quick();
    options.giveUpAfter = 300ms;
    Caller& kiosk = call(wires.enrol("kiosk-1", Role::Kiosk), options);
    wires.answer = [](const engine::Asked&) {};
    const auto outcome = ask(kiosk, GetBoard{});
    ASSERT_TRUE(wires.until([&] { return outcome->has_value(); }));
    EXPECT_EQ(**outcome, noAnswer);
    EXPECT_EQ(kiosk.unanswered(), 0U);
    EXPECT_TRUE(kiosk.connected()) << "pings were answered all the time";
}

TEST_F(Line, SurvivesADoorThatClosesAndOpensAgain) {
    Caller& kiosk = call(wires.enrol("kiosk-1", Role::Kiosk), quick());
    ASSERT_TRUE(wires.until([&] { return kiosk.connected(); }));
    const std::string endpoint = wires.door.endpoint();
    wires.door.close();
    ASSERT_TRUE(wires.until([&] { return !kiosk.connected(); }));
    const auto outcome = ask(kiosk, GetBoard{});
    ASSERT_TRUE(wires.until([&] { return !wires.door.open(endpoint); }));
    ASSERT_TRUE(wires.until([&] { return outcome->has_value(); }));
    EXPECT_EQ(**outcome, anAnswer);
    EXPECT_EQ(ear.connections,
              (std::vector{Connection::Connected, Connection::Connecting, Connection::Connected}));
}

TEST_F(Line, HearsTheFeedsOfItsChoice) {
    Options options = quick();
    options.staffFeed = true;
    options.publicFeed = true;
    call(wires.enrol("lobby-1", Role::Lobby), options);
    const Record record{5,      {1000},    named<DeviceId>("k"),           {},
                        {1, 2}, "AskHelp", HelpAsked{named<DeviceId>("k")}};
    Board board;
    board.outlet.zh = "网点";
    ASSERT_TRUE(wires.until([&] {
        wires.outbox.publish(std::span{&record, 1});
        wires.outbox.publish(Beat{7, 5, {2000}, 60.0, true, {}, {}});
        wires.outbox.publish(board);
        return !ear.news.empty() && !ear.beats.empty() && !ear.boards.empty();
    }));
    EXPECT_EQ(ear.news[0].epoch, 7U);
    EXPECT_EQ(ear.news[0].records.at(0).sequence, 5U);
    EXPECT_EQ(ear.beats[0].speed, 60.0);
    EXPECT_EQ(ear.boards[0].outlet.zh, "网点");
}

TEST_F(Line, SaysDeniedAndComesBackOnceEnrolled) {
    Options options = quick();
    options.staffFeed = true;
    const auto key = wires.stranger();
    Caller& lobby = call(key, options);
    const auto outcome = ask(lobby, GetBoard{});
    ASSERT_TRUE(wires.until([&] { return lobby.connection() == Connection::Denied; }));
    const auto turnedAway = wires.gate.counts().turnedAway;
    ASSERT_TRUE(wires.until([&] { return wires.gate.counts().turnedAway > turnedAway + 2; }));
    EXPECT_TRUE(wires.heard.empty());
    wires.roll[key.publicKey] = {key.name, Role::Lobby};
    ASSERT_TRUE(wires.until([&] { return outcome->has_value(); }));
    EXPECT_EQ(**outcome, anAnswer);
    ASSERT_TRUE(wires.until([&] {
        wires.outbox.publish(Beat{});
        return !ear.beats.empty();
    }));
}

TEST_F(Line, FindsOutThatItWasRevoked) {
    const auto key = wires.enrol("lobby-1", Role::Lobby);
    Caller& lobby = call(key, quick());
    ASSERT_TRUE(wires.until([&] { return lobby.connected(); }));
    wires.revoke(key);
    ASSERT_TRUE(wires.until([&] { return lobby.connection() == Connection::Denied; }));
    EXPECT_GT(wires.door.counts().strangers, 0U);
}

TEST_F(Line, AsksAtOnceWhenTheDoorIsBackNotWhenTheNextRepeatIsDue) {
    Options options = quick();
    options.firstRepeat = options.longestRepeat = options.giveUpAfter = 1h;
    Caller& kiosk = call(wires.enrol("kiosk-1", Role::Kiosk), options);
    ASSERT_TRUE(wires.until([&] { return kiosk.connected(); }));
    const std::string endpoint = wires.door.endpoint();
    wires.door.close();
    ASSERT_TRUE(wires.until([&] { return !kiosk.connected(); }));
    const auto outcome = ask(kiosk, GetBoard{});
    ASSERT_TRUE(wires.until([&] { return !wires.door.open(endpoint); }));
    EXPECT_TRUE(wires.until([&] { return outcome->has_value(); }));
}

// No repeat and no ping to the rescue: whoever pumps only when told to must miss nothing.
TEST_F(Line, ItsDescriptorAloneTellsWhenToPump) {
    constexpr unsigned total = 20000;
    Options options;
    options.firstRepeat = options.longestRepeat = options.giveUpAfter = 1h;
    options.pingEvery = options.lostAfter = options.renewAfter = 1h;
    Caller kiosk{wires.net, wires.enrol("kiosk-1", Role::Kiosk), options, &ear};
    std::thread broker{[&] { wires.loop.run(); }};
    unsigned asked = 0, answered = 0, pumps = 0;
    bool rang = true;
    while (answered < total && rang) {
        pollfd item{kiosk.fd(), POLLIN, 0};
        rang = ::poll(&item, 1, 5000) > 0;
        if (rang && ++pumps > 0)
            kiosk.pump();
        while (asked < total && asked - answered < 16) {
            ++asked;
            kiosk.ask(GetBoard{}, [&](client::Outcome) { ++answered; });
        }
    }
    wires.loop.stop();
    broker.join();
    EXPECT_EQ(answered, total) << "stalled";
    EXPECT_LT(pumps, 4 * total) << "the descriptor does not fall silent";
}

TEST_F(Line, AHundredCallersShareOneContext) {
    std::vector<std::shared_ptr<std::optional<std::size_t>>> outcomes;
    for (int n = 0; n < 100; ++n)
        outcomes.push_back(
            ask(call(wires.enrol("kiosk-" + std::to_string(n), Role::Kiosk)), GetBoard{}));
    EXPECT_TRUE(wires.until([&] {
        return std::all_of(outcomes.begin(), outcomes.end(),
                           [](const auto& one) { return one->has_value(); });
    }));
    std::set<DeviceId> names;
    for (const engine::Asked& asked : wires.heard)
        names.insert(asked.by);
    EXPECT_EQ(names.size(), 100U);
}

} // namespace
} // namespace usher::test
