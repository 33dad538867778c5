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
    /// Somebody stands behind this act: a person signed on here, or the administrator's key.
    [[nodiscard]] bool staffed() const;
};

/// The events, and Accepted with the version they lead to.
[[nodiscard]] Decision accept(const View& view, std::vector<protocol::Event> events);
/// Something, but not too much of it.
[[nodiscard]] std::optional<protocol::Refusal> badReason(const std::string& reason, bool needed);

// kiosk.cpp
[[nodiscard]] Decision decide(const View& view, const protocol::CardLookedUp& command);
[[nodiscard]] Decision decide(const View& view, const protocol::TakeTicket& command);
[[nodiscard]] Decision decide(const View& view, const protocol::ConfirmTicket& command);
[[nodiscard]] Decision decide(const View& view, const protocol::CancelTicket& command);
[[nodiscard]] Decision decide(const View& view, const protocol::AskHelp& command);
[[nodiscard]] Decision decide(const View& view, const protocol::ReportDevice& command);
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
