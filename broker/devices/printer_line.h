// One line to a printer, TCP or device file, that may be slow, silent or cut.
//
// Carries out one step at a time and reports how it ended, exactly once and never later than the
// step allows. Belongs to the thread that runs its io_context; for printer_port.cpp only, because
// it brings Asio with it.
#pragma once

#include "broker/devices/print_job.h"
#include "broker/devices/printer_port.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>

namespace usher::devices {

class PrinterLine {
public:
    using OnEnd = std::function<void(const Input&)>;

    PrinterLine(boost::asio::io_context& io, const PrinterSetup& setup);

    void open(const Open& step, OnEnd onEnd);
    void send(const Send& step, OnEnd onEnd);
    void receive(const Receive& step, OnEnd onEnd);
    void hangUp();

private:
    void begin(std::optional<protocol::Millis> within, OnEnd onEnd);
    void end(std::uint64_t step, const Input& input);
    void endSoon(const Input& input);
    void connect(const boost::asio::ip::tcp::endpoint& endpoint);
    void resolveAndConnect();
    void openDevice();
    [[nodiscard]] bool stillOpen();

    const PrinterSetup& setup_;
    boost::asio::io_context& io_;
    boost::asio::ip::tcp::resolver resolver_;
    boost::asio::ip::tcp::socket socket_;
    boost::asio::posix::stream_descriptor device_;
    boost::asio::steady_timer timer_;
    std::array<char, 512> incoming_{};
    std::uint64_t step_ = 0; ///< whoever ends another step than this came too late
    OnEnd onEnd_;
};

} // namespace usher::devices
