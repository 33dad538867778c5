// The engine's four doors, each held by a test: a journal that waits to be told how the commit
// went, a clock that shows what it is told, a vault that knows one PIN, and an outbox that writes
// everything down in the order it was said.
#pragma once

#include "broker/engine/engine.h"
#include "broker/engine/simple_outlook.h"
#include "tests/support/stage.h"

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <set>

namespace usher::engine {

using namespace protocol;

class HandClock : public Clock {
public:
    [[nodiscard]] Moment now() const override { return time; }
    void alarm(std::optional<Moment> at) override { alarmAt = at; }
    Moment time = stage::monday(9);
    std::optional<Moment> alarmAt;
};

class HandJournal : public Journal {
public:
    void commit(Batch batch, std::function<void(bool)> done) override {
        ASSERT_FALSE(done_) << "one commit is under way at a time";
        ++commits;
        if (given)
            given();
        underWay_ = std::move(batch);
        done_ = std::move(done);
    }
    [[nodiscard]] std::optional<Remembered> recall(const CommandId& id) override {
        const auto at = answers_.find(id);
        return at == answers_.end() ? std::nullopt : std::optional{at->second};
    }
    [[nodiscard]] bool busy() const { return done_ != nullptr; }
    [[nodiscard]] const Batch& underWay() const { return underWay_; }
    /// The disk answers.
    void finish(bool good = true) {
        ASSERT_TRUE(done_);
        if (good) {
            for (const Record& record : underWay_.records)
                records.push_back(record);
            for (const Remembered& one : underWay_.answers)
                EXPECT_TRUE(answers_.emplace(one.id, one).second) << "answered twice";
        }
        std::exchange(done_, nullptr)(good);
    }
    std::vector<Record> records;
    int commits = 0;
    std::function<void()> given; ///< called with every batch

private:
    Batch underWay_;
    std::function<void(bool)> done_;
    std::map<CommandId, Remembered> answers_;
};

class HandVault : public Vault {
public:
    void check(SignOn signOn, std::function<void(Checked)> done) override {
        const bool right = signOn.pin.reveal() == "1234";
        if (busy)
            return checks.push_back([done] { done(std::nullopt); });
        checks.push_back([=, staff = signOn.staff, counter = signOn.counter] {
            done(PinChecked{staff, counter, right, right ? "Wang" : "",
                            counter ? StaffRole::Teller : StaffRole::LobbyManager});
        });
    }
    [[nodiscard]] CardLookedUp look(const Secret& card, Moment) override {
        if (card.reveal() == "6200000000000005")
            return {named<TierId>("gold"), "Li"};
        return {};
    }
    /// The oldest check comes to its end.
    void finish() {
        ASSERT_FALSE(checks.empty());
        auto check = checks.front();
        checks.pop_front();
        check();
    }
    std::deque<std::function<void()>> checks;
    bool busy = false; ///< so many are waiting that it looks at none more
};

/// Answers a what-if when it is told to.
class HandOutlook : public SimpleOutlook {
public:
    void take(std::span<const Record> records, Moment) override { taken += records.size(); }
    [[nodiscard]] Question whatIf(WhatIf, Moment, std::function<void(Foreseen)> done) override {
        questions[++asked] = std::move(done);
        return asked;
    }
    void forget(Question question) override { questions.erase(question); }
    void answer(Question question, Foreseen found) {
        const auto done = questions.at(question);
        questions.erase(question);
        done(std::move(found));
    }
    std::size_t taken = 0;
    Question asked = 0;
    std::map<Question, std::function<void(Foreseen)>> questions;
};

class ListeningOutbox : public Outbox {
public:
    void reply(ReplyTo to, const CommandId& id, const Reply& reply) override {
        log.push_back("reply " + std::to_string(to));
        ids[to] = id;
        replies[to].push_back(reply);
    }
    void publish(std::span<const Record> published) override {
        for (const Record& record : published) {
            log.push_back("event " + std::to_string(record.sequence));
            records.push_back(record);
        }
    }
    void publish(const Board& board) override {
        log.emplace_back("board");
        boards.push_back(board);
    }
    void publish(const Beat& beat) override {
        log.push_back("beat " + std::to_string(beat.sequence));
        beats.push_back(beat);
    }
    [[nodiscard]] bool reaches(ReplyTo to) override { return !gone.contains(to); }
    std::set<ReplyTo> gone;
    std::vector<std::string> log;
    std::map<ReplyTo, std::vector<Reply>> replies;
    std::map<ReplyTo, CommandId> ids;
    std::vector<Record> records;
    std::vector<Board> boards;
    std::vector<Beat> beats;
};

inline Setup smallSetup() {
    Setup setup = stage::emptySetup();
    setup.zones = {{named<ZoneId>("hall"), {}, false}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, {}, {}},
                   {named<TierId>("gold"), {}, Millis{600'000}, {}, {}}};
    setup.series = {{"A", 1, 999, {named<TierId>("ordinary")}},
                    {"B", 1, 999, {named<TierId>("gold")}}};
    setup.services = {{named<ServiceId>("cash"), {}, {}, named<ZoneId>("hall"), Millis{300'000}}};
    setup.counters = {{named<CounterId>("C1"), 1, {}, named<ZoneId>("hall"), {{}}}};
    return setup;
}

class EngineTest : public testing::Test {
protected:
    EngineTest() {
        restart(outlet::Outlet{});
        engine->adopt(smallSetup(), {7, 7});
        journal.finish();
        said();
    }

    /// The broker stops and starts again on what is on disk.
    void restart(outlet::Outlet onDisk, Sequence snapshot = 0) {
        engine = std::make_unique<Engine>(std::move(onDisk), snapshot, ++epoch, 1.0,
                                          Engine::Ports{clock, journal, vault, outbox, outlook});
    }
    [[nodiscard]] outlet::Outlet replayed() const {
        outlet::Outlet outlet;
        for (const Record& record : journal.records)
            outlet.evolve(record);
        return outlet;
    }
    /// Asks as `by`, under a new id unless one is given; returns where the reply will go.
    ReplyTo ask(std::string_view by, Role role, Command command, CommandId id = {}) {
        if (id == CommandId{})
            id = {1, ++ids};
        engine->take({named<DeviceId>(by), role, id, std::move(command), ++asked});
        return asked;
    }
    ReplyTo take(CommandId id = {}, std::string_view by = "kiosk") {
        return ask(by, Role::Kiosk, TakeTicket{named<ServiceId>("cash"), {}, false, Paper::Shown},
                   id);
    }
    ReplyTo signOn(std::string_view pin, CommandId id = {}) {
        return ask("desk", Role::Counter,
                   SignOn{named<StaffId>("wang"), Secret{pin}, named<CounterId>("C1")}, id);
    }
    /// What was said since last asked.
    std::vector<std::string> said() { return std::exchange(outbox.log, {}); }
    [[nodiscard]] bool answered(ReplyTo to) const { return outbox.replies.contains(to); }
    [[nodiscard]] const Reply& reply(ReplyTo to) const { return outbox.replies.at(to).at(0); }
    [[nodiscard]] std::string number(ReplyTo to) const {
        const auto* answer = std::get_if<Answer>(&reply(to));
        const auto* issued = answer != nullptr ? std::get_if<TicketIssued>(answer) : nullptr;
        return issued != nullptr ? issued->number : "none";
    }
    [[nodiscard]] bool refused(ReplyTo to, Refusal refusal) const {
        const auto* why = answered(to) ? std::get_if<Refusal>(&reply(to)) : nullptr;
        return why != nullptr && *why == refusal;
    }
    void ring() {
        ASSERT_TRUE(clock.alarmAt);
        clock.time = *clock.alarmAt;
        engine->tick();
    }

    HandClock clock;
    HandJournal journal;
    HandVault vault;
    ListeningOutbox outbox;
    HandOutlook outlook;
    std::unique_ptr<Engine> engine;
    std::uint64_t epoch = 0;
    std::uint64_t ids = 0;
    ReplyTo asked = 0;
};

} // namespace usher::engine
