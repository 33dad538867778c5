// The vault on disk: `vault.db`, and the key to its card hashes in a file of its own.
//
// Both are readable by their owner alone. Who has only the database cannot guess a card number from
// it; who has both can, so backups of the two belong in different places.
#pragma once

#include "broker/journal/database.h"

#include <array>

namespace usher::vault {

using journal::Database;
using journal::Outcome;
using journal::Statement;
using journal::Transaction;
using journal::Trouble;

using CardHash = std::array<unsigned char, 32>;

/// 256 random bits, in memory that is neither swapped out nor dumped.
class CardKey {
public:
    /// Reads `file`, or makes it where there is none and `mayMake`.
    static std::variant<CardKey, Trouble> open(const std::filesystem::path& file, bool mayMake);
    /// HMAC-SHA-256 over the whole number.
    [[nodiscard]] CardHash hash(std::string_view card) const;

private:
    struct Free {
        void operator()(unsigned char* key) const;
    };
    std::unique_ptr<unsigned char, Free> key_;
};

class VaultFile {
public:
    /// Makes the vault where there is none. A vault whose key is missing is refused: a new key
    /// would silently make strangers of everybody in it.
    static std::variant<VaultFile, Trouble> open(const std::filesystem::path& dir);
    /// Another connection to the same vault.
    static std::variant<Database, Trouble> connect(const std::filesystem::path& dir);

    VaultFile(VaultFile&&) = default;
    VaultFile& operator=(VaultFile&&) = default;
    /// Moves what was written into `vault.db` itself: a copy of that file alone has it.
    ~VaultFile();

    [[nodiscard]] Database& database() { return *database_; }
    [[nodiscard]] const CardKey& key() const { return key_; }

private:
    VaultFile(Database database, CardKey key)
        : database_{std::make_unique<Database>(std::move(database))}, key_{std::move(key)} {}
    std::unique_ptr<Database> database_;
    CardKey key_;
};

} // namespace usher::vault
