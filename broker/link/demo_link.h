// A link without a broker: it shows a picture from a file and answers as it is told to.
//
// For looking at a screen (`--demo`), for its tests and for its pictures. The clock stands where
// the picture was taken unless it is moved.
#pragma once

#include "broker/link/link.h"

namespace usher::link {

class DemoLink : public Link {
    Q_OBJECT
public:
    using Answers = std::function<client::Outcome(const protocol::Command&)>;

    explicit DemoLink(QObject* parent = nullptr);
    /// The lobby on a busy morning, from assets/demo.
    static std::unique_ptr<DemoLink> busyMorning(QObject* parent = nullptr);

    void show(const protocol::Snapshot& snapshot);
    void show(protocol::Board board);
    /// As if the broker had published it now, after what the picture holds.
    void take(const protocol::DeviceId& by, protocol::Event event);
    void setZones(std::vector<protocol::BoardZone> zones);
    void setWaits(std::vector<protocol::TicketWait> waits);
    void setState(State state);
    void setStale(bool stale, int ageSeconds);
    void setNow(protocol::Moment now);
    void setDevice(protocol::DeviceId device) { device_ = device; }
    /// What every ask gets from now on; by default Accepted.
    void answerWith(Answers answers) { answers_ = std::move(answers); }
    /// Asks stay unanswered until release(); as on a slow line.
    void hold() { held_ = true; }
    void release();
    /// Of the commands asked so far, oldest first.
    [[nodiscard]] const std::vector<std::string>& asked() const { return asked_; }

    void ask(protocol::Command command, QObject* asker, Done done) override;
    [[nodiscard]] const outlet::Outlet& outlet() const override { return outlet_; }
    [[nodiscard]] const protocol::Board& board() const override { return board_; }
    [[nodiscard]] const std::vector<protocol::BoardZone>& zones() const override { return zones_; }
    [[nodiscard]] const std::vector<protocol::TicketWait>& waits() const override { return waits_; }
    [[nodiscard]] protocol::DeviceId device() const override { return device_; }
    [[nodiscard]] protocol::Moment now() const override { return now_; }
    [[nodiscard]] State state() const override { return state_; }
    [[nodiscard]] bool stale() const override { return stale_; }
    [[nodiscard]] int ageSeconds() const override { return age_; }

private:
    void answerLater(std::function<void()> give);

    outlet::Outlet outlet_;
    protocol::Board board_;
    std::vector<protocol::BoardZone> zones_;
    std::vector<protocol::TicketWait> waits_;
    protocol::DeviceId device_;
    protocol::Moment now_;
    State state_{State::Live};
    bool stale_{false};
    int age_{0};
    bool held_{false};
    Answers answers_;
    std::vector<std::string> asked_;
    std::vector<std::function<void()>> waiting_;
};

} // namespace usher::link
