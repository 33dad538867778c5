// Which devices may speak, in which role, and by which key.
//
// Enrolled and revoked from a command line, beside a running broker, which notices at the next
// message or within a twentieth of a second.
#pragma once

#include "broker/protocol/access.h"
#include "broker/vault/vault_file.h"

#include <chrono>
#include <map>
#include <vector>

namespace usher::vault {

struct Device {
    protocol::DeviceId name;
    protocol::Role role{};
    std::string publicKey; ///< Z85, 40 characters
    protocol::Moment enrolledAt;
    std::optional<protocol::Moment> revokedAt;
};

/// Refused while another key goes by that name, and for a key that was ever enrolled before.
[[nodiscard]] Outcome enrol(VaultFile& vault, const protocol::DeviceId& name, protocol::Role role,
                            const std::string& publicKey);
/// Refused if no device goes by that name.
[[nodiscard]] Outcome revoke(VaultFile& vault, const protocol::DeviceId& name);
/// By name, revoked ones included.
[[nodiscard]] std::variant<std::vector<Device>, Trouble> devices(VaultFile& vault);

/// For one thread, which asks at every message. Unreadable means that nobody is enrolled.
class DeviceRegister {
public:
    static std::variant<DeviceRegister, Trouble> open(const std::filesystem::path& dir);
    [[nodiscard]] std::optional<Device> byKey(std::string_view publicKey);
    [[nodiscard]] std::optional<protocol::Role> roleOf(const protocol::DeviceId& name);
    /// The key that goes by that name, as of a moment ago; empty if none does.
    [[nodiscard]] std::string keyOf(const protocol::DeviceId& name);
    /// All that are enrolled and not revoked, as of a moment ago, with their keys.
    [[nodiscard]] std::map<protocol::DeviceId, std::string> keys();

private:
    explicit DeviceRegister(Database database);
    /// Unless asked a moment ago, looks whether another process has changed anything.
    void refresh(bool now);

    std::unique_ptr<Database> database_;
    Statement version_;
    std::optional<std::int64_t> seen_;
    std::chrono::steady_clock::time_point nextLook_;
    std::map<std::string, Device, std::less<>> byKey_;
    std::map<protocol::DeviceId, protocol::Role> roles_;
    std::map<protocol::DeviceId, std::string> keys_;
};

} // namespace usher::vault
