#include "broker/devices/printer_line.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace usher::devices {
namespace {

namespace asio = boost::asio;
using Error = boost::system::error_code;

/// A character device or FIFO, raw if it is a terminal; -1 if it cannot be had. Never a plain
/// file: a mistyped path must not overwrite one.
int openRaw(const std::string& path, bool answers) {
    const int flags = (answers ? O_RDWR : O_WRONLY) | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    const int file = ::open(path.c_str(), flags);
    if (file < 0)
        return -1;
    struct stat kind {};
    if (::fstat(file, &kind) != 0 || !(S_ISCHR(kind.st_mode) || S_ISFIFO(kind.st_mode))) {
        ::close(file);
        return -1;
    }
    termios manners{};
    if (::tcgetattr(file, &manners) == 0) {
        ::cfmakeraw(&manners);
        ::tcsetattr(file, TCSANOW, &manners);
    }
    return file;
}

/// Reads and drops what has come; false if the other end is gone, or will not stop talking.
template <class Stream>
bool drain(Stream& stream, std::array<char, 512>& into) {
    Error error;
    stream.non_blocking(true, error);
    for (int reads = 0; !error && reads < 16; ++reads)
        stream.read_some(asio::buffer(into), error);
    return error == asio::error::would_block || error == asio::error::try_again;
}

/// Of a device that is only written to: whether the other end is there.
bool isListenedTo(int file) {
    pollfd look{file, 0, 0};
    return ::poll(&look, 1, 0) >= 0 && (look.revents & (POLLERR | POLLHUP)) == 0;
}

} // namespace

PrinterLine::PrinterLine(asio::io_context& io, const PrinterSetup& setup)
    : setup_{setup}, io_{io}, resolver_{io}, socket_{io}, device_{io}, timer_{io} {}

void PrinterLine::open(const Open& step, OnEnd onEnd) {
    begin(step.within, std::move(onEnd));
    if (!step.anew && stillOpen())
        return endSoon(Opened{false});
    hangUp();
    if (!setup_.device.empty())
        return openDevice();
    Error error;
    const auto address = asio::ip::make_address(setup_.host, error);
    if (error)
        resolveAndConnect();
    else
        connect({address, setup_.port});
}

void PrinterLine::send(const Send& step, OnEnd onEnd) {
    begin(step.within, std::move(onEnd));
    // The bytes outlive the step: a write that was given up may still look at them.
    auto bytes = std::make_shared<const std::string>(step.bytes);
    const auto sent = [this, bytes, now = step_](Error error, std::size_t) {
        end(now, error ? Input{Lost{}} : Input{Sent{}});
    };
    if (device_.is_open())
        asio::async_write(device_, asio::buffer(*bytes), sent);
    else
        asio::async_write(socket_, asio::buffer(*bytes), sent);
}

void PrinterLine::receive(const Receive& step, OnEnd onEnd) {
    begin(step.within, std::move(onEnd));
    const auto received = [this, now = step_](Error error, std::size_t size) {
        end(now, error ? Input{Lost{}} : Input{Received{{incoming_.data(), size}}});
    };
    if (device_.is_open())
        device_.async_read_some(asio::buffer(incoming_), received);
    else
        socket_.async_read_some(asio::buffer(incoming_), received);
}

void PrinterLine::hangUp() {
    Error ignored;
    resolver_.cancel();
    socket_.close(ignored);
    device_.close(ignored);
}

void PrinterLine::begin(std::optional<protocol::Millis> within, OnEnd onEnd) {
    ++step_;
    onEnd_ = std::move(onEnd);
    if (within)
        timer_.expires_after(*within);
    timer_.async_wait([this, now = step_](Error error) {
        if (!error)
            end(now, TimedOut{});
    });
}

void PrinterLine::end(std::uint64_t step, const Input& input) {
    if (step != step_)
        return;
    ++step_;
    timer_.cancel();
    if (std::holds_alternative<TimedOut>(input)) {
        Error ignored;
        if (socket_.is_open())
            socket_.cancel(ignored);
        if (device_.is_open())
            device_.cancel(ignored);
    }
    std::exchange(onEnd_, nullptr)(input);
}

void PrinterLine::endSoon(const Input& input) {
    asio::post(io_, [this, input, now = step_] { end(now, input); });
}

void PrinterLine::connect(const asio::ip::tcp::endpoint& endpoint) {
    socket_.async_connect(endpoint, [this, now = step_](Error error) {
        Error ignored;
        if (!error)
            socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
        end(now, error ? Input{Lost{}} : Input{Opened{true}});
    });
}

void PrinterLine::resolveAndConnect() {
    resolver_.async_resolve(setup_.host, std::to_string(setup_.port),
                            [this, now = step_](Error error, const auto& found) {
                                if (now != step_)
                                    return;
                                if (error || found.empty())
                                    return end(now, Lost{});
                                connect(found.begin()->endpoint());
                            });
}

void PrinterLine::openDevice() {
    Error error;
    const int file = openRaw(setup_.device, setup_.answers);
    if (file >= 0)
        device_.assign(file, error);
    if (file >= 0 && error)
        ::close(file);
    endSoon(device_.is_open() ? Input{Opened{true}} : Input{Lost{}});
}

bool PrinterLine::stillOpen() {
    if (device_.is_open())
        return setup_.answers ? drain(device_, incoming_) : isListenedTo(device_.native_handle());
    return socket_.is_open() && drain(socket_, incoming_);
}

} // namespace usher::devices
