#include "tests/faults/scenes.h"

#include "broker/journal/files.h"

#include <algorithm>
#include <array>

namespace usher::faults {

namespace {

using journal::Database;

Tally cutEverywhere(const Setting& setting, const Pains& pains) {
    Tally total;
    for (std::uint64_t seed = 1; seed <= pains.workloads; ++seed)
        total.add(tryOut(setting, seed, pains.effort).tally);
    return total;
}

std::function<Tally(const Pains&)> lives(const Setting& setting) {
    return [setting](const Pains& pains) { return cutEverywhere(setting, pains); };
}

/// Reads and writes come by the hundred, syncs by the dozen, the others are few.
int strideOf(Act act, int stride) {
    if (act == Act::Read || act == Act::Write)
        return stride;
    return std::max(1, stride / (act == Act::Sync ? 4 : 8));
}

std::function<Tally(const Pains&)> failing(Act act, Manner manner, bool lasting) {
    return [=](const Pains& pains) {
        Setting setting;
        setting.shape.batches = 4;
        setting.fault = Fault{act, 1, lasting, manner};
        return tryEvery(setting, strideOf(act, pains.stride), pains.effort);
    };
}

/// More records, and the checkpointer's own thread: no two tapes are quite alike. Such a journal
/// takes its time to open, so only after one step in many.
Tally cutUnderLoad(Pains pains) {
    Setting setting;
    setting.shape = {2, 12, 30, {48, 100'000}};
    pains.effort.every *= 24;
    return cutEverywhere(setting, pains);
}

Setting upgrade() {
    Setting setting;
    setting.shape.lives = 1;
    setting.shape.batches = 3;
    setting.olderRecords = 60;
    return setting;
}

/// A failed sync of the file that is not the first since the log began, and somebody who asks
/// SQLite to move the log again as if all was well. `byHand`: that is us, else the journal decides.
Tally moveAgain(const Pains& pains, bool byHand) {
    const Folder folder;
    auto& drive = Drive::the();
    drive.watch(folder.path());
    Ledger ledger;
    world::Dice dice{pains.effort.from, 1};
    std::uint64_t attempt = 0;
    const journal::LogLimits never{1 << 30, 1 << 30};
    auto opened = Session::open(folder.path(), byHand ? never : journal::LogLimits{60, 60});
    auto& session = *std::get<std::unique_ptr<Session>>(opened);
    const auto move = [&] {
        auto other = Database::open(folder.path() / journal::journalName, Database::Access::Write);
        if (byHand)
            (void)std::get<Database>(other).moveLog();
    };
    const auto commit = [&](int count) {
        for (int i = 0; i < count; ++i) {
            const auto last = ledger.sure().records.size();
            auto batch = makeBatch(last, ++attempt, 40, dice);
            ledger.given(drive.length(), with(ledger.sure(), batch));
            const auto told = session.commit(std::move(batch));
            ledger.told(told.at, told.well);
        }
    };
    commit(4);
    session.startReading();
    commit(8);
    move(); // as far as nobody reads it, and so without a sync of the file
    session.stopReading();
    drive.plan({Act::Sync, 1, false, Manner::Error, journal::journalName});
    move();
    move();
    commit(8);
    std::get<std::unique_ptr<Session>>(opened).reset();
    drive.mend();
    Effort effort = pains.effort;
    effort.every *= 24; // there are many, and much in each
    effort.first = drive.struck().value_or(0);
    const auto tape = drive.tape();
    drive.stopWatching();
    Tally tally = Aftermath{effort, Platter{}}.of(tape, ledger);
    tally.trials = effort.first > 0 ? 1 : 0;
    return tally;
}

Setting lying(std::function<bool(std::string_view)> lies) {
    Setting setting;
    setting.lies = std::move(lies);
    return setting;
}

const std::array all{
    Scene{"power-cuts", "killed or cut off after every step of three lives", lives({})},
    Scene{"power-cuts-busy", "the same under more load, with the checkpointer's thread",
          cutUnderLoad},
    Scene{"power-cuts-upgrade",
          "the same while a journal of the first format is brought up to date",
          [](Pains pains) {
              pains.effort.every *= 2;
              return cutEverywhere(upgrade(), pains);
          }},
    Scene{"sync-fails", "one sync fails, and what it was for is lost",
          failing(Act::Sync, Manner::Error, false)},
    Scene{"syncs-fail", "and so do all after it, until the disk is mended",
          failing(Act::Sync, Manner::Error, true)},
    Scene{"file-sync-fails", "a sync of the file fails after part of the log was moved",
          [](const Pains& pains) { return moveAgain(pains, false); }},
    Scene{"write-fails", "one write fails", failing(Act::Write, Manner::Error, false)},
    Scene{"writes-fail", "and so do all after it", failing(Act::Write, Manner::Error, true)},
    Scene{"half-a-write", "the disk is full in the middle of a write",
          failing(Act::Write, Manner::Half, false)},
    Scene{"full-disk", "the disk is full, and stays so", failing(Act::Write, Manner::NoRoom, true)},
    Scene{"truncate-fails", "a file cannot be made shorter",
          failing(Act::Truncate, Manner::Error, false)},
    Scene{"create-fails", "a file cannot be made", failing(Act::Create, Manner::NoRoom, false)},
    Scene{"delete-fails", "a file cannot be deleted", failing(Act::Delete, Manner::Error, false)},
    Scene{"rename-fails", "a finished file cannot be put into its place",
          failing(Act::Rename, Manner::Error, false)},
    Scene{"folder-sync-fails", "a file's name cannot be written through",
          failing(Act::SyncFolder, Manner::Error, false)},
    Scene{"read-fails", "one read fails", failing(Act::Read, Manner::Error, false)},
};

const std::array planted{
    Scene{"no-sync", "the drive syncs nothing, and says it did",
          lives(lying([](std::string_view) { return true; }))},
    Scene{"file-not-synced", "it lies about the database file alone",
          lives(lying([](std::string_view file) { return file == journal::journalName; }))},
    Scene{"log-not-synced", "it lies about the write-ahead log alone",
          lives(lying([](std::string_view file) { return file.ends_with("-wal"); }))},
    Scene{"one-sync-in-eight", "it lies about one sync in eight",
          lives(lying([count = 0](std::string_view) mutable { return ++count % 8 == 0; }))},
    Scene{"checkpoint-again", "after a failed sync the log is moved again as if all was well",
          [](const Pains& pains) { return moveAgain(pains, true); }},
};

} // namespace

std::span<const Scene> scenes() {
    return all;
}

std::span<const Scene> plants() {
    return planted;
}

} // namespace usher::faults
