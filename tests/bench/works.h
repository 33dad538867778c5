// The real engine with a day of its own: time moves on by a few seconds with every command, nights
// are left out, and the vault knows one card in three.
#pragma once

#include "broker/engine/engine.h"
#include "broker/engine/simple_outlook.h"
#include "broker/journal/sqlite_journal.h"
#include "broker/transport/loop.h"
#include "tests/bench/crowd.h"

#include <atomic>

namespace usher::bench {

/// The demo outlet.
[[nodiscard]] protocol::Setup outletSetup();
/// Throws what stands in the way.
template <class T, class Trouble>
T must(std::variant<T, Trouble> outcome) {
    if (auto* trouble = std::get_if<Trouble>(&outcome))
        throw std::runtime_error{trouble->what};
    return std::get<T>(std::move(outcome));
}

class OfficeHours : public engine::Clock {
public:
    explicit OfficeHours(const protocol::Setup& setup);
    [[nodiscard]] protocol::Moment now() const override { return now_; }
    void alarm(std::optional<protocol::Moment>) override {}
    void moveOn();

private:
    protocol::TimeZone zone_;
    protocol::Moment now_;
    protocol::Moment closing_;
};

class OpenVault : public engine::Vault {
public:
    explicit OpenVault(const protocol::Setup& setup) : tiers_{setup.tiers} {}
    void check(protocol::SignOn signOn, std::function<void(Checked)> done) override;
    [[nodiscard]] protocol::CardLookedUp look(const protocol::Secret& card,
                                              protocol::Moment now) override;

private:
    std::vector<protocol::Tier> tiers_;
    std::size_t looks_{};
};

class Works {
public:
    Works(const protocol::Setup& setup, engine::Journal& journal, engine::Outbox& outbox);

    void take(engine::Asked asked);
    [[nodiscard]] engine::Engine& engine() { return engine_; }

    static constexpr std::uint64_t epoch = 1;

private:
    OfficeHours clock_;
    OpenVault vault_;
    engine::SimpleOutlook outlook_;
    engine::Engine engine_;
};

/// One transaction: so many records, and the answers to these commands.
struct Group {
    std::size_t records{};
    std::vector<protocol::CommandId> answers;
};

/// Notes the groups that a journal was given.
class Recorder : public engine::Journal {
public:
    explicit Recorder(engine::Journal& journal) : journal_{journal} {}
    void commit(engine::Batch batch, std::function<void(bool)> done) override;
    [[nodiscard]] std::optional<engine::Remembered> recall(const protocol::CommandId& id) override {
        return journal_.recall(id);
    }
    [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }

private:
    engine::Journal& journal_;
    std::vector<Group> groups_;
};

/// More than a log holds before it is moved into the file.
inline constexpr std::size_t seasoning = 6'000'000; ///< bytes

/// Fills the log of the new journal in `dir` until SQLite starts it over, as a while of use would,
/// so that no later commit has to make the file longer first.
void season(journal::SqliteJournal& journal, const std::filesystem::path& dir);

/// A journal that forgets, for a day that is only there to be watched.
class NoJournal : public engine::Journal {
public:
    void commit(engine::Batch, std::function<void(bool)> done) override { done(true); }
    [[nodiscard]] std::optional<engine::Remembered> recall(const protocol::CommandId&) override {
        return std::nullopt;
    }
};

/// A day that plays itself, one command at a time: replies go to the crowd, records to whoever
/// asks for them.
class Day : public engine::Outbox {
public:
    Day(const protocol::Setup& setup, std::size_t slots, engine::Journal& journal);

    /// One command, answered.
    void step();
    [[nodiscard]] engine::Engine& engine() { return works_.engine(); }
    /// What was published since the last call, batch by batch.
    [[nodiscard]] std::vector<std::vector<protocol::Record>> records() {
        return std::exchange(records_, {});
    }
    void keepRecords() { keeping_ = true; }

    void reply(engine::ReplyTo to, const protocol::CommandId& id,
               const engine::Reply& reply) override;
    void publish(std::span<const protocol::Record> records) override;
    void publish(const protocol::Board&) override {}
    void publish(const protocol::Beat&) override {}
    [[nodiscard]] bool reaches(engine::ReplyTo) override { return true; }

private:
    void ask(Wish wish, engine::ReplyTo to);

    Crowd crowd_;
    Works works_;
    std::size_t turn_{};
    bool keeping_{};
    std::vector<std::vector<protocol::Record>> records_;
};

} // namespace usher::bench
