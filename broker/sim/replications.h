// The same scenario many times, on all cores; the answer does not depend on how many there are.
#pragma once

#include "broker/simulate/lobby.h"

#include <functional>

namespace usher::sim {

/// Calls `one(i)` for every i below `count`, several at a time on `threads` threads (0: as many as
/// there are cores), and `progress(done)` on the calling thread now and then. An exception thrown
/// by one of them is thrown again here.
void forEachInParallel(std::size_t count, unsigned threads,
                       const std::function<void(std::size_t)>& one,
                       const std::function<void(std::size_t)>& progress);

/// Says on standard error how far a long piece of work is: on a terminal always, else after the
/// first ten seconds only.
class Progress {
public:
    Progress(std::string what, std::size_t of);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void operator()(std::size_t done);

private:
    std::string what_;
    std::size_t of_;
    std::int64_t begun_; ///< steady milliseconds
    std::int64_t said_{};
    bool terminal_;
};

struct Runs {
    std::vector<simulate::Result> results; ///< by replication
    double seconds{};                      ///< summed over the threads that worked
};

[[nodiscard]] Runs replicateAll(const simulate::Scenario& scenario, std::uint64_t seed,
                                std::size_t replications, unsigned threads,
                                const std::vector<double>& beyond = {});

} // namespace usher::sim
