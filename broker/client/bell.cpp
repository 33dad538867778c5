#include "broker/client/bell.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace usher::client {

Bell::Bell()
    : set_{epoll_create1(EPOLL_CLOEXEC)}, timer_{timerfd_create(CLOCK_MONOTONIC,
                                                                TFD_NONBLOCK | TFD_CLOEXEC)} {
    assert(set_ >= 0 && timer_ >= 0);
    add(timer_);
}

Bell::~Bell() {
    ::close(timer_);
    ::close(set_);
}

void Bell::add(int descriptor) const {
    epoll_event event{};
    event.events = EPOLLIN;
    epoll_ctl(set_, EPOLL_CTL_ADD, descriptor, &event);
}

void Bell::remove(int descriptor) const {
    epoll_ctl(set_, EPOLL_CTL_DEL, descriptor, nullptr);
}

void Bell::ringAt(Time when) const {
    itimerspec spec{};
    if (when != Time::max()) {
        const auto wait = std::max<std::chrono::nanoseconds>(
            when - std::chrono::steady_clock::now(), std::chrono::nanoseconds{1});
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
        spec.it_value.tv_sec = seconds.count();
        spec.it_value.tv_nsec = (wait - seconds).count();
    }
    timerfd_settime(timer_, 0, &spec, nullptr);
}

void Bell::quiet() const {
    std::uint64_t rung = 0;
    [[maybe_unused]] const ssize_t ignored = ::read(timer_, &rung, sizeof rung);
}

} // namespace usher::client
