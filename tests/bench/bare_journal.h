// SQLite with nothing around it: the same tables, the same bytes, prepared statements in a loop.
#pragma once

#include "tests/bench/works.h"

#include <filesystem>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace usher::bench {

/// A column's value, bound as it was read.
struct Cell {
    enum class Kind { Null, Integer, Text, Blob } kind{Kind::Null};
    std::int64_t integer{};
    std::string bytes;
};
using Cells = std::vector<Cell>;

/// What some groups wrote, transaction by transaction.
struct Rows {
    struct Written {
        std::vector<Cells> events;
        std::vector<Cells> answers;
    };
    std::vector<std::string> schema;
    std::vector<Written> groups;

    [[nodiscard]] std::size_t answers() const;
};

class BareJournal {
public:
    /// An open database with our pragmas: WAL, synchronous=FULL.
    explicit BareJournal(const std::filesystem::path& file);
    BareJournal(const BareJournal&) = delete;
    BareJournal& operator=(const BareJournal&) = delete;
    ~BareJournal();

    /// Of the groups from `first` on.
    [[nodiscard]] Rows rows(const std::vector<Group>& groups, std::size_t first);
    /// Writes them all; the seconds it took. Requires make().
    [[nodiscard]] double replay(const Rows& rows);
    void make(const std::vector<std::string>& schema);
    /// Fills its log until it is started over, as season() does for ours. Requires a table `meta`.
    void season();
    void run(const char* sql);
    void insertEvent(const Cells& cells);
    void insertAnswer(const Cells& cells);
    /// The newest snapshot and the events after it, every column touched; how many bytes.
    [[nodiscard]] std::size_t readTail();
    /// What all events say, as text.
    [[nodiscard]] std::size_t textBytes();

private:
    [[nodiscard]] sqlite3_stmt* prepare(const char* sql);

    sqlite3* handle_{};
    sqlite3_stmt* addEvent_{};
    sqlite3_stmt* addAnswer_{};
};

} // namespace usher::bench
