// One function per command, each in the file of the place it is asked from. Private to the room.
#pragma once

#include "broker/rules/decide.h"

namespace usher::rules {

/// What every decision looks at.
struct View {
    const outlet::Outlet& outlet;
    const Context& context;
    protocol::Moment now;

    [[nodiscard]] const protocol::Setup& setup() const { return outlet.setup(); }
    /// The counter this device is signed on to; null if none.
    [[nodiscard]] const protocol::CounterState* desk() const;
    /// Somebody stands behind this act: a person signed on here, or a key that speaks for itself,
    /// the administrator's or head office's.
    [[nodiscard]] bool staffed() const;
    /// A kiosk is nobody; whatever is asked elsewhere is asked by a person.
    [[nodiscard]] bool unattended() const;
};

/// The events, and Accepted with the version they lead to.
[[nodiscard]] Decision accept(const View& view, std::vector<protocol::Event> events);
/// What the person saw is not what is there any more.
[[nodiscard]] bool stale(protocol::Sequence seen, protocol::Sequence version);
/// Something, but not too much of it.
[[nodiscard]] std::optional<protocol::Refusal> badReason(const std::string& reason, bool needed);

/// The place as asked for, if somebody may serve it there; in a zone of machines, the one there
/// with the shortest wait.
[[nodiscard]] std::optional<protocol::Place> placeFor(const View& view,
                                                      const protocol::ServiceId& service,
                                                      const protocol::TierId& tier,
                                                      const protocol::Place& asked);

// kiosk.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::CardLookedUp& command);
[[nodiscard]] Decision decide(const View& view, const protocol::ConfirmTicket& command);
[[nodiscard]] Decision decide(const View& view, const protocol::CancelTicket& command);
[[nodiscard]] Decision decide(const View& view, const protocol::AskHelp& command);
[[nodiscard]] Decision decide(const View& view, const protocol::ReportDevice& command);
// taking.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::TakeTicket& command);
// staff.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::PinChecked& command);
[[nodiscard]] Decision decide(const View& view, const protocol::SignOff& command);
// counter.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::PauseCounter& command);
[[nodiscard]] Decision decide(const View& view, const protocol::ResumeCounter& command);
[[nodiscard]] Decision decide(const View& view, const protocol::CallNext& command);
[[nodiscard]] Decision decide(const View& view, const protocol::Recall& command);
[[nodiscard]] Decision decide(const View& view, const protocol::Start& command);
[[nodiscard]] Decision decide(const View& view, const protocol::Finish& command);
[[nodiscard]] Decision decide(const View& view, const protocol::NoShow& command);
[[nodiscard]] Decision decide(const View& view, const protocol::Hold& command);
[[nodiscard]] Decision decide(const View& view, const protocol::Transfer& command);
// appointments.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::BookAppointment& command);
[[nodiscard]] Decision decide(const View& view, const protocol::CancelAppointment& command);
// profile.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::OverrideProfile& command);
[[nodiscard]] Decision decide(const View& view, const protocol::EndOverride& command);
// steering.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::ResumeTicket& command);
[[nodiscard]] Decision decide(const View& view, const protocol::Redirect& command);
[[nodiscard]] Decision decide(const View& view, const protocol::Promote& command);
[[nodiscard]] Decision decide(const View& view, const protocol::OpenCounter& command);
[[nodiscard]] Decision decide(const View& view, const protocol::CloseCounter& command);
[[nodiscard]] Decision decide(const View& view, const protocol::ReportMachine& command);
[[nodiscard]] Decision decide(const View& view, const protocol::Undo& command);
// adopt.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::AdoptSetup& command);

} // namespace usher::rules
