#include "tests/faults/trial.h"

#include "broker/journal/files.h"
#include "broker/journal/schema.h"
#include "broker/wire/codec.h"

#include <cassert>
#include <fstream>
#include <iterator>

namespace usher::faults {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t stepsAfter = 120; ///< of a fault
constexpr std::uint64_t olderAttempt = 2'000'000;

/// As an Usher of the first format left it: no hashes, no seals.
Content makeFirstFormat(const fs::path& dir, std::size_t count) {
    const auto file = dir / journal::journalName;
    const bool made = !journal::create(file, 1);
    assert(made);
    auto database = std::get<journal::Database>(
        journal::Database::open(file, journal::Database::Access::Write));
    journal::Statement add{database,
                           "INSERT INTO events(sequence, at, by, staff, cause, what, body)"
                           " VALUES(?, ?, ?, ?, ?, ?, ?)"};
    journal::Statement answer{database,
                              "INSERT INTO answers(id, by, at, reply) VALUES(?, ?, ?, ?)"};
    world::Dice dice{count, 4};
    engine::Batch batch;
    while (batch.records.size() < count)
        batch = makeBatch(0, olderAttempt, 2 * count, dice);
    batch.snapshot.reset();
    for (const auto& record : batch.records) {
        const auto cause = journal::toBytes(record.cause);
        const auto body = wire::encode(record.event);
        if (record.staff)
            add.with(record.sequence, record.at.ms, record.by.view(), record.staff->view(), cause,
                     record.what, body);
        else
            add.with(record.sequence, record.at.ms, record.by.view(), nullptr, cause, record.what,
                     body);
        const auto added = add.finish();
        assert(!added);
    }
    for (const auto& one : batch.answers) {
        const auto reply = wire::encode(one.reply);
        const auto id = journal::toBytes(one.id);
        const auto added = answer.with(id, one.by.view(), one.at.ms, reply).finish();
        assert(!added);
    }
    return with({}, batch);
}

Files filesIn(const fs::path& dir) {
    Files files;
    for (const auto& entry : fs::directory_iterator(dir)) {
        std::ifstream in{entry.path(), std::ios::binary};
        files[entry.path().filename().string()] = {std::istreambuf_iterator<char>{in}, {}};
    }
    return files;
}

} // namespace

Trial tryOut(const Setting& setting, std::uint64_t seed, const Effort& effort) {
    const Folder folder;
    const auto start = setting.olderRecords > 0
                           ? makeFirstFormat(folder.path(), std::size_t(setting.olderRecords))
                           : Content{};
    const Platter platter{filesIn(folder.path())};
    auto& drive = Drive::the();
    drive.watch(folder.path());
    drive.lie(setting.lies);
    if (setting.fault)
        drive.plan(*setting.fault);
    Shape shape = setting.shape;
    shape.syncsStayBroken =
        setting.fault && setting.fault->lasting && setting.fault->act == Act::Sync;
    Workload workload{folder.path(), shape, seed, start};
    workload.run();
    drive.lie({});
    drive.mend();
    const auto tape = drive.tape();
    const auto struck = drive.struck();
    drive.stopWatching();

    Trial trial{{}, struck.has_value()};
    Effort near = effort;
    if (setting.fault && struck) {
        near.first = *struck;
        near.last = *struck + stepsAfter;
    }
    if (!setting.fault || struck)
        trial.tally = Aftermath{near, platter}.of(tape, workload.ledger());
    if (workload.complaint())
        trial.tally.complaints.push_back("while it ran: " + *workload.complaint());
    return trial;
}

Tally tryEvery(Setting setting, int stride, const Effort& effort) {
    Tally total;
    assert(setting.fault);
    for (setting.fault->nth = 1;; setting.fault->nth += stride) {
        Trial trial = tryOut(setting, effort.from, effort);
        if (!trial.struck)
            return total;
        for (auto& complaint : trial.tally.complaints)
            complaint = "fault " + std::to_string(setting.fault->nth) + ": " + complaint;
        ++trial.tally.trials;
        total.add(trial.tally);
    }
}

} // namespace usher::faults
