#include "kiosk/card/pcsc_reader.h"

#include "kiosk/card/talk.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>
#include <winscard.h>

namespace usher::card {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr DWORD lookAgainMs = 500;
constexpr milliseconds tryAgain{500};
constexpr milliseconds pullShows{800}; // drivers look at the slot every 400 ms or so
constexpr std::size_t readersMax = 8;

struct Slot {
    std::string name;
    DWORD state{SCARD_STATE_UNAWARE};

    [[nodiscard]] bool present() const { return (state & SCARD_STATE_PRESENT) != 0; }
    [[nodiscard]] bool mute() const { return (state & SCARD_STATE_MUTE) != 0; }
    /// Rises with each card put in or pulled out.
    [[nodiscard]] DWORD changes() const { return state >> 16; }
};

} // namespace

class PcscReader::Watch {
public:
    Watch(Options options, CardSink sink) : options_{std::move(options)}, sink_{std::move(sink)} {}

    void run();
    void stop();

private:
    bool open();
    void close();
    void watchReaders();
    LONG listReaders();
    LONG waitForChange();
    void lookAtCards();
    void releaseGone();
    void read(const Slot& slot);
    bool pulledOut(const Slot& slot);
    void sayWhetherThere(bool there);
    void pause(milliseconds time);

    const Options options_;
    const CardSink sink_;

    std::mutex mutex_; // over what stop() reaches for from another thread
    std::condition_variable stopped_;
    std::optional<SCARDCONTEXT> context_;
    std::atomic<bool> stopping_{false};

    Talker talker_;
    std::vector<Slot> slots_;
    std::optional<Slot> held_; // where a card is in, as it was when it arrived
    std::optional<bool> there_;
};

void PcscReader::Watch::run() {
    while (!stopping_) {
        if (open())
            watchReaders();
        close();
        if (stopping_)
            return;
        slots_.clear();
        releaseGone();
        sayWhetherThere(false);
        pause(tryAgain);
    }
}

void PcscReader::Watch::stop() {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    stopped_.notify_all();
    if (context_)
        SCardCancel(*context_);
    talker_.stop();
}

bool PcscReader::Watch::open() {
    SCARDCONTEXT context{};
    if (SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) != SCARD_S_SUCCESS)
        return false;
    const std::lock_guard lock{mutex_};
    context_ = context;
    return true;
}

void PcscReader::Watch::close() {
    const std::lock_guard lock{mutex_};
    if (context_)
        SCardReleaseContext(*context_);
    context_.reset();
}

/// Until pcscd goes away or the watch is stopped.
void PcscReader::Watch::watchReaders() {
    if (listReaders() != SCARD_S_SUCCESS)
        return;
    while (!stopping_) {
        const LONG result = waitForChange();
        if (stopping_)
            return;
        const bool quiet = result == SCARD_E_TIMEOUT || result == SCARD_E_CANCELLED;
        if (result == SCARD_E_UNKNOWN_READER || result == SCARD_E_READER_UNAVAILABLE)
            pause(milliseconds{lookAgainMs});
        else if (result != SCARD_S_SUCCESS && !quiet)
            return;
        if (listReaders() != SCARD_S_SUCCESS)
            return;
        lookAtCards();
    }
}

LONG PcscReader::Watch::listReaders() {
    char* names = nullptr;
    DWORD size = SCARD_AUTOALLOCATE;
    const LONG result =
        SCardListReaders(*context_, nullptr, reinterpret_cast<char*>(&names), &size);
    if (result != SCARD_S_SUCCESS && result != SCARD_E_NO_READERS_AVAILABLE)
        return result;
    std::vector<Slot> listed;
    for (const char* name = names; name != nullptr && *name != '\0';
         name += std::string_view{name}.size() + 1) {
        if (std::string_view{name}.find(options_.nameHas) == std::string_view::npos ||
            listed.size() == readersMax)
            continue;
        const auto known = std::find_if(slots_.begin(), slots_.end(),
                                        [&](const Slot& slot) { return slot.name == name; });
        listed.push_back(known != slots_.end() ? *known : Slot{name});
    }
    if (names != nullptr)
        SCardFreeMemory(*context_, names);
    slots_ = std::move(listed);
    releaseGone();
    sayWhetherThere(!slots_.empty());
    return SCARD_S_SUCCESS;
}

LONG PcscReader::Watch::waitForChange() {
    std::vector<SCARD_READERSTATE> states(slots_.size() + 1);
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        states[i].szReader = slots_[i].name.c_str();
        states[i].dwCurrentState = slots_[i].state;
    }
    states.back().szReader = R"(\\?PnP?\Notification)"; // readers plugged and unplugged
    const LONG result = SCardGetStatusChange(*context_, lookAgainMs, states.data(), states.size());
    if (result == SCARD_S_SUCCESS)
        for (std::size_t i = 0; i < slots_.size(); ++i)
            slots_[i].state = states[i].dwEventState & ~DWORD{SCARD_STATE_CHANGED};
    return result;
}

void PcscReader::Watch::lookAtCards() {
    releaseGone();
    if (held_)
        return;
    const auto slot =
        std::find_if(slots_.begin(), slots_.end(), [](const Slot& one) { return one.present(); });
    if (slot == slots_.end())
        return;
    held_ = *slot;
    sink_(CardArrived{});
    read(*slot);
}

void PcscReader::Watch::releaseGone() {
    if (!held_)
        return;
    const bool stays = std::any_of(slots_.begin(), slots_.end(), [this](const Slot& slot) {
        return slot.name == held_->name && slot.present() && slot.changes() == held_->changes();
    });
    if (stays)
        return;
    held_.reset();
    sink_(CardRemoved{});
}

void PcscReader::Watch::read(const Slot& slot) {
    if (slot.mute())
        return sink_(CardFailed{CardFailure::Unreadable});
    const auto deadline = Clock::now() + options_.patience;
    auto outcome = talker_.read(slot.name, Wake::AsItIs, deadline);
    const auto broken = [&] { return outcome && std::holds_alternative<Broken>(*outcome); };
    bool pulled = broken() && pulledOut(slot);
    if (broken() && !pulled) { // bad contacts often do better the second time
        outcome = talker_.read(slot.name, Wake::Afresh, deadline);
        pulled = broken() && pulledOut(slot);
    }
    if (!outcome || stopping_)
        return;
    if (auto* number = std::get_if<protocol::Secret>(&*outcome))
        sink_(CardRead{std::move(*number)});
    else if (const auto* failure = std::get_if<CardFailure>(&*outcome))
        sink_(CardFailed{*failure});
    else
        sink_(CardFailed{pulled ? CardFailure::RemovedTooSoon : CardFailure::Unreadable});
}

/// Whether the card is gone, or goes before a slow driver can be said to have noticed.
bool PcscReader::Watch::pulledOut(const Slot& slot) {
    const auto deadline = Clock::now() + pullShows;
    SCARD_READERSTATE state{};
    state.szReader = slot.name.c_str();
    state.dwCurrentState = slot.state;
    for (auto left = pullShows; left.count() > 0 && !stopping_;
         left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now())) {
        if (SCardGetStatusChange(*context_, static_cast<DWORD>(left.count()), &state, 1) !=
            SCARD_S_SUCCESS)
            return false;
        const Slot now{slot.name, state.dwEventState & ~DWORD{SCARD_STATE_CHANGED}};
        if (!now.present() || now.changes() != slot.changes())
            return true;
        state.dwCurrentState = now.state;
    }
    return false;
}

void PcscReader::Watch::sayWhetherThere(bool there) {
    if (there_ == there)
        return;
    there_ = there;
    if (there)
        sink_(ReaderBack{});
    else
        sink_(ReaderLost{});
}

void PcscReader::Watch::pause(milliseconds time) {
    std::unique_lock lock{mutex_};
    stopped_.wait_for(lock, time, [this] { return stopping_.load(); });
}

PcscReader::PcscReader() : PcscReader{Options{}} {}

PcscReader::PcscReader(Options options) : options_{std::move(options)} {}

PcscReader::~PcscReader() {
    stop();
}

void PcscReader::start(CardSink sink) {
    assert(!watch_);
    watch_ = std::make_unique<Watch>(options_, std::move(sink));
    thread_ = std::thread{[this] { watch_->run(); }};
}

void PcscReader::stop() {
    if (!watch_)
        return;
    watch_->stop();
    thread_.join();
    watch_.reset();
}

} // namespace usher::card
