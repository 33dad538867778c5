// SQLite, held by its owner: a connection, a statement, a transaction.
//
// What goes wrong comes back as a value and never as an exception. A statement remembers its first
// trouble, so a caller may bind and step in peace and look once. A connection belongs to one
// thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

namespace usher::journal {

enum class Category {
    Full,    ///< no room: make some and go on
    Damaged, ///< not our file, or no longer in order
    Busy,    ///< somebody else has it
    Older,   ///< good, but not in today's words
    Other
};

struct Trouble {
    Category category{Category::Other};
    std::string what; ///< what happened and, where a person can help, what to do
};

/// Nothing means that all went well.
using Outcome = std::optional<Trouble>;
using Bytes = std::span<const unsigned char>;

/// What a system call could not do with `what`, and what to do about it.
[[nodiscard]] Trouble cannot(const std::filesystem::path& what, int error);

class Database {
public:
    enum class Access {
        Look,  ///< reads only, and leaves no trace beside the file
        Read,  ///< reads beside a writer
        Write, ///< the file must be there
        Create
    };
    /// With Write and Create: foreign keys, full synchronisation, no trust in the schema.
    static std::variant<Database, Trouble> open(const std::filesystem::path& file, Access access);

    /// One statement or several, whose rows nobody wants.
    [[nodiscard]] Outcome run(const std::string& sql);
    /// The first column of the first row; nothing if there is no row or it failed.
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view sql);
    /// Whether the file is in order, as `PRAGMA quick_check`: about 1 ms a mebibyte.
    [[nodiscard]] Outcome quickCheck();
    /// Moves as much of the write-ahead log into the file as nobody still reads. False: a sync
    /// failed, and what SQLite believes to be in the file may not be on the disk.
    [[nodiscard]] bool moveLog();
    /// Whoever closes last moves the log and deletes it; not so this connection.
    void keepLog();
    [[nodiscard]] bool inTransaction() const;
    /// What SQLite last said of this connection: the file, what happened, what to do.
    [[nodiscard]] Trouble trouble() const;
    /// What happened, and no more.
    [[nodiscard]] std::string words() const;
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

class Statement {
public:
    Statement() = default;
    Statement(Database& database, std::string_view sql);

    /// Starts afresh with these values; text and bytes must live until the last row is read.
    template <class... Values>
    Statement& with(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    /// True: a row is there to read. False: that was the last, or there is trouble.
    [[nodiscard]] bool row();
    /// Steps to the end, for a statement that gives no rows.
    [[nodiscard]] Outcome finish();
    /// Lets go of what it read; a reader that does not would keep the log from starting over.
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] Bytes bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] const Outcome& trouble() const { return trouble_; }

private:
    void bind(int index, std::int64_t value);
    void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::string_view value);
    void bind(int index, Bytes value);
    void bind(int index, std::nullptr_t);
    void take(int code);

    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalise> statement_;
    Outcome trouble_;
};

/// BEGIN IMMEDIATE; what was not committed is rolled back when it goes.
class Transaction {
public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// Why it could not begin.
    [[nodiscard]] const Outcome& trouble() const { return trouble_; }
    [[nodiscard]] Outcome commit();

private:
    Database& database_;
    Outcome trouble_;
};

} // namespace usher::journal
