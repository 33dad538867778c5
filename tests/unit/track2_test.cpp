#include "kiosk/card/track2.h"

#include <gtest/gtest.h>
#include <string>

namespace usher::card {
namespace {

using protocol::Millis;
using protocol::Moment;

const std::string track = ";6222000000000000129=99122010000?";

struct Swiped {
    std::string number;
    bool spoilt = false;
};

/// Types `keys`, one each `pace`.
Swiped type(Track2& reader, std::string_view keys, Millis pace = Millis{5}) {
    static Moment now{1'000'000};
    now = now + Millis{10'000};
    Swiped swiped;
    for (const char key : keys) {
        if (auto number = reader.feed(key, now))
            swiped.number = number->reveal();
        swiped.spoilt = swiped.spoilt || reader.spoilt();
        now = now + pace;
    }
    return swiped;
}

TEST(Track2, ASwipeGivesItsNumber) {
    Track2 reader;
    const Swiped swiped = type(reader, track);
    EXPECT_EQ(swiped.number, "6222000000000000129");
    EXPECT_FALSE(swiped.spoilt);
}

TEST(Track2, TrackOneBeforeAndACheckCharacterAfterDoNotMatter) {
    Track2 reader;
    EXPECT_EQ(type(reader, "%99622200^X Y^9912?" + track + "5\n").number, "6222000000000000129");
    EXPECT_EQ(type(reader, track).number, "6222000000000000129");
}

TEST(Track2, EnterEndsATrackToo) {
    Track2 reader;
    EXPECT_EQ(type(reader, ";4000000000000002=9912\n").number, "4000000000000002");
}

TEST(Track2, SlowKeysAreAPersonsAndNotACards) {
    Track2 reader;
    EXPECT_EQ(type(reader, track, Millis{81}).number, "");
    EXPECT_EQ(type(reader, track, Millis{16}).number, ""); // each key in time, the whole is not
    EXPECT_EQ(type(reader, track, Millis{15}).number, "6222000000000000129");
}

TEST(Track2, AClockThatGoesBackBreaksTheTrack) {
    Track2 reader;
    EXPECT_EQ(type(reader, track, Millis{-1}).number, "");
    EXPECT_EQ(type(reader, track).number, "6222000000000000129");
}

TEST(Track2, BadTracksGiveNothingAndSaySo) {
    for (const char* bad : {
             ";6222000000000000128=99122010000?",            // check digit
             ";622200000000=99122010000?",                   // twelve digits
             ";62220000000000001299=99122010000?",           // twenty digits
             ";6222000000000000129=991?",                    // no whole expiry
             ";6222000000000000129?",                        // no separator
             ";622200000x000000129=99122010000?",            // misread
             ";6222000000000000129=9912201000000000000000?", // forty-one keys
             ";6222000000000000129=" // never ends, and forty keys are all it gets
             "99999999999999999999999999999999999999999999999999",
         }) {
        Track2 reader;
        const Swiped swiped = type(reader, bad);
        EXPECT_EQ(swiped.number, "") << bad;
        EXPECT_TRUE(swiped.spoilt) << bad;
        EXPECT_EQ(type(reader, track).number, "6222000000000000129") << "after " << bad;
    }
}

TEST(Track2, AFewStrayKeysAreNoSwipe) {
    Track2 reader;
    EXPECT_FALSE(type(reader, ";12?").spoilt);
    EXPECT_FALSE(type(reader, "hello?\n").spoilt);
}

TEST(Track2, NoDigitStaysBehind) {
    alignas(Track2) std::array<char, sizeof(Track2)> room{};
    auto* reader = new (room.data()) Track2;
    const auto holds = [&](std::string_view digits) {
        return std::string_view{room.data(), room.size()}.find(digits) != std::string_view::npos;
    };
    type(*reader, ";62220000");
    EXPECT_TRUE(holds("62220000")); // so the next line means something
    type(*reader, track);
    EXPECT_FALSE(holds("622200"));
    EXPECT_FALSE(holds("991220"));
    type(*reader, ";6222000000000000129=9x");
    EXPECT_FALSE(holds("622200"));
    reader->~Track2();
}

} // namespace
} // namespace usher::card
