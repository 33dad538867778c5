#include "broker/journal/writer.h"

#include "broker/journal/heard.h"
#include "broker/journal/schema.h"
#include "broker/wire/codec.h"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>

namespace usher::journal {

namespace {

constexpr std::int64_t snapshotsKept = 3;

int noteLog(void* pages, sqlite3*, const char*, int count) {
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

} // namespace

Writer::Writer(Database database, const std::filesystem::path& file)
    : database_{std::move(database)},
      addEvent_{database_, "INSERT INTO events(sequence, at, by, staff, cause, what, body, hash) "
                           "VALUES(?, ?, ?, ?, ?, ?, ?, ?)"},
      addAnswer_{database_, "INSERT INTO answers(id, by, at, reply) VALUES(?, ?, ?, ?) "
                            "ON CONFLICT DO NOTHING"}, // the first answer stands
      addSnapshot_{database_, "INSERT OR REPLACE INTO snapshots(sequence, at, body, seal) "
                              "VALUES(?, ?, ?, ?)"},
      dropSnapshots_{database_, "DELETE FROM snapshots WHERE sequence NOT IN "
                                "(SELECT sequence FROM snapshots ORDER BY sequence DESC LIMIT ?)"},
      dropAnswers_{database_, "DELETE FROM answers WHERE id IN "
                              "(SELECT id FROM answers WHERE at < ? ORDER BY at LIMIT ?)"},
      dropRefusal_{database_, "DELETE FROM answers WHERE id = ? AND " + std::string{isRefusal}},
      setMeta_{database_, "INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)"}, file_{file},
      log_{file.string() + "-wal"} {
    // In place of SQLite's own hook, which would checkpoint inside a commit.
    sqlite3_wal_hook(database_.handle(), noteLog, &logPages_);
}

std::variant<std::unique_ptr<Writer>, Trouble> Writer::open(const std::filesystem::path& file) {
    auto opened = Database::open(file, Database::Access::Write);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return std::move(*trouble);
    std::unique_ptr<Writer> writer{new Writer{std::get<Database>(std::move(opened)), file}};
    if (auto trouble = writer->begin())
        return std::move(*trouble);
    return writer;
}

Outcome Writer::begin() {
    // What a killed broker wrote can be read, and may be on no disk: it is moved into the file and
    // synced there before anybody is told of it.
    const char* manners = "PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=16777216;"
                          "PRAGMA wal_checkpoint(TRUNCATE)";
    if (auto trouble = database_.run(manners)) {
        database_.keepLog();
        return trouble;
    }
    fileAtFirst_ = identityOf(file_);
    logAtFirst_ = identityOf(log_);
    Statement end{database_, "SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1"};
    if (end.row()) {
        last_ = static_cast<protocol::Sequence>(end.integer(0));
        const auto hash = hashFrom(end.bytes(1));
        if (!hash)
            return Trouble{Category::Damaged, "the journal's last record has no hash"};
        hash_ = *hash;
    }
    return end.trouble();
}

Outcome Writer::write(const engine::Batch& batch, std::span<const protocol::CommandId> surplus) {
    if (auto gone = logGone())
        return gone;
    Outcome outcome = orCovered(put(batch, surplus));
    if (!outcome)
        (void)logGone(); // moves what was just written too, before anybody is told of it
    return outcome;
}

Outcome Writer::logGone() {
    const bool fileThere = identityOf(file_) == fileAtFirst_;
    if (!logGone_ && fileThere && identityOf(log_) == logAtFirst_)
        return std::nullopt;
    logGone_ = true;
    (void)database_.moveLog();
    if (!fileThere)
        return Trouble{Category::Damaged,
                       file_.string() + " was moved away while the broker wrote to it. Everything "
                                        "acknowledged is in that file: stop the broker, put it "
                                        "back, and start it again"};
    return Trouble{Category::Damaged, log_.string() +
                                          " was removed while the broker wrote to it. What was "
                                          "acknowledged has been moved into the journal: stop the "
                                          "broker and start it again"};
}

/// A commit that failed at its sync lies whole in the log, and a start would take it for done. What
/// is written next lies over it; so something is, before anybody is told that it failed.
Outcome Writer::orCovered(Outcome trouble) {
    if (trouble)
        (void)mark();
    return trouble;
}

Outcome Writer::mark() {
    return note("proof", std::to_string(++proofs_));
}

Outcome Writer::put(const engine::Batch& batch, std::span<const protocol::CommandId> surplus) {
    Transaction transaction{database_};
    if (transaction.trouble())
        return transaction.trouble();
    if (batch.snapshot)
        if (auto trouble = add(*batch.snapshot))
            return trouble;
    Hash hash = hash_;
    auto last = last_;
    for (const auto& record : batch.records) {
        assert(record.sequence == last + 1);
        if (auto trouble = add(record, hash))
            return trouble;
        last = record.sequence;
    }
    protocol::Moment now{};
    for (const auto& answer : batch.answers) {
        if (auto trouble = add(answer))
            return trouble;
        now = std::max(now, answer.at);
    }
    if (!batch.answers.empty())
        if (auto trouble = forget(now, 2 * batch.answers.size() + 16))
            return trouble;
    for (const auto& id : surplus)
        if (auto trouble = dropRefusal_.with(toBytes(id)).finish())
            return trouble;
    if (batch.records.empty() && batch.answers.empty() && !batch.snapshot)
        if (auto trouble = mark())
            return trouble;
    if (auto trouble = transaction.commit())
        return trouble;
    hash_ = hash;
    last_ = last;
    return std::nullopt;
}

Outcome Writer::add(const protocol::Record& record, Hash& hash) {
    const std::string body = wire::encode(record.event);
    const IdBytes cause = toBytes(record.cause);
    Row row{record.sequence, record.at.ms, record.by.view(), {}, cause, record.what, body};
    if (record.staff)
        row.staff = record.staff->view();
    hash = chained(hash, row);
    if (row.staff)
        addEvent_.with(row.sequence, row.at, row.by, *row.staff, row.cause, row.what, row.body,
                       hash);
    else
        addEvent_.with(row.sequence, row.at, row.by, nullptr, row.cause, row.what, row.body, hash);
    return addEvent_.finish();
}

Outcome Writer::add(const engine::Remembered& answer) {
    const std::string reply = wire::encode(answer.reply);
    const IdBytes id = toBytes(answer.id);
    return addAnswer_.with(id, answer.by.view(), answer.at.ms, reply).finish();
}

Outcome Writer::add(const protocol::Snapshot& snapshot) {
    const std::string body = wire::encode(snapshot);
    const Hash seal = sealOf(snapshot.sequence, body);
    if (auto trouble = addSnapshot_.with(snapshot.sequence, snapshot.at.ms, body, seal).finish())
        return trouble;
    return dropSnapshots_.with(snapshotsKept).finish();
}

Outcome Writer::forget(protocol::Moment now, std::size_t atMost) {
    return dropAnswers_.with((now - answersKept).ms, static_cast<std::int64_t>(atMost)).finish();
}

Outcome Writer::setMeta(std::string_view key, std::string_view value) {
    return orCovered(note(key, value));
}

Outcome Writer::note(std::string_view key, std::string_view value) {
    return setMeta_.with(key, value).finish();
}

} // namespace usher::journal
