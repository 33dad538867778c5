#include "broker/vault/vault_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace usher::vault {

namespace {

namespace fs = std::filesystem;

constexpr int applicationId = 0x55564c54; // "UVLT"
constexpr int schemaVersion = 1;
constexpr std::size_t keyBytes = crypto_auth_hmacsha256_KEYBYTES;
static_assert(keyBytes == 32 && crypto_auth_hmacsha256_BYTES == std::tuple_size_v<CardHash>);

constexpr const char* tables = R"(
CREATE TABLE cards(
    hash          BLOB PRIMARY KEY,  -- HMAC-SHA-256 of the number
    tier          TEXT NOT NULL,
    validFrom     INTEGER NOT NULL,  -- milliseconds since 1970, UTC
    validUntil    INTEGER NOT NULL,  -- the first moment it is not
    clientManager TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE staff(
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    pin  TEXT NOT NULL               -- Argon2id, with its salt and cost
) STRICT, WITHOUT ROWID;
CREATE TABLE devices(
    publicKey  TEXT PRIMARY KEY,     -- Z85
    name       TEXT NOT NULL,
    role       TEXT NOT NULL,
    enrolledAt INTEGER NOT NULL,
    revokedAt  INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX devicesInUse ON devices(name) WHERE revokedAt IS NULL;
)";

Trouble cannot(const fs::path& file) {
    return journal::cannot(file, errno);
}

Outcome make(Database& database) {
    if (auto trouble = database.run("PRAGMA journal_mode=WAL"))
        return trouble;
    Transaction transaction{database};
    if (transaction.trouble())
        return transaction.trouble();
    if (database.number("PRAGMA user_version") != 0)
        return std::nullopt; // somebody else was faster
    if (auto trouble = database.run(tables))
        return trouble;
    const std::string stamps = "PRAGMA application_id=" + std::to_string(applicationId) +
                               "; PRAGMA user_version=" + std::to_string(schemaVersion);
    if (auto trouble = database.run(stamps))
        return trouble;
    return transaction.commit();
}

/// Nothing if this is a vault of the present version, or is still to become one.
Outcome objectionTo(Database& database, const fs::path& file) {
    const auto tablesThere = database.number("SELECT count(*) FROM sqlite_schema");
    const auto version = database.number("PRAGMA user_version");
    if (!tablesThere || !version)
        return Trouble{journal::Category::Damaged,
                       file.string() + " cannot be read: " + database.words() +
                           ". It was left as it is; put a copy of it back"};
    if (*tablesThere == 0 && *version == 0)
        return std::nullopt;
    if (database.number("PRAGMA application_id") != applicationId)
        return Trouble{journal::Category::Damaged, file.string() + " is not an Usher vault"};
    if (*version > schemaVersion)
        return Trouble{journal::Category::Other,
                       file.string() + " was written by a newer Usher; start that one"};
    return std::nullopt;
}

} // namespace

void CardKey::Free::operator()(unsigned char* key) const {
    sodium_free(key); // wipes it, too
}

std::variant<CardKey, Trouble> CardKey::open(const fs::path& file, bool mayMake) {
    CardKey key;
    if (sodium_init() >= 0)
        key.key_.reset(static_cast<unsigned char*>(sodium_malloc(keyBytes)));
    if (!key.key_)
        return Trouble{journal::Category::Other, "there is no locked memory for the card key"};
    std::error_code none;
    if (mayMake && !fs::exists(file, none)) {
        randombytes_buf(key.key_.get(), keyBytes);
        const int made =
            ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (made < 0)
            return cannot(file);
        const bool written =
            ::write(made, key.key_.get(), keyBytes) == static_cast<ssize_t>(keyBytes) &&
            fsync(made) == 0;
        close(made);
        if (!written)
            return cannot(file);
        return key;
    }
    const int there = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (there < 0)
        return Trouble{journal::Category::Other,
                       cannot(file).what + "; without it no card in the vault is known. Put it "
                                           "back, or remove vault.db and import the cards anew"};
    struct stat about {};
    const bool sound = fstat(there, &about) == 0 && about.st_size == keyBytes &&
                       ::read(there, key.key_.get(), keyBytes) == static_cast<ssize_t>(keyBytes);
    close(there);
    if (!sound)
        return Trouble{journal::Category::Damaged, file.string() + " is not a key of 32 bytes"};
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Trouble{journal::Category::Other,
                       file.string() + " may be read by others: chmod 600 it"};
    return key;
}

CardHash CardKey::hash(std::string_view card) const {
    CardHash hash{};
    crypto_auth_hmacsha256(hash.data(), reinterpret_cast<const unsigned char*>(card.data()),
                           card.size(), key_.get());
    return hash;
}

VaultFile::~VaultFile() {
    if (database_)
        (void)database_->moveLog();
}

std::variant<Database, Trouble> VaultFile::connect(const fs::path& dir) {
    return Database::open(dir / "vault.db", Database::Access::Write);
}

std::variant<VaultFile, Trouble> VaultFile::open(const fs::path& dir) {
    std::error_code failure;
    if (fs::create_directories(dir, failure))
        fs::permissions(dir, fs::perms::owner_all, failure);
    if (failure)
        return journal::cannot(dir, failure.value());
    const fs::path file = dir / "vault.db";
    const bool there = fs::exists(file, failure);
    auto key = CardKey::open(dir / "vault.key", !there);
    if (auto* trouble = std::get_if<Trouble>(&key))
        return std::move(*trouble);
    if (!there) { // with its mode from the start: SQLite gives its log the same
        const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (made < 0)
            return cannot(file);
        close(made);
    }
    auto opened = connect(dir);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return std::move(*trouble);
    auto& database = std::get<Database>(opened);
    if (auto trouble = objectionTo(database, file))
        return std::move(*trouble);
    if (database.number("PRAGMA user_version") == 0)
        if (auto trouble = make(database))
            return std::move(*trouble);
    return VaultFile{std::move(database), std::get<CardKey>(std::move(key))};
}

} // namespace usher::vault
