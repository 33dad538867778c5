// Moves the write-ahead log into the file, on its own thread and connection, so that no commit has
// to wait for it.
#pragma once

#include "broker/journal/database.h"

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

private:
    explicit Checkpointer(Database database);
    void work();

    Database database_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool wanted_{};
    bool leaving_{};
    std::thread thread_;
};

} // namespace usher::journal
