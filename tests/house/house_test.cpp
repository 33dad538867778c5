// Does every line know its room?
//
// The table below is the architecture: which room may open onto which, and which third-party
// headers live where. A new wall or door is a line here and a decision in ARCHITECTURE.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const fs::path root{USHER_SOURCE_DIR};

// Room -> rooms or single headers it may include besides itself.
const std::map<std::string, Names> doors{
    {"broker/protocol", {}},
    {"broker/wire", {"broker/protocol"}},
    {"broker/outlet", {"broker/protocol"}},
    {"broker/rules", {"broker/protocol", "broker/outlet"}},
    {"broker/forecast", {"broker/protocol", "broker/outlet", "broker/rules"}},
    {"broker/simulate", {"broker/protocol", "broker/outlet", "broker/rules", "broker/forecast"}},
    {"broker/engine", {"broker/protocol", "broker/outlet", "broker/rules", "broker/forecast"}},
    {"broker/outlook",
     {"broker/protocol", "broker/outlet", "broker/rules", "broker/forecast", "broker/simulate",
      "broker/engine/outlook.h"}},
    {"broker/setup", {"broker/protocol"}},
    {"broker/journal", {"broker/protocol", "broker/wire", "broker/engine/ports.h"}},
    {"broker/vault", {"broker/protocol", "broker/engine/ports.h", "broker/journal/database.h"}},
    {"broker/transport", {"broker/protocol", "broker/wire", "broker/engine/ports.h"}},
    {"broker/devices", {"broker/protocol"}},
    {"broker/replica", {"broker/protocol", "broker/outlet"}},
    {"broker/client", {"broker/protocol", "broker/wire"}},
    {"broker/rehearse",
     {"broker/protocol", "broker/wire", "broker/outlet", "broker/replica", "broker/client",
      "broker/setup"}},
    {"broker/link",
     {"broker/protocol", "broker/wire", "broker/outlet", "broker/replica", "broker/client"}},
    {"kiosk/card", {"broker/protocol"}},
    {"kiosk", {"broker/protocol", "broker/link", "broker/devices", "kiosk/card"}},
    {"lobby-console", {"broker/protocol", "broker/link"}},
    {"lobby-console/hall", {"broker/protocol", "broker/link"}},
    {"counter-client", {"broker/protocol", "broker/link"}},
};

// Where all rooms meet: these may open onto every room of the broker.
const Names mains{"broker/main.cpp", "broker/ctl.cpp"};

bool meets(const std::string& file) {
    return mains.contains(file) || file.rfind("broker/house/", 0) == 0 ||
           file.rfind("broker/sim/", 0) == 0;
}

// Third-party header (by how its name begins) -> rooms it may be seen in.
const std::map<std::string, Names> guests{
    {"sqlite3.h", {"broker/journal", "broker/vault"}},
    {"zmq", {"broker/transport", "broker/client"}},
    {"sodium", {"broker/journal", "broker/vault", "broker/transport", "broker/client"}},
    {"toml++", {"broker/setup"}},
    {"boost/asio", {"broker/transport", "broker/devices"}},
    {"boost/beast", {"broker/transport"}},
    {"boost/json", {"broker/wire"}},
    {"qrencode", {"broker/devices"}},
    {"winscard", {"kiosk/card"}},
    {"PCSC", {"kiosk/card"}},
    {"linux/input", {"kiosk/card"}},
    {"systemd", {}}, // in broker/house alone
    {"Q", {"broker/link", "kiosk", "lobby-console", "lobby-console/hall", "counter-client"}},
};

constexpr std::size_t linesMax = 400;

std::string roomOf(const fs::path& relative) {
    return relative.parent_path().generic_string();
}

std::vector<fs::path> sources() {
    std::vector<fs::path> found;
    for (const char* top : {"broker", "kiosk", "lobby-console", "counter-client"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top))
            if (const auto kind = entry.path().extension(); kind == ".h" || kind == ".cpp")
                found.push_back(fs::relative(entry.path(), root));
    std::sort(found.begin(), found.end());
    return found;
}

std::string text(const fs::path& relative) {
    std::ifstream file{root / relative};
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

/// Why `room` may not include `header`, or nothing.
std::string objection(const std::string& file, const std::string& room, const std::string& header,
                      bool quoted) {
    const bool main = meets(file);
    if (quoted) {
        const std::string owner = roomOf(header);
        if (!fs::exists(root / header))
            return "is not an address from the root";
        if (main || owner == room || doors.at(room).contains(owner) ||
            doors.at(room).contains(header))
            return "";
        return room + " may not open onto " + owner;
    }
    for (const auto& [guest, rooms] : guests) {
        const bool qt = guest == "Q" && header.size() > 1 && header[0] == 'Q' &&
                        std::isupper(static_cast<unsigned char>(header[1])) != 0;
        if ((guest == "Q" ? qt : header.rfind(guest, 0) == 0) && !main && !rooms.contains(room))
            return room + " may not open onto " + header;
    }
    return "";
}

TEST(House, EveryFileStandsInARoomOfTheTable) {
    for (const auto& file : sources()) {
        if (meets(file.generic_string()))
            continue;
        EXPECT_TRUE(doors.contains(roomOf(file))) << file << " is in no room of the table";
    }
}

TEST(House, EveryRoomOpensOnlyOntoWhatTheTableSays) {
    const std::regex include{R"(^\s*#include\s+(["<])([^">]+)[">])"};
    for (const auto& file : sources()) {
        const std::string room = roomOf(file);
        if (!doors.contains(room) && !meets(file.generic_string()))
            continue;
        std::istringstream lines{text(file)};
        std::string line;
        for (int number = 1; std::getline(lines, line); ++number) {
            std::smatch match;
            if (!std::regex_search(line, match, include))
                continue;
            if (match[2].str().ends_with(".moc"))
                continue;
            const auto why = objection(file.generic_string(), room, match[2], match[1] == "\"");
            EXPECT_TRUE(why.empty()) << file.generic_string() << ":" << number << ": " << why;
        }
    }
}

TEST(House, NoFileIsLongerThanItsLimit) {
    for (const char* top :
         {"broker", "kiosk", "lobby-console", "counter-client", "assets", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto kind = entry.path().extension();
            if (kind != ".h" && kind != ".cpp" && kind != ".qml")
                continue;
            std::ifstream file{entry.path()};
            const auto lines = static_cast<std::size_t>(std::count(
                std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}, '\n'));
            EXPECT_LE(lines, linesMax) << entry.path() << ": look for the second noun";
        }
}

TEST(House, PureRoomsKnowNoClockNoChanceAndNoThread) {
    const std::regex banned{
        R"(system_clock|steady_clock|random_device|std::thread|std::rand|unordered_(map|set)|time\(nullptr\))"};
    for (const auto& file : sources()) {
        const std::string room = roomOf(file);
        if (room != "broker/protocol" && room != "broker/outlet" && room != "broker/rules" &&
            room != "broker/forecast" && room != "broker/simulate")
            continue;
        const std::string content = text(file);
        EXPECT_FALSE(std::regex_search(content, banned)) << file;
    }
}

TEST(House, NothingLiesAsleep) {
    const std::string marks = std::string{"TO"} + "DO|FIX" + "ME|DISABLED" + "_";
    for (const auto& file : sources())
        EXPECT_FALSE(std::regex_search(text(file), std::regex{marks})) << file;
}

TEST(House, HeadersOpenWithASentence) {
    for (const auto& file : sources())
        if (file.extension() == ".h") {
            EXPECT_EQ(text(file).rfind("// ", 0), 0U)
                << file << ": say what it is and its one promise before #pragma once";
        }
}

} // namespace
