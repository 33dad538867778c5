// Copies of a journal that is never at rest: each is of one point in time, and whole.
#include "tests/unit/journal_fixture.h"

#include "broker/journal/backup.h"
#include "broker/journal/files.h"

#include <gtest/gtest.h>

namespace usher::journal {
namespace {

using protocol::Sequence;

constexpr std::size_t batchSize = 7;

/// Commits one batch after the other, the next as soon as it is told of the last.
class Busy {
public:
    explicit Busy(Desk& desk) : desk_{desk} { next(); }
    [[nodiscard]] Sequence acknowledged() const { return acknowledged_; }
    /// True once it has come so far.
    bool reaches(Sequence sequence) {
        return desk_.loop.until([&] { return acknowledged_ >= sequence; });
    }
    bool rests() {
        stopping_ = true;
        return desk_.loop.until([&] { return resting_; });
    }

private:
    void next() {
        desk_.journal->commit(batchOf(acknowledged_ + 1, batchSize), [this](bool well) {
            EXPECT_TRUE(well);
            acknowledged_ += batchSize;
            stopping_ ? void(resting_ = true) : next();
        });
    }

    Desk& desk_;
    Sequence acknowledged_{};
    bool stopping_{};
    bool resting_{};
};

TEST(Backup, EveryCopyUnderLoadIsWholeAndHoldsWhatWasAcknowledgedBeforeIt) {
    const Folder folder;
    const Folder copies;
    std::vector<Sequence> before;
    {
        Desk desk{folder.path()};
        Busy busy{desk};
        for (int i = 0; i < 8; ++i) {
            ASSERT_TRUE(busy.reaches((before.empty() ? 0 : before.back()) + 10 * batchSize));
            before.push_back(busy.acknowledged());
            const auto trouble =
                desk.journal->archive().backup(copies / ("copy-" + std::to_string(i)));
            ASSERT_FALSE(trouble) << trouble->what;
        }
        ASSERT_TRUE(busy.rests());
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        const Folder elsewhere;
        const auto copy = copies / ("copy-" + std::to_string(i));
        const auto restored = restore(copy, elsewhere.path());
        ASSERT_TRUE(std::holds_alternative<Restored>(restored)) << std::get<Trouble>(restored).what;
        Desk desk{elsewhere.path()};
        const Verdict verdict = desk.journal->archive().verify();
        EXPECT_EQ(verdict.damaged, std::nullopt) << verdict.what;
        EXPECT_GE(verdict.last, before[i]);
        EXPECT_EQ(verdict.last % batchSize, 0U) << "half a batch";
        EXPECT_TRUE(desk.journal->recall(commandOf(verdict.last)));
        EXPECT_FALSE(desk.journal->recall(commandOf(verdict.last + 1)));
        EXPECT_TRUE(desk.commit(batchOf(verdict.last + 1, 1))) << "it is gone on from";
    }
}

TEST(Backup, ADamagedCopyIsNotPutBackAndItsFirstDamagedRecordIsNamed) {
    const Folder folder;
    const Folder elsewhere;
    const auto copy = elsewhere / "copy";
    {
        Desk desk{folder.path()};
        EXPECT_TRUE(desk.commit(batchOf(1, 300)));
        EXPECT_FALSE(desk.journal->archive().backup(copy));
    }
    auto content = contentOf(copy);
    const auto at = content.find("纸 211");
    ASSERT_NE(at, std::string::npos);
    content[at + 4] = '9'; // one letter of one record: the pages are in order, the chain is not
    put(copy, content);
    const auto before = everythingIn(folder.path());
    const auto restored = restore(copy, folder.path());
    ASSERT_TRUE(std::holds_alternative<Trouble>(restored));
    EXPECT_THAT(std::get<Trouble>(restored).what,
                testing::AllOf(testing::HasSubstr(copy.string()),
                               testing::HasSubstr("nothing was changed"),
                               testing::HasSubstr("at record 211")));
    EXPECT_TRUE(everythingIn(folder.path()) == before);
}

} // namespace
} // namespace usher::journal
