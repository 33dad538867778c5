#include "kiosk/card/evdev_reader.h"

#include "kiosk/card/wedge.h"

#include <array>
#include <cassert>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace usher::card {

namespace {

constexpr int lookAgainMs = 500;

/// A descriptor ready to be read, or -1. A real device that cannot be had alone is not had at all.
int openAlone(const std::string& path) {
    const int device = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (device < 0)
        return -1;
    struct stat kind {};
    const bool known = fstat(device, &kind) == 0;
    if (known && S_ISFIFO(kind.st_mode))
        return device;
    int clock = CLOCK_MONOTONIC; // so that setting the clock cannot break a swipe
    if (known && S_ISCHR(kind.st_mode) && ioctl(device, EVIOCGRAB, 1) == 0 &&
        ioctl(device, EVIOCSCLOCKID, &clock) == 0)
        return device;
    close(device);
    return -1;
}

} // namespace

EvdevReader::EvdevReader(std::string path) : path_{std::move(path)} {}

EvdevReader::~EvdevReader() {
    stop();
}

void EvdevReader::start(CardSink sink) {
    assert(!thread_.joinable());
    sink_ = std::move(sink);
    wake_ = eventfd(0, EFD_CLOEXEC);
    assert(wake_ >= 0);
    thread_ = std::thread{[this] { watch(); }};
}

void EvdevReader::stop() {
    if (!thread_.joinable())
        return;
    eventfd_write(wake_, 1);
    thread_.join();
    close(std::exchange(wake_, -1));
}

bool EvdevReader::pause(int milliseconds) const {
    pollfd wake{wake_, POLLIN, 0};
    return poll(&wake, 1, milliseconds) <= 0;
}

void EvdevReader::watch() {
    bool saidLost = false;
    do {
        const int device = openAlone(path_);
        if (device >= 0) {
            sink_(ReaderBack{});
            readUntilLost(device);
            close(device);
            saidLost = false;
        }
        if (!pause(0))
            return;
        if (!std::exchange(saidLost, true))
            sink_(ReaderLost{});
    } while (pause(lookAgainMs));
}

void EvdevReader::readUntilLost(int device) {
    Wedge wedge;
    std::array<std::uint8_t, 64 * sizeof(input_event)> bytes;
    for (;;) {
        std::array<pollfd, 2> both{{{device, POLLIN, 0}, {wake_, POLLIN, 0}}};
        if (poll(both.data(), both.size(), -1) < 0 && errno != EINTR)
            return;
        if (both[1].revents != 0)
            return;
        if (both[0].revents == 0)
            continue;
        const ssize_t size = read(device, bytes.data(), bytes.size());
        if (size < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (size <= 0)
            return;
        wedge.feed(Bytes{bytes.data(), static_cast<std::size_t>(size)}, [this](Swipe swipe) {
            if (auto* number = std::get_if<protocol::Secret>(&swipe))
                sink_(CardRead{std::move(*number)});
            else
                sink_(CardFailed{CardFailure::Unreadable});
        });
        explicit_bzero(bytes.data(), bytes.size());
    }
}

} // namespace usher::card
