#include "tests/faults/session.h"

#include "broker/journal/files.h"
#include "broker/wire/codec.h"
#include "tests/faults/drive.h"

#include <cassert>
#include <future>

namespace usher::faults {

namespace {

namespace fs = std::filesystem;
using journal::Database;
using journal::Statement;
using journal::Trouble;

fs::path inMemory() {
    std::error_code none;
    const fs::path memory = "/dev/shm";
    return fs::is_directory(memory, none) ? memory : fs::temp_directory_path();
}

} // namespace

Folder::Folder() : test::Folder{inMemory()} {}

std::variant<std::unique_ptr<Session>, std::string> Session::open(const fs::path& dir,
                                                                  journal::LogLimits limits) {
    std::unique_ptr<Session> session{new Session{dir}};
    // On the disk's thread: so it is known how far the tape was.
    auto opened = journal::SqliteJournal::open(
        dir, [](const auto& job) { job(); }, limits);
    if (const auto* trouble = std::get_if<Trouble>(&opened))
        return trouble->what;
    session->journal_ = std::get<std::unique_ptr<journal::SqliteJournal>>(std::move(opened));
    return session;
}

void Session::begin(engine::Batch batch, std::function<void(Told)> told) {
    journal_->commit(std::move(batch), [told = std::move(told)](bool well) {
        told({well, Drive::the().length()});
    });
}

Session::Told Session::commit(engine::Batch batch) {
    std::promise<Told> told;
    begin(std::move(batch), [&](Told said) { told.set_value(said); });
    return told.get_future().get();
}

Session::Told Session::note(const std::string& key, const std::string& value) {
    const bool well = !journal_->setMeta(key, value);
    return {well, Drive::the().length()};
}

void Session::startReading() {
    stopReading();
    auto opened = Database::open(dir_ / journal::journalName, Database::Access::Read);
    if (!std::holds_alternative<Database>(opened))
        return;
    beside_ = std::get<Database>(std::move(opened));
    reading_ = {*beside_, "SELECT sequence FROM events"};
    (void)reading_.row();
}

void Session::stopReading() {
    reading_ = {};
    beside_.reset();
}

std::optional<std::string> Session::readRecords(Content& content) {
    auto& archive = journal_->archive();
    auto trouble = archive.forEachRecord(1, [&](const protocol::Record& record) {
        content.records.push_back(wire::encode(record));
        return true;
    });
    if (trouble)
        return trouble->what;
    const auto loaded = archive.load();
    if (const auto* failed = std::get_if<Trouble>(&loaded))
        return "load: " + failed->what;
    if (std::get<journal::Loaded>(loaded).last != content.records.size())
        return "load and the table do not agree how many records there are";
    return std::nullopt;
}

std::optional<std::string> Session::readBesides(Content& content) {
    auto& archive = journal_->archive();
    for (const auto sequence : archive.snapshots()) {
        const auto snapshot = archive.snapshot(sequence);
        if (const auto* trouble = std::get_if<Trouble>(&snapshot))
            return "snapshot: " + trouble->what;
        content.snapshots[sequence] = wire::encode(std::get<protocol::Snapshot>(snapshot));
    }
    auto opened = Database::open(dir_ / journal::journalName, Database::Access::Read);
    if (const auto* trouble = std::get_if<Trouble>(&opened))
        return trouble->what;
    auto& database = std::get<Database>(opened);
    Statement ids{database, "SELECT id FROM answers"};
    while (ids.row()) {
        const auto id = journal::commandIdFrom(ids.bytes(0));
        const auto answer = id ? journal_->recall(*id) : std::nullopt;
        if (!answer)
            return "an answer cannot be recalled";
        content.answers[protocol::toHex(*id)] = wire::encode(answer->reply);
    }
    Statement notes{database, "SELECT key, value FROM meta WHERE key <> 'proof'"};
    while (notes.row())
        content.notes[std::string{notes.text(0)}] = std::string{notes.text(1)};
    for (const Statement* statement : {&ids, &notes})
        if (statement->trouble())
            return statement->trouble()->what;
    return std::nullopt;
}

std::optional<std::string> Session::verify() {
    const auto verdict = journal_->archive().verify();
    if (verdict.damaged)
        return verdict.what;
    return std::nullopt;
}

std::variant<Content, std::string> Session::read() {
    Content content;
    if (auto trouble = readRecords(content))
        return std::move(*trouble);
    if (auto trouble = readBesides(content))
        return std::move(*trouble);
    return content;
}

} // namespace usher::faults
