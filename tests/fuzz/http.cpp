// Whoever connects to the metrics page, and says anything.
#include "broker/transport/context.h"
#include "broker/transport/http_answer.h"
#include "tests/fuzz/fuzz.h"

#include <arpa/inet.h>
#include <boost/asio/buffer.hpp>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

using namespace usher;

namespace {

/// A browser whose every byte is the fuzzer's. It resets, which leaves no port waiting behind.
class Visitor {
public:
    explicit Visitor(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        fuzz::must(connect(to_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0,
                   "the page listens");
        const linger reset{1, 0};
        setsockopt(to_, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    }
    Visitor(const Visitor&) = delete;
    Visitor& operator=(const Visitor&) = delete;
    ~Visitor() { close(to_); }

    void say(const std::uint8_t* data, std::size_t size) const {
        fuzz::must(send(to_, data, size, MSG_NOSIGNAL) == static_cast<ssize_t>(size),
                   "what is said fits the wire");
        shutdown(to_, SHUT_WR);
    }
    /// False when the page has hung up.
    bool hear(std::string& answer) const {
        char piece[1024];
        const ssize_t got = recv(to_, piece, sizeof piece, MSG_DONTWAIT);
        if (got > 0)
            answer.append(piece, static_cast<std::size_t>(got));
        return got > 0 || (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
    }

private:
    int to_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
};

/// The page and its loop, turned by hand: no thread to wake for every visitor.
struct Page {
    Page() { fuzz::must(!http.open(0), "there is a port"); }

    std::string visitedBy(const std::uint8_t* data, std::size_t size) {
        const Visitor visitor{http.port()};
        visitor.say(data, size);
        std::string answer;
        std::size_t turns = 0;
        while (visitor.hear(answer)) {
            fuzz::must(++turns < 100'000, "every visit ends");
            loop.context().io.poll();
        }
        return answer;
    }

    transport::Loop loop;
    transport::Http http{loop, {[] { return std::string{"usher_up 1\n"}; }, [] { return true; }}};
};

/// Nothing, to somebody who said nothing whole; or a status we know and a body of the length said.
bool makesSense(std::string_view answer) {
    if (answer.empty())
        return true;
    const std::size_t end = answer.find("\r\n\r\n");
    if (!answer.starts_with("HTTP/1.1 ") || end == std::string_view::npos)
        return false;
    const std::string_view status = answer.substr(9, 3);
    const std::string length = std::to_string(answer.size() - end - 4);
    return (status == "200" || status == "400" || status == "404" || status == "405") &&
           answer.find("Content-Length: " + length + "\r\n") != std::string_view::npos;
}

/// What is answered to bytes that come in two pieces, and how the reading ended.
std::string answered(std::string_view first, std::string_view rest) {
    static const transport::Http::Pages pages{[] { return std::string{"usher_up 1\n"}; },
                                              [] { return true; }};
    transport::HttpParser parser;
    transport::setLimits(parser);
    boost::system::error_code error;
    std::string buffer;
    for (const std::string_view piece : {first, rest}) {
        buffer += piece;
        bool wantsMore = false;
        while (!parser.is_header_done() && !wantsMore && !buffer.empty()) {
            buffer.erase(0, parser.put(boost::asio::buffer(buffer), error));
            wantsMore = error.failed();
            if (error == boost::beast::http::error::need_more)
                error = {};
        }
        if (error)
            break;
    }
    if (!parser.got_some())
        return {}; // nobody said anything
    if (!error && !parser.is_header_done())
        parser.put_eof(error);
    const transport::HttpAnswer answer = transport::answerTo(parser, error, pages);
    fuzz::must(answer.payload_size() == answer.body().size() && !answer.keep_alive(),
               "an answer says how long it is, and is the last");
    return std::to_string(answer.result_int()) + ' ' + answer.body();
}

/// One in so many goes the whole way, by a socket; the same ones in every run.
bool travels(std::string_view bytes) {
    unsigned sum = 0;
    for (const char c : bytes)
        sum = sum * 31 + static_cast<unsigned char>(c);
    return sum % 64 == 0;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Page* const page = new Page; // what visits it may still be under way at the end
    const std::string_view bytes = fuzz::text(data, size);
    const std::size_t cut = size == 0 ? 0 : data[size - 1] % size;
    fuzz::must(answered(bytes, {}) == answered(bytes.substr(0, cut), bytes.substr(cut)),
               "how the wire cuts it does not matter");
    if (travels(bytes))
        fuzz::must(makesSense(page->visitedBy(data, size)), "an answer makes sense");
    return 0;
}
