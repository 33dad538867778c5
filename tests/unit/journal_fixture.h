// What the journal's tests share: a folder of their own, an engine's thread that is this one, and
// batches with something in them.
#pragma once

#include "broker/journal/sqlite_journal.h"
#include "tests/support/folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <fstream>
#include <iterator>

namespace usher::journal {

namespace fs = std::filesystem;

using test::Folder;

inline std::string contentOf(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}
inline void put(const fs::path& file, std::string_view content) {
    std::ofstream{file, std::ios::binary | std::ios::trunc} << content;
}

/// Everything under a folder but the lock, name by name: two of these are equal or something moved.
inline std::vector<std::pair<std::string, std::string>> everythingIn(const fs::path& dir) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& entry : fs::recursive_directory_iterator(dir))
        if (entry.is_regular_file() && entry.path().filename() != "lock")
            found.emplace_back(entry.path().string(), contentOf(entry.path()));
    std::sort(found.begin(), found.end());
    return found;
}

/// What is posted from elsewhere runs here, inside until().
class Loop {
public:
    Post post() {
        return [this](std::function<void()> job) {
            {
                const std::lock_guard lock{mutex_};
                jobs_.push_back(std::move(job));
            }
            changed_.notify_one();
        };
    }
    /// False if `done` did not come true within ten seconds.
    bool until(const std::function<bool()>& done) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (!done()) {
            std::unique_lock lock{mutex_};
            if (!changed_.wait_until(lock, deadline, [this] { return !jobs_.empty(); }))
                return false;
            const auto job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            job();
        }
        return true;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
};

inline protocol::CommandId commandOf(protocol::Sequence sequence) {
    return {0x1111222233334444U, sequence};
}
inline protocol::Record recordOf(protocol::Sequence sequence) {
    using namespace protocol;
    return {
        sequence,
        {1'795'400'000'000 + static_cast<std::int64_t>(sequence)},
        named<DeviceId>("K1"),
        sequence % 2 == 0 ? std::optional{named<StaffId>("1001")} : std::nullopt,
        commandOf(sequence),
        "ReportDevice",
        DeviceReported{named<DeviceId>("K1"), "printer", true, "纸 " + std::to_string(sequence)}};
}
inline engine::Remembered answerOf(protocol::Sequence sequence) {
    return {commandOf(sequence), protocol::named<protocol::DeviceId>("K1"), recordOf(sequence).at,
            protocol::Answer{protocol::Accepted{sequence}}};
}
/// `count` records from `first` on, each with its answer.
inline engine::Batch batchOf(protocol::Sequence first, std::size_t count) {
    engine::Batch batch;
    for (auto sequence = first; sequence < first + count; ++sequence) {
        batch.records.push_back(recordOf(sequence));
        batch.answers.push_back(answerOf(sequence));
    }
    return batch;
}
inline protocol::Snapshot snapshotAt(protocol::Sequence sequence) {
    protocol::Snapshot snapshot;
    snapshot.sequence = sequence;
    snapshot.at = recordOf(sequence).at;
    snapshot.setup.id = protocol::named<protocol::OutletId>("demo");
    return snapshot;
}

inline void tamper(const fs::path& dir, const std::string& sql) {
    auto opened = Database::open(dir / journalName, Database::Access::Write);
    ASSERT_TRUE(std::holds_alternative<Database>(opened));
    const auto trouble = std::get<Database>(opened).run(sql);
    ASSERT_FALSE(trouble) << trouble->what;
}

/// A journal in a folder, and the loop its answers come back on.
struct Desk {
    explicit Desk(const fs::path& dir) {
        auto opened = SqliteJournal::open(dir, loop.post());
        if (auto* trouble = std::get_if<Trouble>(&opened))
            ADD_FAILURE() << trouble->what;
        else
            journal = std::get<std::unique_ptr<SqliteJournal>>(std::move(opened));
    }
    /// Commits and waits to be told.
    bool commit(engine::Batch batch) {
        std::optional<bool> told;
        journal->commit(std::move(batch), [&](bool well) { told = well; });
        return loop.until([&] { return told.has_value(); }) && *told;
    }
    Loaded load() {
        auto loaded = journal->archive().load();
        if (auto* trouble = std::get_if<Trouble>(&loaded))
            ADD_FAILURE() << trouble->what;
        return std::holds_alternative<Loaded>(loaded) ? std::get<Loaded>(std::move(loaded))
                                                      : Loaded{};
    }
    Loop loop;
    std::unique_ptr<SqliteJournal> journal;
};

} // namespace usher::journal
