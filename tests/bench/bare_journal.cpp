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

std::size_t Rows::answers() const {
    std::size_t all = 0;
    for (const Written& one : groups)
        all += one.answers.size();
    return all;
}

Rows BareJournal::rows(const std::vector<Group>& groups, std::size_t first) {
    Rows rows;
    std::int64_t sequence = 0;
    for (std::size_t i = 0; i < first; ++i)
        sequence += static_cast<std::int64_t>(groups[i].records);
    sqlite3_stmt* schema = prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (sqlite3_step(schema) == SQLITE_ROW)
        rows.schema.push_back(cellOf(schema, 0).bytes);
    sqlite3_finalize(schema);
    sqlite3_stmt* event = prepare("SELECT sequence, at, by, staff, cause, what, body, hash "
                                  "FROM events WHERE sequence = ?");
    sqlite3_stmt* answer = prepare("SELECT id, by, at, reply FROM answers WHERE id = ?");
    const auto take = [](sqlite3_stmt* read, std::vector<Cells>& into) {
        if (sqlite3_step(read) == SQLITE_ROW)
            into.push_back(cellsOf(read));
        sqlite3_reset(read);
    };
    for (std::size_t i = first; i < groups.size(); ++i) {
        Rows::Written& written = rows.groups.emplace_back();
        for (std::size_t n = 0; n < groups[i].records; ++n) {
            sqlite3_bind_int64(event, 1, ++sequence);
            take(event, written.events);
        }
        for (const protocol::CommandId& id : groups[i].answers) {
            const auto bytes = journal::toBytes(id);
            sqlite3_bind_blob(answer, 1, bytes.data(), static_cast<int>(bytes.size()),
                              SQLITE_TRANSIENT);
            take(answer, written.answers);
        }
    }
    sqlite3_finalize(event);
    sqlite3_finalize(answer);
    return rows;
}

double BareJournal::replay(const Rows& rows) {
    const auto begun = Clock::now();
    for (const Rows::Written& group : rows.groups) {
        run("BEGIN IMMEDIATE");
        for (const Cells& cells : group.events)
            insertEvent(cells);
        for (const Cells& cells : group.answers)
            insertAnswer(cells);
        run("COMMIT");
    }
    return seconds(Clock::now() - begun);
}

void BareJournal::make(const std::vector<std::string>& schema) {
    for (const std::string& sql : schema)
        run(sql.c_str());
    addEvent_ = prepare("INSERT INTO events(sequence, at, by, staff, cause, what, body, hash) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    addAnswer_ = prepare("INSERT INTO answers(id, by, at, reply) VALUES(?, ?, ?, ?)");
}

void BareJournal::season() {
    const std::string write = "INSERT OR REPLACE INTO meta(key, value) VALUES('season', ";
    run((write + "'" + std::string(seasoning, 'x') + "')").c_str());
    run((write + "'')").c_str());
}

void BareJournal::insertEvent(const Cells& cells) {
    insert(addEvent_, cells);
}
void BareJournal::insertAnswer(const Cells& cells) {
    insert(addAnswer_, cells);
}

std::size_t BareJournal::textBytes() {
    sqlite3_stmt* sum = prepare("SELECT sum(length(body)) FROM events");
    const bool read = sqlite3_step(sum) == SQLITE_ROW;
    const auto bytes = static_cast<std::size_t>(read ? sqlite3_column_int64(sum, 0) : 0);
    sqlite3_finalize(sum);
    return bytes;
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

} // namespace usher::bench
