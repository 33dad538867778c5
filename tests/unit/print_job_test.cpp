#include "broker/devices/print_job.h"
#include "tests/support/paper_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace usher::devices {
namespace {

using namespace std::string_literals;
using Result = PrintOutcome::Result;
using support::PaperFaults;
using support::PaperMachine;

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

SlipBytes someSlip() {
    Slip slip;
    slip.outlet.zh = "朝阳支行";
    slip.number = "D012";
    slip.qr = "t/7Qp3fX";
    return encode(slip, {});
}

/// What goes wrong, and at which step.
struct Mishap {
    std::size_t step{never};
    Input input{Lost{}};
    bool afterItsEffect{}; ///< the bytes did arrive, only we do not know
};

struct Record {
    std::size_t steps{};
    std::size_t slipsSent{};
    std::size_t opens{};
    Done done;
};

/// Holds a conversation with a machine that answers at once or not at all.
template <class Talk>
Record converse(Talk& talk, PaperMachine& machine, const Mishap& mishap = {}, bool open = false) {
    Record record;
    std::string waiting;
    Action action = talk.start();
    for (; record.steps < 100; ++record.steps) {
        Input input = TimedOut{};
        const bool ill = record.steps == mishap.step;
        if (const auto* done = std::get_if<Done>(&action)) {
            record.done = *done;
            return record;
        }
        if (const auto* opening = std::get_if<Open>(&action)) {
            ++record.opens;
            waiting.clear();
            input = Opened{!open || opening->anew};
        } else if (const auto* sending = std::get_if<Send>(&action)) {
            if (sending->bytes.size() > 50)
                ++record.slipsSent;
            if (!ill || mishap.afterItsEffect)
                waiting += machine.take(sending->bytes);
            input = Sent{};
        } else if (!waiting.empty()) {
            input = Received{std::exchange(waiting, {})};
        }
        action = talk.resume(ill ? mishap.input : input);
    }
    ADD_FAILURE() << "the conversation does not end";
    return record;
}

PrinterStatus checked(const PaperFaults& faults) {
    PaperMachine machine;
    machine.faults = faults;
    StatusCheck check{true};
    (void)converse(check, machine);
    return check.status();
}

TEST(StatusCheck, TellsWhatAPersonCanMend) {
    using enum PrinterTrouble;
    EXPECT_EQ(checked({}), (PrinterStatus{{}, false}));
    EXPECT_EQ(checked({.paperLow = true}), (PrinterStatus{{}, true}));
    EXPECT_EQ(checked({.paperOut = true}), (PrinterStatus{PaperOut, false}));
    EXPECT_EQ(checked({.coverOpen = true}), (PrinterStatus{CoverOpen, false}));
    EXPECT_EQ(checked({.paperOut = true, .coverOpen = true}), (PrinterStatus{CoverOpen, false}));
    EXPECT_EQ(checked({.knifeStuck = true}), (PrinterStatus{Refused, false}));
    EXPECT_EQ(checked({.switchedOff = true}), (PrinterStatus{Offline, false}));
    EXPECT_EQ(checked({.mute = true}), (PrinterStatus{Offline, false}));
}

TEST(StatusCheck, AFreshLineThatFailsAtAnyStepIsOffline) {
    PaperMachine machine;
    StatusCheck whole{true};
    const std::size_t steps = converse(whole, machine).steps;
    ASSERT_EQ(steps, 9U); // open, and four times ask and hear
    for (std::size_t step = 0; step < steps; ++step)
        for (const Input& input : {Input{Lost{}}, Input{TimedOut{}}}) {
            StatusCheck check{true};
            const Record record = converse(check, machine, {step, input});
            EXPECT_EQ(check.status().trouble, PrinterTrouble::Offline) << step;
            EXPECT_TRUE(record.done.hangUp);
            EXPECT_EQ(record.opens, 1U);
        }
}

TEST(StatusCheck, ALineThatDiedWhileIdleIsOpenedAnewOnce) {
    PaperMachine machine;
    StatusCheck check{true};
    const Record record = converse(check, machine, {2, TimedOut{}}, true);
    EXPECT_TRUE(check.status().ready());
    EXPECT_EQ(record.opens, 2U);
    PaperMachine dead;
    dead.faults.mute = true;
    StatusCheck again{true};
    EXPECT_EQ(converse(again, dead, {}, true).opens, 2U);
    EXPECT_EQ(again.status().trouble, PrinterTrouble::Offline);
}

TEST(StatusCheck, AMachineThatCannotTalkIsReadyWhenItCanBeOpened) {
    PaperMachine machine;
    StatusCheck check{false};
    EXPECT_EQ(converse(check, machine).steps, 1U);
    EXPECT_TRUE(check.status().ready());
}

TEST(PrintJob, IsPrintedWhenTheMachineSaysSoInEitherWay) {
    for (const PaperFaults& faults :
         {PaperFaults{}, PaperFaults{.noEcho = true}, PaperFaults{.noPaperWord = true}}) {
        PaperMachine machine;
        machine.faults = faults;
        PrintJob job{someSlip(), 77, true};
        const Record record = converse(job, machine);
        EXPECT_EQ(job.outcome().result, Result::Printed);
        EXPECT_EQ(machine.slips().size(), 1U);
        EXPECT_EQ(record.done.hangUp, faults.noPaperWord) << "a late word must find no one";
    }
}

TEST(PrintJob, SendsNothingToAMachineInTrouble) {
    for (const auto& [faults, why] :
         {std::pair{PaperFaults{.paperOut = true}, PrinterTrouble::PaperOut},
          std::pair{PaperFaults{.coverOpen = true}, PrinterTrouble::CoverOpen},
          std::pair{PaperFaults{.knifeStuck = true}, PrinterTrouble::Refused},
          std::pair{PaperFaults{.mute = true}, PrinterTrouble::Offline}}) {
        PaperMachine machine;
        machine.faults = faults;
        PrintJob job{someSlip(), 77, true};
        EXPECT_EQ(converse(job, machine).slipsSent, 0U);
        EXPECT_EQ(job.outcome().result, Result::Failed);
        EXPECT_EQ(job.outcome().why, why);
    }
}

TEST(PrintJob, WithoutAnyWordItIsUnknown) {
    PaperMachine machine;
    machine.faults = {.noEcho = true, .noPaperWord = true};
    PrintJob job{someSlip(), 77, true};
    const Record record = converse(job, machine);
    EXPECT_EQ(job.outcome().result, Result::Unknown);
    EXPECT_TRUE(record.done.hangUp);
    EXPECT_EQ(record.slipsSent, 1U);
    PrintJob toTheMute{someSlip(), 77, false};
    (void)converse(toTheMute, machine);
    EXPECT_EQ(toTheMute.outcome().result, Result::Unknown);
}

TEST(PrintJob, PaperLowIsAWarningOnly) {
    PaperMachine machine;
    machine.faults.paperLow = true;
    PrintJob job{someSlip(), 77, true};
    (void)converse(job, machine);
    EXPECT_EQ(job.outcome().result, Result::Printed);
    EXPECT_TRUE(job.outcome().paperLow);
}

// The promise of the room: at every step, whatever happens, what is said agrees with the paper.
TEST(PrintJob, NeverSaysWhatThePaperDeniesWhereverTheLineFails) {
    PaperMachine whole;
    PrintJob calm{someSlip(), 77, true};
    const std::size_t steps = converse(calm, whole).steps;
    ASSERT_GE(steps, 11U);
    for (std::size_t step = 0; step < steps; ++step)
        for (const Input& input : {Input{Lost{}}, Input{TimedOut{}}})
            for (const bool arrived : {false, true})
                for (const bool open : {false, true}) {
                    PaperMachine machine;
                    PrintJob job{someSlip(), 77, true};
                    const Record record = converse(job, machine, {step, input, arrived}, open);
                    const Result result = job.outcome().result;
                    EXPECT_LE(record.slipsSent, 1U) << step;
                    if (!open && record.slipsSent == 1 && std::holds_alternative<Lost>(input)) {
                        EXPECT_EQ(record.steps, step + 1) << "nothing is said into a dead line";
                    }
                    if (result == Result::Printed) {
                        EXPECT_EQ(machine.slips().size(), 1U) << step;
                    }
                    if (result == Result::Failed) {
                        EXPECT_EQ(machine.slips().size(), 0U) << step;
                    }
                }
}

TEST(PrintJob, WhereverPaperEndsWhatIsSaidStaysTrueWhenPaperIsPutIn) {
    for (const PaperFaults& words :
         {PaperFaults{}, PaperFaults{.noEcho = true}, PaperFaults{.noPaperWord = true}}) {
        const std::size_t questions = 12;
        const std::size_t text = questions + someSlip().cutAt;
        std::array<std::size_t, 3> results{};
        for (std::size_t paper = questions + 1; paper < text + 50; ++paper) {
            PaperMachine machine;
            machine.faults = words;
            machine.faults.paperFor = paper;
            PrintJob job{someSlip(), 77, true};
            EXPECT_EQ(converse(job, machine).slipsSent, 1U);
            machine.faults = {};
            (void)machine.goOn();
            const Result result = job.outcome().result;
            ++results[static_cast<std::size_t>(result)];
            if (paper <= text) {
                EXPECT_EQ(job.outcome().why, PrinterTrouble::PaperOut) << paper;
            }
            if (result != Result::Unknown) {
                EXPECT_EQ(machine.slips().size(), result == Result::Printed ? 1U : 0U) << paper;
            }
        }
        EXPECT_GT(results[static_cast<std::size_t>(Result::Printed)], 0U);
        // Only while the machine is between the end of the text and its last word.
        const std::size_t doubtful = someSlip().bytes.size() - someSlip().cutAt;
        EXPECT_LE(results[static_cast<std::size_t>(Result::Unknown)],
                  doubtful + 2 * askDone(77).size());
    }
}

TEST(PrintJob, AnothersAnswersAreNotTakenForItsOwn) {
    PrintJob job{someSlip(), 77, true};
    PaperMachine machine;
    machine.faults = {.noEcho = true, .noPaperWord = true};
    Action action = job.start();
    std::string waiting;
    for (int i = 0; i < 20 && !std::holds_alternative<Done>(action); ++i) {
        if (std::holds_alternative<Open>(action))
            action = job.resume(Opened{true});
        else if (const auto* send = std::get_if<Send>(&action)) {
            waiting = machine.take(send->bytes);
            action = job.resume(Sent{});
        } else if (!waiting.empty())
            action = job.resume(Received{std::exchange(waiting, {})});
        else
            break;
    }
    ASSERT_EQ(machine.slips().size(), 1U);
    // another's echo, the one of our text, a real-time status, an unasked four-byte status, noise
    // of a serial line
    for (const std::string& foreign :
         {"\x37\x22"s + echoText(76) + "\0"s, "\x37\x22"s + echoText(77) + "\0"s, "\x12"s,
          "\x14\0\0\x0F"s, "\x11\x13\xFF"s}) {
        action = job.resume(Received{foreign});
        EXPECT_TRUE(std::holds_alternative<Receive>(action));
    }
    action = job.resume(Received{"\x37\x22"s + echoText(78).substr(0, 2)}); // in two pieces
    action = job.resume(Received{echoText(78).substr(2) + "\0\0\0"s});
    EXPECT_TRUE(std::holds_alternative<Done>(action));
    EXPECT_EQ(job.outcome().result, Result::Printed);
}

TEST(PrintJob, PaperThatEndsWithTheSlipIsForAPersonToLookAt) {
    PrintJob job{someSlip(), 77, true};
    PaperMachine machine;
    machine.faults = {.noEcho = true, .noPaperWord = true};
    Action action = job.start();
    std::string waiting;
    action = job.resume(Opened{true});
    for (int question = 0; question < 4; ++question) {
        waiting = machine.take(std::get<Send>(action).bytes);
        (void)job.resume(Sent{});
        action = job.resume(Received{waiting});
    }
    (void)job.resume(Sent{});
    action = job.resume(Received{"\x03\x0F"});
    EXPECT_TRUE(std::holds_alternative<Done>(action));
    EXPECT_EQ(job.outcome().result, Result::Unknown);
}

} // namespace
} // namespace usher::devices
