#include "tests/unit/journal_fixture.h"

#include <cstdlib>

namespace usher::journal {
namespace {

/// Another program reads the journal and goes, as an administrator's `sqlite3` does.
void visit(const fs::path& dir) {
    const std::string command =
        "sqlite3 '" + (dir / journalName).string() + "' 'SELECT count(*) FROM events' > /dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
}

TEST(LogName, AVisitorLeavesTheLogWhereItIs) {
    const Folder folder;
    Desk desk{folder.path()};
    EXPECT_TRUE(desk.commit(batchOf(1, 3)));
    const auto log = identityOf(folder / "journal.db-wal");
    ASSERT_TRUE(log);
    { // the process that holds the journal reads it too, from another thread or for an address
        const auto own = Archive::open(folder.path());
        ASSERT_TRUE(std::holds_alternative<Archive>(own));
    }
    visit(folder.path());
    EXPECT_EQ(identityOf(folder / "journal.db-wal"), log);
    EXPECT_TRUE(desk.commit(batchOf(4, 3)));
}

TEST(LogName, WhatALogHeldWhenItWasRemovedIsMovedAndNothingMoreIsTaken) {
    const Folder folder;
    {
        Desk desk{folder.path()};
        EXPECT_TRUE(desk.commit(batchOf(1, 3)));
        fs::remove(folder / "journal.db-wal");
        EXPECT_FALSE(desk.commit(batchOf(4, 3)));
        ASSERT_TRUE(desk.journal->lastTrouble());
        EXPECT_NE(desk.journal->lastTrouble()->what.find("was removed"), std::string::npos);
        EXPECT_FALSE(desk.commit({})) << "it is not as if the disk were well again";
        // As a kill now would find it: the file alone.
        const Folder copy;
        fs::copy_file(folder / journalName, copy / journalName);
        Desk found{copy.path()};
        EXPECT_EQ(found.load().last, 3U);
        EXPECT_EQ(found.journal->archive().verify().damaged, std::nullopt);
    }
    Desk again{folder.path()};
    EXPECT_EQ(again.load().last, 3U);
    EXPECT_TRUE(again.commit(batchOf(4, 3)));
}

TEST(LogName, IsLookedAfterWhileNobodyAsksForAnything) {
    const Folder folder;
    Desk desk{folder.path()};
    EXPECT_TRUE(desk.commit(batchOf(1, 3)));
    fs::remove(folder / "journal.db-wal");
    desk.journal->lookAfterLog();
    (void)desk.journal->setMeta("after", "it"); // waits for what was given before
    EXPECT_TRUE(desk.journal->lastTrouble());
    const Folder copy;
    fs::copy_file(folder / journalName, copy / journalName);
    EXPECT_EQ(Desk{copy.path()}.load().last, 3U);
}

} // namespace
} // namespace usher::journal
