// Who works here, in which role, and the slow hash of each PIN.
#pragma once

#include "broker/protocol/command.h"
#include "broker/vault/register_file.h"
#include "broker/vault/vault_file.h"

namespace usher::vault {

/// What a PIN's hash costs to make: libsodium's Argon2id, interactive. Tests ask for less.
struct PinCost {
    unsigned long long passes{2};
    std::size_t memory{64U << 20U}; ///< bytes
};

/// Replaces the whole register by that of the file, or changes nothing and says all that is wrong.
/// Columns: id,name,role,pin. Gives back how many people there are now.
[[nodiscard]] std::variant<std::size_t, Problems>
importStaff(VaultFile& vault, const std::filesystem::path& file, PinCost cost = {});

/// Takes somebody in, or changes them. The PIN: 6 to 32 digits.
[[nodiscard]] Outcome setStaff(VaultFile& vault, const protocol::StaffId& id,
                               const std::string& name, protocol::StaffRole role,
                               const protocol::Secret& pin, PinCost cost = {});

/// "LobbyManager", "lobby-manager".
[[nodiscard]] std::optional<protocol::StaffRole> staffRoleFromText(std::string_view text);

/// One connection's way to check PINs; each takes as long for somebody unknown.
class PinChecker {
public:
    PinChecker(Database& database, PinCost cost);
    [[nodiscard]] protocol::PinChecked check(const protocol::SignOn& signOn);

private:
    Statement find_;
    std::string nobody_; ///< the hash of a PIN nobody has
};

} // namespace usher::vault
