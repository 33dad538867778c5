// A ticket on its way through the real driver, judged by decoders that are not ours.
#include "broker/devices/printer_port.h"
#include "tests/support/folder.h"
#include "tests/support/virtual_printer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <future>
#include <stdlib.h>
#include <sys/stat.h>
#include <thread>

namespace usher::devices {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using support::PaperFaults;
using support::VirtualPrinter;
using Result = PrintOutcome::Result;

constexpr auto patience = 20s;

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
    slip.qr = "https://q.example/t/7Qp3fX-_";
    return slip;
}

PrinterStatus checked(Printer& printer) {
    auto answer = std::make_shared<std::promise<PrinterStatus>>();
    auto heard = answer->get_future();
    printer.check([answer](const PrinterStatus& status) { answer->set_value(status); });
    EXPECT_EQ(heard.wait_for(patience), std::future_status::ready);
    return heard.get();
}

std::future<PrintOutcome> begun(Printer& printer, const Slip& slip) {
    auto answer = std::make_shared<std::promise<PrintOutcome>>();
    printer.print(slip, [answer](const PrintOutcome& outcome) { answer->set_value(outcome); });
    return answer->get_future();
}

PrintOutcome printed(Printer& printer, const Slip& slip) {
    auto heard = begun(printer, slip);
    EXPECT_EQ(heard.wait_for(patience), std::future_status::ready);
    return heard.get();
}

PrinterSetup at(const std::string& address) {
    return PrinterSetup::fromText(address).value();
}

/// A file of these bytes.
fs::path write(const fs::path& file, const std::string& bytes) {
    std::ofstream{file, std::ios::binary} << bytes;
    return file;
}

/// What a command prints.
std::string saidBy(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr)
        return text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
        text += static_cast<char>(c);
    EXPECT_EQ(::pclose(pipe), 0) << command;
    return text;
}

bool available(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

TEST(PrinterPort, PrintsATicketThatStrangersCanRead) {
    for (const char* judge : {"iconv", "zbarimg"})
        if (!available(judge))
            GTEST_SKIP() << judge << " is not installed (package zbar-tools)";
    for (const QrForm form : {QrForm::Native, QrForm::Raster})
        for (const PaperWidth width : {PaperWidth::Mm58, PaperWidth::Mm80}) {
            VirtualPrinter machine;
            PrinterSetup setup = at(machine.address());
            setup.paper = {width, form, false};
            PrinterPort port{setup};
            EXPECT_EQ(printed(port, slip()),
                      (PrintOutcome{Result::Printed, std::nullopt, false, {}}));
            EXPECT_THAT(machine.misunderstood(), testing::IsEmpty());
            ASSERT_EQ(machine.slips().size(), 1U);
            const auto paper = machine.slips()[0];

            const test::Folder folder;
            const auto text = write(folder / "slip.txt", paper.gb18030());
            EXPECT_EQ(saidBy("iconv -f GB18030 -t UTF-8 " + text.string()),
                      "朝阳支行\nD012\n个人开户\n前面等候 3 人\n预计等待 6-11 分钟\n"
                      "（等候人数与时间仅供参考）\n请在低柜区等候叫号\n2026-11-23 09:41\n"
                      "过号请联系大堂经理\nK1  7F3A\n");
            ASSERT_EQ(paper.codes.size(), 1U);
            EXPECT_EQ(paper.codes[0].data, form == QrForm::Native ? slip().qr : "");
            const auto picture = write(folder / "code.pbm", paper.codes[0].pbm);
            EXPECT_EQ(saidBy("zbarimg --raw -q " + picture.string()), slip().qr + "\n");
        }
}

TEST(PrinterPort, ReportsWhatThePrinterCannotShow) {
    VirtualPrinter machine;
    PrinterPort port{at(machine.address())};
    Slip rare = slip();
    rare.service.zh = "𠮷祥业务";
    EXPECT_THAT(printed(port, rare).unshown, testing::ElementsAre("𠮷"));
    EXPECT_THAT(machine.slips()[0].utf8(), testing::HasSubstr("〓祥业务"));
}

TEST(PrinterPort, SaysBeforehandWhatIsWrong) {
    VirtualPrinter machine;
    PrinterPort port{at(machine.address())};
    EXPECT_TRUE(checked(port).ready());
    machine.set({.paperLow = true});
    EXPECT_EQ(checked(port), (PrinterStatus{{}, true}));
    machine.set({.paperOut = true});
    EXPECT_EQ(checked(port).trouble, PrinterTrouble::PaperOut);
    EXPECT_EQ(printed(port, slip()).why, PrinterTrouble::PaperOut);
    machine.set({.coverOpen = true});
    EXPECT_EQ(checked(port).trouble, PrinterTrouble::CoverOpen);
    machine.set({});
    EXPECT_EQ(printed(port, slip()).result, Result::Printed);
    EXPECT_EQ(machine.slips().size(), 1U);
}

TEST(PrinterPort, ACablePulledInMidTicketIsUnknownAndNothingIsSentTwice) {
    VirtualPrinter machine;
    PrinterPort port{at(machine.address())};
    ASSERT_TRUE(checked(port).ready());
    machine.cutOffAfter(12 + 60); // the four questions, and a part of the slip
    EXPECT_EQ(printed(port, slip()).result, Result::Unknown);
    EXPECT_TRUE(checked(port).ready()); // a new line; the old slip does not follow
    EXPECT_EQ(machine.slips().size(), 0U);
}

TEST(PrinterPort, ComesBackByItselfAfterAPowerCut) {
    VirtualPrinter machine;
    PrinterPort port{at(machine.address())};
    ASSERT_EQ(printed(port, slip()).result, Result::Printed);
    machine.powerCycle();
    EXPECT_TRUE(checked(port).ready());
    EXPECT_EQ(printed(port, slip()).result, Result::Printed);
}

TEST(PrinterPort, PaperThatEndsInMidTicketFailsAndTheRestNeverComes) {
    VirtualPrinter machine;
    PrinterPort port{at(machine.address())};
    machine.set({.paperFor = 150});
    const PrintOutcome outcome = printed(port, slip());
    EXPECT_EQ(outcome.result, Result::Failed);
    EXPECT_EQ(outcome.why, PrinterTrouble::PaperOut);
    machine.set({});
    EXPECT_EQ(printed(port, slip()).result, Result::Printed);
    EXPECT_EQ(machine.slips().size(), 1U);
}

TEST(PrinterPort, AMachineThatPrintsAndSaysNothingIsUnknown) {
    VirtualPrinter machine;
    machine.set({.noEcho = true, .noPaperWord = true});
    PrinterPort port{at(machine.address())};
    EXPECT_EQ(printed(port, slip()).result, Result::Unknown);
    EXPECT_EQ(machine.slips().size(), 1U);
}

TEST(PrinterPort, MuteOrAbsentIsOfflineInBoundedTime) {
    VirtualPrinter machine;
    machine.set({.mute = true});
    PrinterPort mute{at(machine.address())};
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(checked(mute).trouble, PrinterTrouble::Offline);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 6s);
    std::string nobody;
    { nobody = VirtualPrinter{}.address(); }
    for (const std::string& address :
         {nobody, std::string{"/dev/no-such-printer"}, std::string{"no-such-host.invalid:9100"}}) {
        PrinterPort absent{at(address)};
        EXPECT_EQ(checked(absent).trouble, PrinterTrouble::Offline) << address;
    }
}

TEST(PrinterPort, JobsWaitTheirTurnAndTooManyAreRefused) {
    VirtualPrinter machine;
    PrinterPort port{at(machine.address())};
    std::vector<std::future<PrintOutcome>> outcomes;
    for (std::size_t i = 0; i < printerJobsMax; ++i)
        outcomes.push_back(begun(port, slip()));
    for (auto& outcome : outcomes) {
        ASSERT_EQ(outcome.wait_for(patience), std::future_status::ready);
        EXPECT_EQ(outcome.get().result, Result::Printed);
    }
    EXPECT_EQ(machine.slips().size(), printerJobsMax);
    machine.set({.mute = true});
    outcomes.clear();
    for (std::size_t i = 0; i <= printerJobsMax; ++i)
        outcomes.push_back(begun(port, slip()));
    ASSERT_EQ(outcomes.back().wait_for(patience), std::future_status::ready);
    EXPECT_EQ(outcomes.back().get().why, PrinterTrouble::Refused);
}

TEST(PrinterPort, PrintsThroughADeviceFile) {
    VirtualPrinter machine{VirtualPrinter::Wire::Terminal};
    PrinterPort port{at(machine.address())};
    EXPECT_EQ(printed(port, slip()).result, Result::Printed);
    EXPECT_EQ(printed(port, slip()).result, Result::Printed);
    ASSERT_EQ(machine.slips().size(), 2U);
    EXPECT_THAT(machine.slips()[1].utf8(), testing::HasSubstr("D012\n个人开户\n"));
    EXPECT_THAT(machine.misunderstood(), testing::IsEmpty());
}

TEST(PrinterPort, AFifoTakesTheBytesAndCanPromiseNothing) {
    const test::Folder folder;
    const auto fifo = folder / "lp";
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    PrinterSetup setup = at(fifo);
    setup.answers = false;
    PrinterPort port{setup};
    EXPECT_EQ(checked(port).trouble, PrinterTrouble::Offline) << "nobody reads yet";
    auto read =
        std::async(std::launch::async, [&] { return saidBy("head -c 20 " + fifo.string()); });
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!checked(port).ready() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    EXPECT_EQ(printed(port, slip()).result, Result::Unknown);
    EXPECT_EQ(read.get(), encode(slip(), {}).bytes.substr(0, 20));
    EXPECT_EQ(checked(port).trouble, PrinterTrouble::Offline) << "nobody reads any more";
}

TEST(PrinterPort, NeverWritesIntoAPlainFile) {
    const test::Folder folder;
    const auto file = write(folder / "precious", "do not lose me");
    PrinterPort port{at(file)};
    EXPECT_EQ(printed(port, slip()).why, PrinterTrouble::Offline);
    EXPECT_EQ(fs::file_size(file), 14U);
}

TEST(PrinterPort, NoPrinterIsSaidAtOnce) {
    PrinterPort none{at("none")};
    EXPECT_EQ(checked(none).trouble, PrinterTrouble::NotInstalled);
    EXPECT_EQ(printed(none, slip()).why, PrinterTrouble::NotInstalled);
}

TEST(PrinterPort, EndsAtOnceEvenInTheMiddleOfASlip) {
    VirtualPrinter machine;
    machine.set({.mute = true});
    const auto begin = std::chrono::steady_clock::now();
    {
        PrinterPort port{at(machine.address())};
        auto ignored = begun(port, slip());
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 1s);
}

TEST(PrinterSetup, ReadsAddressesAndRefusesNonsense) {
    EXPECT_EQ(at("10.0.0.7").port, 9100);
    EXPECT_EQ(at("printer.lan:9101").host, "printer.lan");
    EXPECT_EQ(at("printer.lan:9101").port, 9101);
    EXPECT_EQ(at("[fe80::1]:9100").host, "fe80::1");
    EXPECT_EQ(at("[::1]").port, 9100);
    EXPECT_EQ(at("/dev/usb/lp0").device, "/dev/usb/lp0");
    EXPECT_FALSE(at("none").installed());
    for (const char* bad : {"", ":9100", "host:", "host:x", "host:0", "host:70000", "[::1", "[]:1",
                            "[::1]9100", "host:1:2"})
        EXPECT_FALSE(PrinterSetup::fromText(bad)) << bad;
}

} // namespace
} // namespace usher::devices
