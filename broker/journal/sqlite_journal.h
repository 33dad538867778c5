// The memory of the outlet: one SQLite file in a data directory that nobody else may hold.
//
// A batch is one transaction on a thread of its own; `done` comes back through `post`, so the
// engine hears it on its own thread, in order, and never waits for a disk. After `done(false)`
// nothing of the batch is there and the next one may be tried.
#pragma once

#include "broker/journal/archive.h"
#include "broker/journal/checkpointer.h"
#include "broker/journal/heard.h"
#include "broker/journal/holder.h"
#include "broker/journal/writer.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace usher::journal {

/// Runs a callable on the engine's thread, soon. Called from any thread.
using Post = std::function<void(std::function<void()>)>;

/// How long the write-ahead log may become, in pages of 4 KiB.
struct LogLimits {
    int wake{1024};   ///< 4 MiB: the checkpointer may begin
    int drain{16384}; ///< 64 MiB: it cannot keep up with a writer that never rests
};

class SqliteJournal : public engine::Journal {
public:
    /// Takes hold of `dir`, makes the journal if there is none, brings an older one up to date.
    /// Refused with what to do: held by another broker, damaged, or of a newer Usher.
    static std::variant<std::unique_ptr<SqliteJournal>, Trouble>
    open(const std::filesystem::path& dir, Post post, LogLimits limits = {});
    SqliteJournal(const SqliteJournal&) = delete;
    SqliteJournal& operator=(const SqliteJournal&) = delete;
    /// Finishes the commit under way; its `done` is still posted.
    ~SqliteJournal() override;

    void commit(engine::Batch batch, std::function<void(bool)> done) override;
    /// An answer that cannot be read makes the next commit fail: it could be a repeat.
    [[nodiscard]] std::optional<engine::Remembered> recall(const protocol::CommandId& id) override;

    /// Once a second, whether anybody asks for anything or not: see Writer::logGone.
    void lookAfterLog();
    /// A sync of the file failed: nothing is lost and all goes on, but the log only grows until the
    /// next start. From any thread.
    [[nodiscard]] bool logLeftAlone() const { return checkpointer_->gaveUp(); }
    /// Why the last commit failed; nothing once one has gone through again.
    [[nodiscard]] Outcome lastTrouble() const;
    /// Waits for the disk: for starting and stopping, not between two customers.
    [[nodiscard]] Outcome setMeta(std::string key, std::string value);
    [[nodiscard]] std::optional<std::string> meta(std::string_view key) {
        return archive_.meta(key);
    }
    /// For the engine's thread; other threads open an Archive of their own.
    [[nodiscard]] Archive& archive() { return archive_; }

private:
    SqliteJournal(Holder holder, Archive archive, Heard heard, std::unique_ptr<Writer> writer,
                  std::unique_ptr<Checkpointer> checkpointer, Post post, LogLimits limits);
    void give(std::function<void()> job);
    void work();
    void write(const engine::Batch& batch, std::span<const protocol::CommandId> surplus,
               const std::function<void(bool)>& done);
    void tendLog();

    Holder holder_;
    std::unique_ptr<Writer> writer_; ///< the disk thread's; closes last, and tidies the log away
    std::unique_ptr<Checkpointer> checkpointer_;
    Archive archive_;
    Heard heard_; ///< the engine's thread's
    Post post_;
    LogLimits limits_;
    struct Commit {
        bool underWay{};
        bool went{}; ///< the last one that ended
    };
    /// The engine's thread's, and of what was posted there: that may come after we are gone.
    std::shared_ptr<Commit> commit_ = std::make_shared<Commit>();
    std::size_t surplusMax_{}; ///< the engine's thread's: of what the last commit was to drop
    Outcome misread_;          ///< the engine's thread's
    int logPagesAtWake_{};     ///< the disk thread's

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::function<void()>> jobs_;
    Outcome trouble_;
    bool leaving_{};
    std::thread thread_;
};

} // namespace usher::journal
