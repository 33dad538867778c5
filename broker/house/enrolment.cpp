#include "broker/house/enrolment.h"

#include "broker/house/run.h"
#include "broker/journal/archive.h"
#include "broker/journal/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace usher::house {

using namespace protocol;
namespace fs = std::filesystem;
using transport::Failure;

namespace {

std::string endpoint(const std::string& host, int port) {
    return fmt::format("tcp://{}:{}", host, port);
}

fs::path keyPath(const fs::path& data, const DeviceId& name) {
    return data / "keys" / (name.str() + ".json");
}

transport::Trouble makeKeysFolder(const fs::path& data) {
    std::error_code error;
    fs::create_directories(data / "keys", error);
    if (!error)
        fs::permissions(data / "keys", fs::perms::owner_all, error);
    if (!error)
        return std::nullopt;
    return journal::cannot(data / "keys", error.value()).what;
}

/// Neither a key file without a device nor a device without its key file.
journal::Outcome enrolWith(vault::VaultFile& vault, const fs::path& path,
                           const wire::KeyFile& file) {
    const fs::path part = path.string() + ".new";
    std::error_code none;
    if (const auto trouble = transport::writeKeyFile(part, file)) {
        fs::remove(part, none);
        return vault::Trouble{journal::Category::Other, *trouble};
    }
    auto trouble = vault::enrol(vault, file.name, file.role, file.publicKey);
    if (trouble) {
        fs::remove(part, none);
    } else if ((trouble = journal::moveInto(part, path))) {
        fs::remove(part, none);
        (void)vault::revoke(vault, file.name);
    }
    return trouble;
}

} // namespace

const DeviceId& hand() {
    static const DeviceId name = named<DeviceId>("ctl");
    return name;
}

std::string Address::door() const {
    return endpoint(host, port);
}
std::string Address::staff() const {
    return endpoint(host, port + 1);
}
std::string Address::board() const {
    return endpoint(host, port + 2);
}

Address addressOf(const fs::path& data) {
    Address address{.port = defaultPort};
    auto archive = journal::Archive::open(data);
    if (auto* open = std::get_if<journal::Archive>(&archive)) {
        if (const auto port = open->meta("port"))
            std::from_chars(port->data(), port->data() + port->size(), address.port);
        // Listening everywhere is no address to go to.
        if (const auto host = open->meta("listen"); host && *host != "0.0.0.0" && *host != "*")
            address.host = *host;
    }
    return address;
}

transport::Outcome<fs::path> enrolDevice(const fs::path& data, const Address& address,
                                         const DeviceId& name, Role role,
                                         const std::string& ownKey) {
    if (const auto trouble = makeKeysFolder(data))
        return Failure{*trouble};
    auto broker = transport::brokerKeys(data / "broker.key");
    if (auto* failure = std::get_if<Failure>(&broker))
        return *failure;
    const transport::KeyPair keys =
        ownKey.empty() ? transport::newKeyPair() : transport::KeyPair{ownKey, {}};
    if (transport::isPublished(keys.publicKey))
        return Failure{"this key is printed in a manual; make one of your own"};

    auto vault = vault::VaultFile::open(data);
    if (auto* trouble = std::get_if<vault::Trouble>(&vault))
        return Failure{trouble->what};
    const fs::path path = keyPath(data, name);
    const wire::KeyFile file{name,
                             role,
                             address.door(),
                             address.staff(),
                             address.board(),
                             std::get<transport::KeyPair>(broker).publicKey,
                             keys.publicKey,
                             keys.secretKey};
    if (const auto trouble = enrolWith(std::get<vault::VaultFile>(vault), path, file))
        return Failure{trouble->what};
    return path;
}

transport::Outcome<bool> hasRun(const fs::path& data) {
    std::error_code none;
    if (!fs::exists(data / "vault.db", none))
        return false;
    auto vault = vault::VaultFile::open(data);
    if (const auto* trouble = std::get_if<vault::Trouble>(&vault))
        return Failure{trouble->what};
    const auto all = vault::devices(std::get<vault::VaultFile>(vault));
    if (const auto* trouble = std::get_if<vault::Trouble>(&all))
        return Failure{trouble->what};
    const auto& devices = std::get<std::vector<vault::Device>>(all);
    return std::any_of(devices.begin(), devices.end(),
                       [](const vault::Device& device) { return device.name == hand(); });
}

transport::Outcome<bool> readyHand(const fs::path& data, bool known) {
    const bool whole = std::holds_alternative<wire::KeyFile>(
        transport::readKeyFile(keyPath(data, hand()).string()));
    if (known && whole) {
        if (const auto trouble = readdress(data, addressOf(data), hand().str()))
            return Failure{*trouble};
        return false;
    }
    // A new vault or a new key of the broker: the old file opens nothing.
    if (const auto trouble = makeKeysFolder(data))
        return Failure{*trouble};
    if (known) {
        auto vault = vault::VaultFile::open(data);
        if (const auto* trouble = std::get_if<vault::Trouble>(&vault))
            return Failure{trouble->what};
        if (const auto trouble = vault::revoke(std::get<vault::VaultFile>(vault), hand()))
            return Failure{trouble->what};
    }
    auto made = enrolDevice(data, addressOf(data), hand(), Role::Administrator);
    if (auto* failure = std::get_if<Failure>(&made))
        return *failure;
    return known;
}

transport::Trouble readdress(const fs::path& data, const Address& address,
                             const std::string& name) {
    const std::string path = (data / "keys" / (name + ".json")).string();
    auto read = transport::readKeyFile(path);
    if (const auto* failure = std::get_if<Failure>(&read))
        return failure->what;
    auto& file = std::get<wire::KeyFile>(read);
    if (file.door == address.door())
        return std::nullopt;
    file.door = address.door();
    file.staff = address.staff();
    file.board = address.board();
    return transport::writeKeyFile(path, file);
}

} // namespace usher::house
