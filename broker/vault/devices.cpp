#include "broker/vault/devices.h"

#include <algorithm>

namespace usher::vault {

namespace {

using protocol::DeviceId;
using protocol::Moment;
using protocol::Role;

constexpr std::chrono::milliseconds lookEvery{50};

constexpr std::size_t keyLength = 40;
// ZeroMQ RFC 32.
constexpr std::string_view z85 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 ".-:+=^!/*?&<>()[]{}@%$#";

Trouble refused(std::string what) {
    return {journal::Category::Other, std::move(what)};
}

std::int64_t nowMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// Rows of a name or a role this Usher does not know are nobody's.
std::variant<std::vector<Device>, Trouble> readAll(Database& database) {
    std::vector<Device> found;
    Statement list{database, "SELECT name, role, publicKey, enrolledAt, revokedAt FROM devices "
                             "ORDER BY name, enrolledAt"};
    while (list.row()) {
        const auto name = DeviceId::parse(list.text(0));
        const auto role = protocol::roleFromText(list.text(1));
        if (!name || !role)
            continue;
        Device device{*name, *role, std::string{list.text(2)}, {list.integer(3)}, std::nullopt};
        if (!list.isNull(4))
            device.revokedAt = Moment{list.integer(4)};
        found.push_back(std::move(device));
    }
    if (list.trouble())
        return *list.trouble();
    return found;
}

} // namespace

Outcome enrol(VaultFile& vault, const DeviceId& name, Role role, const std::string& publicKey) {
    if (name.empty())
        return refused("a device needs a name");
    if (publicKey.size() != keyLength || publicKey.find_first_not_of(z85) != std::string::npos)
        return refused("a public key is 40 characters of Z85");
    auto& database = vault.database();
    Transaction transaction{database};
    if (transaction.trouble())
        return transaction.trouble();
    Statement same{database, "SELECT name, revokedAt IS NOT NULL FROM devices "
                             "WHERE publicKey = ?1 OR (name = ?2 AND revokedAt IS NULL)"};
    if (same.with(publicKey, name.view()).row())
        return refused(same.text(0) == name.view() && same.integer(1) == 0
                           ? name.str() + " is enrolled already: revoke it first"
                           : "that key was enrolled before: make a new one");
    same.reset();
    Statement add{database, "INSERT INTO devices(publicKey, name, role, enrolledAt) "
                            "VALUES(?, ?, ?, ?)"};
    if (auto trouble = add.with(publicKey, name.view(), protocol::toText(role), nowMs()).finish())
        return trouble;
    return transaction.commit();
}

Outcome revoke(VaultFile& vault, const DeviceId& name) {
    auto& database = vault.database();
    Statement mark{database,
                   "UPDATE devices SET revokedAt = ? WHERE name = ? AND revokedAt IS NULL "
                   "RETURNING name"};
    const bool found = mark.with(nowMs(), name.view()).row();
    const Outcome trouble = mark.trouble();
    if (trouble || !found)
        return trouble ? trouble : refused("no device is enrolled as " + name.str());
    return mark.finish(); // only now is it committed
}

std::variant<std::vector<Device>, Trouble> devices(VaultFile& vault) {
    return readAll(vault.database());
}

std::variant<DeviceRegister, Trouble> DeviceRegister::open(const std::filesystem::path& dir) {
    auto opened = VaultFile::connect(dir);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return std::move(*trouble);
    return DeviceRegister{std::get<Database>(std::move(opened))};
}

DeviceRegister::DeviceRegister(Database database)
    : database_{std::make_unique<Database>(std::move(database))}, version_{*database_,
                                                                           "PRAGMA data_version"} {}

void DeviceRegister::refresh(bool now) {
    const auto clock = std::chrono::steady_clock::now();
    if (!now && clock < nextLook_)
        return;
    nextLook_ = clock + lookEvery;
    const std::optional<std::int64_t> version =
        version_.with().row() ? std::optional{version_.integer(0)} : std::nullopt;
    version_.reset();
    if (version && version == seen_)
        return;
    byKey_.clear();
    roles_.clear();
    keys_.clear();
    auto all = readAll(*database_);
    const auto* list = std::get_if<std::vector<Device>>(&all);
    seen_ = list != nullptr ? version : std::nullopt;
    for (const auto& device : list != nullptr ? *list : std::vector<Device>{})
        if (!device.revokedAt) {
            byKey_.emplace(device.publicKey, device);
            roles_.emplace(device.name, device.role);
            keys_.emplace(device.name, device.publicKey);
        }
}

std::optional<Device> DeviceRegister::byKey(std::string_view publicKey) {
    refresh(true); // before anything is done that it asks for, so always fresh
    const auto found = byKey_.find(publicKey);
    return found == byKey_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Role> DeviceRegister::roleOf(const DeviceId& name) {
    refresh(false);
    const auto found = roles_.find(name);
    return found == roles_.end() ? std::nullopt : std::optional{found->second};
}

std::string DeviceRegister::keyOf(const DeviceId& name) {
    refresh(false);
    const auto found = keys_.find(name);
    return found == keys_.end() ? std::string{} : found->second;
}

std::map<DeviceId, std::string> DeviceRegister::keys() {
    refresh(false);
    return keys_;
}

} // namespace usher::vault
