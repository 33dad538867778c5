// A PaperMachine on a wire: a TCP port or a terminal, on a thread of its own.
//
// What the kiosk's printer address points at in tests. All of it may be called from any thread.
#pragma once

#include "tests/support/paper_machine.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace usher::support {

class VirtualPrinter {
public:
    enum class Wire { Tcp, Terminal };

    explicit VirtualPrinter(Wire wire = Wire::Tcp);
    ~VirtualPrinter();

    /// What a kiosk is told: "127.0.0.1:34567" or "/dev/pts/3".
    [[nodiscard]] std::string address() const;

    /// Mended faults let it go on where it stopped.
    void set(const PaperFaults& faults);
    /// Pulls the cable once this many more bytes, questions included, have come; TCP only.
    void cutOffAfter(std::size_t bytes);
    /// As if switched off and on: every line is dropped, what is in its memory is forgotten.
    void powerCycle();

    [[nodiscard]] std::vector<PaperSlip> slips() const;
    [[nodiscard]] std::vector<std::string> misunderstood() const;
    [[nodiscard]] std::size_t bytesInOrder() const;
    /// True once `count` slips have been cut, false if that takes longer than `within`.
    [[nodiscard]] bool awaitSlips(std::size_t count,
                                  std::chrono::milliseconds within = std::chrono::seconds{
                                      10}) const;

private:
    class Body;
    std::unique_ptr<Body> body_;
};

} // namespace usher::support
