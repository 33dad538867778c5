// A thread with a short queue before it.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace usher::vault {

class Worker {
public:
    explicit Worker(std::size_t waitingMax);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    /// Finishes what it is at; what still waits is dropped.
    ~Worker();
    /// False if the queue is full: the job was not taken.
    [[nodiscard]] bool give(std::function<void()> job);

private:
    void work();

    const std::size_t waitingMax_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
    bool leaving_{};
    std::thread thread_;
};

} // namespace usher::vault
