#include "broker/transport/http.h"

#include "broker/transport/context.h"
#include "broker/transport/http_answer.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <chrono>

namespace usher::transport {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using ErrorCode = boost::system::error_code;

namespace {

constexpr std::size_t visitorsMax = 16;
constexpr std::chrono::seconds patience{5};

} // namespace

struct Http::Inside : std::enable_shared_from_this<Inside> {
    Inside(Loop& loop, Pages itsPages) : acceptor{loop.context().io}, pages{std::move(itsPages)} {}

    tcp::acceptor acceptor;
    Pages pages;
    std::size_t visitors = 0;

    void accept();
};

namespace {

/// One request, one response, and goodbye. Keeps itself alive as long as something is under way.
template <class House>
class Visit : public std::enable_shared_from_this<Visit<House>> {
public:
    Visit(tcp::socket socket, std::weak_ptr<House> house)
        : stream_{std::move(socket)}, house_{std::move(house)} {
        setLimits(parser_);
    }
    ~Visit() {
        if (const auto house = house_.lock())
            --house->visitors;
    }

    void begin() {
        stream_.expires_after(patience);
        http::async_read_header(stream_, buffer_, parser_,
                                [self = this->shared_from_this()](ErrorCode error, std::size_t) {
                                    self->heard(error);
                                });
    }

private:
    void heard(ErrorCode error) {
        const auto house = house_.lock();
        if (!house || error == http::error::end_of_stream || error == beast::error::timeout)
            return;
        response_ = answerTo(parser_, error, house->pages);
        stream_.expires_after(patience);
        http::async_write(stream_, response_,
                          [self = this->shared_from_this()](ErrorCode, std::size_t) {
                              ErrorCode ignored;
                              self->stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
                          });
    }

    beast::tcp_stream stream_;
    beast::flat_buffer buffer_{2 * headerBytesMax};
    HttpParser parser_;
    HttpAnswer response_;
    std::weak_ptr<House> house_;
};

} // namespace

void Http::Inside::accept() {
    acceptor.async_accept([weak = weak_from_this()](ErrorCode error, tcp::socket socket) {
        const auto self = weak.lock();
        if (!self || error == asio::error::operation_aborted)
            return;
        if (!error && self->visitors < visitorsMax) {
            ++self->visitors;
            std::make_shared<Visit<Inside>>(std::move(socket), weak)->begin();
        }
        self->accept();
    });
}

Http::Http(Loop& loop, Pages pages) : inside_{std::make_shared<Inside>(loop, std::move(pages))} {}

Http::~Http() {
    ErrorCode ignored;
    inside_->acceptor.close(ignored);
}

Trouble Http::open(std::uint16_t port) {
    const tcp::endpoint here{asio::ip::address_v4::loopback(), port};
    tcp::acceptor& acceptor = inside_->acceptor;
    ErrorCode error;
    acceptor.open(here.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address{true}, error);
    if (!error)
        acceptor.bind(here, error);
    if (!error)
        acceptor.listen(static_cast<int>(visitorsMax), error);
    if (error)
        return "cannot serve http at 127.0.0.1:" + std::to_string(port) + ": " + error.message();
    inside_->accept();
    return std::nullopt;
}

std::uint16_t Http::port() const {
    ErrorCode ignored;
    return inside_->acceptor.local_endpoint(ignored).port();
}

} // namespace usher::transport
