// The outlook of a running broker: one thread follows and foresees, another plays what-ifs.
//
// The engine's thread only leaves records and questions and takes up what is ready. A forecast
// takes as many futures as fit its share of a second; a what-if ends early when nobody wants to
// know.
#pragma once

#include "broker/engine/outlook.h"
#include "broker/outlook/seer.h"

#include <memory>

namespace usher::outlook {

class LiveOutlook : public engine::Outlook {
public:
    /// Runs a task on the engine's thread, later, in order. Called from other threads.
    using Post = std::function<void(std::function<void()>)>;
    /// Makes the seer, on the thread that will use it: it may take its time to learn from the past.
    using Begin = std::function<Seer()>;

    LiveOutlook(Post post, Begin begin);
    ~LiveOutlook() override;
    LiveOutlook(const LiveOutlook&) = delete;
    LiveOutlook& operator=(const LiveOutlook&) = delete;

    /// Called on the engine's thread whenever there is a new forecast.
    void onForecast(std::function<void()> task);

    void take(std::span<const protocol::Record> records, protocol::Moment now) override;
    /// The simple forecast, until there is one that is not older than a few minutes.
    [[nodiscard]] protocol::Range newcomer(const outlet::Outlet& outlet,
                                           const protocol::ServiceId& service,
                                           const protocol::TierId& tier,
                                           const std::vector<protocol::Claim>& claims,
                                           protocol::Moment now) const override;
    [[nodiscard]] const std::vector<protocol::TicketWait>& waits() const override;
    [[nodiscard]] Question whatIf(protocol::WhatIf question, protocol::Moment now,
                                  std::function<void(protocol::Foreseen)> done) override;
    void forget(Question question) override;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace usher::outlook
