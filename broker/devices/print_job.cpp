#include "broker/devices/print_job.h"

#include <cassert>
#include <utility>

namespace usher::devices {
namespace {

using Result = PrintOutcome::Result;

template <class T, class V>
bool is(const V& value) {
    return std::holds_alternative<T>(value);
}

} // namespace

Action StatusCheck::start() {
    return Open{};
}

Action StatusCheck::startOnOpenLine() {
    return ask(StatusPart::Printer, statusMax);
}

Action StatusCheck::resume(const Input& input) {
    if (const auto* opened = std::get_if<Opened>(&input)) {
        mayReopen_ = !opened->fresh;
        if (!answers_)
            return Done{};
        return ask(StatusPart::Printer, statusMax);
    }
    if (is<Sent>(input))
        return Receive{};
    if (const auto* received = std::get_if<Received>(&input)) {
        for (const Reply& reply : reader_.take(received->bytes))
            if (const auto* status = std::get_if<RealTimeStatus>(&reply))
                return take(*status);
        return Receive{};
    }
    return unreachable();
}

Action StatusCheck::ask(StatusPart part, std::optional<protocol::Millis> within) {
    part_ = part;
    return Send{askStatus(part), within};
}

Action StatusCheck::unreachable() {
    if (std::exchange(mayReopen_, false)) {
        *this = StatusCheck{answers_};
        return Open{connectMax, true};
    }
    status_.trouble = PrinterTrouble::Offline;
    return Done{true};
}

// A cause that a person can remove goes before one they cannot see, so the order of the questions
// is not the order of importance.
Action StatusCheck::take(const RealTimeStatus& reply) {
    const auto has = [&](unsigned mask) { return (reply.bits & mask) != 0; };
    const auto blame = [&](PrinterTrouble trouble) {
        if (!status_.trouble)
            status_.trouble = trouble;
    };
    switch (part_) {
    case StatusPart::Printer:
        offline_ = has(0x08);
        return ask(StatusPart::OfflineCause, std::nullopt);
    case StatusPart::OfflineCause:
        if (has(0x04))
            blame(PrinterTrouble::CoverOpen);
        if (has(0x20))
            blame(PrinterTrouble::PaperOut);
        return ask(StatusPart::Error, std::nullopt);
    case StatusPart::Error:
        if (has(0x6C))
            blame(PrinterTrouble::Refused);
        return ask(StatusPart::Paper, std::nullopt);
    case StatusPart::Paper:
        status_.paperLow = has(0x0C);
        if (has(0x60) && status_.trouble != PrinterTrouble::CoverOpen)
            status_.trouble = PrinterTrouble::PaperOut;
        if (offline_)
            blame(PrinterTrouble::Offline);
        return Done{};
    }
    return Done{true};
}

PrintJob::PrintJob(const SlipBytes& slip, EchoMark mark, bool answers)
    : bytes_{slip.bytes}, echoOfText_{echoText(mark)},
      echoOfCut_{echoText(mark + 1)}, answers_{answers}, check_{answers} {
    if (answers) {
        bytes_.insert(slip.cutAt, askDone(mark));
        bytes_ += askDone(mark + 1);
    }
    outcome_.unshown = slip.unshown;
}

Action PrintJob::resume(const Input& input) {
    switch (stage_) {
    case Stage::Checking:
        return afterCheck(input);
    case Stage::Sending:
        if (!is<Sent>(input))
            return finish(Result::Unknown, true);
        if (!answers_)
            return finish(Result::Unknown, false);
        stage_ = Stage::Awaiting;
        return Receive{};
    case Stage::Awaiting:
    case Stage::Settling:
        return await(input);
    case Stage::Inquiring:
        return inquire(check_.resume(input));
    case Stage::Forgetting:
        return finish(is<Sent>(input) ? Result::Failed : Result::Unknown, true);
    }
    return finish(Result::Unknown, true);
}

Action PrintJob::afterCheck(const Input& input) {
    Action next = check_.resume(input);
    const auto* done = std::get_if<Done>(&next);
    if (!done)
        return next;
    outcome_.paperLow = check_.status().paperLow;
    if (!check_.status().ready()) {
        outcome_.why = check_.status().trouble;
        return finish(Result::Failed, done->hangUp);
    }
    stage_ = Stage::Sending;
    return Send{std::move(bytes_), outcomeMax};
}

Action PrintJob::await(const Input& input) {
    if (const auto* received = std::get_if<Received>(&input)) {
        for (const Reply& reply : reader_.take(received->bytes))
            hear(reply);
        // Without an echo, paper that ended with this slip leaves it to a person to look at it.
        if (papersSensed_ == 2)
            return finish(cutHeard_ || !paperGone_ ? Result::Printed : Result::Unknown, false);
        if (cutHeard_ && stage_ == Stage::Awaiting) {
            stage_ = Stage::Settling;
            return Receive{settleMax};
        }
        return Receive{};
    }
    if (cutHeard_)
        return finish(Result::Printed, true);
    if (!is<TimedOut>(input))
        return finish(Result::Unknown, true);
    stage_ = Stage::Inquiring;
    check_ = StatusCheck{true};
    return check_.startOnOpenLine();
}

void PrintJob::hear(const Reply& reply) {
    if (const auto* echo = std::get_if<Echo>(&reply)) {
        textHeard_ = textHeard_ || echo->text == echoOfText_;
        cutHeard_ = cutHeard_ || echo->text == echoOfCut_;
    } else if (const auto* paper = std::get_if<PaperSensed>(&reply)) {
        textHeard_ = true;
        ++papersSensed_;
        paperGone_ = paper->out;
        outcome_.paperLow = outcome_.paperLow || paper->low;
    }
}

// No last answer in time. A machine without paper or with its cover open, that has not even come to
// the end of the text, has stopped in the middle of the slip; any other may have let go of it all.
Action PrintJob::inquire(const Action& next) {
    if (!is<Done>(next))
        return next;
    const auto trouble = check_.status().trouble;
    const bool stopped =
        trouble == PrinterTrouble::PaperOut || trouble == PrinterTrouble::CoverOpen;
    if (!stopped || textHeard_)
        return finish(Result::Unknown, true);
    outcome_.why = trouble;
    outcome_.paperLow = outcome_.paperLow || check_.status().paperLow;
    stage_ = Stage::Forgetting;
    return Send{forgetAll(), statusMax};
}

Action PrintJob::finish(PrintOutcome::Result result, bool hangUp) {
    outcome_.result = result;
    return Done{hangUp};
}

} // namespace usher::devices
