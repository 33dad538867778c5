// Conversations with chips made of a table: what they answer to which command.
#include "kiosk/card/emv.h"
#include "tests/support/hex.h"

#include <gtest/gtest.h>
#include <map>
#include <random>

namespace usher::card {
namespace {

using support::fromHex;
using support::toHex;

const std::string number = "6222000000000000129"; // no bank gave it out
const std::string record57 = "70 12 57 10 6222 0000 0000 0000 129D 9912 2010 9000";
const std::string aid = "A000000333010101";
const std::string select2pay = "00A404000E325041592E5359532E444446303100";
const std::string select1pay = "00A404000E315041592E5359532E444446303100";
const std::string selectAid = "00A4040008A00000033301010100";
std::string tlvText(const std::string& tag, const std::string& value) {
    const std::vector<std::uint8_t> size{static_cast<std::uint8_t>(fromHex(value).size())};
    return tag + toHex(size) + value;
}

/// Commands a chip knows, and its answers, all in hexadecimal; all else is "not found".
class Chip {
public:
    Chip& knows(const std::string& command, const std::string& answer) {
        table_[toHex(fromHex(command))] = answer;
        return *this;
    }
    std::string answer(Bytes command) const {
        const auto found = table_.find(toHex(command));
        return found == table_.end() ? "6A82" : found->second;
    }

private:
    std::map<std::string, std::string> table_;
};

Chip unionPay() {
    return Chip{}
        .knows(select2pay,
               tlvText("6F", tlvText("A5", tlvText("BF0C", tlvText("61", tlvText("4F", aid))))) +
                   "9000")
        .knows(selectAid, tlvText("6F", tlvText("84", aid)) + "9000")
        .knows("80A8000002830000", "80 06 7C00 08010100 9000")
        .knows("00B2010C00", record57 + "9000");
}

struct Course {
    std::string end; // the number, or the failure's name
    std::vector<std::string> commands;
};

std::string nameOf(CardFailure failure) {
    switch (failure) {
    case CardFailure::Unreadable:
        return "Unreadable";
    case CardFailure::NotABankCard:
        return "NotABankCard";
    case CardFailure::RemovedTooSoon:
        return "RemovedTooSoon";
    case CardFailure::TooSlow:
        return "TooSlow";
    case CardFailure::Hostile:
        return "Hostile";
    }
    return "";
}

/// Lets the kiosk talk with whatever `answer` stands for, until it is satisfied.
template <class Answer>
Course talk(Answer answer) {
    Course course;
    Conversation conversation{Terminal{}};
    NextAction next = conversation.begin();
    while (const Send* send = std::get_if<Send>(&next)) {
        const Bytes command = send->command.view();
        course.commands.push_back(toHex(command));
        if (course.commands.size() > apdusMax)
            return {"never ends", course.commands};
        const std::vector<std::uint8_t> response = answer(command);
        next = conversation.resume(response);
    }
    if (const Done* done = std::get_if<Done>(&next))
        course.end = done->number.reveal();
    else
        course.end = nameOf(std::get<Failed>(next).reason);
    return course;
}

Course talk(const Chip& chip) {
    return talk([&](Bytes command) { return fromHex(chip.answer(command)); });
}

/// A chip that says the same to everything.
Course talkToParrot(const std::string& answer) {
    return talk([&](Bytes) { return fromHex(answer); });
}

TEST(Emv, AContactlessCardTakesFourCommandsAndNoneMore) {
    const Course course = talk(unionPay());
    EXPECT_EQ(course.end, number);
    EXPECT_EQ(course.commands,
              (std::vector<std::string>{select2pay, selectAid, "80A8000002830000", "00B2010C00"}));
}

TEST(Emv, AContactCardsDirectoryIsReadAndTheBestRankedApplicationTaken) {
    Chip chip;
    chip.knows(select1pay, tlvText("6F", tlvText("A5", tlvText("88", "01"))) + "9000")
        .knows("00B2010C00",
               tlvText("70", tlvText("61", tlvText("4F", "A0000000031010") + "870102")) + "9000")
        .knows("00B2020C00", tlvText("70", tlvText("61", tlvText("4F", aid) + "870101")) + "9000")
        .knows(selectAid, "6F00 9000")
        .knows("80A8000002830000", tlvText("77", "82027C00" + tlvText("94", "10010200")) + "9000")
        .knows("00B2021400", tlvText("70", "5A0A6222000000000000129F") + "9000");
    const Course course = talk(chip);
    EXPECT_EQ(course.end, number);
    EXPECT_EQ(course.commands.at(5), selectAid);
    EXPECT_EQ(course.commands.back(), "00B2021400");
}

TEST(Emv, WithoutADirectoryTheKnownApplicationsAreTried) {
    Chip chip;
    chip.knows("00A4040007A000000004101000", "6F00 9000")
        .knows("80A8000002830000", tlvText("77", "5708 4000000000000002") + "9000");
    EXPECT_EQ(talk(chip).end, "NotABankCard"); // track 2 without its separator is none
    chip.knows("80A8000002830000", tlvText("77", "570B 4000000000000002D99120") + "9000");
    EXPECT_EQ(talk(chip).end, "4000000000000002");
}

TEST(Emv, TheListOfWhatTheChipWantsIsFilledInItsOrderAndLengths) {
    Chip chip = unionPay();
    const std::string wants = "9F6604 9F1A02 5F2A03 9A03 9C01 9F3702 9F0206 DF0101";
    chip.knows(selectAid, tlvText("6F", tlvText("A5", tlvText("9F38", wants))) + "9000");
    const Course course = talk(chip);
    const std::string told = "36000000 0156 000156 000000 00 0000 000000000000 00";
    EXPECT_EQ(course.commands.at(2), toHex(fromHex("80A80000188316" + told + "00")));
    EXPECT_EQ(course.commands.at(3), "80A8000002830000"); // it refused, so we tell nothing
    EXPECT_EQ(course.end, number);
}

TEST(Emv, AChipThatRefusesOptionsIsAskedForItsFirstRecord) {
    Chip chip = unionPay();
    chip.knows("80A8000002830000", "6985");
    EXPECT_EQ(talk(chip).end, number);
    chip.knows("80A8000002830000", "77 04 82 02 7C00 9000"); // names no records
    EXPECT_EQ(talk(chip).end, number);
}

TEST(Emv, AnEndedApplicationIsStillRead) {
    Chip chip = unionPay();
    chip.knows(selectAid, "6F00 6285");
    EXPECT_EQ(talk(chip).end, number);
}

TEST(Emv, MoreDataAndWrongLengthAreAnsweredOnceEach) {
    Chip chip = unionPay();
    chip.knows("00B2010C00", "6C14")
        .knows("00B2010C14", "6114")
        .knows("00C0000014", record57 + "9000");
    EXPECT_EQ(talk(chip).end, number);
    chip.knows("00C0000014", "6114");
    EXPECT_EQ(talk(chip).end, "Hostile");
    chip.knows("00C0000014", "6C10");
    EXPECT_EQ(talk(chip).end, "Hostile");
}

TEST(Emv, ACardWithoutAGoodNumberIsNoBankCard) {
    EXPECT_EQ(talkToParrot("6A82").end, "NotABankCard");
    EXPECT_EQ(talkToParrot("6D00").end, "NotABankCard");
    for (const char* bad : {"5A0A 6222000000000000128F", // wrong check digit
                            "5A06 400000000000",         // too short
                            "5A0A 62220000000000001299", // twenty digits
                            "5A0A 622200000000000012AF", // no digit
                            "5A08 0000000000000000",     // never written
                            "5A00", "5701 D0"}) {
        Chip chip = unionPay();
        chip.knows("00B2010C00", tlvText("70", bad) + "9000");
        EXPECT_EQ(talk(chip).end, "NotABankCard") << bad;
    }
}

TEST(Emv, AnApplicationWithoutANumberIsUnreadable) {
    Chip chip = unionPay();
    chip.knows("00B2010C00", "6A83");
    EXPECT_EQ(talk(chip).end, "Unreadable");
}

TEST(Emv, EveryStepMayFailInEveryWayAndTheTalkStillEnds) {
    const std::size_t steps = talk(unionPay()).commands.size();
    const std::vector<std::string> troubles{"",
                                            "90",
                                            "6A82",
                                            "6F00",
                                            "6985",
                                            "9000",
                                            "6100",
                                            "6C00",
                                            "7081 9000",
                                            "FFFF 9000",
                                            "6F05840141 9000",
                                            std::string(2 * 300, '0') + "9000",
                                            std::string(2 * 1100, '7') + "9000"};
    for (std::size_t broken = 0; broken < steps; ++broken)
        for (const auto& trouble : troubles) {
            std::size_t step = 0;
            const Chip chip = unionPay();
            const Course course = talk([&](Bytes command) {
                return fromHex(step++ == broken ? trouble : chip.answer(command));
            });
            EXPECT_NE(course.end, "never ends") << "step " << broken << ", " << trouble;
            EXPECT_TRUE(course.end == number || course.end == "Unreadable" ||
                        course.end == "NotABankCard" || course.end == "Hostile")
                << course.end;
        }
}

TEST(Emv, HostileCardsAreShownTheDoor) {
    EXPECT_EQ(talkToParrot("6110").end, "Hostile");
    EXPECT_EQ(talkToParrot("6C10").end, "Hostile");
    EXPECT_EQ(talkToParrot("").end, "Unreadable");
    EXPECT_EQ(talkToParrot("90").end, "Unreadable");
    EXPECT_EQ(talkToParrot("6F82FFF0840E 9000").end, "Hostile");          // lying
    EXPECT_EQ(talkToParrot("6108610661046102 6100 9000").end, "Hostile"); // nesting
    EXPECT_EQ(talkToParrot(std::string(2 * 60000, '0') + "9000").end, "Hostile");
    EXPECT_EQ(talkToParrot("6F81 9000").end, "Hostile");
}

TEST(Emv, EndlessDirectoriesAndRecordsHaveAnEnd) {
    Chip chip = unionPay();
    const Course directory = talk([&](Bytes command) {
        return fromHex(toHex(command) == select2pay   ? "6A82"
                       : toHex(command) == select1pay ? "6F03880101 9000"
                       : command[1] == 0xB2
                           ? tlvText("70", tlvText("61", tlvText("4F", aid))) + "9000"
                           : "6A82");
    });
    EXPECT_EQ(directory.end, "Hostile"); // at the ninth application
    EXPECT_EQ(directory.commands.size(), 2 + applicationsMax + 1);

    std::string locator;
    for (int file = 1; file <= 10; ++file)
        locator += toHex(std::vector<std::uint8_t>{static_cast<std::uint8_t>(file << 3), 1, 16, 0});
    chip.knows("80A8000002830000", tlvText("77", tlvText("94", locator)) + "9000");
    const Course records = talk([&](Bytes command) {
        return fromHex(command[1] == 0xB2 ? "7000 9000" : chip.answer(command));
    });
    EXPECT_EQ(records.end, "Hostile");
    EXPECT_EQ(records.commands.size(), apdusMax);
}

TEST(Emv, LocatorsThatMakeNoSenseAreRefused) {
    for (const char* bad : {"080101",            // not in fours
                            "00010100",          // file 0
                            "F8010100",          // file 31
                            "08000100",          // record 0
                            "08020100",          // backwards
                            "08011100",          // seventeen records
                            "08011000 08010100", // seventeen in two goes
                            "0801FF00"}) {
        Chip chip = unionPay();
        chip.knows("80A8000002830000", tlvText("77", tlvText("94", toHex(fromHex(bad)))) + "9000");
        EXPECT_EQ(talk(chip).end, "Hostile") << bad;
    }
}

TEST(Emv, WhateverAnswersComeTheTalkEnds) {
    std::mt19937 chance{35963};
    const Chip chip = unionPay();
    for (int round = 0; round < 5000; ++round) {
        const Course course = talk([&](Bytes command) {
            auto answer = fromHex(chip.answer(command));
            if (chance() % 2 == 0)
                answer[chance() % answer.size()] ^= static_cast<std::uint8_t>(chance());
            return answer;
        });
        EXPECT_NE(course.end, "never ends");
    }
}

TEST(Emv, NoDigitStaysBehindInTheConversation) {
    alignas(Conversation) std::array<std::uint8_t, sizeof(Conversation)> room{};
    auto* conversation = new (room.data()) Conversation{Terminal{}};
    const Chip chip = unionPay();
    NextAction next = conversation->begin();
    while (const Send* send = std::get_if<Send>(&next))
        next = conversation->resume(fromHex(chip.answer(send->command.view())));
    ASSERT_TRUE(std::holds_alternative<Done>(next));
    const std::string_view left{reinterpret_cast<const char*>(room.data()), room.size()};
    EXPECT_EQ(left.find(number.substr(0, 8)), std::string_view::npos);
    EXPECT_EQ(left.find("\x62\x22"), std::string_view::npos);
    conversation->~Conversation();
}

} // namespace
} // namespace usher::card
