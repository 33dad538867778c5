// What callers share: one ZeroMQ context, with its I/O thread.
//
// One is enough for a process with hundreds of callers. It must outlive them.
#pragma once

namespace usher::client {

class Net {
public:
    /// A caller takes up to nine sockets, its monitors included.
    explicit Net(int socketsMax = 8192);
    ~Net();
    Net(const Net&) = delete;
    Net& operator=(const Net&) = delete;

    [[nodiscard]] void* handle() const { return handle_; }

private:
    void* handle_;
};

} // namespace usher::client
