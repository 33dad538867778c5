#include "broker/journal/database.h"

#include <sqlite3.h>

#include <cassert>
#include <cerrno>
#include <cstring>

namespace usher::journal {

namespace {

constexpr int busyMs = 5000;

Category categoryOf(int code, int systemError) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return Category::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Category::Damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Category::Busy;
    case SQLITE_IOERR:
        return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG
                   ? Category::Full
                   : Category::Other;
    default:
        return Category::Other;
    }
}

/// What a person can do about it, to go behind what happened.
const char* remedyFor(int code, Category category) {
    if (category == Category::Full)
        return "; make room on its disk";
    switch (code & 0xff) {
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return "; this user must be able to write to it and to its directory";
    case SQLITE_BUSY:
        return "; another program has it: try again";
    case SQLITE_NOTADB:
        return "; put a copy of it back";
    default:
        return "";
    }
}

/// Right after the call that failed: SQLite keeps no system error for a failed COMMIT, so errno
/// must still be the one of its last write.
Trouble troubleOf(sqlite3* handle) {
    const int systemError = errno;
    const int code = sqlite3_extended_errcode(handle);
    const Category category = categoryOf(code, systemError);
    const char* file = sqlite3_db_filename(handle, "main");
    return {category, std::string{file != nullptr ? file : ""} + ": " + sqlite3_errmsg(handle) +
                          remedyFor(code, category)};
}

/// A write-ahead log that holds something: then the file alone is not the whole story.
bool hasLog(const std::filesystem::path& file) {
    std::error_code none;
    const auto size = std::filesystem::file_size(file.string() + "-wal", none);
    return !none && size > 0;
}

std::string asUri(const std::filesystem::path& file) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#')
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

} // namespace

Trouble cannot(const std::filesystem::path& what, int error) {
    const bool full = error == ENOSPC || error == EDQUOT;
    const bool barred = error == EACCES || error == EPERM || error == EROFS;
    return {full ? Category::Full : Category::Other,
            what.string() + ": " + std::strerror(error) +
                (full     ? "; make room on its disk"
                 : barred ? "; this user must be able to read it and to write there"
                          : "")};
}

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

std::variant<Database, Trouble> Database::open(const std::filesystem::path& file, Access access) {
    const bool writes = access == Access::Write || access == Access::Create;
    const bool alone = access == Access::Look && !hasLog(file);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    flags |= access == Access::Create ? SQLITE_OPEN_CREATE : 0;
    flags |= alone ? SQLITE_OPEN_URI : 0;
    const std::string name = alone ? asUri(file) : file.string();

    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    Database database;
    database.handle_.reset(handle);
    if (code != SQLITE_OK)
        return Trouble{categoryOf(code, errno), file.string() + ": " + sqlite3_errstr(code) +
                                                    remedyFor(code, categoryOf(code, errno))};
    sqlite3_busy_timeout(handle, busyMs);
    if (!writes) // who only reads must not tidy up the log of who writes
        database.keepLog();
    const char* manners = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                          "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL";
    if (auto trouble = database.run(manners))
        return std::move(*trouble);
    return database;
}

Outcome Database::run(const std::string& sql) {
    errno = 0;
    if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return trouble();
    return std::nullopt;
}

std::optional<std::int64_t> Database::number(std::string_view sql) {
    Statement statement{*this, sql};
    if (!statement.row())
        return std::nullopt;
    return statement.integer(0);
}

Outcome Database::quickCheck() {
    Statement check{*this, "PRAGMA quick_check(1)"};
    if (!check.row())
        return check.trouble() ? check.trouble() : Trouble{Category::Damaged, "cannot be checked"};
    if (check.text(0) != "ok")
        return Trouble{Category::Damaged, std::string{check.text(0)}};
    return std::nullopt;
}

bool Database::moveLog() {
    return sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                                     nullptr) != SQLITE_IOERR_FSYNC;
}

void Database::keepLog() {
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

bool Database::inTransaction() const {
    return sqlite3_get_autocommit(handle()) == 0;
}

Trouble Database::trouble() const {
    return troubleOf(handle());
}

std::string Database::words() const {
    return sqlite3_errmsg(handle());
}

Statement::Statement(Database& database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    statement_.reset(statement);
    if (code != SQLITE_OK)
        trouble_ = database.trouble();
}

void Statement::Finalise::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::take(int code) {
    if (code != SQLITE_OK && !trouble_)
        trouble_ = troubleOf(sqlite3_db_handle(statement_.get()));
}

bool Statement::row() {
    if (trouble_ || !statement_)
        return false;
    errno = 0;
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        take(code);
    return false;
}

Outcome Statement::finish() {
    while (row()) {
    }
    Outcome outcome = trouble_;
    reset();
    return outcome;
}

void Statement::reset() {
    if (!statement_)
        return; // it never was one: the trouble stays
    sqlite3_reset(statement_.get());
    trouble_.reset();
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto* text = sqlite3_column_text(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

Bytes Statement::bytes(int column) const {
    const void* blob = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return {static_cast<const unsigned char*>(blob), static_cast<std::size_t>(size)};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::bind(int index, std::int64_t value) {
    if (statement_)
        take(sqlite3_bind_int64(statement_.get(), index, value));
}

void Statement::bind(int index, std::string_view value) {
    const char* text = value.data() != nullptr ? value.data() : "";
    if (statement_)
        take(sqlite3_bind_text64(statement_.get(), index, text, value.size(), SQLITE_STATIC,
                                 SQLITE_UTF8));
}

void Statement::bind(int index, Bytes value) {
    const void* blob = value.data() != nullptr ? static_cast<const void*>(value.data()) : "";
    if (statement_)
        take(sqlite3_bind_blob64(statement_.get(), index, blob, value.size(), SQLITE_STATIC));
}

void Statement::bind(int index, std::nullptr_t) {
    if (statement_)
        take(sqlite3_bind_null(statement_.get(), index));
}

Transaction::Transaction(Database& database)
    : database_{database}, trouble_{database.run("BEGIN IMMEDIATE")} {}

Transaction::~Transaction() {
    // Some failures have rolled back already; a rollback that fails leaves nothing committed.
    if (!trouble_ && database_.inTransaction())
        (void)database_.run("ROLLBACK");
}

Outcome Transaction::commit() {
    assert(!trouble_);
    return database_.run("COMMIT");
}

} // namespace usher::journal
