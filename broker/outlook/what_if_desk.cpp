#include "broker/outlook/what_if_desk.h"

#include "broker/simulate/what_if.h"

#include <malloc.h>
#include <sys/resource.h>

#include <chrono>

namespace usher::outlook {

using namespace protocol;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t pairsMax = 400;
constexpr std::size_t pairsMin = 20;
/// An answer is due within two seconds, under way included.
constexpr std::chrono::milliseconds budget{1200};

} // namespace

WhatIfDesk::WhatIfDesk(std::function<void(std::function<void()>)> post)
    : post_{std::move(post)}, worker_{[this](const std::stop_token& stop) { work(stop); }} {}

WhatIfDesk::Question WhatIfDesk::expect(Done done) {
    const Question question = ++last_;
    expected_[question] = std::move(done);
    const std::lock_guard lock{mutex_};
    open_.insert(question);
    return question;
}

void WhatIfDesk::forget(Question question) {
    expected_.erase(question);
    const std::lock_guard lock{mutex_};
    open_.erase(question);
}

bool WhatIfDesk::wanted(Question question) {
    const std::lock_guard lock{mutex_};
    return open_.contains(question);
}

void WhatIfDesk::play(Question question, const outlet::Outlet& outlet, const forecast::Model& model,
                      const WhatIf& what, Moment now) {
    const forecast::Start start = forecast::startOf(outlet, now);
    std::map<TicketId, std::string> numbers;
    for (const forecast::InLine& one : start.waiting)
        numbers[one.ticket] = outlet.find(one.ticket)->number;
    auto job =
        [this, question, start, numbers, setup = outlet.setup(),
         played = simulate::WhatIf{start, simulate::changed(start, outlet.inForce(), what.changes),
                                   model, outlet.sequence()}](const std::function<bool()>& over) {
            const auto until = Clock::now() + budget;
            std::vector<simulate::Pair> pairs;
            while (pairs.size() < pairsMax && !over() &&
                   (pairs.size() < pairsMin || Clock::now() < until))
                pairs.push_back(played.play(pairs.size()));
            if (over())
                return;
            Foreseen found = simulate::summarise(setup, start, played.until(), pairs,
                                                 [&](TicketId id) { return numbers.at(id); });
            post_([this, question, found = std::move(found)]() mutable {
                const auto waiting = expected_.find(question);
                if (waiting == expected_.end())
                    return;
                const Done done = std::move(waiting->second);
                forget(question);
                done(std::move(found));
            });
        };
    {
        const std::lock_guard lock{mutex_};
        jobs_.emplace_back(question, std::move(job));
    }
    changed_.notify_all();
}

void WhatIfDesk::work(const std::stop_token& stop) {
    (void)setpriority(PRIO_PROCESS, 0, 5); // this thread only
    std::unique_lock lock{mutex_};
    while (changed_.wait(lock, stop, [this] { return !jobs_.empty(); })) {
        auto [question, job] = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job([this, &stop, asked = question] { return stop.stop_requested() || !wanted(asked); });
        job = {};
        // Hundreds of days were in memory; it would stay ours for the next question, tomorrow.
        (void)malloc_trim(0);
        lock.lock();
    }
}

} // namespace usher::outlook
