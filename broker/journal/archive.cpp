#include "broker/journal/archive.h"

#include "broker/journal/backup.h"
#include "broker/journal/files.h"
#include "broker/journal/holder.h"
#include "broker/journal/schema.h"
#include "broker/wire/codec.h"

#include <algorithm>

namespace usher::journal {

namespace {

using protocol::Record;
using protocol::Sequence;

constexpr const char* putBack = ". Put a backup back: usher-broker restore --data DIR FILE";

Trouble damagedAt(Sequence sequence, const std::string& what) {
    return {Category::Damaged,
            "the journal is damaged at record " + std::to_string(sequence) + ": " + what + putBack};
}

Row rowOf(const Statement& row) {
    Row found{static_cast<Sequence>(row.integer(0)),
              row.integer(1),
              row.text(2),
              {},
              row.bytes(4),
              row.text(5),
              row.text(6)};
    if (!row.isNull(3))
        found.staff = row.text(3);
    return found;
}

std::variant<Record, Trouble> recordOf(const Row& row) {
    auto event = wire::decodeEvent(row.body);
    if (const auto* bad = std::get_if<wire::BadBytes>(&event))
        return damagedAt(row.sequence, "its event cannot be read at " + bad->where);
    Record record{row.sequence,
                  {row.at},
                  {},
                  {},
                  {},
                  std::string{row.what},
                  std::get<protocol::Event>(std::move(event))};
    if (const auto by = protocol::DeviceId::parse(row.by))
        record.by = *by;
    else if (!row.by.empty())
        return damagedAt(row.sequence, "no device has such a name");
    if (row.staff && !(record.staff = protocol::StaffId::parse(*row.staff)))
        return damagedAt(row.sequence, "nobody has such a staff id");
    const auto cause = commandIdFrom(row.cause);
    if (!cause)
        return damagedAt(row.sequence, "its command's id is not 16 bytes");
    record.cause = *cause;
    return record;
}

/// The last record of what an accepted command did, written in one transaction with its answer.
Sequence spokenOfIn(const engine::Reply& reply) {
    const auto* answer = std::get_if<protocol::Answer>(&reply);
    const auto* accepted = answer != nullptr ? std::get_if<protocol::Accepted>(answer) : nullptr;
    return accepted != nullptr ? accepted->version : 0;
}

} // namespace

std::variant<Archive, Trouble> Archive::open(const std::filesystem::path& dir) {
    const auto file = dir / journalName;
    // Who holds it has looked, and must not again: when a process closes any descriptor of a file,
    // all its locks on that file go, SQLite's too (fcntl(2)). The next program that reads the
    // journal would take itself for the last to close it, and delete the log under the broker.
    if (Holder::isHere(dir))
        return connect(file);
    auto looked = look(file, Care::Swift);
    if (auto* trouble = std::get_if<Trouble>(&looked))
        return std::move(*trouble);
    const int version = std::get<int>(looked);
    if (version == 0)
        return Trouble{Category::Other, "there is no journal in " + dir.string()};
    if (version < schemaVersion)
        return Trouble{Category::Other, file.string() + " has an older format (" +
                                            std::to_string(version) +
                                            "): start the broker once to bring it up to date"};
    return connect(file);
}

std::variant<Archive, Trouble> Archive::connect(const std::filesystem::path& file,
                                                Database::Access access) {
    auto opened = Database::open(file, access);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return std::move(*trouble);
    Archive archive;
    archive.database_ = std::make_unique<Database>(std::get<Database>(std::move(opened)));
    archive.recall_ = {*archive.database_, "SELECT by, at, reply FROM answers WHERE id = ?"};
    return archive;
}

std::variant<Hash, Trouble> Archive::hashAt(Sequence sequence) {
    if (sequence == 0)
        return Hash{};
    Statement find{*database_, "SELECT hash FROM events WHERE sequence = ?"};
    if (!find.with(sequence).row())
        return find.trouble() ? *find.trouble() : damagedAt(sequence, "it is missing");
    const auto hash = hashFrom(find.bytes(0));
    if (!hash)
        return damagedAt(sequence, "it has no hash");
    return *hash;
}

Outcome Archive::forEachRecord(Sequence from, const std::function<bool(const Record&)>& each) {
    Sequence next = from == 0 ? 1 : from;
    auto before = hashAt(next - 1);
    if (auto* trouble = std::get_if<Trouble>(&before))
        return std::move(*trouble);
    auto hash = std::get<Hash>(before);
    Statement read{*database_, "SELECT sequence, at, by, staff, cause, what, body, hash "
                               "FROM events WHERE sequence >= ? ORDER BY sequence"};
    read.with(next);
    for (; read.row(); ++next) {
        const Row row = rowOf(read);
        if (row.sequence != next)
            return damagedAt(next, "it is missing");
        hash = chained(hash, row);
        if (hashFrom(read.bytes(7)) != hash)
            return damagedAt(next, "it does not fit its hash");
        auto record = recordOf(row);
        if (auto* trouble = std::get_if<Trouble>(&record))
            return std::move(*trouble);
        if (!each(std::get<Record>(record)))
            return std::nullopt;
    }
    if (read.trouble())
        return damagedAt(next, read.trouble()->what);
    return std::nullopt;
}

std::variant<Loaded, Trouble> Archive::load() {
    const auto last = database_->number("SELECT coalesce(max(sequence), 0) FROM events");
    if (!last)
        return database_->trouble();
    Loaded loaded;
    loaded.last = static_cast<Sequence>(*last);
    for (const Sequence sequence : snapshots()) {
        if (sequence > loaded.last)
            continue;
        auto found = snapshot(sequence);
        if (auto* good = std::get_if<protocol::Snapshot>(&found)) {
            loaded.snapshot = std::move(*good);
            break;
        }
    }
    const Sequence from = loaded.snapshot ? loaded.snapshot->sequence + 1 : 1;
    loaded.tail.reserve(loaded.last + 1 - from);
    auto trouble = forEachRecord(from, [&](const Record& record) {
        loaded.tail.push_back(record);
        return true;
    });
    if (trouble)
        return std::move(*trouble);
    return loaded;
}

Verdict Archive::verify() {
    Verdict verdict;
    const auto trouble = forEachRecord(1, [&](const Record& record) {
        verdict.last = record.sequence;
        return true;
    });
    if (trouble) {
        verdict.damaged = verdict.last + 1;
        verdict.what = trouble->what;
    } else if (const auto pages = database_->quickCheck()) {
        verdict.damaged = 0;
        verdict.what = "every record is there, but the file is damaged: " + pages->what;
    } else if (const auto beside = readWhatIsBeside(verdict.last)) {
        verdict.damaged = 0;
        verdict.what =
            "every record up to " + std::to_string(verdict.last) + " is there, but " + beside->what;
    }
    return verdict;
}

Outcome Archive::readWhatIsBeside(Sequence last) {
    const auto beyond = [](const std::string& who, Sequence sequence) {
        return Trouble{Category::Damaged, who + " of record " + std::to_string(sequence) + putBack};
    };
    if (const auto all = snapshots(); !all.empty() && all.front() > last)
        return beyond("there is a snapshot", all.front());
    Sequence spokenOf = 0;
    Statement read{*database_, "SELECT id, by, reply, lower(hex(id)) FROM answers"};
    while (read.row()) {
        const bool ourOwn = read.text(1).empty(); // what the broker does of itself
        const auto reply = wire::decodeReply(read.text(2));
        if (!commandIdFrom(read.bytes(0)) ||
            (!ourOwn && !protocol::DeviceId::parse(read.text(1))) ||
            std::holds_alternative<wire::BadBytes>(reply))
            return Trouble{Category::Damaged, "the remembered answer to command " +
                                                  std::string{read.text(3)} + " cannot be read"};
        spokenOf = std::max(spokenOf, spokenOfIn(std::get<engine::Reply>(reply)));
    }
    if (!read.trouble() && spokenOf > last)
        return beyond("an answer speaks", spokenOf);
    return read.trouble();
}

std::vector<Sequence> Archive::snapshots() {
    std::vector<Sequence> found;
    Statement list{*database_, "SELECT sequence FROM snapshots ORDER BY sequence DESC"};
    while (list.row())
        found.push_back(static_cast<Sequence>(list.integer(0)));
    return found;
}

std::variant<protocol::Snapshot, Trouble> Archive::snapshot(Sequence sequence) {
    Statement find{*database_, "SELECT body, seal FROM snapshots WHERE sequence = ?"};
    if (!find.with(sequence).row())
        return find.trouble().value_or(Trouble{Category::Other, "there is no such snapshot"});
    if (hashFrom(find.bytes(1)) != sealOf(sequence, find.text(0)))
        return Trouble{Category::Damaged, "the snapshot does not fit its hash"};
    auto decoded = wire::decodeSnapshot(find.text(0));
    if (const auto* bad = std::get_if<wire::BadBytes>(&decoded))
        return Trouble{Category::Damaged, "the snapshot cannot be read at " + bad->where};
    // What an older Usher counted for itself, and this one counts otherwise, only the events tell.
    if (wire::encode(std::get<protocol::Snapshot>(decoded)) != find.text(0))
        return Trouble{Category::Older, "the snapshot was written by an older Usher"};
    return std::get<protocol::Snapshot>(std::move(decoded));
}

std::variant<std::optional<engine::Remembered>, Trouble>
Archive::recall(const protocol::CommandId& id) {
    const IdBytes key = toBytes(id);
    if (!recall_.with(key).row()) {
        const Outcome trouble = recall_.trouble();
        recall_.reset();
        if (trouble)
            return *trouble;
        return std::nullopt;
    }
    auto reply = wire::decodeReply(recall_.text(2));
    const auto by = protocol::DeviceId::parse(recall_.text(0));
    const protocol::Moment at{recall_.integer(1)};
    recall_.reset();
    if (std::holds_alternative<wire::BadBytes>(reply))
        return Trouble{Category::Damaged, "a remembered answer cannot be read"};
    return engine::Remembered{id, by.value_or(protocol::DeviceId{}), at,
                              std::get<engine::Reply>(std::move(reply))};
}

Outcome Archive::forEachAnswer(
    const std::function<void(const protocol::CommandId&, protocol::Moment, Heard::Was)>& each) {
    Statement read{*database_,
                   "SELECT id, at, " + std::string{isRefusal} + " FROM answers ORDER BY at"};
    while (read.row())
        // One that is no id is nobody's: no command could ask for it.
        if (const auto id = commandIdFrom(read.bytes(0)))
            each(*id, {read.integer(1)},
                 read.integer(2) != 0 ? Heard::Was::Refused : Heard::Was::Answered);
    return read.trouble();
}

std::optional<std::string> Archive::meta(std::string_view key) {
    Statement find{*database_, "SELECT value FROM meta WHERE key = ?"};
    if (!find.with(key).row())
        return std::nullopt;
    return std::string{find.text(0)};
}

Outcome Archive::backup(const std::filesystem::path& to) {
    return copyDatabase(*database_, to);
}

} // namespace usher::journal
