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

/// What a journal holds: its tables, its events in order, its answers by command.
struct Rows {
    std::vector<std::string> schema;
    std::vector<Cells> events;
    std::map<protocol::CommandId, Cells> answers;
};

class BareJournal {
public:
    /// An open database with our pragmas: WAL, synchronous=FULL.
    explicit BareJournal(const std::filesystem::path& file);
    BareJournal(const BareJournal&) = delete;
    BareJournal& operator=(const BareJournal&) = delete;
    ~BareJournal();

    /// Requires that no engine has the file.
    [[nodiscard]] Rows rows();
    void make(const std::vector<std::string>& schema);
    void run(const char* sql);
    void insertEvent(const Cells& cells);
    void insertAnswer(const Cells& cells);
    /// The newest snapshot and the events after it, every column touched; how many bytes.
    [[nodiscard]] std::size_t readTail();

private:
    [[nodiscard]] sqlite3_stmt* prepare(const char* sql);

    sqlite3* handle_{};
    sqlite3_stmt* addEvent_{};
    sqlite3_stmt* addAnswer_{};
};

/// Writes the groups from `first` on again into a new `file`, after those before it; the seconds
/// these took.
[[nodiscard]] double replay(const Rows& rows, const std::vector<Group>& groups, std::size_t first,
                            const std::filesystem::path& file);

} // namespace usher::bench
