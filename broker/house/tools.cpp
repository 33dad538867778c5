#include "broker/house/tools.h"

#include "broker/house/replay.h"
#include "broker/house/session_keys.h"
#include "broker/journal/archive.h"
#include "broker/journal/backup.h"
#include "broker/journal/files.h"
#include "broker/journal/schema.h"
#include "broker/protocol/card_number.h"
#include "broker/setup/explain.h"
#include "broker/setup/read.h"
#include "broker/setup/wall.h"
#include "broker/vault/cards.h"
#include "broker/vault/precautions.h"
#include "broker/vault/staff.h"

#include <fmt/format.h>

#include <sys/stat.h>

#include <fstream>
#include <iostream>

namespace usher::house {

using namespace protocol;

namespace {

constexpr int done = 0;
constexpr int refused = 1;
constexpr int badInput = 2;

int complain(const std::string& what, int code = refused) {
    std::cerr << what << '\n';
    return code;
}

int complain(const vault::Problems& problems) {
    for (const auto& problem : problems)
        std::cerr << vault::toText(problem) << '\n';
    return badInput;
}

/// The setup of the file, or, if none is named, the one the journal last saw.
std::optional<Setup> setupFor(const Path& outlet, const Path& data) {
    if (!outlet.empty()) {
        auto reading = setup::read(outlet);
        if (auto* good = std::get_if<Setup>(&reading))
            return std::move(*good);
        return std::nullopt;
    }
    auto opened = journal::Archive::open(data);
    auto* archive = std::get_if<journal::Archive>(&opened);
    if (archive == nullptr)
        return std::nullopt;
    std::optional<Setup> last;
    auto loaded = archive->load();
    if (auto* good = std::get_if<journal::Loaded>(&loaded)) {
        if (good->snapshot)
            last = good->snapshot->setup;
        for (const Record& record : good->tail)
            if (const auto* adopted = std::get_if<SetupAdopted>(&record.event))
                last = adopted->setup;
    }
    return last;
}

/// Why nothing may be written there; empty if it may. What is in the outlet's own directory is not
/// written over, nor a device or a pipe.
std::string objectionTo(const Path& target, const Path& data) {
    std::error_code none;
    const Path own = std::filesystem::weakly_canonical(std::filesystem::absolute(data), none);
    Path folder = std::filesystem::weakly_canonical(std::filesystem::absolute(target), none);
    while (folder != own && folder.has_relative_path())
        folder = folder.parent_path();
    if (folder == own)
        return target.string() + " is in the outlet's own directory; name a file elsewhere";
    if (std::filesystem::exists(target, none) && !std::filesystem::is_regular_file(target, none))
        return target.string() + " is not a file";
    return {};
}

/// By which a demo knows its own: gone as soon as somebody's own registers come.
Path demoMark(const Path& data) {
    return data / "demo";
}

/// `setup`: whose tiers the cards must have; none: any, and one unknown here counts as ordinary.
int takeCards(const Path& data, const Path& file, const Setup* setup) {
    if (!vault::forbidCoreDumps())
        std::cerr << "the kernel would not forbid core dumps\n";
    auto opened = vault::VaultFile::open(data);
    if (auto* trouble = std::get_if<vault::Trouble>(&opened))
        return complain(trouble->what);
    const auto outcome = vault::importCards(std::get<vault::VaultFile>(opened), file, setup);
    if (const auto* problems = std::get_if<vault::Problems>(&outcome))
        return complain(*problems);
    std::error_code none;
    std::filesystem::remove(demoMark(data), none);
    std::cout << fmt::format("{} cards; the file itself is no longer needed\n",
                             std::get<std::size_t>(outcome));
    return done;
}

} // namespace

int check(const Path& outlet, bool explain) {
    const auto reading = setup::read(outlet);
    if (const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading)) {
        for (const auto& problem : *problems)
            std::cerr << setup::toText(problem) << '\n';
        return badInput;
    }
    const Setup& good = std::get<Setup>(reading);
    const auto page = explain ? setup::wall : setup::explain;
    std::cout << page(good, setup::Language::Chinese) << '\n'
              << page(good, setup::Language::English);
    return done;
}

int verify(const Path& data, const Path& acknowledged) {
    const Replayed result = replay(data, acknowledged);
    for (const std::string& difference : result.differences)
        std::cerr << difference << '\n';
    if (!result.differences.empty())
        return refused;
    std::cout << fmt::format("clean: {} events replayed, {} snapshots compared\n", result.events,
                             result.snapshots);
    return done;
}

int summary(const Path& data, const Path& acknowledged, const Path& to) {
    const Replayed result = replay(data, acknowledged);
    for (const std::string& difference : result.differences)
        std::cerr << difference << '\n';
    if (result.events == 0)
        return refused; // no journal, or not one that can be read: zeros would be a lie
    if (const auto objection = to.empty() ? std::string{} : objectionTo(to, data);
        !objection.empty())
        return complain(objection, badInput);
    const std::string text = toJson(result.summary);
    std::cout << text << '\n';
    if (!to.empty() && !(std::ofstream{to} << text << '\n'))
        return complain(to.string() + " cannot be written");
    return result.differences.empty() ? done : refused;
}

int enrol(const Path& data, const Address& address, const std::string& name,
          const std::string& role, const std::string& ownKey) {
    const auto known = roleFromText(role);
    if (!known)
        return complain("there is no role " + role +
                            "; it is one of kiosk, counter, lobby, hall, head-office, admin",
                        badInput);
    const auto device = DeviceId::parse(name);
    if (!device)
        return complain("a device's name is 1 to 31 of the characters a-z A-Z 0-9 . _ -", badInput);
    if (holdsCard(name))
        return complain("this name could be a card number; choose another", badInput);
    if (*device == hand())
        return complain(name + " is usher-ctl's own name: the broker enrols it when it starts",
                        badInput);
    std::error_code none;
    if (!std::filesystem::is_directory(data, none))
        return complain("there is no directory " + data.string() +
                        ": name the outlet's; a new one is made by import-staff, or mkdir -m 700");
    const auto path = enrolDevice(data, address, *device, *known, ownKey);
    if (const auto* failure = std::get_if<transport::Failure>(&path))
        return complain(failure->what);
    std::cout << std::get<Path>(path).string() << '\n';
    return done;
}

int revoke(const Path& data, const std::string& name) {
    if (!std::filesystem::exists(data / "vault.db"))
        return complain("nobody was ever enrolled in " + data.string());
    auto opened = vault::VaultFile::open(data);
    if (auto* trouble = std::get_if<vault::Trouble>(&opened))
        return complain(trouble->what);
    const auto device = DeviceId::parse(name);
    if (!device)
        return complain("no device is called " + name, badInput);
    if (const auto trouble = vault::revoke(std::get<vault::VaultFile>(opened), *device))
        return complain(trouble->what);
    std::error_code error;
    std::filesystem::remove(data / "keys" / (name + ".json"), error);
    std::cout << name << " is revoked; a running broker heeds it within a second\n";
    return done;
}

int listDevices(const Path& data) {
    if (!std::filesystem::exists(data / "vault.db"))
        return complain("nobody was ever enrolled in " + data.string());
    auto opened = vault::VaultFile::open(data);
    if (auto* trouble = std::get_if<vault::Trouble>(&opened))
        return complain(trouble->what);
    const auto all = vault::devices(std::get<vault::VaultFile>(opened));
    if (const auto* trouble = std::get_if<vault::Trouble>(&all))
        return complain(trouble->what);
    for (const vault::Device& device : std::get<std::vector<vault::Device>>(all))
        std::cout << fmt::format("{:<16} {:<12} {}\n", device.name.view(), toText(device.role),
                                 device.revokedAt ? "revoked" : device.publicKey);
    return done;
}

int importCards(const Path& data, const Path& file, const Path& outlet) {
    const auto setup = setupFor(outlet, data);
    if (!setup && !outlet.empty())
        return complain(outlet.string() + " is not a good outlet file; see usher-broker check",
                        badInput);
    return takeCards(data, file, setup ? &*setup : nullptr);
}

int importStaff(const Path& data, const Path& file) {
    if (!vault::forbidCoreDumps())
        std::cerr << "the kernel would not forbid core dumps\n";
    auto opened = vault::VaultFile::open(data);
    if (auto* trouble = std::get_if<vault::Trouble>(&opened))
        return complain(trouble->what);
    const auto outcome = vault::importStaff(std::get<vault::VaultFile>(opened), file);
    if (const auto* problems = std::get_if<vault::Problems>(&outcome))
        return complain(*problems);
    std::error_code none;
    std::filesystem::remove(demoMark(data), none);
    std::cout << fmt::format("{} people; the file itself is no longer needed\n",
                             std::get<std::size_t>(outcome));
    return done;
}

int backup(const Path& data, const Path& to) {
    ::umask(S_IRWXG | S_IRWXO); // half a copy is nobody else's either
    if (const auto objection = objectionTo(to, data); !objection.empty())
        return complain(objection, badInput);
    std::error_code none;
    if (std::filesystem::exists(to, none) &&
        std::holds_alternative<journal::Trouble>(journal::look(to, journal::Care::Swift)))
        return complain(to.string() + " is there and no copy of a journal; name another file",
                        badInput);
    auto opened = journal::Archive::open(data);
    if (auto* trouble = std::get_if<journal::Trouble>(&opened))
        return complain(trouble->what);
    if (const auto trouble = std::get<journal::Archive>(opened).backup(to))
        return complain(trouble->what);
    std::cout << "copied to " << to.string() << '\n';
    return done;
}

namespace {

/// An older journal is left for the next start to bring up to date.
journal::Outcome endSessions(const Path& data) {
    if (auto present = journal::Archive::open(data);
        std::holds_alternative<journal::Trouble>(present))
        return std::nullopt;
    auto opened = journal::SqliteJournal::open(data, [](const std::function<void()>&) {});
    if (auto* trouble = std::get_if<journal::Trouble>(&opened))
        return std::move(*trouble);
    return SessionKeys::distrust(*std::get<std::unique_ptr<journal::SqliteJournal>>(opened));
}

} // namespace

int restore(const Path& data, const Path& from) {
    const auto objection = [](journal::Archive& copy) -> journal::Outcome {
        const Replayed result = replay(copy);
        if (result.differences.empty())
            return std::nullopt;
        return journal::Trouble{journal::Category::Damaged, result.differences.front()};
    };
    const auto outcome = journal::restore(from, data, objection);
    if (const auto* trouble = std::get_if<journal::Trouble>(&outcome))
        return complain(trouble->what);
    const Path& aside = std::get<journal::Restored>(outcome).aside;
    std::cout << "restored"
              << (aside.empty() ? "" : "; the journal that was there is now " + aside.string())
              << '\n';
    if (const auto trouble = endSessions(data))
        return complain("whoever was signed on when the copy was made still is; restore again. " +
                        trouble->what);
    return verify(data, {});
}

int demo(const Path& data, const Path& outlet, const Path& people, const Address& address) {
    const auto setup = setupFor(outlet, data);
    if (!setup)
        return check(outlet, false);
    // A bank's own registers are not replaced by invented people, whose PINs everybody knows.
    const Path mark = demoMark(data);
    if (!std::filesystem::exists(mark) && (std::filesystem::exists(data / "vault.db") ||
                                           std::filesystem::exists(data / journal::journalName)))
        return complain(data.string() + " is an outlet's already, and no demo's; name another "
                                        "directory");
    // The people are made for the large demo outlet; a small one has fewer tiers.
    int worst = takeCards(data, people / "cards.csv", nullptr);
    worst = std::max(worst, importStaff(data, people / "staff.csv"));
    if (!(std::ofstream{mark} << "invented people; their PINs are public\n"))
        return complain(mark.string() + " cannot be written");
    std::vector<std::pair<std::string, std::string>> devices{
        {"K1", "kiosk"}, {"K2", "kiosk"}, {"K3", "kiosk"}, {"L1", "lobby"},
        {"L2", "lobby"}, {"L3", "lobby"}, {"H1", "hall"}};
    int windows = 0;
    for (const Counter& counter : setup->counters)
        if (!setup->find(counter.zone)->selfService)
            devices.emplace_back("W" + std::to_string(++windows), "counter");
    for (const auto& [name, role] : devices)
        if (!std::filesystem::exists(data / "keys" / (name + ".json")))
            worst = std::max(worst, enrol(data, address, name, role, {}));
        else if (const auto trouble = readdress(data, address, name))
            worst = std::max(worst, complain(*trouble));
    return worst;
}

} // namespace usher::house
