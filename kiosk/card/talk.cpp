#include "kiosk/card/talk.h"

#include <condition_variable>
#include <thread>
#include <utility>

namespace usher::card {

namespace {

using Clock = std::chrono::steady_clock;

} // namespace

/// Shared with the thread that leads the talk: whoever ends last cleans up.
struct Talker::Talk {
    std::mutex mutex;
    std::condition_variable changed;
    std::atomic<bool> givenUp{false};
    bool stopped = false;
    bool ended = false;
    std::optional<ChipOutcome> outcome;

    void lead(const std::string& reader, Wake wake, Clock::time_point deadline) {
        ChipOutcome read = readChip(reader, wake, deadline, givenUp);
        const std::lock_guard lock{mutex};
        if (!givenUp)
            outcome = std::move(read);
        ended = true;
        changed.notify_all();
    }

    /// Whether it ended in time; if not, it is given up.
    bool awaitEnd(Clock::time_point deadline) {
        std::unique_lock lock{mutex};
        changed.wait_until(lock, deadline, [this] { return ended || stopped; });
        if (!ended)
            givenUp = true;
        return ended;
    }
};

std::optional<ChipOutcome> Talker::read(const std::string& reader, Wake wake,
                                        Clock::time_point deadline) {
    // The chip before this one may have hung the reader; a second talk would only hang as well.
    if (talk_ && !talk_->awaitEnd(deadline))
        return CardFailure::TooSlow;
    const auto talk = std::make_shared<Talk>();
    {
        const std::lock_guard lock{mutex_};
        if (stopped_)
            return std::nullopt;
        talk_ = talk;
    }
    std::thread{[talk, reader, wake, deadline] { talk->lead(reader, wake, deadline); }}.detach();
    const bool ended = talk->awaitEnd(deadline);
    const std::lock_guard lock{talk->mutex};
    if (talk->stopped)
        return std::nullopt;
    if (!ended)
        return CardFailure::TooSlow;
    return std::exchange(talk->outcome, std::nullopt);
}

void Talker::stop() {
    const std::lock_guard lock{mutex_};
    stopped_ = true;
    if (!talk_)
        return;
    const std::lock_guard talking{talk_->mutex};
    talk_->stopped = true;
    talk_->givenUp = true;
    talk_->changed.notify_all();
}

} // namespace usher::card
