// Is a card number found wherever it was typed, and nothing else taken for one?
#include "broker/protocol/card_number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace usher::protocol {

namespace {

/// Invented numbers, one a length and make.
constexpr std::string_view cards[] = {
    "6222021234567894",    // UnionPay
    "6222021234567890128", // UnionPay, 19
    "4111111111111111",    // Visa
    "4222222222222",       // Visa, 13
    "5555555555554444",    // Mastercard
    "2223000048400011",    // Mastercard, newer
    "378282246310005",     // American Express
    "9558801234567897",    // of a Chinese bank, older
};

bool anyDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string wide(std::string_view digits) {
    std::string text;
    for (const char digit : digits) {
        text += "\xef\xbc";
        text += static_cast<char>(0x90 + (digit - '0'));
    }
    return text;
}

std::string inFours(std::string_view digits, std::string_view mark) {
    std::string text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at != 0 && at % 4 == 0)
            text += mark;
        text += digits[at];
    }
    return text;
}

TEST(CardNumber, IsStruckOutHoweverItIsTyped) {
    for (const std::string_view card : cards) {
        const std::string number{card};
        for (const std::string& typed :
             {number, inFours(card, " "), inFours(card, "-"), inFours(card, "."), wide(card),
              inFours(card, "  "), inFours(card, "\u3000"), inFours(card, "\u00a0"),
              inFours(card, "，"), inFours(card, " — "), inFours(card, "\u200b"),
              inFours(card, "\r\n"), ";" + number + "=?", "%B" + number + "^CHEN/MEI^?",
              "card " + number + ", twice", "卡号" + number + "，请记录", number + " " + number}) {
            EXPECT_TRUE(holdsCard(typed)) << typed;
            const std::string left = withoutCards(typed);
            EXPECT_FALSE(anyDigit(left)) << typed << " became " << left;
            EXPECT_FALSE(holdsCard(left)) << left;
            EXPECT_NE(left.find('*'), std::string::npos);
        }
    }
}

TEST(CardNumber, LeavesTheWordsAroundItAlone) {
    EXPECT_EQ(withoutCards("A012, 3 min: 4111 1111 1111 1111 (gold), 2026-11-27"),
              "A012, 3 min: **** **** **** **** (gold), 2026-11-27");
    EXPECT_EQ(withoutCards("2026-11-27 4111111111111111"), "2026-11-27 ****************");
}

TEST(CardNumber, IsNoDateNoTelephoneAndNoTicket) {
    for (const char* text :
         {"", "A012", "2026-11-27 09:15", "13800138000", "+86 138 0013 8000", "20261127091500",
          "2026112700000123", "2026112700000010", "4111111111111112", "411111111111111",
          "41111111111111111111111111111111", "4111,1111;1111 x 1111", "counter 9, 12 to 15",
          "1234567890123456", "0000000000000000"})
        EXPECT_FALSE(holdsCard(text)) << text;
}

RC_GTEST_PROP(CardNumber, OfAnyLengthIsFoundInAnyText, ()) {
    std::string digits{*rc::gen::elementOf(std::string{"34569"})};
    const int length = *rc::gen::inRange(13, 20);
    while (static_cast<int>(digits.size()) < length - 1)
        digits += *rc::gen::inRange('0', static_cast<char>('9' + 1));
    for (char last = '0'; last <= '9'; ++last)
        if (fitsCheckDigit(digits + last)) {
            digits += last;
            break;
        }
    const auto words = rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
    const std::string before = *words;
    const std::string after = *words;
    RC_ASSERT(withoutCards(before + digits + after) ==
              before + std::string(digits.size(), '*') + after);
}

RC_GTEST_PROP(CardNumber, TextWithoutDigitsStaysAsItWas, (const std::string& text)) {
    RC_PRE(!anyDigit(text));
    RC_PRE(text.find('\xef') == std::string::npos);
    RC_ASSERT(withoutCards(text) == text);
}

template <class T>
T heard(T one) {
    Command command{std::move(one)};
    EXPECT_FALSE(keepCardsOut(command).has_value());
    return std::get<T>(std::move(command));
}

TEST(CardNumber, IsKeptOutOfEveryTextOfACommand) {
    const std::string number{cards[0]};
    const std::string stars(number.size(), '*');
    EXPECT_EQ(heard(CancelTicket{{7}, number}).reason, stars);
    EXPECT_EQ(heard(PauseCounter{number}).reason, stars);
    EXPECT_EQ(heard(PauseCounter{"tea\n\x1b[2J"}).reason, "tea  [2J");
    EXPECT_EQ(heard(Hold{{7}, "for " + number}).reason, "for " + stars);
    EXPECT_EQ(heard(Transfer{{7}, {}, {}, number}).reason, stars);
    EXPECT_EQ(heard(Promote{{7}, number, {}}).reason, stars);
    const ReportDevice device = heard(ReportDevice{number, true, number});
    EXPECT_EQ(device.part, stars);
    EXPECT_EQ(device.detail, stars);
    EXPECT_EQ(heard(ReportMachine{{}, {}, number}).detail, stars);
    // A token of ours is no text of anybody's, whatever it looks like.
    EXPECT_EQ(heard(ListServices{number}).recognition, number);
}

TEST(CardNumber, IsNobodysNameAndNoReference) {
    const auto name = [](auto parsed) { return *parsed; };
    Command person{SignOn{name(StaffId::parse(cards[0])), Secret{"100100"}, {}}};
    EXPECT_EQ(keepCardsOut(person), Refusal::WrongPin);
    const auto reference = name(AppointmentId::parse(cards[0]));
    Command booked{BookAppointment{reference, {}, {}, {}}};
    EXPECT_EQ(keepCardsOut(booked), Refusal::UnknownAppointment);
    Command cancelled{CancelAppointment{reference}};
    EXPECT_EQ(keepCardsOut(cancelled), Refusal::UnknownAppointment);
    Command taken{TakeTicket{{}, {}, false, Paper::Shown, reference, {}}};
    EXPECT_EQ(keepCardsOut(taken), Refusal::UnknownAppointment);
}

TEST(CardNumber, PassesByTheOneCommandThatIsForIt) {
    Command command{IdentifyCard{Secret{cards[0]}}};
    EXPECT_FALSE(keepCardsOut(command).has_value());
    EXPECT_EQ(std::get<IdentifyCard>(command).card.reveal(), cards[0]);
}

} // namespace

} // namespace usher::protocol
