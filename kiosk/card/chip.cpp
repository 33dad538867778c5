#include "kiosk/card/chip.h"

#include "kiosk/card/emv.h"

#include <ctime>
#include <sys/random.h>
#include <thread>
#include <winscard.h>

namespace usher::card {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto tryAgain = std::chrono::milliseconds{50};

std::uint8_t packed(int number) {
    return static_cast<std::uint8_t>(number / 10 % 10 << 4 | number % 10);
}

Terminal terminalNow() {
    Terminal terminal;
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    if (localtime_r(&now, &local) != nullptr)
        terminal.date = {packed(local.tm_year), packed(local.tm_mon + 1), packed(local.tm_mday)};
    // Without chance the number stays zero: it protects payments, and none is made here.
    if (getrandom(terminal.unpredictable.data(), terminal.unpredictable.size(), GRND_NONBLOCK) < 0)
        terminal.unpredictable = {};
    return terminal;
}

// A context of its own, so that a chip that hangs cannot hold up the watch over the readers.
class Line {
public:
    Line() {
        open_ = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context_) ==
                SCARD_S_SUCCESS;
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line() {
        // Left powered: pcscd switches an idle card off by itself. Asked to switch off one just
        // pulled out, it may fail to notice the next card put in.
        if (connected_)
            SCardDisconnect(card_, SCARD_LEAVE_CARD);
        if (open_)
            SCardReleaseContext(context_);
        explicit_bzero(received_.data(), received_.size());
    }

    LONG connect(const std::string& reader, Wake wake) {
        if (!open_)
            return SCARD_E_NO_SERVICE;
        constexpr DWORD either = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;
        const LONG result = SCardConnect(context_, reader.c_str(), SCARD_SHARE_EXCLUSIVE, either,
                                         &card_, &protocol_);
        connected_ = result == SCARD_S_SUCCESS;
        if (!connected_ || wake == Wake::AsItIs)
            return result;
        return SCardReconnect(card_, SCARD_SHARE_EXCLUSIVE, either, SCARD_UNPOWER_CARD, &protocol_);
    }

    /// `answer` is valid until the next call.
    LONG transmit(Bytes command, Bytes& answer) {
        DWORD size = received_.size();
        const SCARD_IO_REQUEST* pci = protocol_ == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
        const LONG result = SCardTransmit(card_, pci, command.data(), command.size(), nullptr,
                                          received_.data(), &size);
        if (result != SCARD_S_SUCCESS)
            return result;
        answer = {received_.data(), size};
        // Some drivers call it success when the card was pulled out before it answered.
        return size < statusBytes ? SCARD_E_NOT_TRANSACTED : result;
    }

private:
    static constexpr std::size_t statusBytes = 2;

    SCARDCONTEXT context_{};
    SCARDHANDLE card_{};
    DWORD protocol_{};
    bool open_ = false;
    bool connected_ = false;
    std::array<std::uint8_t, tlvBytesMax + statusBytes> received_{};
};

/// Nothing once connected; else why not.
std::optional<ChipOutcome> connect(Line& line, const std::string& reader, Wake wake,
                                   Clock::time_point deadline, const std::atomic<bool>& givenUp) {
    for (;;) {
        const LONG result = line.connect(reader, wake);
        switch (result) {
        case SCARD_S_SUCCESS:
            return std::nullopt;
        case SCARD_W_UNRESPONSIVE_CARD:
        case SCARD_W_UNSUPPORTED_CARD:
        case SCARD_W_UNPOWERED_CARD:
        case SCARD_E_PROTO_MISMATCH:
            return CardFailure::Unreadable;
        case SCARD_E_SHARING_VIOLATION:
            break; // another program is having a look: wait for it
        default:
            return Broken{};
        }
        if (givenUp || Clock::now() + tryAgain > deadline)
            return CardFailure::TooSlow;
        std::this_thread::sleep_for(tryAgain);
    }
}

} // namespace

ChipOutcome readChip(const std::string& reader, Wake wake, Clock::time_point deadline,
                     const std::atomic<bool>& givenUp) {
    Line line;
    if (auto refused = connect(line, reader, wake, deadline, givenUp))
        return std::move(*refused);
    Conversation conversation{terminalNow()};
    NextAction next = conversation.begin();
    while (const Send* send = std::get_if<Send>(&next)) {
        if (givenUp || Clock::now() > deadline)
            return CardFailure::TooSlow;
        Bytes answer;
        const LONG result = line.transmit(send->command.view(), answer);
        if (result == SCARD_E_INSUFFICIENT_BUFFER)
            return CardFailure::Hostile;
        if (result != SCARD_S_SUCCESS)
            return Broken{};
        next = conversation.resume(answer);
    }
    if (Done* done = std::get_if<Done>(&next))
        return std::move(done->number);
    return std::get<Failed>(next).reason;
}

} // namespace usher::card
