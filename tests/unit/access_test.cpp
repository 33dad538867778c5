// Who may ask for what, as a table a reviewer can read: a change of the rule is a change here.
#include "broker/protocol/access.h"
#include "tests/support/stage.h"

#include <gtest/gtest.h>

#include <sstream>

namespace usher::protocol {
namespace {

constexpr std::string_view golden = R"(
                kiosk counter lobby hall head-office admin
IdentifyCard      x      .      x    .        .        .
ListServices      x      .      x    .        .        x
TakeTicket        x      .      x    .        .        x
ConfirmTicket     x      .      x    .        .        x
CancelTicket      x      .      x    .        .        x
AskHelp           x      .      .    .        .        .
SignOn            .      x      x    .        .        .
SignOff           .      x      x    .        .        .
PauseCounter      .      x      .    .        .        .
ResumeCounter     .      x      .    .        .        .
CallNext          .      x      .    .        .        .
Recall            .      x      .    .        .        .
Start             .      x      .    .        .        .
Finish            .      x      x    .        .        x
NoShow            .      x      .    .        .        .
Hold              .      x      .    .        .        .
Transfer          .      x      .    .        .        .
ResumeTicket      .      x      x    .        .        x
Redirect          .      .      x    .        .        x
Promote           .      .      x    .        .        x
OpenCounter       .      .      x    .        .        x
CloseCounter      .      .      x    .        .        x
ReportMachine     .      .      x    .        .        x
OverrideProfile   .      .      x    .        .        x
EndOverride       .      .      x    .        .        x
BookAppointment   .      .      x    .        x        x
CancelAppointment .      .      x    .        x        x
ReportDevice      x      x      x    x        .        .
Undo              .      x      x    .        .        x
GetSnapshot       .      x      x    .        x        x
GetBoard          x      x      x    x        x        x
WhatIf            .      .      x    .        x        x
)";

constexpr std::array allRoles{Role::Kiosk, Role::Counter,    Role::Lobby,
                              Role::Hall,  Role::HeadOffice, Role::Administrator};
constexpr std::array columns{18, 25, 32, 37, 46, 55};

std::string printed() {
    std::ostringstream out;
    out << "\n                kiosk counter lobby hall head-office admin\n";
    for (std::size_t command = 0; command < spokenCommands; ++command) {
        std::string line{commandName(command)};
        for (std::size_t role = 0; role < allRoles.size(); ++role) {
            line.resize(static_cast<std::size_t>(columns[role]), ' ');
            line += (rolesFor(command) & only(allRoles[role])) != 0 ? 'x' : '.';
        }
        out << line << '\n';
    }
    return out.str();
}

TEST(Access, IsWhatTheTableSays) {
    EXPECT_EQ(printed(), golden);
}

TEST(Access, WhatNoClientMaySpellIsNobodys) {
    for (std::size_t command = spokenCommands; command < std::variant_size_v<Command> + 3;
         ++command)
        EXPECT_EQ(rolesFor(command), 0U) << command;
}

TEST(Access, RolesGoByTheirNames) {
    for (const Role role : allRoles)
        EXPECT_EQ(roleFromText(toText(role)), role);
    EXPECT_FALSE(roleFromText("manager"));
}

/// Every command a person makes, as it would be asked at their device.
std::vector<std::pair<Role, Command>> actsOfStaff() {
    const auto counter = named<CounterId>("C1");
    std::vector<std::pair<Role, Command>> acts;
    const auto add = [&](Role role, Command command) {
        acts.emplace_back(role, std::move(command));
    };
    add(Role::Lobby, TakeTicket{named<ServiceId>("cash"), {}, false, Paper::Shown});
    add(Role::Lobby, TakeTicket{named<ServiceId>("cash"), {}, true, Paper::Shown});
    add(Role::Lobby, CancelTicket{{1}, {}});
    add(Role::Lobby, SignOff{});
    add(Role::Counter, SignOff{});
    add(Role::Counter, PauseCounter{"tea"});
    add(Role::Counter, ResumeCounter{});
    add(Role::Counter, CallNext{});
    add(Role::Counter, Recall{});
    add(Role::Counter, Start{{1}});
    add(Role::Counter, Finish{{1}});
    add(Role::Counter, NoShow{{1}});
    add(Role::Counter, Hold{{1}, {}});
    add(Role::Counter, Transfer{{1}, {}, {}, {}});
    for (const Role role : {Role::Lobby, Role::Counter}) {
        add(role, ResumeTicket{{1}, 0});
        add(role, Undo{});
    }
    add(Role::Lobby, Redirect{{1}, {}, {}, 0});
    add(Role::Lobby, Promote{{1}, "unwell", 0});
    add(Role::Lobby, OpenCounter{counter, 0});
    add(Role::Lobby, CloseCounter{counter, {}, 0});
    add(Role::Lobby, Finish{{1}});
    add(Role::Lobby, ConfirmTicket{{1}, Paper::Failed});
    add(Role::Lobby,
        BookAppointment{named<AppointmentId>("R1"), stage::monday(10), named<ServiceId>("cash")});
    add(Role::Lobby, OverrideProfile{counter, {{}}, 15, "busy", 0});
    add(Role::Lobby, EndOverride{counter, 0});
    add(Role::Lobby, CancelAppointment{named<AppointmentId>("R1")});
    add(Role::Lobby, ReportMachine{named<CounterId>("M1"), MachineState::Down, {}});
    return acts;
}

stage::Stage oneWaiting() {
    Setup setup = stage::emptySetup();
    const auto hall = named<ZoneId>("hall");
    const auto self = named<ZoneId>("self");
    setup.zones = {{hall, {}, false}, {self, {}, true}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, {}, {}}};
    setup.series = {{"A", 1, 999, {named<TierId>("ordinary")}}};
    setup.services = {{named<ServiceId>("cash"), {}, {}, hall, Millis{300'000}}};
    setup.counters = {{named<CounterId>("C1"), 1, {}, hall, {{}}},
                      {named<CounterId>("M1"), 2, {}, self, {{}}}};
    stage::Stage stage{stage::monday(9)};
    stage.adopt(setup);
    (void)stage.ask({named<DeviceId>("kiosk"), Role::Kiosk},
                    TakeTicket{named<ServiceId>("cash"), {}, false, Paper::Shown});
    return stage;
}

TEST(Access, ActsOfStaffNeedSomebodySignedOn) {
    stage::Stage stage = oneWaiting();
    const Sequence before = stage.outlet().sequence();
    for (const auto& [role, command] : actsOfStaff()) {
        const std::string_view name = commandName(command.index());
        EXPECT_TRUE(mayAsk(role, command)) << name;
        const stage::Reply reply = stage.ask({named<DeviceId>("device"), role}, command);
        const auto* refusal = std::get_if<Refusal>(&reply);
        EXPECT_TRUE(refusal != nullptr && *refusal == Refusal::NotSignedOn) << name;
    }
    EXPECT_EQ(stage.outlet().sequence(), before);
}

TEST(Access, EveryCommandOfAStaffDeviceIsAnActOfStaffButThese) {
    std::vector<bool> covered(spokenCommands);
    for (const auto& [role, command] : actsOfStaff())
        covered[command.index()] = true;
    std::string others;
    for (std::size_t i = 0; i < spokenCommands; ++i)
        if (!covered[i])
            others += std::string{commandName(i)} + " ";
    EXPECT_EQ(others, "IdentifyCard ListServices AskHelp SignOn ReportDevice "
                      "GetSnapshot GetBoard WhatIf ");
}

} // namespace
} // namespace usher::protocol
