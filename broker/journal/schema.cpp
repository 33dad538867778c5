#include "broker/journal/schema.h"

#include "broker/journal/chain.h"
#include "broker/journal/files.h"

#include <array>
#include <cassert>
#include <fstream>

namespace usher::journal {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t swiftBytesMax = 64U << 20U;
constexpr const char* whatToDo = ". It was left as it is. Keep a copy of it, then put a backup "
                                 "back: usher-broker restore --data DIR FILE";

constexpr const char* firstTables = R"(
CREATE TABLE events(
    sequence INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL, -- milliseconds since 1970, UTC
    by       TEXT NOT NULL,    -- device; empty: the broker itself
    staff    TEXT,
    cause    BLOB NOT NULL,    -- command id, 16 bytes
    what     TEXT NOT NULL,    -- command name
    body     TEXT NOT NULL     -- the event as JSON
) STRICT;
CREATE TABLE answers(
    id    BLOB PRIMARY KEY,
    by    TEXT NOT NULL,
    at    INTEGER NOT NULL,
    reply TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshots(
    sequence INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    body     TEXT NOT NULL
) STRICT;
CREATE TABLE meta(
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)";

constexpr const char* secondTables = R"(
ALTER TABLE events ADD COLUMN hash BLOB NOT NULL DEFAULT x'';    -- of this row and those before
ALTER TABLE snapshots ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
CREATE INDEX answersByAge ON answers(at);
)";

Outcome chainEvents(Database& database) {
    Statement next{database, "SELECT sequence, at, by, staff, cause, what, body FROM events "
                             "WHERE sequence > ? ORDER BY sequence LIMIT 1"};
    Statement mark{database, "UPDATE events SET hash = ? WHERE sequence = ?"};
    Hash hash{};
    std::int64_t last = 0;
    while (next.with(last).row()) {
        Row row{static_cast<std::uint64_t>(next.integer(0)),
                next.integer(1),
                next.text(2),
                {},
                next.bytes(4),
                next.text(5),
                next.text(6)};
        if (!next.isNull(3))
            row.staff = next.text(3);
        hash = chained(hash, row);
        last = next.integer(0);
        next.reset();
        if (auto trouble = mark.with(hash, last).finish())
            return trouble;
    }
    return next.trouble();
}

Outcome sealSnapshots(Database& database) {
    Statement next{database, "SELECT sequence, body FROM snapshots "
                             "WHERE sequence > ? ORDER BY sequence LIMIT 1"};
    Statement mark{database, "UPDATE snapshots SET seal = ? WHERE sequence = ?"};
    std::int64_t last = -1;
    while (next.with(last).row()) {
        last = next.integer(0);
        const Hash seal = sealOf(static_cast<std::uint64_t>(last), next.text(1));
        next.reset();
        if (auto trouble = mark.with(seal, last).finish())
            return trouble;
    }
    return next.trouble();
}

/// From the version before to this one.
Outcome step(Database& database, int version) {
    if (version == 1)
        return database.run(firstTables);
    assert(version == 2);
    if (auto trouble = database.run(secondTables))
        return trouble;
    if (auto trouble = chainEvents(database))
        return trouble;
    return sealSnapshots(database);
}

Outcome climb(Database& database, int from, int to) {
    Transaction transaction{database};
    if (transaction.trouble())
        return transaction.trouble();
    for (int version = from + 1; version <= to; ++version)
        if (auto trouble = step(database, version))
            return trouble;
    const std::string stamps = "PRAGMA application_id=" + std::to_string(applicationId) +
                               "; PRAGMA user_version=" + std::to_string(to);
    if (auto trouble = database.run(stamps))
        return trouble;
    return transaction.commit();
}

/// Why the first hundred bytes are not those of a journal; SQLite's file format, section 1.3.
const char* headerObjection(const fs::path& file) {
    std::array<char, 100> header{};
    std::ifstream in{file, std::ios::binary};
    if (!in)
        return "cannot be read by this user: see whose it is";
    if (!in.read(header.data(), header.size()))
        return "is shorter than any database";
    if (std::string_view{header.data(), 16} != std::string_view{"SQLite format 3\0", 16})
        return "is not a database";
    std::uint32_t application{};
    for (std::size_t i = 68; i < 72; ++i)
        application = application << 8U | static_cast<unsigned char>(header[i]);
    return application == applicationId ? nullptr : "is a database, but not an Usher journal";
}

Outcome migrate(const fs::path& file, int from) {
    auto opened = Database::open(file, Database::Access::Write);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return std::move(*trouble);
    auto& database = std::get<Database>(opened);
    const fs::path copy = file.string() + ".format-" + std::to_string(from);
    const fs::path part = copy.string() + ".part";
    removeDatabase(part);
    if (auto trouble = Statement{database, "VACUUM INTO ?"}.with(part.string()).finish())
        return trouble;
    if (auto trouble = moveInto(part, copy))
        return trouble;
    if (auto trouble = climb(database, from, schemaVersion))
        return trouble;
    return database.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace

std::variant<int, Trouble> look(const fs::path& file, Care care) {
    std::error_code failure;
    if (!fs::exists(file, failure) && !failure)
        return 0;
    if (failure)
        return cannot(file, failure.value());
    const auto damaged = [&](const std::string& what) {
        return Trouble{Category::Damaged, file.string() + " " + what + whatToDo};
    };
    if (const char* objection = headerObjection(file))
        return damaged(objection);
    auto opened = Database::open(file, Database::Access::Look);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return trouble->category == Category::Damaged
                   ? damaged("cannot be opened: " + trouble->what)
                   : std::move(*trouble);
    auto& database = std::get<Database>(opened);
    const auto version = database.number("PRAGMA user_version");
    if (!version || *version < 1)
        return damaged("cannot be read: " + database.words());
    if (*version > schemaVersion)
        return Trouble{Category::Other,
                       file.string() + " was written by a newer Usher (format " +
                           std::to_string(*version) + ", this one knows " +
                           std::to_string(schemaVersion) +
                           "). It was left as it is. Start the newer version, or put back a "
                           "backup made by this one: usher-broker restore --data DIR FILE"};
    const auto tables = database.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' "
                                        "AND name IN ('events','answers','snapshots','meta')");
    if (tables != 4)
        return damaged("lacks tables");
    if (care == Care::Thorough || fs::file_size(file, failure) <= swiftBytesMax)
        if (auto trouble = database.quickCheck())
            return damaged("is damaged: " + trouble->what);
    return static_cast<int>(*version);
}

Outcome create(const fs::path& file, int version) {
    const fs::path part = file.string() + ".new";
    removeDatabase(part);
    {
        auto opened = Database::open(part, Database::Access::Create);
        if (auto* trouble = std::get_if<Trouble>(&opened))
            return std::move(*trouble);
        auto& database = std::get<Database>(opened);
        if (auto trouble = climb(database, 0, version))
            return trouble;
        if (auto trouble = database.run("PRAGMA journal_mode=WAL"))
            return trouble;
    }
    std::error_code failure;
    fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, failure);
    return moveInto(part, file);
}

Outcome prepare(const fs::path& file) {
    auto looked = look(file, Care::Swift);
    if (auto* trouble = std::get_if<Trouble>(&looked))
        return std::move(*trouble);
    const int version = std::get<int>(looked);
    if (version == 0)
        return create(file);
    return version < schemaVersion ? migrate(file, version) : std::nullopt;
}

} // namespace usher::journal
