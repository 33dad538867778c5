// How one talks to a printer: what to say, what to wait for, and what the answers mean.
//
// No socket and no clock: each conversation is told what happened and says what to do next, so a
// test can break it at every step. Bytes taken by a socket prove nothing; only an answer does.
#pragma once

#include "broker/devices/escpos.h"
#include "broker/devices/printer_reply.h"
#include "broker/protocol/moment.h"

#include <optional>
#include <string>
#include <variant>

namespace usher::devices {

inline constexpr protocol::Millis connectMax{2000};
inline constexpr protocol::Millis statusMax{1500};
inline constexpr protocol::Millis outcomeMax{5000};
inline constexpr protocol::Millis settleMax{500}; ///< for a second answer that is surely coming

// What to do. Without `within` the time of the step before runs on.

/// Use the open line after dropping whatever came unasked, or open one; `anew`: in any case open.
struct Open {
    protocol::Millis within{connectMax};
    bool anew{};
};
struct Send {
    std::string bytes;
    std::optional<protocol::Millis> within;
};
struct Receive {
    std::optional<protocol::Millis> within;
};
/// The conversation is over; `hangUp`: a late answer must not be taken for another's.
struct Done {
    bool hangUp{};
};
using Action = std::variant<Open, Send, Receive, Done>;

// What happened.

struct Opened {
    bool fresh{}; ///< opened just now; false: it was open, and may turn out to be dead
};
struct Sent {};
struct Received {
    std::string bytes;
};
struct TimedOut {};
struct Lost {};
using Input = std::variant<Opened, Sent, Received, TimedOut, Lost>;

/// Asks the four questions. An open line that stays silent is opened anew, once.
class StatusCheck {
public:
    /// `answers` false: the machine cannot talk; that it can be opened must do.
    explicit StatusCheck(bool answers) : answers_{answers} {}

    [[nodiscard]] Action start();
    /// Asks on the line as it is, and never on another.
    [[nodiscard]] Action startOnOpenLine();
    [[nodiscard]] Action resume(const Input& input);

    /// Once Done.
    [[nodiscard]] const PrinterStatus& status() const { return status_; }

private:
    Action ask(StatusPart part, std::optional<protocol::Millis> within);
    Action unreachable();
    Action take(const RealTimeStatus& reply);

    bool answers_;
    bool mayReopen_{};
    StatusPart part_{StatusPart::Printer};
    bool offline_{};
    ReplyReader reader_;
    PrinterStatus status_;
};

/// Prints one slip: check, send, await the word that it is done.
///
/// Asked for is a word before the cut and one after it: a machine that stops between the two may
/// have let go of a whole slip, one that stops before the first has not.
class PrintJob {
public:
    /// `mark` and the next one are this job's own.
    PrintJob(const SlipBytes& slip, EchoMark mark, bool answers);

    [[nodiscard]] Action start() { return check_.start(); }
    [[nodiscard]] Action resume(const Input& input);

    /// Once Done.
    [[nodiscard]] const PrintOutcome& outcome() const { return outcome_; }

private:
    enum class Stage { Checking, Sending, Awaiting, Settling, Inquiring, Forgetting };

    Action afterCheck(const Input& input);
    Action await(const Input& input);
    void hear(const Reply& reply);
    Action inquire(const Action& next);
    Action finish(PrintOutcome::Result result, bool hangUp);

    std::string bytes_;
    std::string echoOfText_;
    std::string echoOfCut_;
    bool answers_;
    Stage stage_{Stage::Checking};
    StatusCheck check_;
    ReplyReader reader_;
    bool textHeard_{};
    bool cutHeard_{};
    int papersSensed_{}; ///< two of them are the whole job
    bool paperGone_{};
    PrintOutcome outcome_;
};

} // namespace usher::devices
