#include "broker/protocol/access.h"

#include <array>
#include <utility>

namespace usher::protocol {

namespace {

using enum Role;

struct Row {
    std::string_view name;
    Roles roles;
};

constexpr Roles nobody = 0;
constexpr Roles everybody = anyOf(Kiosk, Role::Counter, Lobby, Hall, HeadOffice, Administrator);
constexpr Roles desk = anyOf(Role::Counter);
constexpr Roles steering = anyOf(Lobby, Administrator);
constexpr Roles bookers = anyOf(Lobby, HeadOffice, Administrator);
constexpr Roles givers = anyOf(Kiosk, Lobby, Administrator);

// In the order of protocol::Command.
constexpr std::array<Row, std::variant_size_v<Command>> table{{
    {"IdentifyCard", anyOf(Kiosk, Lobby)},
    {"ListServices", givers},
    {"TakeTicket", givers},
    {"ConfirmTicket", givers},
    {"CancelTicket", givers},
    {"AskHelp", anyOf(Kiosk)},
    {"SignOn", anyOf(Role::Counter, Lobby)},
    {"SignOff", anyOf(Role::Counter, Lobby)},
    {"PauseCounter", desk},
    {"ResumeCounter", desk},
    {"CallNext", desk},
    {"Recall", desk},
    {"Start", desk},
    {"Finish", anyOf(Role::Counter, Lobby, Administrator)},
    {"NoShow", desk},
    {"Hold", desk},
    {"Transfer", desk},
    {"ResumeTicket", anyOf(Role::Counter, Lobby, Administrator)},
    {"Redirect", steering},
    {"Promote", steering},
    {"OpenCounter", steering},
    {"CloseCounter", steering},
    {"ReportMachine", steering},
    {"OverrideProfile", steering},
    {"EndOverride", steering},
    {"BookAppointment", bookers},
    {"CancelAppointment", bookers},
    {"ReportDevice", anyOf(Kiosk, Role::Counter, Lobby, Hall)},
    {"Undo", anyOf(Role::Counter, Lobby, Administrator)},
    {"GetSnapshot", staffListeners},
    {"GetBoard", everybody},
    {"WhatIf", anyOf(Lobby, HeadOffice, Administrator)},
    {"CardLookedUp", nobody},
    {"PinChecked", nobody},
    {"AdoptSetup", nobody},
}};

constexpr std::array<std::pair<Role, std::string_view>, 6> roleTexts{{{Kiosk, "kiosk"},
                                                                      {Role::Counter, "counter"},
                                                                      {Lobby, "lobby"},
                                                                      {Hall, "hall"},
                                                                      {HeadOffice, "head-office"},
                                                                      {Administrator, "admin"}}};

} // namespace

Roles rolesFor(std::size_t index) {
    return index < table.size() ? table[index].roles : nobody;
}

std::string_view commandName(std::size_t index) {
    return table.at(index).name;
}

bool isQuestion(const Command& command) {
    return std::holds_alternative<ListServices>(command) ||
           std::holds_alternative<GetSnapshot>(command) ||
           std::holds_alternative<GetBoard>(command) || std::holds_alternative<WhatIf>(command);
}

std::string_view toText(Role role) {
    return roleTexts[static_cast<std::size_t>(role)].second;
}

std::optional<Role> roleFromText(std::string_view text) {
    for (const auto& [role, name] : roleTexts)
        if (name == text)
            return role;
    return std::nullopt;
}

} // namespace usher::protocol
