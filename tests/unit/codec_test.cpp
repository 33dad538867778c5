#include "broker/protocol/limits.h"
#include "broker/wire/codec.h"
#include "broker/wire/json.h"

#include <gtest/gtest.h>

#include <fstream>

namespace usher::wire {
namespace {

using namespace protocol;

constexpr std::string_view id = "0123456789abcdef0123456789abcdef";

std::string ask(std::string_view body) {
    return R"({"v":1,"id":")" + std::string{id} + R"(","ask":)" + std::string{body} + "}";
}

BadBytes refused(std::string_view bytes) {
    Decoded<Ask> decoded = decodeAsk(bytes);
    if (const auto* bad = std::get_if<BadBytes>(&decoded))
        return *bad;
    ADD_FAILURE() << "accepted: " << bytes;
    return {};
}

TEST(Codec, ACommandReadsBackAsItWasSpelt) {
    Ask sent{*commandIdFromHex(id), TakeTicket{named<ServiceId>("cash"), "", false, Paper::Shown}};
    const Decoded<Ask> read = decodeAsk(encode(sent));
    ASSERT_TRUE(std::holds_alternative<Ask>(read));
    EXPECT_EQ(std::get<Ask>(read).id, sent.id);
    const auto& take = std::get<TakeTicket>(std::get<Ask>(read).command);
    EXPECT_EQ(take.service, named<ServiceId>("cash"));
    EXPECT_EQ(take.paper, Paper::Shown);
}

TEST(Codec, WordsThatLookLikeNumbersAreTextWhereTextIsMeant) {
    const std::vector<std::string> words{"reference=20261127", "at=1795400000000", "service=cash"};
    const auto booked = commandFromWords("BookAppointment", words);
    ASSERT_TRUE(std::holds_alternative<Command>(booked)) << std::get<BadBytes>(booked).what;
    const auto& command = std::get<BookAppointment>(std::get<Command>(booked));
    EXPECT_EQ(command.reference.view(), "20261127");
    EXPECT_EQ(command.at.ms, 1795400000000);
    const std::vector<std::string> wrong{"reference=20 26", "service=cash"};
    const auto refused = commandFromWords("BookAppointment", wrong);
    ASSERT_TRUE(std::holds_alternative<BadBytes>(refused));
    EXPECT_EQ(std::get<BadBytes>(refused).where, "reference");
}

TEST(Codec, WordsThatAreNoUtf8AreRefusedByTheirName) {
    const std::vector<std::string> words{"ticket=3", "place.zone=low", "reason=\x90\x8a"};
    const auto refused = commandFromWords("Redirect", words);
    ASSERT_TRUE(std::holds_alternative<BadBytes>(refused));
    EXPECT_EQ(std::get<BadBytes>(refused).where, "reason");
    EXPECT_EQ(std::get<BadBytes>(refused).what, "expected text in UTF-8");
}

TEST(Codec, ASecretCrossesTheWireAndNothingElse) {
    Ask sent{*commandIdFromHex(id), IdentifyCard{Secret{"6200000000000005"}}};
    const Decoded<Ask> read = decodeAsk(encode(sent));
    ASSERT_TRUE(std::holds_alternative<Ask>(read));
    EXPECT_EQ(std::get<IdentifyCard>(std::get<Ask>(read).command).card.reveal(),
              "6200000000000005");
}

TEST(Codec, ARecordOfEveryKindOfMemberReadsBack) {
    Record record{
        7,
        {1795400000000},
        named<DeviceId>("K1"),
        named<StaffId>("1001"),
        *commandIdFromHex(id),
        "CallNext",
        TicketCalled{
            {12},
            named<CounterId>("5"),
            {Rule::HeadStart, 4, 1, {{{3}, Millis{60000}}}, Millis{60000}, Millis{90000}}}};
    const Decoded<Record> read = decodeRecord(encode(record));
    ASSERT_TRUE(std::holds_alternative<Record>(read)) << std::get<BadBytes>(read).where;
    EXPECT_EQ(encode(std::get<Record>(read)), encode(record));
    EXPECT_EQ(std::get<TicketCalled>(std::get<Record>(read).event).why.passed.size(), 1U);
}

TEST(Codec, TextIsEscapedAndReadsBack) {
    std::string all;
    for (char c = 1; c < 127; ++c)
        all += c;
    all += "号 \xf0\x9f\x8e\xab";
    const Event sent = TicketLeft{{1}, all};
    const std::string text = encode(sent);
    EXPECT_NE(text.find(R"(\u0001)"), std::string::npos);
    EXPECT_NE(text.find(R"(\b\t\n\u000b\f\r)"), std::string::npos);
    EXPECT_NE(text.find(R"( !\"#)"), std::string::npos);
    EXPECT_NE(text.find(R"([\\])"), std::string::npos);
    const Decoded<Event> read = decodeEvent(text);
    ASSERT_TRUE(std::holds_alternative<Event>(read)) << std::get<BadBytes>(read).what;
    EXPECT_EQ(std::get<TicketLeft>(std::get<Event>(read)).reason, all);
}

TEST(Codec, WhatWasSpeltLongAgoIsSpeltTheSameToTheByte) {
    const auto content = [](const char* file) {
        std::ifstream in{std::string{USHER_SOURCE_DIR "/assets/demo/"} + file};
        std::string text{std::istreambuf_iterator<char>{in}, {}};
        return text.substr(0, text.find_last_not_of('\n') + 1);
    };
    const std::string picture = content("snapshot.json");
    const auto snapshot = decodeSnapshot(picture);
    ASSERT_TRUE(std::holds_alternative<Snapshot>(snapshot)) << std::get<BadBytes>(snapshot).what;
    EXPECT_EQ(encode(std::get<Snapshot>(snapshot)), picture);
    const std::string hall = content("board.json");
    const auto board = decodeBoard(hall);
    ASSERT_TRUE(std::holds_alternative<Board>(board)) << std::get<BadBytes>(board).what;
    EXPECT_EQ(encode(std::get<Board>(board)), hall);
}

TEST(Codec, WhatAnOlderUsherWroteIsRead) {
    const auto event =
        decodeEvent(R"({"counter":"atm-1","up":false,"detail":"jammed","type":"MachineReported"})");
    ASSERT_TRUE(std::holds_alternative<Event>(event)) << std::get<BadBytes>(event).where;
    EXPECT_EQ(std::get<MachineReported>(std::get<Event>(event)).state, MachineState::Down);
    const auto resumed = decodeEvent(
        R"({"ticket":7,"zone":"hall","place":{"zone":null,"counter":null},"type":"TicketResumed"})");
    ASSERT_TRUE(std::holds_alternative<Event>(resumed)) << std::get<BadBytes>(resumed).where;
    EXPECT_TRUE(std::get<TicketResumed>(std::get<Event>(resumed)).claims.empty());
    const auto undone = decodeEvent(
        R"({"act":{"sequence":9,"by":"W1","what":"CloseCounter","at":5,"ticket":null,)"
        R"("counter":{"id":"atm-1","desk":"Idle","since":1,"ticket":null,"staff":null,)"
        R"("staffName":"","device":"","reason":"","closing":false,"up":false,"version":3}},)"
        R"("type":"ActUndone"})");
    ASSERT_TRUE(std::holds_alternative<Event>(undone)) << std::get<BadBytes>(undone).where;
    EXPECT_EQ(std::get<ActUndone>(std::get<Event>(undone)).act.counter->machine,
              MachineState::Down);
    // A printer is up or not, as ever; and what nobody ever wrote is not read.
    EXPECT_TRUE(std::holds_alternative<Event>(decodeEvent(
        R"({"device":"K1","part":"printer","up":true,"detail":"","type":"DeviceReported"})")));
    EXPECT_TRUE(std::holds_alternative<BadBytes>(
        decodeEvent(R"({"counter":"atm-1","upside":1,"type":"MachineReported"})")));
    const auto noDay = decodeEvent(R"({"cleared":[3],"type":"DayClosed"})");
    ASSERT_TRUE(std::holds_alternative<BadBytes>(noDay));
    EXPECT_EQ(std::get<BadBytes>(noDay).where, "day");
}

TEST(Codec, NamesOfTheAccessTableAreTheNamesOnTheWire) {
    std::size_t index = 0;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Command>>(
        [&](auto one) {
            using One = typename decltype(one)::type;
            EXPECT_EQ(commandName(index), typeName<One>());
            EXPECT_EQ(index < spokenCommands, Described<One>) << commandName(index);
            ++index;
        });
}

TEST(Codec, BadBytesAreRefusedByPathAndReason) {
    struct Case {
        std::string bytes;
        Refusal refusal;
        std::string where;
    };
    const Case cases[] = {
        {"", Refusal::Malformed, ""},
        {"[]", Refusal::Malformed, ""},
        {R"({"v":2,"id":"x"})", Refusal::UnsupportedVersion, "v"},
        {R"({"id":"x"})", Refusal::Malformed, "v"},
        {ask("{}"), Refusal::Malformed, "ask"},
        {ask(R"({"type":"Steal"})"), Refusal::Malformed, "ask"},
        {ask(R"({"type":"CardLookedUp","tier":"vip"})"), Refusal::Malformed, "ask"},
        {ask(R"({"type":"PinChecked","right":true})"), Refusal::Malformed, "ask"},
        {ask(R"({"type":"Tick"})"), Refusal::Malformed, "ask"},
        {ask(R"({"type":"TakeTicket","service":"no spaces","paper":"Shown"})"), Refusal::Malformed,
         "ask.service"},
        {ask(R"({"type":"TakeTicket","service":"cash","paper":"Gilded"})"), Refusal::Malformed,
         "ask.paper"},
        {ask(R"({"type":"TakeTicket","paper":"Shown"})"), Refusal::Malformed, "ask.service"},
        {ask(R"({"type":"Start","ticket":-1})"), Refusal::Malformed, "ask.ticket"},
        {ask(R"({"type":"Start","ticket":4294967296})"), Refusal::Malformed, "ask.ticket"},
        {ask(R"({"type":"Start","ticket":1,"x":1})"), Refusal::Malformed, "ask.x"},
        {R"({"v":1,"id":"0123","ask":{"type":"Undo"}})", Refusal::Malformed, "id"},
        {ask(std::string(40, '[') + std::string(40, ']')), Refusal::Malformed, ""},
        {std::string(frameBytesMax + 1, ' '), Refusal::TooLarge, ""},
    };
    for (const Case& one : cases) {
        const BadBytes bad = refused(one.bytes);
        EXPECT_EQ(bad.refusal, one.refusal) << one.bytes.substr(0, 120);
        EXPECT_EQ(bad.where, one.where) << one.bytes.substr(0, 120);
        EXPECT_FALSE(bad.what.empty());
    }
}

TEST(Codec, TheIdOfABadFrameIsStillAnswered) {
    EXPECT_EQ(idOf(ask(R"({"type":"Steal"})")), *commandIdFromHex(id));
    EXPECT_EQ(idOf("{"), CommandId{});
}

TEST(Codec, ABeatKeepsItsSpeedAndItsWaits) {
    const Beat beat{
        9, 42, {1795400000000}, 600.0, true, {}, {{{7}, {Millis{60'000}, Millis{180'000}}}}};
    const auto read = decodeBeat(encode(beat));
    ASSERT_TRUE(std::holds_alternative<Beat>(read)) << std::get<BadBytes>(read).what;
    EXPECT_EQ(std::get<Beat>(read).speed, 600.0);
    EXPECT_EQ(std::get<Beat>(read).sequence, 42U);
    EXPECT_EQ(std::get<Beat>(read).waits, beat.waits);
}

} // namespace
} // namespace usher::wire
