// One descriptor that rings for many: ZeroMQ sockets, and the next moment something is due.
//
// Descriptors stand in an epoll set, which can itself be polled; a timer stands in it too.
#pragma once

#include "broker/client/retry.h"

namespace usher::client {

class Bell {
public:
    Bell();
    ~Bell();
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;

    [[nodiscard]] int fd() const { return set_; }
    void add(int descriptor) const;
    void remove(int descriptor) const;
    /// Rings at `when`; in the past means at once. Replaces what was set before.
    void ringAt(Time when) const;
    /// Falls silent until the next thing happens.
    void quiet() const;

private:
    int set_;
    int timer_;
};

} // namespace usher::client
