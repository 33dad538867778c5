// Where what-ifs are played: on a thread of its own, one after the other, as long as somebody wants
// to know.
//
// expect() and forget() belong to the engine's thread, play() to the one that keeps the picture.
#pragma once

#include "broker/engine/outlook.h"
#include "broker/forecast/model.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace usher::outlook {

class WhatIfDesk {
public:
    using Question = engine::Outlook::Question;
    using Done = std::function<void(protocol::Foreseen)>;

    /// `post` runs a task on the engine's thread, later.
    explicit WhatIfDesk(std::function<void(std::function<void()>)> post);

    /// `done` is called on the engine's thread, unless the question is forgotten.
    [[nodiscard]] Question expect(Done done);
    void forget(Question question);
    /// Requires that the outlet has whatever the question names.
    void play(Question question, const outlet::Outlet& outlet, const forecast::Model& model,
              const protocol::WhatIf& what, protocol::Moment now);

private:
    void work(const std::stop_token& stop);
    [[nodiscard]] bool wanted(Question question);

    std::function<void(std::function<void()>)> post_;
    Question last_ = 0;
    std::map<Question, Done> expected_; ///< the engine's thread only

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::pair<Question, std::function<void(const std::function<bool()>&)>>> jobs_;
    std::set<Question> open_; ///< somebody wants to know
    std::jthread worker_;
};

} // namespace usher::outlook
