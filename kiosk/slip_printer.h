// The printer, on the screen's thread: asked, told to print, and never waited for.
//
// Its own thread answers; the answer is carried over. What it says of itself goes to the lobby.
#pragma once

#include "broker/devices/printer.h"
#include "kiosk/parts.h"

#include <functional>
#include <memory>

namespace usher::kiosk {

class SlipPrinter : public QObject {
    Q_OBJECT
public:
    using OnReady = std::function<void(const devices::PrinterStatus&)>;
    using OnOutcome = std::function<void(const devices::PrintOutcome&)>;

    /// Without a printer every ticket is shown on the screen.
    SlipPrinter(std::unique_ptr<devices::Printer> printer, Parts& parts, QObject* parent = nullptr);

    [[nodiscard]] bool installed() const { return printer_ != nullptr; }
    /// Both answer later, once, on this thread. Not to be called unless installed.
    void check(OnReady onReady);
    void print(const devices::Slip& slip, OnOutcome onOutcome);

private:
    void report(const std::optional<devices::PrinterTrouble>& trouble, bool paperLow);

    Parts& parts_;
    std::unique_ptr<devices::Printer> printer_; ///< last: its thread ends before the rest goes
};

} // namespace usher::kiosk
