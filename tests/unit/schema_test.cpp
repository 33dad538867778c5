#include "tests/unit/journal_fixture.h"

#include "broker/journal/files.h"
#include "broker/journal/schema.h"
#include "broker/wire/codec.h"

#include <functional>

namespace usher::journal {
namespace {

/// Why it was refused; the folder must be as it was, byte for byte.
Trouble refusedUntouched(const fs::path& dir) {
    const auto before = everythingIn(dir);
    Loop loop;
    auto opened = SqliteJournal::open(dir, loop.post());
    EXPECT_TRUE(everythingIn(dir) == before) << "something was touched";
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return *trouble;
    ADD_FAILURE() << "it was opened";
    return {};
}

bool says(const Trouble& trouble, std::string_view what) {
    return trouble.what.find(what) != std::string::npos;
}

/// `spell`: how the snapshot was spelt then.
void makeFirstFormat(const fs::path& dir, protocol::Sequence last,
                     const std::function<std::string(std::string)>& spell = std::identity{}) {
    ASSERT_FALSE(create(dir / journalName, 1));
    auto opened = Database::open(dir / journalName, Database::Access::Write);
    auto& database = std::get<Database>(opened);
    Statement add{database, "INSERT INTO events(sequence, at, by, staff, cause, what, body) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?)"};
    Statement answer{database, "INSERT INTO answers(id, by, at, reply) VALUES(?, ?, ?, ?)"};
    for (protocol::Sequence sequence = 1; sequence <= last; ++sequence) {
        const auto record = recordOf(sequence);
        const IdBytes cause = toBytes(record.cause);
        const auto body = wire::encode(record.event);
        ASSERT_FALSE(add.with(sequence, record.at.ms, record.by.view(),
                              record.staff ? record.staff->view() : std::string_view{"1002"}, cause,
                              record.what, body)
                         .finish());
        ASSERT_FALSE(
            answer
                .with(cause, record.by.view(), record.at.ms, wire::encode(answerOf(sequence).reply))
                .finish());
    }
    const auto body = spell(wire::encode(snapshotAt(last - 5)));
    Statement snapshot{database, "INSERT INTO snapshots(sequence, at, body) VALUES(?, ?, ?)"};
    ASSERT_FALSE(snapshot.with(last - 5, std::int64_t{1}, body).finish());
}

TEST(Schema, ASnapshotInOlderWordsGivesWayToTheEvents) {
    const Folder folder;
    makeFirstFormat(folder.path(), 30, [](std::string body) {
        const std::string added = R"(,"promoted":0)";
        return body.erase(body.find(added), added.size());
    });
    Desk desk{folder.path()};
    const Loaded loaded = desk.load();
    EXPECT_FALSE(loaded.snapshot);
    EXPECT_EQ(loaded.tail.size(), 30U);
    const auto older = desk.journal->archive().snapshot(25);
    ASSERT_TRUE(std::holds_alternative<Trouble>(older));
    EXPECT_EQ(std::get<Trouble>(older).category, Category::Older);
}

TEST(Schema, AnOlderJournalIsCopiedAndBroughtUpToDate) {
    const Folder folder;
    makeFirstFormat(folder.path(), 30);
    {
        Desk desk{folder.path()};
        const Loaded loaded = desk.load();
        ASSERT_TRUE(loaded.snapshot) << "the snapshot has its seal now";
        EXPECT_EQ(loaded.snapshot->sequence, 25U);
        EXPECT_EQ(loaded.tail.size(), 5U);
        EXPECT_EQ(desk.journal->archive().verify().damaged, std::nullopt);
        EXPECT_EQ(desk.journal->archive().verify().last, 30U);
        EXPECT_TRUE(desk.journal->recall(commandOf(17)));
        EXPECT_TRUE(desk.commit(batchOf(31, 1)));
    }
    const auto version = look(folder / "journal.db", Care::Thorough);
    EXPECT_EQ(std::get<int>(version), schemaVersion);
    const auto copy = look(folder / "journal.db.format-1", Care::Thorough);
    ASSERT_TRUE(std::holds_alternative<int>(copy)) << std::get<Trouble>(copy).what;
    EXPECT_EQ(std::get<int>(copy), 1);
}

TEST(Schema, ANewerJournalIsRefusedAndLeftAlone) {
    const Folder folder;
    { EXPECT_TRUE(Desk{folder.path()}.commit(batchOf(1, 3))); }
    {
        auto opened = Database::open(folder / journalName, Database::Access::Write);
        ASSERT_FALSE(std::get<Database>(opened).run("PRAGMA user_version=3"));
    }
    const Trouble trouble = refusedUntouched(folder.path());
    EXPECT_TRUE(says(trouble, "newer Usher (format 3, this one knows 2)")) << trouble.what;
}

TEST(Schema, WhatIsNoDatabaseIsRefusedAndLeftAlone) {
    for (const auto& content : {std::string{}, std::string(40, 'x'), std::string(9000, 'x')}) {
        const Folder folder;
        put(folder / journalName, content);
        const Trouble trouble = refusedUntouched(folder.path());
        EXPECT_EQ(trouble.category, Category::Damaged);
        EXPECT_TRUE(says(trouble, "usher-broker restore")) << trouble.what;
    }
}

TEST(Schema, SomebodyElsesDatabaseIsRefusedAndLeftAlone) {
    const Folder folder;
    {
        auto opened = Database::open(folder / journalName, Database::Access::Create);
        ASSERT_FALSE(std::get<Database>(opened).run("CREATE TABLE music(title TEXT)"));
    }
    EXPECT_TRUE(says(refusedUntouched(folder.path()), "not an Usher journal"));
}

TEST(Schema, ADamagedPageIsRefusedAndLeftAlone) {
    const Folder folder;
    { EXPECT_TRUE(Desk{folder.path()}.commit(batchOf(1, 500))); }
    auto content = contentOf(folder / journalName);
    ASSERT_GT(content.size(), 40'000U);
    for (std::size_t page = 4096; page + 4096 <= content.size(); page += 4096)
        content.replace(page, 64, 64, '\xee'); // the head of every page but the first
    put(folder / journalName, content);
    const Trouble trouble = refusedUntouched(folder.path());
    EXPECT_EQ(trouble.category, Category::Damaged);
}

TEST(Schema, AFileCutShortIsRefusedAndLeftAlone) {
    const Folder folder;
    { EXPECT_TRUE(Desk{folder.path()}.commit(batchOf(1, 500))); }
    fs::resize_file(folder / journalName, fs::file_size(folder / journalName) / 2 / 4096 * 4096);
    EXPECT_EQ(refusedUntouched(folder.path()).category, Category::Damaged);
}

TEST(Holder, TheSecondBrokerIsRefusedAndToldWhoWasFirst) {
    const Folder folder;
    const auto dir = folder / "outlet";
    {
        const Desk first{dir};
        Loop loop;
        auto second = SqliteJournal::open(dir, loop.post());
        ASSERT_TRUE(std::holds_alternative<Trouble>(second));
        EXPECT_EQ(std::get<Trouble>(second).category, Category::Busy);
        EXPECT_TRUE(says(std::get<Trouble>(second), "process " + std::to_string(getpid())));
        EXPECT_TRUE(std::holds_alternative<Archive>(Archive::open(dir))) << "readers are welcome";
    }
    const Desk next{dir};
    EXPECT_TRUE(next.journal);
}

} // namespace
} // namespace usher::journal
