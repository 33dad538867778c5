// Moves the write-ahead log into the file, on its own thread and connection, so that no commit has
// to wait for it.
//
// After a sync that failed it leaves the log alone until the next start, which moves all of it
// anew: the kernel counts pages as written that never were, and SQLite would not write them again.
#pragma once

#include "broker/journal/database.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace usher::journal {

class Checkpointer {
public:
    static std::variant<std::unique_ptr<Checkpointer>, Trouble>
    start(const std::filesystem::path& file);
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;
    ~Checkpointer();

    /// From any thread. What it cannot do now it does at the next wake.
    void wake();
    /// From any thread, and there: for when it cannot keep up.
    void moveNow();
    /// Once after a wake: all that was in the log then has been moved, but not what came since.
    [[nodiscard]] bool moved() { return moved_.exchange(false); }
    /// Finishes what it is at, and does no more.
    void leave();
    /// The log is left alone; whoever closes last must leave it too.
    [[nodiscard]] bool gaveUp() const { return gaveUp_; }

private:
    explicit Checkpointer(Database database);
    void work();

    std::mutex moving_; ///< whoever holds it has the connection
    Database database_;
    std::atomic<bool> gaveUp_{};
    std::atomic<bool> moved_{};
    std::mutex mutex_;
    std::condition_variable changed_;
    bool wanted_{};
    bool leaving_{};
    std::thread thread_;
};

} // namespace usher::journal
