#include "tests/support/virtual_printer.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <condition_variable>
#include <fcntl.h>
#include <mutex>
#include <stdexcept>
#include <stdlib.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace usher::support {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

} // namespace

class VirtualPrinter::Body {
public:
    explicit Body(Wire wire) : acceptor_{io_}, line_{io_}, terminal_{io_} {
        if (wire == Wire::Tcp)
            listen();
        else
            openTerminal();
        thread_ = std::thread{[this] { io_.run(); }};
    }

    ~Body() {
        io_.stop();
        thread_.join();
        if (keptOpen_ >= 0)
            ::close(keptOpen_);
    }

    template <class Look>
    auto look(Look see) const {
        const std::lock_guard lock{mutex_};
        return see(machine_);
    }

    void set(const PaperFaults& faults) {
        const std::lock_guard lock{mutex_};
        machine_.faults = faults;
        auto answers = std::make_shared<std::string>(machine_.goOn());
        changed_.notify_all();
        asio::post(io_, [this, answers] { answer(*answers); });
    }

    void cutOffAfter(std::size_t bytes) {
        const std::lock_guard lock{mutex_};
        cutAt_ = machine_.bytesInOrder() + bytes;
    }

    void powerCycle() {
        const std::lock_guard lock{mutex_};
        (void)machine_.take("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08");
        asio::post(io_, [this] { drop(); });
    }

    bool await(std::size_t count, std::chrono::milliseconds within) const {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, within, [&] { return machine_.slips().size() >= count; });
    }

    std::string address;

private:
    void listen() {
        acceptor_.open(tcp::v4());
        acceptor_.bind({asio::ip::make_address("127.0.0.1"), 0});
        acceptor_.listen();
        address = "127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
        accept();
    }

    void openTerminal() {
        const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (master < 0 || ::grantpt(master) != 0 || ::unlockpt(master) != 0)
            throw std::runtime_error{"no pseudo terminal to be had"};
        address = ::ptsname(master);
        keptOpen_ = ::open(address.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
        termios raw{};
        ::tcgetattr(keptOpen_, &raw);
        ::cfmakeraw(&raw);
        ::tcsetattr(keptOpen_, TCSANOW, &raw);
        terminal_.assign(master);
        read(terminal_);
    }

    // The newest line is the one that counts, as with machines that have room for one.
    void accept() {
        acceptor_.async_accept([this](Error error, tcp::socket line) {
            if (error)
                return;
            drop();
            line_ = std::move(line);
            line_.set_option(tcp::no_delay{true});
            read(line_);
            accept();
        });
    }

    template <class Stream>
    void read(Stream& stream) {
        stream.async_read_some(asio::buffer(incoming_),
                               [this, &stream](Error error, std::size_t n) {
                                   if (error == asio::error::operation_aborted)
                                       return;
                                   if (error)
                                       return drop();
                                   if (take({incoming_.data(), n}))
                                       read(stream);
                               });
    }

    /// False once the cable is pulled.
    bool take(std::string_view bytes) {
        std::string answers;
        bool cut = false;
        {
            const std::lock_guard lock{mutex_};
            if (cutAt_ && machine_.bytesInOrder() + bytes.size() > *cutAt_) {
                bytes = bytes.substr(0, *cutAt_ - machine_.bytesInOrder());
                cut = true;
                cutAt_.reset();
            }
            answers = machine_.take(bytes);
        }
        changed_.notify_all();
        if (cut)
            drop();
        else
            answer(answers);
        return !cut;
    }

    void answer(const std::string& answers) {
        Error ignored;
        if (answers.empty())
            return;
        if (line_.is_open())
            asio::write(line_, asio::buffer(answers), ignored);
        if (terminal_.is_open())
            asio::write(terminal_, asio::buffer(answers), ignored);
    }

    void drop() {
        Error ignored;
        line_.close(ignored);
    }

    asio::io_context io_{1};
    tcp::acceptor acceptor_;
    tcp::socket line_;
    asio::posix::stream_descriptor terminal_;
    int keptOpen_ = -1; ///< the near end of the terminal, so that hanging up does not close it
    std::array<char, 256> incoming_{};
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    PaperMachine machine_;
    std::optional<std::size_t> cutAt_;
    std::thread thread_;
};

VirtualPrinter::VirtualPrinter(Wire wire) : body_{std::make_unique<Body>(wire)} {}
VirtualPrinter::~VirtualPrinter() = default;

std::string VirtualPrinter::address() const {
    return body_->address;
}
void VirtualPrinter::set(const PaperFaults& faults) {
    body_->set(faults);
}
void VirtualPrinter::cutOffAfter(std::size_t bytes) {
    body_->cutOffAfter(bytes);
}
void VirtualPrinter::powerCycle() {
    body_->powerCycle();
}

std::vector<PaperSlip> VirtualPrinter::slips() const {
    return body_->look([](const PaperMachine& machine) { return machine.slips(); });
}

std::vector<std::string> VirtualPrinter::misunderstood() const {
    return body_->look([](const PaperMachine& machine) { return machine.misunderstood(); });
}

std::size_t VirtualPrinter::bytesInOrder() const {
    return body_->look([](const PaperMachine& machine) { return machine.bytesInOrder(); });
}

bool VirtualPrinter::awaitSlips(std::size_t count, std::chrono::milliseconds within) const {
    return body_->await(count, within);
}

} // namespace usher::support
