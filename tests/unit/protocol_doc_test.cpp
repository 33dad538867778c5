// docs/protocol.md says what the code says: names, members, roles, refusals.
#include "broker/protocol/access.h"
#include "broker/protocol/answer.h"
#include "broker/protocol/limits.h"
#include "broker/wire/codec.h"
#include "broker/wire/json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace usher::wire {

namespace {

using namespace protocol;

std::string readAll(const std::string& path) {
    std::ifstream file{path};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Sections of level two by their title without its number; within them, those of level three.
struct Page {
    std::map<std::string, std::map<std::string, std::string>> parts;

    Page() {
        std::istringstream lines{readAll(std::string{USHER_SOURCE_DIR} + "/docs/protocol.md")};
        std::string line, section, subsection;
        while (std::getline(lines, line)) {
            if (line.rfind("## ", 0) == 0) {
                section = line.substr(line.find(' ', 3) + 1);
                subsection.clear();
            } else if (line.rfind("### ", 0) == 0) {
                subsection = line.substr(4);
            } else {
                parts[section][subsection] += line + "\n";
            }
        }
    }
    const std::string& part(const std::string& section, std::string_view subsection) const {
        static const std::string none;
        const auto found = parts.find(section);
        if (found == parts.end())
            return none;
        const auto inner = found->second.find(std::string{subsection});
        return inner == found->second.end() ? none : inner->second;
    }
};

const Page& page() {
    static const Page page;
    return page;
}

/// The first column of a part's tables, without its backticks.
std::set<std::string> rows(const std::string& part) {
    std::set<std::string> names;
    std::istringstream lines{part};
    for (std::string line; std::getline(lines, line);)
        if (line.rfind("| `", 0) == 0)
            names.insert(line.substr(3, line.find('`', 3) - 3));
    return names;
}

template <class T>
std::set<std::string> membersOf() {
    std::set<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto one) { names.insert(one.name); });
    return names;
}

/// Exactly the members of T are in the table of its heading.
template <class T>
void expectTable(const std::string& section) {
    const std::string_view name = typeName<T>();
    const std::string& part = page().part(section, name);
    EXPECT_FALSE(part.empty()) << section << " has no heading " << name;
    EXPECT_EQ(rows(part), membersOf<T>()) << name;
}

template <class Enum>
void expectNames(const std::string& section) {
    const std::string& part = page().part(section, typeName<Enum>());
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto one) {
        EXPECT_NE(part.find("`" + std::string{one.name} + "`"), std::string::npos)
            << typeName<Enum>() << " " << one.name;
    });
}

template <class Variant>
void expectAlternatives(const std::string& section) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Variant>>(
        [&](auto one) {
            using One = typename decltype(one)::type;
            if constexpr (Described<One>)
                expectTable<One>(section);
        });
}

TEST(ProtocolPage, HasEveryCommandWithItsMembersItsAnswerAndNoOther) {
    expectAlternatives<Command>("Commands");
    std::set<std::string> spoken;
    for (std::size_t index = 0; index < spokenCommands; ++index) {
        spoken.insert(std::string{commandName(index)});
        EXPECT_NE(page().part("Commands", commandName(index)).find("\nAnswer: "), std::string::npos)
            << commandName(index);
    }
    std::set<std::string> written;
    for (const auto& [name, part] : page().parts.at("Commands"))
        if (!name.empty())
            written.insert(name);
    EXPECT_EQ(written, spoken);
}

TEST(ProtocolPage, HasTheAccessTable) {
    const std::string& table = page().part("Who may ask what", "");
    ASSERT_EQ(rows(table).size(), spokenCommands);
    for (std::size_t index = 0; index < spokenCommands; ++index) {
        const auto start = table.find("| `" + std::string{commandName(index)} + "` |");
        ASSERT_NE(start, std::string::npos) << commandName(index);
        std::istringstream cells{table.substr(start, table.find('\n', start) - start)};
        std::string cell;
        std::getline(cells, cell, '|');
        std::getline(cells, cell, '|');
        Roles roles = 0;
        for (const Role role : {Role::Kiosk, Role::Counter, Role::Lobby, Role::Hall,
                                Role::HeadOffice, Role::Administrator})
            if (std::getline(cells, cell, '|') && cell == " x ")
                roles |= only(role);
        EXPECT_EQ(roles, rolesFor(index)) << commandName(index);
    }
}

TEST(ProtocolPage, HasEveryAnswerWithItsMembers) {
    expectAlternatives<Answer>("Answers");
    expectTable<Offer>("Answers");
    expectTable<Alternative>("Answers");
    expectTable<BoardCall>("Answers");
    expectTable<BoardZone>("Answers");
    expectNames<Rank>("Answers");
    expectTable<Beat>("Feeds");
}

TEST(ProtocolPage, HasASentenceInTwoLanguagesForEveryRefusal) {
    const std::string& table = page().part("Refusals", "");
    std::set<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Refusal>>(
        [&](auto one) { names.insert(one.name); });
    EXPECT_EQ(rows(table), names);
    std::istringstream lines{table};
    for (std::string line; std::getline(lines, line);)
        if (line.rfind("| `", 0) == 0) {
            EXPECT_NE(line.find(". | "), std::string::npos) << line;
            EXPECT_NE(line.find("。 |"), std::string::npos) << line;
        }
}

TEST(ProtocolPage, NamesOnlyRefusalsThatExist) {
    for (const auto& [command, part] : page().parts.at("Commands")) {
        const auto start = part.find("Refusals: ");
        for (auto at = part.find('`', start); start != std::string::npos && at < part.size();) {
            const auto end = part.find('`', at + 1);
            const std::string name = part.substr(at + 1, end - at - 1);
            Refusal refusal{};
            const bool capital = std::isupper(static_cast<unsigned char>(name[0])) != 0;
            EXPECT_TRUE(!capital || name == "Pending" ||
                        boost::describe::enum_from_string(name.c_str(), refusal))
                << command << " " << name;
            at = part.find('`', end + 1);
        }
    }
}

TEST(ProtocolPage, HasEveryEventWithItsMembers) {
    expectAlternatives<Event>("Events");
    expectTable<Record>("Events");
    expectTable<DecisionRecord>("Events");
    expectTable<Passed>("Events");
    expectTable<Circumstances>("Events");
    expectNames<Basis>("Events");
    expectNames<Rule>("Events");
}

TEST(ProtocolPage, HasTheWholePictureAndTheSetup) {
    const std::string picture = "The picture";
    expectTable<Snapshot>(picture);
    expectTable<Ticket>(picture);
    expectTable<Place>(picture);
    expectTable<Range>(picture);
    expectTable<CounterState>(picture);
    expectTable<Appointment>(picture);
    expectTable<ProfileOverride>(picture);
    expectTable<KeptFree>(picture);
    expectNames<Coming>(picture);
    expectTable<DegradedMode>(picture);
    expectNames<MachineState>(picture);
    expectNames<Claim>(picture);
    expectTable<Session>(picture);
    expectTable<Lockout>(picture);
    expectTable<DeviceState>(picture);
    expectTable<Recognition>(picture);
    expectTable<Act>(picture);
    expectTable<Totals>(picture);
    expectNames<Phase>(picture);
    expectNames<Paper>(picture);
    expectNames<Desk>(picture);
    expectNames<StaffRole>(picture);
    const std::string setup = "The setup";
    expectTable<protocol::Setup>(setup);
    expectTable<Text>(setup);
    expectTable<TimeZone>(setup);
    expectTable<OffsetChange>(setup);
    expectTable<OpenHours>(setup);
    expectTable<Zone>(setup);
    expectTable<Group>(setup);
    expectTable<Service>(setup);
    expectTable<Tier>(setup);
    expectTable<Series>(setup);
    expectTable<protocol::Counter>(setup);
    expectTable<Takes>(setup);
    expectTable<Band>(setup);
    expectTable<BandCounter>(setup);
    expectNames<Weekday>(setup);
    expectTable<Policy>(setup);
    expectNames<Closing>(setup);
}

TEST(ProtocolPage, HasTheKeyFile) {
    std::set<std::string> names;
    const json::value file = json::parse(encode(KeyFile{}));
    for (const auto& [name, value] : file.get_object())
        names.insert(name);
    EXPECT_EQ(rows(page().part("Keys and enrolment", "KeyFile")), names);
}

TEST(ProtocolPage, SaysTheLimitsThatHold) {
    const std::string& table = page().part("Limits", "");
    for (const std::size_t limit : {frameBytesMax, nestingMax, reasonBytesMax, Secret::lengthMax,
                                    ServiceId::lengthMax, std::size_t{pinTriesMax}, refusalsKept})
        EXPECT_NE(table.find("| " + std::to_string(limit)), std::string::npos) << limit;
}

} // namespace
} // namespace usher::wire
