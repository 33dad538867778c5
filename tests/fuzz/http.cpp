// Whoever connects to the metrics page, and says anything.
#include "broker/transport/http.h"
#include "tests/fuzz/fuzz.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace usher;

namespace {

/// The page, on a thread of its own for as long as the program runs.
class Page {
public:
    Page() : http_{loop_, {[] { return std::string{"usher_up 1\n"}; }, [] { return true; }}} {
        fuzz::must(!http_.open(0), "there is a port");
        thread_ = std::thread{[this] { loop_.run(); }};
        thread_.detach();
    }
    [[nodiscard]] std::uint16_t port() const { return http_.port(); }

private:
    transport::Loop loop_;
    transport::Http http_;
    std::thread thread_;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Page* const page = new Page; // outlives whoever visits
    const int to = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(page->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    fuzz::must(connect(to, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0,
               "the page listens");
    (void)send(to, data, size, MSG_NOSIGNAL);
    shutdown(to, SHUT_WR);
    char answer[512];
    while (recv(to, answer, sizeof answer, 0) > 0) {
    }
    const linger now{1, 0}; // leaves no port waiting behind
    setsockopt(to, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close(to);
    return 0;
}
