// A branch that answers like a broker, and a printer that does as it is told: for looking at the
// kiosk without either.
#pragma once

#include "broker/devices/printer.h"
#include "broker/link/demo_link.h"

namespace usher::kiosk {

/// Answers a DemoLink's asks from its own picture.
class DemoBranch {
public:
    /// From now on `link` gets its answers here; this must outlive it.
    explicit DemoBranch(link::DemoLink& link);

    bool open{true};
    std::optional<protocol::Refusal> refusal; ///< what TakeTicket gets
    bool silent{};                            ///< TakeTicket gets no answer

    [[nodiscard]] protocol::Services services() const;

private:
    [[nodiscard]] client::Outcome answer(const protocol::Command& command);
    [[nodiscard]] client::Outcome issue(const protocol::TakeTicket& wish);
    [[nodiscard]] protocol::Range waitIn(const protocol::ZoneId& zone) const;

    link::DemoLink& link_;
    std::uint32_t given_{};
};

class DemoPrinter : public devices::Printer {
public:
    enum class Manner { Prints, Jams, Vanishes, NeverEnds, HasNoPaper };
    Manner manner{Manner::Prints};

    void check(OnReady onReady) override;
    void print(const devices::Slip& slip, OnOutcome onOutcome) override;
    /// Ends the slip that never ended.
    void finish();

private:
    OnOutcome endless_;
};

} // namespace usher::kiosk
