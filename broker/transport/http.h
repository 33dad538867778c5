// A page for those who watch over the broker: GET /metrics and GET /health, on this machine only.
//
// It changes nothing and knows nothing of customers. Slow, long and odd requests are cut off.
#pragma once

#include "broker/transport/keys.h"
#include "broker/transport/loop.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace usher::transport {

class Http {
public:
    /// Called on the loop's thread.
    struct Pages {
        std::function<std::string()> metrics; ///< Prometheus text exposition format 0.0.4
        std::function<bool()> healthy;        ///< 200 or 503
    };

    Http(Loop& loop, Pages pages);
    ~Http();
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;

    /// Listens on 127.0.0.1; port 0 takes a free one.
    [[nodiscard]] Trouble open(std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const;

private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

} // namespace usher::transport
