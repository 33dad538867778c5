// A machine that gives out paper.
//
// Ask it first, give out the number then, print last: what is known to fail is never promised. A
// print ends as one of three things, and Unknown is never made into one of the others by trying
// again: that is for a person, who can look at the paper.
#pragma once

#include "broker/devices/slip.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace usher::devices {

enum class PrinterTrouble {
    NotInstalled, ///< the kiosk was set up without one
    Offline,      ///< not reached, does not answer, or switched off line at the machine
    CoverOpen,
    PaperOut,
    Refused, ///< it answers and will not work (knife, head), or has too many jobs already
};

struct PrinterStatus {
    std::optional<PrinterTrouble> trouble;
    bool paperLow{}; ///< still prints; somebody should come with a roll

    [[nodiscard]] bool ready() const { return !trouble; }
    friend bool operator==(const PrinterStatus&, const PrinterStatus&) = default;
};

struct PrintOutcome {
    enum class Result {
        Printed, ///< the machine itself said that all of it is on paper
        Failed,  ///< not all of it came out, and the rest will not
        Unknown, ///< handed over, and then no word
    };
    Result result{Result::Unknown};
    std::optional<PrinterTrouble> why; ///< if Failed
    bool paperLow{};
    std::vector<std::string> unshown; ///< characters the machine has not got; it printed 〓
    friend bool operator==(const PrintOutcome&, const PrintOutcome&) = default;
};

class Printer {
public:
    using OnReady = std::function<void(const PrinterStatus&)>;
    using OnOutcome = std::function<void(const PrintOutcome&)>;

    virtual ~Printer() = default;

    /// Whether a slip would come out now. Each call is answered once, on a thread of the
    /// printer's, within 6 s of its turn; one that the printer's own end cuts short is not.
    virtual void check(OnReady onReady) = 0;
    /// As check(), within 14 s. Looks at the machine once more before anything is sent.
    virtual void print(const Slip& slip, OnOutcome onOutcome) = 0;
};

} // namespace usher::devices
