// Whose card is whose tier. Numbers come in, keyed hashes stay.
#pragma once

#include "broker/protocol/command.h"
#include "broker/vault/register_file.h"
#include "broker/vault/vault_file.h"

namespace usher::vault {

/// Replaces the whole register by that of the file, or changes nothing and says all that is wrong.
/// Columns: card,tier,valid_from,valid_to,client_manager; days as 2026-11-23, both inclusive, or
/// empty. With a setup the tiers must be its own and the days are those of its time zone. Gives
/// back how many cards there are now.
[[nodiscard]] std::variant<std::size_t, Problems>
importCards(VaultFile& vault, const std::filesystem::path& file, const protocol::Setup* setup);

/// 12 to 19 digits whose last fits the others (ISO/IEC 7812, Luhn).
[[nodiscard]] bool looksLikeCard(std::string_view digits);

/// One statement on a connection of its own. Nothing found is an empty CardLookedUp.
class CardFinder {
public:
    explicit CardFinder(Database& database);
    [[nodiscard]] protocol::CardLookedUp find(const CardHash& hash, protocol::Moment now);

private:
    Statement find_;
};

} // namespace usher::vault
