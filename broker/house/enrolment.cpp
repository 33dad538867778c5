#include "broker/house/enrolment.h"

#include "broker/house/run.h"
#include "broker/journal/archive.h"

#include <fmt/format.h>

#include <charconv>

namespace usher::house {

using namespace protocol;
namespace fs = std::filesystem;
using transport::Failure;

namespace {

std::string endpoint(const std::string& host, int port) {
    return fmt::format("tcp://{}:{}", host, port);
}

} // namespace

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
    std::error_code error;
    fs::create_directories(data / "keys", error);
    fs::permissions(data / "keys", fs::perms::owner_all, error);
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
    if (auto trouble = vault::enrol(std::get<vault::VaultFile>(vault), name, role, keys.publicKey))
        return Failure{trouble->what};
    const fs::path path = data / "keys" / (name.str() + ".json");
    const wire::KeyFile file{name,
                             role,
                             address.door(),
                             address.staff(),
                             address.board(),
                             std::get<transport::KeyPair>(broker).publicKey,
                             keys.publicKey,
                             keys.secretKey};
    if (auto trouble = transport::writeKeyFile(path, file))
        return Failure{*trouble};
    return path;
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
