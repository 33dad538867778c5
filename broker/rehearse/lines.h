// Everybody's line to the broker, in one thread, on the outlet's own clock.
//
// A rehearsal is many devices at once: each has its own key and its own connection, exactly as in
// the hall. Things to do at a moment of the outlet's day are kept here and come up when its clock,
// as the broker's beats tell it, gets there.
#pragma once

#include "broker/client/caller.h"
#include "broker/replica/replica.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>

namespace usher::rehearse {

class Lines : private client::Listener {
public:
    using Task = std::function<void()>;
    using Told = std::function<void(const client::Outcome&)>;

    /// `keys`: folder with NAME.json for each device. `acknowledged`: written as a CSV, one line a
    /// command that changed something, before anybody acts on it; empty: not written.
    Lines(std::filesystem::path keys, const std::filesystem::path& acknowledged);
    ~Lines() override;

    /// Connects a device; false if its key file cannot be read, with a word on stderr.
    [[nodiscard]] bool open(const protocol::DeviceId& device);
    /// Listens to the staff feed with that device's key; `changed` is called after every change of
    /// the picture, be it by events or, after a gap, by a snapshot.
    [[nodiscard]] bool listen(const protocol::DeviceId& device, Task changed);

    /// Asks until it is answered, however often the broker dies meanwhile.
    void ask(const protocol::DeviceId& device, protocol::Command command, Told told);
    /// At a moment of the outlet's clock, or as soon after it as can be.
    void at(protocol::Moment moment, Task task);
    /// Runs until `done`, or for `realTime` at most; false if time ran out.
    bool run(const std::function<bool()>& done, std::chrono::milliseconds realTime);

    [[nodiscard]] bool ready() const { return replica_.whole() && replica_.beat().has_value(); }
    [[nodiscard]] protocol::Moment now() const;
    [[nodiscard]] const outlet::Outlet& outlet() const { return replica_.outlet(); }
    [[nodiscard]] std::uint64_t answered() const { return answered_; }
    [[nodiscard]] std::uint64_t refused() const { return refused_; }
    [[nodiscard]] std::size_t unanswered() const;

private:
    using Real = std::chrono::steady_clock;

    void onNews(wire::News news) override;
    void onBeat(protocol::Beat beat) override;
    void onBoard(protocol::Board) override {}
    void onConnection(client::Connection connection) override;
    void follow(replica::NextAction action);
    void keep(const protocol::CommandId& id, std::string_view what, const client::Outcome& outcome);
    void runDue();
    [[nodiscard]] int untilNext() const;

    std::filesystem::path keys_;
    std::ofstream acknowledged_;
    client::Net net_;
    std::map<protocol::DeviceId, std::unique_ptr<client::Caller>> callers_;
    std::unique_ptr<client::Caller> ear_;
    Task changed_;
    replica::Replica replica_;
    bool asked_ = false;
    Real::time_point beatAt_;
    std::multimap<protocol::Moment, Task> due_;
    std::uint64_t answered_ = 0;
    std::uint64_t refused_ = 0;
};

} // namespace usher::rehearse
