#include "broker/transport/loop.h"

#include "broker/transport/context.h"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>

#include <csignal>

namespace usher::transport {

namespace asio = boost::asio;

namespace {

class DescriptorWatch : public Watch {
public:
    DescriptorWatch(asio::io_context& io, int descriptor, Loop::Task ready)
        : descriptor_{io, descriptor}, self_{std::make_shared<Self>(Self{this, std::move(ready)})} {
    }
    ~DescriptorWatch() override {
        self_->watch = nullptr;
        descriptor_.release(); // its owner closes it
    }

    void arm() override {
        if (armed_)
            return;
        armed_ = true;
        descriptor_.async_wait(asio::posix::stream_descriptor::wait_read,
                               [self = self_](boost::system::error_code error) {
                                   if (error || !self->watch)
                                       return;
                                   self->watch->armed_ = false;
                                   self->ready();
                               });
    }

    void soon() override {
        if (posted_)
            return;
        posted_ = true;
        asio::post(descriptor_.get_executor(), [self = self_] {
            if (!self->watch)
                return;
            self->watch->posted_ = false;
            self->ready();
        });
    }

private:
    /// Outlives the watch while a wait is under way.
    struct Self {
        DescriptorWatch* watch;
        Loop::Task ready;
    };

    asio::posix::stream_descriptor descriptor_;
    std::shared_ptr<Self> self_;
    bool armed_ = false;
    bool posted_ = false;
};

} // namespace

Loop::Loop() : context_{std::make_unique<Context>()} {}
Loop::~Loop() = default;

void Loop::run() {
    context_->io.restart();
    context_->io.run();
}

void Loop::runFor(std::chrono::milliseconds span) {
    context_->io.restart();
    context_->io.run_for(span);
}

void Loop::stop() {
    context_->io.stop();
}

void Loop::onSignal(Task task) {
    boost::system::error_code ignored;
    context_->signals.clear(ignored);
    context_->signals.add(SIGINT, ignored);
    context_->signals.add(SIGTERM, ignored);
    context_->signals.async_wait(
        [this, task = std::move(task)](boost::system::error_code error, int) {
            if (error)
                return;
            task ? task() : stop();
        });
}

void Loop::post(Task task) {
    asio::post(context_->io, std::move(task));
}

Loop::TimerId Loop::at(Clock::time_point when, Task task) {
    const TimerId id = ++context_->lastTimer;
    auto& timer = context_->timers.try_emplace(id, context_->io, when).first->second;
    timer.async_wait([this, id, task = std::move(task)](boost::system::error_code error) {
        // Cancelled after it had expired: the entry is gone, and so is the wish.
        if (error || context_->timers.erase(id) == 0)
            return;
        task();
    });
    return id;
}

void Loop::cancel(TimerId timer) {
    context_->timers.erase(timer);
}

std::unique_ptr<Watch> Loop::watch(int descriptor, Task ready) {
    return std::make_unique<DescriptorWatch>(context_->io, descriptor, std::move(ready));
}

} // namespace usher::transport
