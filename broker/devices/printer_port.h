// The line to a real printer: a TCP address or a device file, or none.
//
// Carries out what the conversations of print_job say, one after the other on a thread of its own,
// and keeps the line open between them. Decides nothing about paper.
#pragma once

#include "broker/devices/escpos.h"
#include "broker/devices/printer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace usher::devices {

struct PrinterSetup {
    std::string host; ///< name or address; empty: not by network
    std::uint16_t port{9100};
    std::string device; ///< a character device or FIFO, as /dev/usb/lp0; empty: none
    PaperManners paper;
    /// false: the machine cannot talk back. It is ready when it can be opened, and every outcome
    /// is Unknown.
    bool answers{true};

    /// "none", "/dev/usb/lp0", "printer.lan", "10.0.0.7:9100", "[fe80::1]:9100".
    [[nodiscard]] static std::optional<PrinterSetup> fromText(std::string_view text);
    [[nodiscard]] bool installed() const { return !host.empty() || !device.empty(); }
};

inline constexpr std::size_t printerJobsMax = 8; ///< waiting; more are answered Refused

class PrinterPort : public Printer {
public:
    explicit PrinterPort(PrinterSetup setup);
    /// Ends at once; a slip under way stays without an answer, as after a power cut.
    /// Not to be called from a callback of its own.
    ~PrinterPort() override;

    void check(OnReady onReady) override;
    void print(const Slip& slip, OnOutcome onOutcome) override;

private:
    class Desk;
    std::unique_ptr<Desk> desk_;
};

} // namespace usher::devices
