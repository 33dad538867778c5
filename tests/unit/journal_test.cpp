#include "tests/unit/journal_fixture.h"

#include "broker/journal/backup.h"
#include "broker/journal/files.h"
#include "broker/protocol/limits.h"
#include "broker/wire/codec.h"

#include <csignal>
#include <fcntl.h>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace usher::journal {
namespace {

using protocol::Sequence;

TEST(Journal, WhatWasCommittedIsThereAfterARestart) {
    const Folder folder;
    {
        Desk desk{folder.path()};
        EXPECT_EQ(desk.load().last, 0U);
        EXPECT_TRUE(desk.commit(batchOf(1, 3)));
        EXPECT_TRUE(desk.commit(batchOf(4, 2)));
    }
    Desk desk{folder.path()};
    const Loaded loaded = desk.load();
    EXPECT_FALSE(loaded.snapshot);
    EXPECT_EQ(loaded.last, 5U);
    ASSERT_EQ(loaded.tail.size(), 5U);
    for (Sequence sequence = 1; sequence <= 5; ++sequence)
        EXPECT_EQ(wire::encode(loaded.tail[sequence - 1]), wire::encode(recordOf(sequence)));
    EXPECT_EQ(desk.journal->archive().verify().damaged, std::nullopt);
    EXPECT_TRUE(desk.commit(batchOf(6, 1))) << "the chain goes on";
    EXPECT_EQ(desk.journal->archive().verify().last, 6U);
}

TEST(Journal, TheFirstAnswerToACommandIsRemembered) {
    const Folder folder;
    {
        Desk desk{folder.path()};
        engine::Batch batch = batchOf(1, 2);
        batch.answers[1].reply = protocol::Refusal::CounterBusy;
        EXPECT_TRUE(desk.commit(std::move(batch)));
        engine::Batch again;
        again.answers.push_back(answerOf(2)); // an Accepted where CounterBusy was said before
        EXPECT_TRUE(desk.commit(std::move(again)));
    }
    Desk desk{folder.path()};
    const auto first = desk.journal->recall(commandOf(1));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->by, protocol::named<protocol::DeviceId>("K1"));
    EXPECT_EQ(first->at, recordOf(1).at);
    EXPECT_EQ(wire::encode(first->reply), wire::encode(answerOf(1).reply));
    const auto second = desk.journal->recall(commandOf(2));
    ASSERT_TRUE(second);
    EXPECT_EQ(std::get<protocol::Refusal>(second->reply), protocol::Refusal::CounterBusy);
    EXPECT_FALSE(desk.journal->recall(commandOf(3)));
}

TEST(Journal, AnswersAreKeptADayAndForgottenAfterTwo) {
    const Folder folder;
    Desk desk{folder.path()};
    EXPECT_TRUE(desk.commit(batchOf(1, 100)));
    engine::Batch nextDay;
    nextDay.answers.push_back(answerOf(101));
    nextDay.answers.back().at.ms += protocol::answersKeptMs;
    EXPECT_TRUE(desk.commit(std::move(nextDay)));
    EXPECT_TRUE(desk.journal->recall(commandOf(1)));
    for (Sequence sequence = 102; sequence < 110; ++sequence) { // a few with every commit
        engine::Batch later;
        later.answers.push_back(answerOf(sequence));
        later.answers.back().at.ms += 2 * protocol::answersKeptMs + 1000;
        EXPECT_TRUE(desk.commit(std::move(later)));
    }
    for (Sequence sequence = 1; sequence <= 100; ++sequence)
        EXPECT_FALSE(desk.journal->recall(commandOf(sequence))) << sequence;
    EXPECT_TRUE(desk.journal->recall(commandOf(101)));
    EXPECT_TRUE(desk.journal->recall(commandOf(109)));
}

TEST(Journal, AStartReadsTheNewestGoodSnapshotAndTheTail) {
    const Folder folder;
    {
        Desk desk{folder.path()};
        for (Sequence first = 1; first < 60; first += 10) {
            engine::Batch batch = batchOf(first, 10);
            batch.snapshot = snapshotAt(first - 1);
            EXPECT_TRUE(desk.commit(std::move(batch)));
        }
        EXPECT_EQ(desk.journal->archive().snapshots(), (std::vector<Sequence>{50, 40, 30}));
        const Loaded loaded = desk.load();
        ASSERT_TRUE(loaded.snapshot);
        EXPECT_EQ(*loaded.snapshot, snapshotAt(50));
        ASSERT_EQ(loaded.tail.size(), 10U);
        EXPECT_EQ(loaded.tail.front().sequence, 51U);
    }
    tamper(folder.path(), "UPDATE snapshots SET body = replace(body, 'demo', 'dome') "
                          "WHERE sequence = 50");
    Desk desk{folder.path()};
    const Loaded loaded = desk.load();
    ASSERT_TRUE(loaded.snapshot);
    EXPECT_EQ(loaded.snapshot->sequence, 40U);
    EXPECT_EQ(loaded.tail.size(), 20U);
    EXPECT_EQ(loaded.last, 60U);
}

TEST(Journal, TheFirstDamagedRecordIsNamed) {
    const Folder folder;
    { EXPECT_TRUE(Desk{folder.path()}.commit(batchOf(1, 20))); }
    tamper(folder.path(), "UPDATE events SET at = at + 1 WHERE sequence = 13");
    {
        Desk desk{folder.path()};
        const Verdict verdict = desk.journal->archive().verify();
        EXPECT_EQ(verdict.damaged, 13U);
        EXPECT_EQ(verdict.last, 12U);
        EXPECT_TRUE(std::holds_alternative<Trouble>(desk.journal->archive().load()));
    }
    tamper(folder.path(), "DELETE FROM events WHERE sequence = 7");
    auto archive = Archive::open(folder.path());
    ASSERT_TRUE(std::holds_alternative<Archive>(archive));
    EXPECT_EQ(std::get<Archive>(archive).verify().damaged, 7U);
}

TEST(Journal, AnAnswerThatCannotBeReadIsNamed) {
    const Folder folder;
    { EXPECT_TRUE(Desk{folder.path()}.commit(batchOf(1, 20))); }
    tamper(folder.path(),
           "UPDATE answers SET reply = 'gone' WHERE id = (SELECT max(id) FROM answers)");
    auto archive = Archive::open(folder.path());
    ASSERT_TRUE(std::holds_alternative<Archive>(archive));
    const Verdict verdict = std::get<Archive>(archive).verify();
    EXPECT_EQ(verdict.damaged, 0U);
    EXPECT_EQ(verdict.last, 20U);
    EXPECT_NE(verdict.what.find("remembered answer to command 1111222233334444"), std::string::npos)
        << verdict.what;
}

TEST(Journal, RecordsThatAreGoneFromItsEndAreMissedByWhatIsBesideThem) {
    const Folder folder;
    engine::Batch batch = batchOf(1, 20);
    { EXPECT_TRUE(Desk{folder.path()}.commit(std::move(batch))); }
    const auto verdict = [&] {
        auto archive = Archive::open(folder.path());
        return std::get<Archive>(archive).verify();
    };
    EXPECT_EQ(verdict().damaged, std::nullopt) << verdict().what;
    tamper(folder.path(), "DELETE FROM events WHERE sequence > 18");
    EXPECT_EQ(verdict().damaged, 0U);
    EXPECT_EQ(verdict().last, 18U);
    EXPECT_NE(verdict().what.find("every record up to 18 is there, but an answer speaks of "
                                  "record 20"),
              std::string::npos)
        << verdict().what;
    tamper(folder.path(), "DELETE FROM events");
    EXPECT_EQ(verdict().damaged, 0U);
    tamper(folder.path(), "DELETE FROM answers");
    EXPECT_EQ(verdict().damaged, std::nullopt) << "nothing is left that could tell";
    { EXPECT_TRUE(Desk{folder.path()}.commit({{}, {}, snapshotAt(7)})); }
    EXPECT_NE(verdict().what.find("a snapshot of record 7"), std::string::npos) << verdict().what;
}

TEST(Journal, ARecordIsReadFromAnywhereAndReadingStopsWhenTold) {
    const Folder folder;
    Desk desk{folder.path()};
    EXPECT_TRUE(desk.commit(batchOf(1, 20)));
    std::vector<Sequence> seen;
    const auto trouble =
        desk.journal->archive().forEachRecord(5, [&](const protocol::Record& record) {
            seen.push_back(record.sequence);
            return record.sequence < 8;
        });
    EXPECT_FALSE(trouble);
    EXPECT_EQ(seen, (std::vector<Sequence>{5, 6, 7, 8}));
}

TEST(Journal, ANoteIsKeptBesideTheEvents) {
    const Folder folder;
    {
        Desk desk{folder.path()};
        EXPECT_FALSE(desk.journal->meta("anchor"));
        EXPECT_FALSE(desk.journal->setMeta("anchor", "1795400000000"));
        EXPECT_FALSE(desk.journal->setMeta("anchor", "1795400000001"));
    }
    EXPECT_EQ(Desk{folder.path()}.journal->meta("anchor"), "1795400000001");
}

/// No file of this process may grow beyond `bytes`, as on a full disk, until it goes.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        (void)std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

TEST(Journal, AFullDiskTakesNothingOfABatchAndGoesOnOnceThereIsRoom) {
    const Folder folder;
    Desk desk{folder.path()};
    EXPECT_TRUE(desk.commit(batchOf(1, 10)));
    {
        const FullDisk full{fs::file_size(folder / "journal.db-wal") + 100'000};
        EXPECT_FALSE(desk.commit(batchOf(11, 5000)));
        ASSERT_TRUE(desk.journal->lastTrouble());
        EXPECT_EQ(desk.journal->lastTrouble()->category, Category::Full)
            << desk.journal->lastTrouble()->what;
        EXPECT_EQ(desk.load().last, 10U);
        EXPECT_FALSE(desk.journal->recall(commandOf(11)));
    }
    EXPECT_TRUE(desk.commit({})) << "an empty batch proves the disk";
    EXPECT_FALSE(desk.journal->lastTrouble());
    EXPECT_TRUE(desk.commit(batchOf(11, 5000)));
    EXPECT_EQ(desk.load().last, 5010U);
    EXPECT_EQ(desk.journal->archive().verify().damaged, std::nullopt);
}

TEST(Journal, AnEmptyBatchFailsWhenNothingCanBeWritten) {
    const Folder folder;
    Desk desk{folder.path()};
    EXPECT_TRUE(desk.commit(batchOf(1, 1)));
    const FullDisk full{1};
    EXPECT_FALSE(desk.commit({}));
}

TEST(Journal, TheLogStartsOverUnderAWriterThatNeverRests) {
    const Folder folder;
    Desk desk{folder.path()};
    Sequence next = 1;
    std::uintmax_t longest = 0;
    for (int i = 0; i < 120; ++i, next += 1000) { // about 90 MiB of log if it never started over
        ASSERT_TRUE(desk.commit(batchOf(next, 1000)));
        longest = std::max(longest, fs::file_size(folder / "journal.db-wal"));
    }
    EXPECT_LT(longest, std::uintmax_t{80} << 20U);
    EXPECT_EQ(desk.load().last, next - 1);
}

TEST(Journal, ABackupIsTakenBesideAWriterAndPutBackKeepsTheReplacedOne) {
    const Folder folder;
    const Folder backups;
    const auto copy = backups / "monday.db";
    {
        Desk desk{folder.path()};
        EXPECT_TRUE(desk.commit(batchOf(1, 50)));
        bool told = false;
        desk.journal->commit(batchOf(51, 50), [&](bool) { told = true; });
        EXPECT_FALSE(desk.journal->archive().backup(copy));
        EXPECT_TRUE(desk.loop.until([&] { return told; }));
        EXPECT_TRUE(std::holds_alternative<Trouble>(restore(copy, folder.path()))) << "it is held";
        EXPECT_EQ(desk.load().last, 100U);
    }
    const auto restored = restore(copy, folder.path());
    ASSERT_TRUE(std::holds_alternative<Restored>(restored)) << std::get<Trouble>(restored).what;
    EXPECT_TRUE(fs::exists(std::get<Restored>(restored).aside));
    Desk desk{folder.path()};
    EXPECT_TRUE(desk.load().last == 50 || desk.load().last == 100);
    EXPECT_EQ(desk.journal->archive().verify().damaged, std::nullopt);
    auto aside = Database::open(std::get<Restored>(restored).aside, Database::Access::Read);
    ASSERT_TRUE(std::holds_alternative<Database>(aside));
    EXPECT_EQ(std::get<Database>(aside).number("SELECT max(sequence) FROM events"), 100);
}

TEST(Journal, AFileThatIsNoJournalIsNotPutBack) {
    const Folder folder;
    const Folder elsewhere;
    { EXPECT_TRUE(Desk{folder.path()}.commit(batchOf(1, 3))); }
    put(elsewhere / "letter.txt", std::string(5000, 'x'));
    const auto before = everythingIn(folder.path());
    EXPECT_TRUE(std::holds_alternative<Trouble>(restore(elsewhere / "letter.txt", folder.path())));
    EXPECT_TRUE(std::holds_alternative<Trouble>(restore(elsewhere / "nothing.db", folder.path())));
    EXPECT_TRUE(everythingIn(folder.path()) == before);
}

/// Commits batches until it is killed, saying on `acknowledged` how far it was told it got.
[[noreturn]] void writeUntilKilled(const fs::path& dir, int acknowledged, unsigned seed) {
    Desk desk{dir};
    std::minstd_rand chance{seed};
    Sequence next = desk.load().last + 1;
    for (;;) {
        const std::size_t count = 1 + chance() % 50;
        engine::Batch batch = batchOf(next, count);
        if (chance() % 4 == 0)
            batch.snapshot = snapshotAt(next - 1);
        if (!desk.commit(std::move(batch)))
            _exit(1);
        next += count;
        const Sequence last = next - 1;
        if (write(acknowledged, &last, sizeof last) != sizeof last)
            _exit(1);
    }
}

TEST(Journal, AKilledWriterLosesNothingItWasToldIsThere) {
    const Folder folder;
    std::mt19937 chance{20261123};
    Sequence acknowledged = 0;
    for (unsigned round = 1; round <= 12; ++round) {
        int pipe[2]{};
        ASSERT_EQ(::pipe(pipe), 0);
        const pid_t child = fork();
        if (child == 0)
            writeUntilKilled(folder.path(), pipe[1], round);
        close(pipe[1]);
        const auto enough = acknowledged + 1 + chance() % 800;
        Sequence told{};
        while (acknowledged < enough && read(pipe[0], &told, sizeof told) == sizeof told)
            acknowledged = told;
        kill(child, SIGKILL);
        while (read(pipe[0], &told, sizeof told) == sizeof told)
            acknowledged = told;
        close(pipe[0]);
        int status{};
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child stopped by itself";

        Desk desk{folder.path()};
        const Verdict verdict = desk.journal->archive().verify();
        EXPECT_EQ(verdict.damaged, std::nullopt) << verdict.what;
        EXPECT_GE(verdict.last, acknowledged);
        EXPECT_EQ(desk.load().last, verdict.last);
        for (Sequence sequence = 1; sequence <= verdict.last; ++sequence)
            ASSERT_TRUE(desk.journal->recall(commandOf(sequence))) << sequence;
        EXPECT_FALSE(desk.journal->recall(commandOf(verdict.last + 1)));
        acknowledged = verdict.last;
    }
    EXPECT_GT(acknowledged, 100U);
}

} // namespace
} // namespace usher::journal
