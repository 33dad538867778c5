// A branch that answers like a broker, and a printer that does as it is told: for looking at the
// kiosk without either.
#pragma once

#include "broker/devices/printer.h"
#include "broker/link/demo_link.h"

#include <map>
#include <set>

namespace usher::kiosk {

/// The one booking there is.
inline const auto demoBooking = protocol::named<protocol::AppointmentId>("20261127");

/// Answers a DemoLink's asks from its own picture.
class DemoBranch {
public:
    /// From now on `link` gets its answers here; this must outlive it.
    explicit DemoBranch(link::DemoLink& link);

    bool open{true};
    std::optional<protocol::Refusal> refusal;                    ///< what TakeTicket gets
    bool silent{};                                               ///< TakeTicket gets no answer
    std::map<protocol::CounterId, protocol::Range> machineWaits; ///< the others are free
    bool deserted{};                                             ///< no counter is open
    bool late{};                                                 ///< to every booking

    /// From now on these machines are offered, and say no when somebody is to go there.
    void fail(std::set<protocol::CounterId> machines);
    [[nodiscard]] protocol::Services services() const;
    [[nodiscard]] client::Outcome answer(const protocol::Command& command);

private:
    [[nodiscard]] client::Outcome issue(const protocol::TakeTicket& wish);
    [[nodiscard]] client::Outcome issueBooked(const protocol::AppointmentId& reference);
    [[nodiscard]] client::Outcome issueAt(const protocol::CounterId& machine,
                                          const protocol::Service& service);
    [[nodiscard]] protocol::TicketIssued draw(const protocol::Service& service,
                                              const protocol::ZoneId& zone,
                                              const protocol::Range& wait);
    [[nodiscard]] std::uint32_t aheadIn(const protocol::ZoneId& zone) const;
    [[nodiscard]] protocol::Range waitIn(const protocol::ZoneId& zone) const;
    [[nodiscard]] protocol::Range waitAt(const protocol::CounterId& machine) const;

    link::DemoLink& link_;
    std::uint32_t given_{};
    std::set<protocol::CounterId> failing_;
    std::set<protocol::CounterId> failed_; ///< no longer offered
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
