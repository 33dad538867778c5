#include "broker/devices/printer_port.h"

#include "broker/devices/print_job.h"
#include "broker/devices/printer_line.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <charconv>
#include <csignal>
#include <deque>
#include <random>
#include <thread>
#include <utility>

namespace usher::devices {
namespace asio = boost::asio;

std::optional<PrinterSetup> PrinterSetup::fromText(std::string_view text) {
    PrinterSetup setup;
    if (text == "none")
        return setup;
    if (text.starts_with('/')) {
        setup.device = text;
        return setup;
    }
    const bool bracketed = text.starts_with('[');
    const std::size_t close = bracketed ? text.find(']') : text.find(':');
    if (bracketed && close == text.npos)
        return std::nullopt;
    setup.host = bracketed ? text.substr(1, close - 1) : text.substr(0, close);
    std::string_view rest = close == text.npos ? "" : text.substr(close + (bracketed ? 1 : 0));
    if (setup.host.empty())
        return std::nullopt;
    if (rest.empty())
        return setup;
    if (!rest.starts_with(':'))
        return std::nullopt;
    rest.remove_prefix(1);
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), setup.port);
    const bool good = error == std::errc{} && end == rest.data() + rest.size() && setup.port != 0;
    return good ? std::optional{setup} : std::nullopt;
}

class PrinterPort::Desk {
public:
    explicit Desk(PrinterSetup setup) : setup_{std::move(setup)}, line_{io_, setup_} {
        thread_ = std::thread{[this] { work(); }};
    }

    ~Desk() {
        io_.stop();
        thread_.join();
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void check(OnReady onReady) {
        asio::post(io_, [this, onReady = std::move(onReady)]() mutable {
            if (const auto trouble = refusal())
                return onReady({trouble, false});
            errands_.push_back({StatusCheck{setup_.answers}, std::move(onReady), {}});
            if (errands_.size() == 1)
                start();
        });
    }

    void print(const Slip& slip, OnOutcome onOutcome) {
        asio::post(io_, [this, slip, onOutcome = std::move(onOutcome)]() mutable {
            if (const auto trouble = refusal())
                return onOutcome({PrintOutcome::Result::Failed, trouble, false, {}});
            PrintJob job{encode(slip, setup_.paper), mark_, setup_.answers};
            mark_ += 2;
            errands_.push_back({std::move(job), {}, std::move(onOutcome)});
            if (errands_.size() == 1)
                start();
        });
    }

private:
    struct Errand {
        std::variant<StatusCheck, PrintJob> talk;
        OnReady onReady;
        OnOutcome onOutcome;
    };

    void work() {
        // Writing to a FIFO nobody reads any more is an error here, not the end of the process.
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
        io_.run();
    }

    [[nodiscard]] std::optional<PrinterTrouble> refusal() const {
        if (!setup_.installed())
            return PrinterTrouble::NotInstalled;
        if (errands_.size() >= printerJobsMax)
            return PrinterTrouble::Refused;
        return std::nullopt;
    }

    void start() {
        perform(std::visit([](auto& talk) { return talk.start(); }, errands_.front().talk));
    }

    void resume(const Input& input) {
        perform(std::visit([&](auto& talk) { return talk.resume(input); }, errands_.front().talk));
    }

    void perform(const Action& action) {
        const auto onEnd = [this](const Input& input) { resume(input); };
        if (const auto* open = std::get_if<Open>(&action))
            line_.open(*open, onEnd);
        else if (const auto* send = std::get_if<Send>(&action))
            line_.send(*send, onEnd);
        else if (const auto* receive = std::get_if<Receive>(&action))
            line_.receive(*receive, onEnd);
        else
            finish(std::get<Done>(action));
    }

    void finish(const Done& done) {
        if (done.hangUp)
            line_.hangUp();
        const Errand errand = std::move(errands_.front());
        errands_.pop_front();
        if (!errands_.empty())
            start();
        if (const auto* check = std::get_if<StatusCheck>(&errand.talk))
            errand.onReady(check->status());
        else
            errand.onOutcome(std::get<PrintJob>(errand.talk).outcome());
    }

    const PrinterSetup setup_;
    asio::io_context io_{1};
    asio::executor_work_guard<asio::io_context::executor_type> busy_{io_.get_executor()};
    PrinterLine line_;
    std::deque<Errand> errands_;
    EchoMark mark_{std::random_device{}()}; ///< an echo meant for the process before us is not ours
    std::thread thread_;
};

PrinterPort::PrinterPort(PrinterSetup setup) : desk_{std::make_unique<Desk>(std::move(setup))} {}
PrinterPort::~PrinterPort() = default;

void PrinterPort::check(OnReady onReady) {
    desk_->check(std::move(onReady));
}

void PrinterPort::print(const Slip& slip, OnOutcome onOutcome) {
    desk_->print(slip, std::move(onOutcome));
}

} // namespace usher::devices
