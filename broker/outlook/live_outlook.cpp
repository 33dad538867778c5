#include "broker/outlook/live_outlook.h"

#include "broker/forecast/simple.h"
#include "broker/outlook/what_if_desk.h"

#include <sys/resource.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace usher::outlook {

using namespace protocol;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t futuresMax = 200;
constexpr std::size_t futuresMin = 20;
constexpr std::chrono::milliseconds budget{50};
constexpr std::chrono::milliseconds betweenForecasts{200};
/// Of the outlet's clock; older than this, a forecast is about another hall.
constexpr Millis keepsFor{180'000};

/// Behind the engine and the writer, whenever both want the processor: this thread only.
void giveWay() {
    (void)setpriority(PRIO_PROCESS, 0, 5);
}

} // namespace

struct LiveOutlook::Inside {
    struct Ask {
        Question id{};
        WhatIf question;
    };

    explicit Inside(Post itsPost) : post{itsPost}, desk{std::move(itsPost)} {}

    void follow(std::stop_token stop, const Begin& begin);
    void foresee(Seer& seer, Moment at, const std::stop_token& stop);

    Post post;
    WhatIfDesk desk;

    // Between the threads.
    std::mutex mutex;
    std::condition_variable_any changed;
    std::vector<Record> records;
    std::vector<Ask> asked;
    Moment now;
    bool passed = false; ///< time, or something happened

    // The engine's thread only.
    Sight sight;
    std::function<void()> ready;

    std::jthread follower; ///< the last one: everything it uses is there before and after it
};

void LiveOutlook::Inside::follow(std::stop_token stop, const Begin& begin) {
    giveWay();
    Seer seer = begin();
    Clock::time_point next = Clock::now();
    std::unique_lock lock{mutex};
    while (changed.wait(lock, stop, [this] { return passed || !asked.empty(); })) {
        const std::vector<Record> news = std::exchange(records, {});
        const std::vector<Ask> questions = std::exchange(asked, {});
        const Moment at = now;
        lock.unlock();
        for (const Record& record : news)
            seer.take(record);
        for (const Ask& one : questions)
            desk.play(one.id, seer.outlet(), seer.model(), one.question, at);
        lock.lock();
        if (changed.wait_until(lock, stop, next, [this] { return !asked.empty(); }) || !passed)
            continue; // a person waits; or it was only a question
        if (stop.stop_requested())
            return;
        if (!records.empty())
            continue; // take these in before looking
        passed = false;
        lock.unlock();
        next = Clock::now() + betweenForecasts;
        foresee(seer, at, stop);
        lock.lock();
    }
}

void LiveOutlook::Inside::foresee(Seer& seer, Moment at, const std::stop_token& stop) {
    std::size_t done = 0;
    const auto until = Clock::now() + budget;
    Sight found = seer.look(at, futuresMax, [&] {
        return stop.stop_requested() || (++done >= futuresMin && Clock::now() >= until);
    });
    post([this, found = std::move(found)]() mutable {
        sight = std::move(found);
        if (ready)
            ready();
    });
}

LiveOutlook::LiveOutlook(Post post, Begin begin) : inside_{std::make_unique<Inside>(post)} {
    inside_->follower =
        std::jthread{[inside = inside_.get(), begin = std::move(begin)](
                         const std::stop_token& stop) { inside->follow(stop, begin); }};
}

LiveOutlook::~LiveOutlook() = default;

void LiveOutlook::onForecast(std::function<void()> task) {
    inside_->ready = std::move(task);
}

void LiveOutlook::take(std::span<const Record> records, Moment now) {
    {
        const std::lock_guard lock{inside_->mutex};
        inside_->records.insert(inside_->records.end(), records.begin(), records.end());
        inside_->now = now;
        inside_->passed = true;
    }
    inside_->changed.notify_all();
}

Range LiveOutlook::newcomer(const outlet::Outlet& outlet, const ServiceId& service,
                            const TierId& tier, const std::vector<Claim>& claims,
                            Moment now) const {
    const Sight& sight = inside_->sight;
    const std::size_t tiers = outlet.setup().tiers.size();
    const bool fits = sight.newcomers.size() == outlet.setup().services.size() * tiers;
    if (!fits || sight.futures == 0 || now - sight.at > keepsFor)
        return forecast::simpleWait(outlet, service, tier, claims, now);
    const std::size_t cell =
        std::size_t{outlet.floor().of(service)} * tiers + outlet.floor().of(tier);
    const Setup& setup = outlet.setup();
    if (setup.adjustment(service, tier, claims) == setup.adjustment(service, tier, {}))
        return sight.newcomers[cell];
    // Booked after that forecast, perhaps.
    return sight.booked[cell].likely >= Millis{0}
               ? sight.booked[cell]
               : forecast::simpleWait(outlet, service, tier, claims, now);
}

const std::vector<TicketWait>& LiveOutlook::waits() const {
    return inside_->sight.waits;
}

engine::Outlook::Question LiveOutlook::whatIf(WhatIf question, Moment now,
                                              std::function<void(Foreseen)> done) {
    const Question id = inside_->desk.expect(std::move(done));
    {
        const std::lock_guard lock{inside_->mutex};
        inside_->asked.push_back({id, std::move(question)});
        inside_->now = now;
    }
    inside_->changed.notify_all();
    return id;
}

void LiveOutlook::forget(Question question) {
    inside_->desk.forget(question);
}

} // namespace usher::outlook
