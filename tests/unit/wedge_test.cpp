#include "kiosk/card/evdev_reader.h"
#include "kiosk/card/wedge.h"
#include "tests/support/folder.h"
#include "tests/support/heard_events.h"
#include "tests/support/typed_keys.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

namespace usher::card {
namespace {

using support::typedKeys;
using Words = std::vector<std::string>;

const std::string track = "%99^62220?;6222000000000000129=99122010000?\n";

/// Feeds `bytes` in pieces of `piece`; the numbers swiped, and "spoilt" for those that were not.
Words feed(Wedge& wedge, Bytes bytes, std::size_t piece) {
    Words swipes;
    for (; !bytes.empty(); bytes = bytes.subspan(std::min(piece, bytes.size())))
        wedge.feed(bytes.first(std::min(piece, bytes.size())), [&](Swipe swipe) {
            const auto* number = std::get_if<protocol::Secret>(&swipe);
            swipes.push_back(number != nullptr ? std::string{number->reveal()} : "spoilt");
        });
    return swipes;
}

TEST(Wedge, KeysBecomeTheNumberHoweverTheBytesAreCut) {
    const auto bytes = typedKeys(track);
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{7}, sizeof(input_event), bytes.size()}) {
        Wedge wedge;
        EXPECT_EQ(feed(wedge, bytes, piece), Words{"6222000000000000129"}) << piece;
    }
}

TEST(Wedge, ABadSwipeIsSaidAndTheNextOneWorks) {
    Wedge wedge;
    EXPECT_EQ(feed(wedge, typedKeys(";6222000000000000128=9912?"), 64), Words{"spoilt"});
    EXPECT_EQ(feed(wedge, typedKeys(track, 5000), 64), Words{"6222000000000000129"});
}

TEST(Wedge, ShiftMakesAnotherCharacterOfAKey) {
    KeyMap keys;
    const auto press = [&](std::uint16_t code, std::int32_t value) {
        input_event event{};
        event.type = EV_KEY;
        event.code = code;
        event.value = value;
        return keys.take(event);
    };
    EXPECT_EQ(press(KEY_7, 1), '7');
    EXPECT_EQ(press(KEY_7, 0), std::nullopt);
    EXPECT_EQ(press(KEY_7, 2), std::nullopt); // held down, repeating
    EXPECT_EQ(press(KEY_KP0, 1), '0');
    EXPECT_NE(press(KEY_SLASH, 1), '?');
    EXPECT_EQ(press(KEY_RIGHTSHIFT, 1), std::nullopt);
    EXPECT_EQ(press(KEY_SLASH, 1), '?');
    EXPECT_NE(press(KEY_7, 1), '7');
    EXPECT_EQ(press(KEY_RIGHTSHIFT, 0), std::nullopt);
    EXPECT_EQ(press(KEY_7, 1), '7');
    input_event moved{};
    moved.type = EV_REL;
    moved.code = KEY_7;
    moved.value = 1;
    EXPECT_EQ(keys.take(moved), std::nullopt);
}

TEST(Wedge, AnyBytesAtAllAreSurvived) {
    std::mt19937 chance{62};
    Wedge wedge;
    const auto good = typedKeys(track);
    for (int round = 0; round < 2000; ++round) {
        auto bytes = good;
        for (int i = 0; i < 20; ++i)
            bytes[chance() % bytes.size()] = static_cast<std::uint8_t>(chance());
        for (const auto& swipe : feed(wedge, bytes, 1 + chance() % 100))
            EXPECT_TRUE(swipe == "spoilt" || swipe.size() >= numberDigitsMin);
    }
}

// A named pipe in a folder of its own plays the device.
class EvdevReaderTest : public testing::Test {
protected:
    void plug() { ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0); }

    int openToType() const { return open(path_.c_str(), O_WRONLY | O_CLOEXEC); }

    static void type(int device, std::string_view text) {
        const auto bytes = typedKeys(text);
        ASSERT_EQ(write(device, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    }

    test::Folder folder_;
    std::string path_ = folder_ / "wedge";
    support::HeardEvents heard_;
};

TEST_F(EvdevReaderTest, ASwipeIsReadAndABadOneIsSaid) {
    plug();
    EvdevReader reader{path_};
    reader.start(heard_.sink());
    EXPECT_EQ(heard_.after(1), Words{"back"});
    const int device = openToType();
    type(device, ";6222000000000000129=99122010000?");
    EXPECT_EQ(heard_.after(2).back(), "read 6222000000000000129");
    type(device, ";6222000000000000128=99122010000?");
    EXPECT_EQ(heard_.after(3).back(), "failed Unreadable");
    reader.stop();
    close(device);
    EXPECT_EQ(heard_.after(3).size(), 3U);
}

TEST_F(EvdevReaderTest, TheDeviceMayComeLateGoAndComeAgain) {
    EvdevReader reader{path_};
    reader.start(heard_.sink());
    EXPECT_EQ(heard_.after(1), Words{"lost"});
    plug();
    EXPECT_EQ(heard_.after(2), (Words{"lost", "back"}));
    close(openToType());
    EXPECT_EQ(heard_.after(4), (Words{"lost", "back", "lost", "back"}));
    const int device = openToType();
    type(device, ";6222000000000000129=99122010000?");
    EXPECT_EQ(heard_.after(5).back(), "read 6222000000000000129");
    reader.stop();
    reader.stop();
    close(device);
}

TEST_F(EvdevReaderTest, AFileThatIsNoKeyboardIsNoReader) {
    EvdevReader reader{"/dev/null"};
    reader.start(heard_.sink());
    EXPECT_EQ(heard_.after(1), Words{"lost"});
}

} // namespace
} // namespace usher::card
