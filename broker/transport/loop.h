// The broker's one loop: everything that happens to the outlet happens here, one thing at a time.
//
// It turns readiness of descriptors, timers, signals and posted tasks into plain calls on one
// thread. Only post() and stop() may be called from another.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace usher::transport {

/// Waits for one descriptor it does not own. The descriptor must outlive it.
class Watch {
public:
    virtual ~Watch() = default;
    /// Calls the watcher once, when the descriptor is readable. Armed already: does nothing.
    virtual void arm() = 0;
    /// Calls the watcher once, later, readable or not. Asked for already: does nothing.
    virtual void soon() = 0;
};

class Loop {
public:
    using Task = std::function<void()>;
    using Clock = std::chrono::steady_clock;
    using TimerId = std::uint64_t;

    Loop();
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    /// Runs until stop(). May be run again afterwards.
    void run();
    /// Runs what there is to do within `span`, then comes back. For tests.
    void runFor(std::chrono::milliseconds span);
    void stop();
    /// Calls `task` on SIGINT or SIGTERM instead of dying of them; stops the loop if there is none.
    void onSignal(Task task = {});

    /// Runs `task` on the loop, later, in the order of posting.
    void post(Task task);
    /// Runs `task` once, not before `when` in real time.
    TimerId at(Clock::time_point when, Task task);
    /// A timer that has run or was never there is no matter.
    void cancel(TimerId timer);
    [[nodiscard]] std::unique_ptr<Watch> watch(int descriptor, Task ready);

    /// What it is made of: context.h, for the sources of this room only.
    struct Context;
    [[nodiscard]] Context& context() { return *context_; }

private:
    std::unique_ptr<Context> context_;
};

} // namespace usher::transport
