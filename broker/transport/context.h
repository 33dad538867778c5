// What a Loop is made of: Asio. For the sources of this room only.
#pragma once

#include "broker/transport/loop.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <map>

namespace usher::transport {

struct Loop::Context {
    boost::asio::io_context io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{
        io.get_executor()};
    boost::asio::signal_set signals{io};
    std::map<TimerId, boost::asio::steady_timer> timers;
    TimerId lastTimer = 0;
};

} // namespace usher::transport
