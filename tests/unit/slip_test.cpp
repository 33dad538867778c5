#include "broker/devices/escpos.h"
#include "broker/devices/gb18030.h"
#include "broker/devices/slip.h"
#include "tests/support/paper_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace usher::devices {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Slip slip() {
    Slip slip;
    slip.outlet = {"朝阳支行", "Chaoyang Branch"};
    slip.number = "D012";
    slip.service = {"个人开户", "Open an account"};
    slip.zone = {"低柜区", "Low counters"};
    slip.ahead = 3;
    slip.forecast = ForecastRange{6, 11};
    slip.time = "2026-11-23 09:41";
    slip.kiosk = "K1";
    slip.audit = "7F3A";
    slip.qr = "https://q.example/t/7Qp3fX";
    slip.phone = "95566";
    slip.lateReturn = 10;
    return slip;
}

std::string golden(const std::string& name) {
    std::ifstream file{std::string{USHER_SOURCE_DIR} + "/tests/unit/golden/" + name};
    std::string bytes;
    for (std::string line; std::getline(file, line);) {
        std::istringstream digits{line.substr(0, line.find('#'))};
        for (std::string hex; digits >> hex;)
            bytes += static_cast<char>(std::stoi(hex, nullptr, 16));
    }
    return bytes;
}

support::PaperSlip printed(const Slip& slip, const PaperManners& manners = {}) {
    support::PaperMachine machine;
    (void)machine.take(encode(slip, manners).bytes);
    EXPECT_THAT(machine.misunderstood(), IsEmpty());
    EXPECT_EQ(machine.slips().size(), 1U);
    return machine.slips().empty() ? support::PaperSlip{} : machine.slips()[0];
}

TEST(Slip, IsTheBytesAPrinterExpects) {
    Slip marked = slip();
    marked.copy = 1;
    marked.offline = true;
    const SlipBytes made = encode(marked, {PaperWidth::Mm58, QrForm::Native, false});
    EXPECT_EQ(made.bytes, golden("slip_zh_58mm.hex"));
    EXPECT_THAT(made.unshown, IsEmpty());
}

TEST(Slip, InEnglishAlsoTellsChineseStaffWhatItIs) {
    Slip english = slip();
    english.language = Language::En;
    EXPECT_EQ(printed(english).utf8(), "Chaoyang Branch\n朝阳支行\nD012\nD012号 个人开户\n"
                                       "Open an account\nPeople ahead of you: 3\n"
                                       "Estimated wait: 6-11 min\n(for reference only)\n"
                                       "Please wait in: Low counters\n2026-11-23 09:41\n"
                                       "Missed your call? Come back within 10 min and\n"
                                       "your place is kept, once.\n"
                                       "Complaints: 95566\nK1  7F3A\n");
}

TEST(Slip, TheNumberIsTheLargestThingOnIt) {
    for (const PaperWidth width : {PaperWidth::Mm58, PaperWidth::Mm80})
        for (const auto& line : printed(slip(), {width, QrForm::Native, false}).lines)
            EXPECT_EQ(line.size == 4, line.gb18030 == "D012") << line.gb18030;
}

TEST(Slip, SaysNothingOfWhatIsNotKnown) {
    Slip bare = slip();
    bare.ahead.reset();
    bare.forecast.reset();
    bare.lateReturn.reset();
    const std::string text = printed(bare).utf8();
    for (const char* absent : {"等候 ", "预计", "参考", "补打", "离线"})
        EXPECT_THAT(text, Not(HasSubstr(absent)));
    EXPECT_THAT(text, HasSubstr("过号请联系大堂经理"));
}

TEST(Slip, SpeaksNaturallyOfNobodyAheadAndOfAnExactWait) {
    Slip next = slip();
    next.ahead = 0;
    next.forecast = ForecastRange{1, 1};
    EXPECT_THAT(printed(next).utf8(), HasSubstr("前面无人等候\n预计等待约 1 分钟\n"));
}

TEST(Slip, SendsToTheMachineAndSaysWhyToKeepTheNumber) {
    Slip sent = slip();
    sent.machine = Machine{{"智能终端2号", "Smart terminal 2"}, 24};
    sent.zone = {"自助区", "Self-service"};
    sent.ahead = 0;
    sent.forecast = ForecastRange{0, 0};
    EXPECT_THAT(printed(sent).utf8(), HasSubstr("前面无人等候\n预计无需等待\n"));
    EXPECT_THAT(printed(sent).utf8(), HasSubstr("请前往：智能终端2号（标牌 24）\n"));
    EXPECT_THAT(printed(sent).utf8(), Not(HasSubstr("请在自助区")));
    sent.language = Language::En;
    const std::string english = printed(sent).utf8();
    EXPECT_THAT(english, HasSubstr("Please go to: Smart terminal 2 (sign 24)\n"));
    EXPECT_THAT(english, HasSubstr("Keep this number"));
}

TEST(Slip, AWaitThatNobodyKnowsIsADash) {
    Slip unknown = slip();
    unknown.forecast.reset();
    EXPECT_THAT(printed(unknown).utf8(), HasSubstr("前面等候 3 人\n预计等待 —\n"));
    EXPECT_THAT(encode(unknown, {}).unshown, IsEmpty());
}

TEST(Slip, NamesMissingInOneLanguageAreSaidInTheOther) {
    Slip mixed = slip();
    mixed.service.en.clear();
    mixed.language = Language::En;
    EXPECT_THAT(printed(mixed).utf8(), HasSubstr("D012号 个人开户\nPeople ahead"));
    mixed.language = Language::Zh;
    mixed.outlet.zh.clear();
    EXPECT_THAT(printed(mixed).utf8(), HasSubstr("Chaoyang Branch\n"));
}

TEST(Slip, TextFromOutsideCannotCommandThePrinter) {
    const std::string evil = "\x1B@\x1DV\x41\x10\x04\x01\x10\x14\x08\x1C.\n\r\t\x7F\xC2\x9B\x00"
                             "tail";
    Slip hostile = slip();
    for (std::string* field :
         {&hostile.outlet.zh, &hostile.service.zh, &hostile.zone.zh, &hostile.number, &hostile.time,
          &hostile.kiosk, &hostile.audit, &hostile.phone, &hostile.qr})
        *field = evil + *field;
    const auto paper = printed(hostile);
    const std::string text = paper.gb18030();
    for (const char c : text) {
        const auto b = static_cast<unsigned char>(c);
        EXPECT_TRUE(b >= 0x20 || b == '\n') << int{b};
        EXPECT_NE(b, 0x7F);
    }
    ASSERT_EQ(paper.codes.size(), 1U);
    EXPECT_EQ(paper.codes[0].data.find_first_of("\x1B\x1D\x10\n"), std::string::npos);
}

TEST(Slip, ACodeTooLongIsReportedAndTheRestStillPrinted) {
    Slip greedy = slip();
    greedy.qr = std::string(qrBytesMax + 1, 'x');
    EXPECT_THAT(encode(greedy, {}).unshown, ElementsAre(greedy.qr));
    const auto paper = printed(greedy);
    EXPECT_THAT(paper.codes, IsEmpty());
    EXPECT_THAT(paper.utf8(), HasSubstr("D012"));
}

TEST(Slip, TheLongestCodeFitsEitherPaper) {
    Slip longest = slip();
    longest.qr = std::string(qrBytesMax, 'x');
    for (const PaperWidth width : {PaperWidth::Mm58, PaperWidth::Mm80}) {
        const auto paper = printed(longest, {width, QrForm::Raster, false});
        ASSERT_EQ(paper.codes.size(), 1U);
        std::istringstream header{paper.codes[0].pbm};
        std::string magic;
        int across = 0;
        header >> magic >> across;
        EXPECT_LE(across, width == PaperWidth::Mm58 ? 384 : 576);
    }
}

TEST(PrinterText, CharactersBeyondGbkAreFourBytesOrAMarkAndAReport) {
    const std::u32string name = letters("𠮷é镕😀");
    const PrinterText full = toGb18030(name, true);
    EXPECT_EQ(full.bytes, "\x95\x34\xB2\x35\xA8\xA6\xE9\x46\x94\x39\xFC\x36");
    EXPECT_THAT(full.unshown, IsEmpty());
    const PrinterText gbk = toGb18030(name, false);
    EXPECT_EQ(gbk.bytes, "\xA1\xFE\xA8\xA6\xE9\x46\xA1\xFE");
    EXPECT_THAT(gbk.unshown, ElementsAre("𠮷", "😀"));
}

TEST(PrinterText, MalformedBytesLeaveAMarkToo) {
    for (const char* bad : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE4\xB8"}) {
        const PrinterText text = toGb18030(letters(std::string{"甲"} + bad), true);
        EXPECT_EQ(text.bytes.substr(0, 4), "\xBC\xD7\xA1\xFE") << bad;
        EXPECT_FALSE(text.unshown.empty());
    }
}

TEST(PrinterText, LinesBreakBetweenWordsAndNeverOverflow) {
    EXPECT_THAT(wrap(U"Open an account", 12), ElementsAre(U"Open an", U"account"));
    EXPECT_THAT(wrap(U"Kontoeröffnung", 6), ElementsAre(U"Kontoe", U"röffn", U"ung"));
    EXPECT_THAT(wrap(U"个人开户，销户", 8), ElementsAre(U"个人开", U"户，销户"));
    for (std::size_t columns = 2; columns < 20; ++columns)
        for (const auto& line :
             wrap(letters("过号 10 分钟内返回，Account（个人）opening…"), columns))
            EXPECT_LE(columnsOf(line), columns);
}

} // namespace
} // namespace usher::devices
