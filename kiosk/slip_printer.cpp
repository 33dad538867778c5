#include "kiosk/slip_printer.h"

namespace usher::kiosk {

using devices::PrinterTrouble;

namespace {

std::string wordFor(PrinterTrouble trouble) {
    switch (trouble) {
    case PrinterTrouble::NotInstalled:
        return "not installed";
    case PrinterTrouble::Offline:
        return "offline";
    case PrinterTrouble::CoverOpen:
        return "cover open";
    case PrinterTrouble::PaperOut:
        return "paper out";
    case PrinterTrouble::Refused:
        return "refuses to print";
    }
    return {};
}

} // namespace

SlipPrinter::SlipPrinter(std::unique_ptr<devices::Printer> printer, Parts& parts, QObject* parent)
    : QObject{parent}, parts_{parts}, printer_{std::move(printer)} {}

void SlipPrinter::check(OnReady onReady) {
    printer_->check([this, onReady = std::move(onReady)](const devices::PrinterStatus& status) {
        QMetaObject::invokeMethod(
            this,
            [this, onReady, status] {
                report(status.trouble, status.paperLow);
                onReady(status);
            },
            Qt::QueuedConnection);
    });
}

void SlipPrinter::print(const devices::Slip& slip, OnOutcome onOutcome) {
    printer_->print(slip,
                    [this, onOutcome = std::move(onOutcome)](const devices::PrintOutcome& outcome) {
                        QMetaObject::invokeMethod(
                            this,
                            [this, onOutcome, outcome] {
                                if (outcome.result != devices::PrintOutcome::Result::Unknown)
                                    report(outcome.why, outcome.paperLow);
                                onOutcome(outcome);
                            },
                            Qt::QueuedConnection);
                    });
}

void SlipPrinter::report(const std::optional<PrinterTrouble>& trouble, bool paperLow) {
    if (trouble)
        parts_.report("printer", false, wordFor(*trouble));
    else
        parts_.report("printer", true, paperLow ? "paper low" : "");
}

} // namespace usher::kiosk
