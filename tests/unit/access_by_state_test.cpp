// What becomes of every command, from every role that may say it, in every state a ticket, a desk
// and the outlet can be in. docs/access.md shows the whole of it, and is held to the rules here.
#include "broker/protocol/access.h"
#include "tests/support/stage.h"

#include <boost/describe/enum_to_string.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace usher::protocol {
namespace {

const stage::Who kiosk{named<DeviceId>("kiosk"), Role::Kiosk};
const stage::Who desk{named<DeviceId>("desk"), Role::Counter};
const stage::Who neighbour{named<DeviceId>("neighbour"), Role::Counter};
const stage::Who lobby{named<DeviceId>("lobby"), Role::Lobby};
const auto counter = named<CounterId>("C1");
const auto spare = named<CounterId>("C2");
const auto machine = named<CounterId>("M1");
const auto cash = named<ServiceId>("cash");
const TicketId first{1};

/// Two counters and a machine, open from nine to five.
Setup smallOutlet() {
    Setup setup = stage::emptySetup();
    const auto hall = named<ZoneId>("hall");
    const auto self = named<ZoneId>("self");
    setup.week.fill(OpenHours{540, 1020});
    setup.policy.recallsBeforeNoShow = 0;
    setup.zones = {{hall, {}, false}, {self, {}, true}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, {}, {}}};
    setup.series = {{"A", 1, 999, {named<TierId>("ordinary")}}};
    setup.services = {{cash, {}, {}, hall, Millis{300'000}}};
    setup.counters = {
        {counter, 1, {}, hall, {{}}}, {spare, 2, {}, hall, {{}}}, {machine, 3, {}, self, {{}}}};
    return setup;
}

void must(const stage::Reply& reply) {
    ASSERT_TRUE(std::holds_alternative<Answer>(reply))
        << boost::describe::enum_to_string(std::get<Refusal>(reply), "");
}

class Scene {
public:
    Scene() : stage_{stage::monday(9)} { stage_.adopt(smallOutlet()); }

    [[nodiscard]] stage::Reply ask(const stage::Who& who, const Command& command) {
        if (const auto* signOn = std::get_if<SignOn>(&command))
            return stage_.signOn(who, who.role == Role::Counter ? "wang" : "chen",
                                 who.role == Role::Counter ? StaffRole::Teller
                                                           : StaffRole::LobbyManager,
                                 signOn->counter);
        if (std::holds_alternative<IdentifyCard>(command))
            return stage_.ask(who, CardLookedUp{});
        return stage_.ask(who, command);
    }
    void staffComes() {
        must(stage_.signOn(desk, "wang", StaffRole::Teller, counter));
        must(stage_.signOn(neighbour, "liu", StaffRole::Teller, spare));
        must(stage_.signOn(lobby, "chen", StaffRole::LobbyManager, {}));
    }
    void customerComes() { must(ask(kiosk, TakeTicket{cash, {}, false, Paper::Shown})); }
    void act(const stage::Who& who, const Command& command) { must(ask(who, command)); }
    void closingTimeComes() { stage_.advanceTo(stage::monday(17, 1)); }

private:
    stage::Stage stage_;
};

struct State {
    const char* name;
    const char* is;
    void (*come)(Scene&);
};

void waits(Scene& scene) {
    scene.staffComes();
    scene.customerComes();
}
void called(Scene& scene) {
    waits(scene);
    scene.act(desk, CallNext{});
}
void served(Scene& scene) {
    called(scene);
    scene.act(desk, Start{first});
}

const State states[] = {
    {"unstaffed", "nobody has signed on; one waits", [](Scene& scene) { scene.customerComes(); }},
    {"empty", "two tellers and a lobby manager are there; nobody has come",
     [](Scene& scene) { scene.staffComes(); }},
    {"waiting", "the ticket waits", waits},
    {"called", "the ticket is called to the teller", called},
    {"serving", "the ticket is being served", served},
    {"held", "the ticket is on hold",
     [](Scene& scene) {
         served(scene);
         scene.act(desk, Hold{first, "fetches a paper"});
     }},
    {"no-show", "the ticket was called and nobody came",
     [](Scene& scene) {
         called(scene);
         scene.act(desk, NoShow{first});
     }},
    {"diverted", "the ticket stands in a machine's line",
     [](Scene& scene) {
         waits(scene);
         scene.act(lobby, Redirect{first, {{}, machine}, "quicker"});
     }},
    {"done", "the ticket was served",
     [](Scene& scene) {
         served(scene);
         scene.act(desk, Finish{first});
     }},
    {"left", "the ticket was given back",
     [](Scene& scene) {
         waits(scene);
         scene.act(kiosk, CancelTicket{first, {}});
     }},
    {"paused", "the teller pauses; one waits",
     [](Scene& scene) {
         waits(scene);
         scene.act(desk, PauseCounter{"tea"});
     }},
    {"closed", "the lobby has closed the counter; one waits",
     [](Scene& scene) {
         waits(scene);
         scene.act(lobby, CloseCounter{counter, "repair"});
     }},
    {"evening", "the outlet's hours are over; one waits",
     [](Scene& scene) {
         waits(scene);
         scene.closingTimeComes();
     }},
};

template <class... Commands>
std::vector<Command> listOf(Commands... commands) {
    std::vector<Command> all;
    (all.emplace_back(std::move(commands)), ...);
    return all;
}

/// Every command that changes something, as it would be asked; in the order of the protocol.
std::vector<Command> everyAct() {
    const Place elsewhere{{}, spare};
    return listOf(
        IdentifyCard{Secret{"6200000000000005"}}, TakeTicket{cash, {}, false, Paper::Shown},
        ConfirmTicket{first, Paper::Printed}, CancelTicket{first, {}}, AskHelp{},
        SignOn{named<StaffId>("wang"), Secret{"1234"}, counter}, SignOff{}, PauseCounter{"tea"},
        ResumeCounter{}, CallNext{false}, Recall{}, Start{first}, Finish{first}, NoShow{first},
        Hold{first, "fetches a paper"}, Transfer{first, {}, elsewhere, "knows more"},
        ResumeTicket{first}, Redirect{first, elsewhere, "shorter"}, Promote{first, "unwell"},
        OpenCounter{counter}, CloseCounter{counter, "repair"},
        ReportMachine{machine, MachineState::Down, {}},
        OverrideProfile{counter, {Takes{{cash}, {}, {}}}, 15, "busy"}, EndOverride{counter},
        BookAppointment{named<AppointmentId>("R1"), stage::monday(15), cash},
        CancelAppointment{named<AppointmentId>("R1")}, ReportDevice{"printer", true, {}}, Undo{});
}

stage::Who holder(Role role) {
    for (const stage::Who& who : {kiosk, desk, lobby})
        if (who.role == role)
            return who;
    return {named<DeviceId>(toText(role)), role};
}

std::string outcome(const State& state, Role role, Command asked) {
    Scene scene;
    state.come(scene);
    if (auto* signOn = std::get_if<SignOn>(&asked); signOn != nullptr && role != Role::Counter)
        signOn->counter.reset();
    const stage::Reply reply = scene.ask(holder(role), asked);
    const auto* refusal = std::get_if<Refusal>(&reply);
    return refusal != nullptr ? boost::describe::enum_to_string(*refusal, "") : "done";
}

/// A line a command and role: each outcome, and the states that lead to it.
std::string theRules() {
    std::ostringstream out;
    for (std::size_t act = 0; act < everyAct().size(); ++act)
        for (const Role role : {Role::Kiosk, Role::Counter, Role::Lobby, Role::Hall,
                                Role::HeadOffice, Role::Administrator}) {
            const Command command = std::move(everyAct()[act]);
            if (!mayAsk(role, command))
                continue;
            std::map<std::string, std::string> found;
            for (const State& state : states)
                found[outcome(state, role, std::move(everyAct()[act]))] +=
                    std::string{" "} + state.name;
            out << commandName(command.index()) << ", " << toText(role) << '\n';
            for (const auto& [what, when] : found)
                out << "    " << what << ':' << when << '\n';
        }
    return out.str();
}

/// What stands between the fences of the page.
std::string thePage() {
    std::ifstream file{std::string{USHER_SOURCE_DIR} + "/docs/access.md"};
    std::stringstream text;
    text << file.rdbuf();
    const std::string page = text.str();
    const auto from = page.find("```\n");
    const auto to = page.find("```", from + 4);
    return from == std::string::npos || to == std::string::npos
               ? ""
               : page.substr(from + 4, to - from - 4);
}

TEST(AccessByState, ThePageSaysWhatTheRulesDo) {
    const std::string rules = theRules();
    EXPECT_TRUE(thePage() == rules) << "docs/access.md has to say:\n```\n" << rules << "```";
}

TEST(AccessByState, EveryCommandIsThereAndTheOthersAreQuestions) {
    std::vector<bool> there(spokenCommands);
    for (const Command& command : everyAct())
        there.at(command.index()) = true;
    std::string questions;
    for (std::size_t index = 0; index < spokenCommands; ++index)
        if (!there[index])
            questions += std::string{commandName(index)} + " ";
    EXPECT_EQ(questions, "ListServices GetSnapshot GetBoard WhatIf ");
}

TEST(AccessByState, ThePageSaysWhatEachStateIs) {
    std::ifstream file{std::string{USHER_SOURCE_DIR} + "/docs/access.md"};
    std::stringstream text;
    text << file.rdbuf();
    for (const State& state : states)
        EXPECT_NE(text.str().find("| " + std::string{state.name} + " | " + state.is + " |"),
                  std::string::npos)
            << state.name;
}

} // namespace
} // namespace usher::protocol
