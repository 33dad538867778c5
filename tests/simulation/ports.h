// The engine's doors in the world: a clock that jumps, a vault that takes its time, and the journal
// on a disk that is what it is. Every call is a step at which the power may go.
#pragma once

#include "broker/engine/ports.h"
#include "tests/simulation/log.h"
#include "tests/simulation/nature.h"

#include <functional>
#include <memory>
#include <optional>

namespace usher::world {

/// Thrown out of the engine: its process is gone.
struct PowerCut {};

/// Counts the steps of one life of the broker; at the last one the power goes.
class Steps {
public:
    /// 0: not by itself.
    void cutAfter(std::size_t steps) { left_ = steps; }
    void step() {
        if (left_ != 0 && --left_ == 0)
            throw PowerCut{};
    }

private:
    std::size_t left_ = 0;
};

/// Does it later in this life of the broker, and not if that ends before.
using Later = std::function<void(protocol::Millis, std::function<void()>)>;

/// The outlet's clock on the wall, whoever reads it; it outlives the broker.
struct WallClock {
    protocol::Moment start; ///< outlet time when the run began
    double speed{1.0};
    protocol::Millis off{}; ///< by how much it was jumped so far

    [[nodiscard]] protocol::Moment at(protocol::Millis real) const {
        return start + off +
               protocol::Millis{
                   static_cast<std::int64_t>(static_cast<double>(real.count()) * speed)};
    }
};

class WorldClock : public engine::Clock {
public:
    WorldClock(Nature& nature, const WallClock& wall, Steps& steps, Later later)
        : nature_{nature}, wall_{wall}, steps_{steps}, later_{std::move(later)} {}

    void onAlarm(std::function<void()> ring) { ring_ = std::move(ring); }
    [[nodiscard]] protocol::Moment now() const override { return wall_.at(nature_.time.now()); }
    void alarm(std::optional<protocol::Moment> at) override;
    /// The wall jumped: the alarm may be due by now.
    void look();

private:
    Nature& nature_;
    const WallClock& wall_;
    Steps& steps_;
    Later later_;
    std::function<void()> ring_;
    std::optional<protocol::Moment> at_;
    std::uint64_t set_ = 0;
};

class WorldJournal : public engine::Journal {
public:
    WorldJournal(Nature& nature, Log& log, Dice& dice, Steps& steps, Later later)
        : nature_{nature}, log_{log}, dice_{dice}, steps_{steps}, later_{std::move(later)} {}

    /// Called with what has just become durable, before anybody is told.
    void onDurable(std::function<void()> look) { durable_ = std::move(look); }
    /// Called when the engine knows.
    void onTold(std::function<void()> look) { told_ = std::move(look); }
    /// Called with what is written and not yet durable.
    void onWritten(std::function<void(const engine::Batch&)> look) { seen_ = std::move(look); }
    /// False: answers of earlier lives of the broker are not looked up.
    void remembersBefore(bool remembers) {
        if (!remembers)
            forgotten_ = log_.answers().size();
    }
    void sick(bool sick) { sick_ = sick; }
    void commit(engine::Batch batch, std::function<void(bool)> done) override;
    [[nodiscard]] std::optional<engine::Remembered> recall(const protocol::CommandId& id) override;

private:
    void settle(bool good, const std::function<void(bool)>& done);

    Nature& nature_;
    Log& log_;
    Dice& dice_;
    Steps& steps_;
    Later later_;
    std::function<void()> durable_;
    std::function<void()> told_;
    std::function<void(const engine::Batch&)> seen_;
    std::size_t forgotten_ = 0;
    bool sick_ = false;
    bool misread_ = false;
    bool underWay_ = false;
};

/// What the bank knows of people: cards and PINs.
struct Card {
    std::string number;
    std::optional<protocol::TierId> tier;
};
struct Member {
    protocol::StaffId id;
    std::string name;
    std::string pin;
    protocol::StaffRole role{};
};

class WorldVault : public engine::Vault {
public:
    WorldVault(Nature& nature, const std::vector<Card>& cards, const std::vector<Member>& staff,
               Dice& dice, Steps& steps, Later later)
        : nature_{nature}, cards_{cards}, staff_{staff}, dice_{dice}, steps_{steps},
          later_{std::move(later)} {}

    void check(protocol::SignOn signOn, std::function<void(Checked)> done) override;
    [[nodiscard]] protocol::CardLookedUp look(const protocol::Secret& card,
                                              protocol::Moment now) override;

private:
    Nature& nature_;
    const std::vector<Card>& cards_;
    const std::vector<Member>& staff_;
    Dice& dice_;
    Steps& steps_;
    Later later_;
};

} // namespace usher::world
