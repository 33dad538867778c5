#include "broker/sim/replications.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <iostream>
#include <mutex>
#include <thread>

namespace usher::sim {

namespace {

std::int64_t steadyMillis() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

void forEachInParallel(std::size_t count, unsigned threads,
                       const std::function<void(std::size_t)>& one,
                       const std::function<void(std::size_t)>& progress) {
    if (threads == 0)
        threads = std::max(1U, std::thread::hardware_concurrency());
    std::mutex mutex;
    std::condition_variable moved;
    std::size_t next = 0;
    std::size_t done = 0;
    std::exception_ptr failure;
    const auto work = [&] {
        std::unique_lock lock{mutex};
        while (next < count && !failure) {
            const std::size_t mine = next++;
            lock.unlock();
            std::exception_ptr mishap;
            try {
                one(mine);
            } catch (...) {
                mishap = std::current_exception();
            }
            lock.lock();
            ++done;
            if (mishap)
                failure = mishap;
            moved.notify_one();
        }
    };
    std::vector<std::jthread> pool;
    for (unsigned i = 0; i < threads; ++i)
        pool.emplace_back(work);
    std::unique_lock lock{mutex};
    while (done < count && !failure) {
        moved.wait(lock);
        const std::size_t now = done;
        lock.unlock();
        progress(now);
        lock.lock();
    }
    lock.unlock();
    pool.clear();
    if (failure)
        std::rethrow_exception(failure);
}

Progress::Progress(std::string what, std::size_t of)
    : what_{std::move(what)}, of_{of}, begun_{steadyMillis()}, terminal_{isatty(STDERR_FILENO) ==
                                                                         1} {}

Progress::~Progress() {
    if (terminal_ && said_ != 0)
        std::cerr << "\r\033[K";
}

void Progress::operator()(std::size_t done) {
    const std::int64_t now = steadyMillis();
    const std::int64_t quiet = terminal_ ? 200 : 10'000;
    if (now - std::max(said_, begun_) < quiet)
        return;
    said_ = now;
    std::cerr << (terminal_ ? "\r" : "") << what_ << ": " << done << " of " << of_
              << (terminal_ ? " " : "\n") << std::flush;
}

Runs replicateAll(const simulate::Scenario& scenario, std::uint64_t seed, std::size_t replications,
                  unsigned threads, const std::vector<double>& beyond) {
    Runs runs;
    runs.results.resize(replications);
    std::vector<double> seconds(replications);
    Progress progress{"replications", replications};
    forEachInParallel(
        replications, threads,
        [&](std::size_t i) {
            const auto begin = std::chrono::steady_clock::now();
            runs.results[i] = simulate::replicate(scenario, seed, i, beyond);
            seconds[i] =
                std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        },
        std::ref(progress));
    for (const double one : seconds)
        runs.seconds += one;
    return runs;
}

} // namespace usher::sim
