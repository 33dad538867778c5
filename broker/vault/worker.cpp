#include "broker/vault/worker.h"

namespace usher::vault {

Worker::Worker(std::size_t waitingMax) : waitingMax_{waitingMax} {
    thread_ = std::thread{[this] { work(); }};
}

Worker::~Worker() {
    {
        const std::lock_guard lock{mutex_};
        leaving_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

bool Worker::give(std::function<void()> job) {
    {
        const std::lock_guard lock{mutex_};
        if (jobs_.size() >= waitingMax_)
            return false;
        jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
}

void Worker::work() {
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [this] { return !jobs_.empty() || leaving_; });
        if (leaving_)
            return;
        const auto job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
}

} // namespace usher::vault
