#include "kiosk/card/tlv.h"
#include "tests/support/hex.h"

#include <gtest/gtest.h>
#include <random>

namespace usher::card {
namespace {

using support::fromHex;
using support::toHex;

TEST(Tlv, ContainersComeBeforeWhatTheyHold) {
    const auto bytes = fromHex("6F 0A 84 02 A1A2 A5 04 9F38 01 FF");
    const auto objects = readTlv(bytes);
    ASSERT_TRUE(objects);
    ASSERT_EQ(objects->size(), 4U);
    EXPECT_EQ((*objects)[0].tag, 0x6FU);
    EXPECT_EQ((*objects)[1].tag, 0x84U);
    EXPECT_EQ(toHex((*objects)[1].value), "A1A2");
    EXPECT_EQ((*objects)[2].tag, 0xA5U);
    EXPECT_EQ((*objects)[3].tag, 0x9F38U);
    EXPECT_EQ(toHex(find(*objects, 0x9F38)->value), "FF");
    EXPECT_EQ(find(*objects, 0x57), nullptr);
}

TEST(Tlv, FillingBetweenObjectsIsPassedOver) {
    const auto bytes = fromHex("0000 50 01 41 00 FF 87 01 01 0000");
    const auto objects = readTlv(bytes);
    ASSERT_TRUE(objects);
    EXPECT_EQ(objects->size(), 2U);
}

TEST(Tlv, LengthsOfOneAndTwoBytesAreRead) {
    auto bytes = fromHex("50 81 80");
    bytes.resize(3 + 0x80, 0x41);
    EXPECT_TRUE(readTlv(bytes));
    bytes = fromHex("50 82 0102");
    bytes.resize(4 + 0x102, 0x41);
    const auto objects = readTlv(bytes);
    ASSERT_TRUE(objects);
    EXPECT_EQ(objects->front().value.size(), 0x102U);
}

TEST(Tlv, NothingIsAnEmptyListAndNoTrouble) {
    const auto objects = readTlv({});
    ASSERT_TRUE(objects);
    EXPECT_TRUE(objects->empty());
}

TEST(Tlv, WhatBreaksTheGrammarIsRefusedAsAWhole) {
    for (const char* bad : {
             "50",                   // no length
             "50 02 41",             // longer than what is there
             "6F 03 50 02 41",       // the inner one is longer than its container
             "50 80 41 00 00",       // "until further notice"
             "50 81",                // length of the length
             "50 82 01",             // half a length
             "50 83 000001 41",      // more length than we will ever need
             "50 84 7FFFFFFF 41",    // lying big
             "9F",                   // half a tag
             "9F 81",                // a tag that goes on
             "9F 81 81 01 01 41",    // four bytes of tag
             "50 01 41 5A 7F 62",    // the first is good, the second lies
             "70 05 57 81 FF 62 22", // lying inside
         })
        EXPECT_FALSE(readTlv(fromHex(bad))) << bad;
}

TEST(Tlv, NestingIsBounded) {
    EXPECT_TRUE(readTlv(fromHex("6F0A A508 BF0C05 6103 4F0141"))); // as deep as a card's directory
    EXPECT_TRUE(readTlv(fromHex("6106 6104 6102 6100")));
    EXPECT_FALSE(readTlv(fromHex("6108 6106 6104 6102 6100")));
}

TEST(Tlv, SizeAndNumberAreBounded) {
    std::vector<std::uint8_t> many;
    for (std::size_t i = 0; i < tlvObjectsMax; ++i)
        many.insert(many.end(), {0x50, 0x00});
    EXPECT_TRUE(readTlv(many));
    many.insert(many.end(), {0x50, 0x00});
    EXPECT_FALSE(readTlv(many));
    std::vector<std::uint8_t> large(tlvBytesMax, 0x00);
    EXPECT_TRUE(readTlv(large));
    large.push_back(0x00);
    EXPECT_FALSE(readTlv(large));
}

TEST(Tlv, WhateverTheBytesEveryValueLiesWithinThem) {
    std::mt19937 chance{20261123};
    const auto seed =
        fromHex("6F 1E 84 0E 325041592E5359532E4444463031 A5 0C BF0C 09 61 07 4F 05 A000000333");
    for (int round = 0; round < 20000; ++round) {
        auto bytes = seed;
        for (int i = 0; i < 3; ++i)
            bytes[chance() % bytes.size()] = static_cast<std::uint8_t>(chance());
        bytes.resize(chance() % (bytes.size() + 1));
        bytes.shrink_to_fit(); // so that a sanitizer sees the first byte too far
        const auto objects = readTlv(bytes);
        if (!objects)
            continue;
        for (const Tlv& object : *objects)
            if (!object.value.empty()) {
                EXPECT_GE(object.value.data(), bytes.data());
                EXPECT_LE(object.value.data() + object.value.size(), bytes.data() + bytes.size());
            }
    }
}

} // namespace
} // namespace usher::card
