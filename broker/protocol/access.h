// Who may ask for what: the one table of device roles and commands.
//
// Deny by default: a command missing here is nobody's. Acts of staff need somebody signed on at the
// device besides; that is the rules' business.
#pragma once

#include "broker/protocol/command.h"

#include <string_view>

namespace usher::protocol {

enum class Role { Kiosk, Counter, Lobby, Hall, HeadOffice, Administrator };
BOOST_DESCRIBE_ENUM(Role, Kiosk, Counter, Lobby, Hall, HeadOffice, Administrator)

/// Bits of roles, one a role.
using Roles = unsigned;

constexpr Roles only(Role role) {
    return 1U << static_cast<unsigned>(role);
}
template <class... R>
constexpr Roles anyOf(R... roles) {
    return (only(roles) | ...);
}

/// The roles that may say command number `index` of protocol::Command.
[[nodiscard]] Roles rolesFor(std::size_t index);
[[nodiscard]] inline bool mayAsk(Role role, const Command& command) {
    return (rolesFor(command.index()) & only(role)) != 0;
}
/// The roles that may listen to the staff feed; the public feed is every role's.
inline constexpr Roles staffListeners =
    anyOf(Role::Counter, Role::Lobby, Role::HeadOffice, Role::Administrator);

/// "TakeTicket" and so on, for every alternative of protocol::Command.
[[nodiscard]] std::string_view commandName(std::size_t index);
/// Questions change nothing, are not journalled and have no memory.
[[nodiscard]] bool isQuestion(const Command& command);

/// "kiosk", "counter", "lobby", "hall", "head-office", "admin".
[[nodiscard]] std::string_view toText(Role role);
[[nodiscard]] std::optional<Role> roleFromText(std::string_view text);

} // namespace usher::protocol
