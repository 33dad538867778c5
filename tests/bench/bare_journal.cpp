#include "tests/bench/bare_journal.h"

#include "tests/bench/figures.h"

#include <sqlite3.h>

#include <cassert>
#include <cstring>

namespace usher::bench {

namespace {

void check(int code, sqlite3* handle) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw std::runtime_error{std::string{"bare SQLite: "} + sqlite3_errmsg(handle)};
}

Cell cellOf(sqlite3_stmt* row, int column) {
    const auto bytes = [&](const void* from) {
        return std::string{static_cast<const char*>(from),
                           static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
    };
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return {Cell::Kind::Integer, sqlite3_column_int64(row, column), {}};
    case SQLITE_TEXT:
        return {Cell::Kind::Text, 0, bytes(sqlite3_column_text(row, column))};
    case SQLITE_BLOB:
        return {Cell::Kind::Blob, 0, bytes(sqlite3_column_blob(row, column))};
    default:
        return {};
    }
}

Cells cellsOf(sqlite3_stmt* row) {
    Cells cells;
    for (int column = 0; column < sqlite3_column_count(row); ++column)
        cells.push_back(cellOf(row, column));
    return cells;
}

void insert(sqlite3_stmt* statement, const Cells& cells) {
    int index = 0;
    for (const Cell& cell : cells) {
        ++index;
        const auto size = static_cast<int>(cell.bytes.size());
        if (cell.kind == Cell::Kind::Integer)
            sqlite3_bind_int64(statement, index, cell.integer);
        else if (cell.kind == Cell::Kind::Text)
            sqlite3_bind_text(statement, index, cell.bytes.data(), size, SQLITE_STATIC);
        else if (cell.kind == Cell::Kind::Blob)
            sqlite3_bind_blob(statement, index, cell.bytes.data(), size, SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, index);
    }
    check(sqlite3_step(statement), sqlite3_db_handle(statement));
    sqlite3_reset(statement);
}

protocol::CommandId idOf(const std::string& bytes) {
    protocol::CommandId id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.high = id.high << 8U | static_cast<unsigned char>(bytes.at(i));
        id.low = id.low << 8U | static_cast<unsigned char>(bytes.at(8 + i));
    }
    return id;
}

} // namespace

BareJournal::BareJournal(const std::filesystem::path& file) {
    check(sqlite3_open(file.c_str(), &handle_), handle_);
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
}

BareJournal::~BareJournal() {
    sqlite3_finalize(addEvent_);
    sqlite3_finalize(addAnswer_);
    sqlite3_close(handle_);
}

sqlite3_stmt* BareJournal::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr), handle_);
    return statement;
}

void BareJournal::run(const char* sql) {
    check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr), handle_);
}

Rows BareJournal::rows() {
    Rows rows;
    const auto each = [this](const char* sql, const auto& take) {
        sqlite3_stmt* read = prepare(sql);
        while (sqlite3_step(read) == SQLITE_ROW)
            take(cellsOf(read));
        sqlite3_finalize(read);
    };
    each("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL",
         [&](const Cells& cells) { rows.schema.push_back(cells[0].bytes); });
    each("SELECT sequence, at, by, staff, cause, what, body, hash FROM events ORDER BY sequence",
         [&](Cells cells) { rows.events.push_back(std::move(cells)); });
    each("SELECT id, by, at, reply FROM answers",
         [&](Cells cells) { rows.answers.emplace(idOf(cells[0].bytes), std::move(cells)); });
    return rows;
}

void BareJournal::make(const std::vector<std::string>& schema) {
    for (const std::string& sql : schema)
        run(sql.c_str());
    addEvent_ = prepare("INSERT INTO events(sequence, at, by, staff, cause, what, body, hash) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    addAnswer_ = prepare("INSERT INTO answers(id, by, at, reply) VALUES(?, ?, ?, ?)");
}

void BareJournal::insertEvent(const Cells& cells) {
    insert(addEvent_, cells);
}
void BareJournal::insertAnswer(const Cells& cells) {
    insert(addAnswer_, cells);
}

std::size_t BareJournal::readTail() {
    std::size_t bytes = 0;
    sqlite3_stmt* snapshot =
        prepare("SELECT sequence, body, seal FROM snapshots ORDER BY sequence DESC LIMIT 1");
    sqlite3_stmt* tail = prepare("SELECT sequence, at, by, staff, cause, what, body, hash "
                                 "FROM events WHERE sequence > ? ORDER BY sequence");
    std::int64_t from = 0;
    std::string copy;
    for (sqlite3_stmt* read : {snapshot, tail}) {
        if (read == tail)
            sqlite3_bind_int64(tail, 1, from);
        while (sqlite3_step(read) == SQLITE_ROW) {
            if (read == snapshot)
                from = sqlite3_column_int64(read, 0);
            for (int column = 0; column < sqlite3_column_count(read); ++column) {
                const void* value = sqlite3_column_blob(read, column);
                const auto size = static_cast<std::size_t>(sqlite3_column_bytes(read, column));
                copy.assign(static_cast<const char*>(value), value != nullptr ? size : 0);
                bytes += copy.size();
            }
        }
    }
    sqlite3_finalize(snapshot);
    sqlite3_finalize(tail);
    return bytes;
}

double replay(const Rows& rows, const std::vector<Group>& groups, std::size_t first,
              const std::filesystem::path& file) {
    BareJournal bare{file};
    bare.make(rows.schema);
    std::vector<std::vector<const Cells*>> answers; // found beforehand: that is not its work
    for (const Group& group : groups) {
        auto& found = answers.emplace_back();
        for (const auto& id : group.answers)
            if (const auto at = rows.answers.find(id); at != rows.answers.end())
                found.push_back(&at->second);
    }
    std::size_t event = 0;
    auto begun = Clock::now();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i == first)
            begun = Clock::now();
        bare.run("BEGIN IMMEDIATE");
        for (std::size_t n = 0; n < groups[i].records; ++n)
            bare.insertEvent(rows.events.at(event++));
        for (const Cells* cells : answers[i])
            bare.insertAnswer(*cells);
        bare.run("COMMIT");
    }
    return seconds(Clock::now() - begun);
}

} // namespace usher::bench
