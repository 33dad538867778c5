// The real card path, from libpcsclite down: a real pcscd, a real driver, and a chip that is a
// script. To be run by tests/support/with_virtual_reader.sh.
#include "kiosk/card/pcsc_reader.h"
#include "tests/support/child.h"
#include "tests/support/heard_events.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <thread>

namespace usher::card {
namespace {

using Clock = std::chrono::steady_clock;
using support::Child;
using Words = std::vector<std::string>;

const std::string number = "6222000000000000129";

std::vector<std::string> virtualCard(const std::string& behaviour, Words more = {}) {
    Words words{"/usr/bin/python3",
                USHER_SOURCE_DIR "/tests/support/virtual_card.py",
                "--behaviour",
                behaviour,
                "--pan",
                number};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

class CardTest : public testing::Test {
protected:
    void SetUp() override {
        if (std::getenv("USHER_PCSCD_PID") == nullptr)
            GTEST_SKIP() << "run by tests/support/with_virtual_reader.sh";
        reader_.start(heard_.sink());
        ASSERT_EQ(heard_.after(1), Words{"back"});
        heard_.forget();
    }

    /// What is heard of a card from putting it in to pulling it out.
    Words story(const std::string& behaviour, const Words& more = {}) {
        heard_.forget();
        Child card{virtualCard(behaviour, more)};
        heard_.after(2);
        card.end(SIGTERM);
        return heard_.after(3);
    }

    support::HeardEvents heard_;
    PcscReader reader_;
};

Words good() {
    return {"arrived", "read " + number, "removed"};
}
Words failed(const std::string& reason) {
    return {"arrived", "failed " + reason, "removed"};
}

TEST_F(CardTest, EveryKindOfBankCardIsRead) {
    for (const char* kind : {"contactless", "contact", "no-directory", "number-in-77", "shy"})
        EXPECT_EQ(story(kind), good()) << kind;
}

TEST_F(CardTest, CardsOfOthersAreTold) {
    EXPECT_EQ(story("not-a-bank-card"), failed("NotABankCard"));
    EXPECT_EQ(story("bad-number"), failed("NotABankCard"));
}

TEST_F(CardTest, PulledOutWhileReadingItWasRemovedTooSoon) {
    for (const char* commands : {"0", "1", "3"}) {
        heard_.forget();
        Child card{virtualCard("pulled", {"--after", commands})};
        EXPECT_EQ(heard_.after(3), failed("RemovedTooSoon")) << "after " << commands;
        card.await();
    }
    EXPECT_EQ(story("contactless"), good());
}

TEST_F(CardTest, HostileCardsAreRefusedInBoundedTime) {
    for (const char* kind : {"endless", "nesting", "lying", "looping", "correcting", "huge"}) {
        const auto began = Clock::now();
        EXPECT_EQ(story(kind), failed("Hostile")) << kind;
        EXPECT_LT(Clock::now() - began, std::chrono::seconds{10}) << kind;
    }
    EXPECT_EQ(story("contactless"), good());
}

TEST_F(CardTest, SlowAndSilentCardsHaveThreeSeconds) {
    for (const char* kind : {"slow", "mute"}) {
        heard_.forget();
        Child card{virtualCard(kind)};
        ASSERT_EQ(heard_.after(1), Words{"arrived"}) << kind;
        const auto arrived = Clock::now();
        EXPECT_EQ(heard_.after(2).back(), "failed TooSlow") << kind;
        const auto took = Clock::now() - arrived;
        EXPECT_GT(took, std::chrono::seconds{2}) << kind;
        EXPECT_LT(took, std::chrono::seconds{8}) << kind;
        card.end(SIGTERM);
        EXPECT_EQ(heard_.after(3), failed("TooSlow")) << kind;
    }
    EXPECT_EQ(story("contactless"), good());
}

TEST_F(CardTest, ASilentCardDoesNotHoldUpTheEnd) {
    Child card{virtualCard("mute")};
    ASSERT_TRUE(card.says("mute"));
    const auto began = Clock::now();
    reader_.stop();
    EXPECT_LT(Clock::now() - began, std::chrono::seconds{2});
    EXPECT_EQ(heard_.after(0), Words{"arrived"});

    // A new watch begins while the old talk still hangs, and sees the card go.
    heard_.forget();
    reader_.start(heard_.sink());
    ASSERT_EQ(heard_.after(2), (Words{"back", "arrived"}));
    card.end(SIGTERM);
    const Words all = heard_.after(4);
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[2].substr(0, 6), "failed");
    EXPECT_EQ(all[3], "removed");
    EXPECT_EQ(story("contactless"), good());
}

TEST_F(CardTest, NothingElseOfTheCardIsInTheDaemonsLog) {
    EXPECT_EQ(story("contactless"), good());
    std::ifstream file{std::getenv("USHER_PCSCD_LOG")};
    std::stringstream log;
    log << file.rdbuf();
    EXPECT_EQ(log.str().find(number), std::string::npos);
    EXPECT_EQ(log.str().find("62 22 00 00"), std::string::npos);
}

// Last, since it leaves the others without a daemon.
TEST_F(CardTest, WhenTheDaemonDiesAndComesBackTheReaderDoesToo) {
    Child card{virtualCard("contactless")};
    ASSERT_EQ(heard_.after(2), (Words{"arrived", "read " + number}));
    const pid_t old = std::atoi(std::getenv("USHER_PCSCD_PID"));
    kill(old, SIGKILL);
    EXPECT_EQ(heard_.after(4), (Words{"arrived", "read " + number, "removed", "lost"}));
    card.end(SIGTERM);
    heard_.forget();
    // A new daemon refuses to start while the old one's id is still taken.
    const auto deadline = Clock::now() + std::chrono::seconds{20};
    while (kill(old, 0) == 0 && Clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    Child daemon{{"sh", "-c", "exec pcscd -f >>\"$USHER_PCSCD_LOG\" 2>&1"}};
    EXPECT_EQ(heard_.after(1), Words{"back"});
    EXPECT_EQ(story("contactless"), good());
}

} // namespace
} // namespace usher::card
