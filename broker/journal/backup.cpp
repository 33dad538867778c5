#include "broker/journal/backup.h"

#include "broker/journal/files.h"
#include "broker/journal/holder.h"
#include "broker/journal/schema.h"

#include <sqlite3.h>

namespace usher::journal {

namespace {

namespace fs = std::filesystem;

Outcome copyPages(Database& from, const fs::path& to) {
    auto opened = Database::open(to, Database::Access::Create);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return std::move(*trouble);
    auto& copy = std::get<Database>(opened);
    sqlite3_backup* backup = sqlite3_backup_init(copy.handle(), "main", from.handle(), "main");
    if (backup == nullptr)
        return copy.trouble();
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK)
        return copy.trouble();
    return copy.quickCheck();
}

/// A name nobody has taken, so that restoring twice keeps both.
fs::path asideOf(const fs::path& file) {
    std::error_code failure;
    for (int count = 1;; ++count) {
        fs::path aside = file.string() + ".replaced-" + std::to_string(count);
        if (!fs::exists(aside, failure))
            return aside;
    }
}

/// Keeps the journal under another name, together with what its log still holds.
std::variant<fs::path, Trouble> keepAside(const fs::path& file) {
    if (auto old = Database::open(file, Database::Access::Write);
        std::holds_alternative<Database>(old))
        (void)std::get<Database>(old).run("PRAGMA wal_checkpoint(TRUNCATE)"); // damaged: keep as is
    const fs::path aside = asideOf(file);
    std::error_code failure;
    fs::create_hard_link(file, aside, failure);
    const fs::path log = file.string() + "-wal";
    if (!failure && fs::exists(log))
        fs::create_hard_link(log, aside.string() + "-wal", failure);
    if (failure)
        return Trouble{Category::Other, aside.string() + ": " + failure.message()};
    if (auto trouble = syncDirectory(file.parent_path()))
        return std::move(*trouble);
    fs::remove(log, failure);
    fs::remove(file.string() + "-shm", failure);
    return aside;
}

/// Of a copy that has just been made, and that nobody else knows.
Outcome judge(const fs::path& copy, const fs::path& from, const Objection& objection) {
    auto opened = Archive::connect(copy, Database::Access::Look);
    Outcome trouble;
    if (auto* closed = std::get_if<Trouble>(&opened))
        trouble = std::move(*closed);
    else
        trouble = objection(std::get<Archive>(opened));
    if (trouble)
        trouble->what = from.string() +
                        " is no good copy, and nothing was changed; name another. " + trouble->what;
    return trouble;
}

} // namespace

Outcome objectionTo(Archive& copy) {
    const Verdict verdict = copy.verify();
    if (!verdict.damaged)
        return std::nullopt;
    return Trouble{Category::Damaged, verdict.what};
}

Outcome copyDatabase(Database& from, const fs::path& to) {
    const fs::path part = to.string() + ".part";
    removeDatabase(part);
    if (auto trouble = copyPages(from, part)) {
        removeDatabase(part);
        return trouble;
    }
    std::error_code failure;
    fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, failure);
    return moveInto(part, to);
}

std::variant<Restored, Trouble> restore(const fs::path& from, const fs::path& dir,
                                        const Objection& objection) {
    auto held = Holder::take(dir);
    if (auto* trouble = std::get_if<Trouble>(&held))
        return std::move(*trouble);
    auto looked = look(from, Care::Thorough);
    if (auto* trouble = std::get_if<Trouble>(&looked))
        return std::move(*trouble);
    if (std::get<int>(looked) == 0)
        return Trouble{Category::Other, "there is no file " + from.string()};
    auto opened = Database::open(from, Database::Access::Look);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return std::move(*trouble);

    const fs::path file = dir / journalName;
    const fs::path incoming = file.string() + ".restored";
    if (auto trouble = copyDatabase(std::get<Database>(opened), incoming))
        return std::move(*trouble);
    if (std::get<int>(looked) == schemaVersion)
        if (auto trouble = judge(incoming, from, objection)) {
            removeDatabase(incoming);
            return std::move(*trouble);
        }
    Restored restored;
    if (fs::exists(file)) {
        auto aside = keepAside(file);
        if (auto* trouble = std::get_if<Trouble>(&aside))
            return std::move(*trouble);
        restored.aside = std::get<fs::path>(aside);
    }
    if (auto trouble = giveToOwnerOf(dir, incoming))
        return std::move(*trouble);
    if (auto trouble = moveInto(incoming, file))
        return std::move(*trouble);
    return restored;
}

} // namespace usher::journal
