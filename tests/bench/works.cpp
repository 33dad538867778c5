#include "tests/bench/works.h"

#include "broker/setup/read.h"

#include <array>
#include <fstream>
#include <thread>

namespace usher::bench {

using namespace protocol;

namespace {

constexpr Millis step{12'000};
constexpr Date firstDay{20260105};
constexpr int opens = 8 * 60 + 31; ///< minutes from midnight, within the demo outlet's hours
constexpr int closes = 16 * 60 + 59;

} // namespace

Setup outletSetup() {
    auto reading = setup::read(USHER_SOURCE_DIR "/assets/outlets/galaxy.toml");
    if (!std::holds_alternative<Setup>(reading))
        throw std::runtime_error{"the demo outlet's file is bad: usher-broker check says why"};
    return std::get<Setup>(std::move(reading));
}

OfficeHours::OfficeHours(const Setup& setup)
    : zone_{setup.timeZone}, now_{zone_.at(firstDay, opens)}, closing_{zone_.at(firstDay, closes)} {
}

void OfficeHours::moveOn() {
    now_ = now_ + step;
    if (now_ < closing_)
        return;
    const Date tomorrow = nextDay(zone_.local(now_).date);
    now_ = zone_.at(tomorrow, opens);
    closing_ = zone_.at(tomorrow, closes);
}

void OpenVault::check(SignOn signOn, std::function<void(Checked)> done) {
    done(PinChecked{signOn.staff, signOn.counter, true, signOn.staff.str(), StaffRole::Teller});
}

CardLookedUp OpenVault::look(const Secret&, Moment) {
    if (++looks_ % 3 != 0)
        return {};
    return {tiers_[looks_ % tiers_.size()].id, "1001"};
}

Works::Works(const Setup& setup, engine::Journal& journal, engine::Outbox& outbox)
    : clock_{setup}, vault_{setup}, engine_{{},
                                            0,
                                            epoch,
                                            1.0,
                                            {clock_, journal, vault_, outbox, outlook_}} {}

void Works::take(engine::Asked asked) {
    clock_.moveOn();
    engine_.take(std::move(asked));
}

void Recorder::commit(engine::Batch batch, std::function<void(bool)> done) {
    Group group{batch.records.size(), {}};
    group.answers.reserve(batch.answers.size());
    for (const engine::Remembered& answer : batch.answers)
        group.answers.push_back(answer.id);
    groups_.push_back(std::move(group));
    journal_.commit(std::move(batch), std::move(done));
}

void season(journal::SqliteJournal& journal, const std::filesystem::path& dir) {
    const std::filesystem::path log = dir / "journal.db-wal";
    const auto timesStarted = [&] { // SQLite's file format, section 4.1
        std::array<char, 16> header{};
        std::ifstream{log, std::ios::binary}.read(header.data(), header.size());
        return std::string{header.data() + 12, 4};
    };
    const auto write = [&](std::size_t bytes) {
        if (const auto trouble = journal.setMeta("season", std::string(bytes, 'x')))
            throw std::runtime_error{trouble->what};
    };
    const std::string before = timesStarted();
    for (int i = 0; i < 20 && timesStarted() == before; ++i) {
        write(seasoning);
        std::this_thread::sleep_for(std::chrono::milliseconds{100}); // the checkpointer is at it
        write(0); // starts the log over if all of it has gone into the file
    }
}

Day::Day(const Setup& setup, std::size_t slots, engine::Journal& journal)
    : crowd_{setup, slots}, works_{setup, journal, *this} {
    works_.engine().adopt(setup, {1, 1});
    for (Wish& wish : crowd_.opening())
        ask(std::move(wish), 0);
}

void Day::step() {
    const std::size_t slot = turn_++ % crowd_.slots();
    ask(crowd_.next(slot), slot + 1);
}

void Day::ask(Wish wish, engine::ReplyTo to) {
    const CrowdDevice& device = crowd_.devices()[wish.device];
    works_.take({device.name, device.role, wish.id, std::move(wish.command), to});
}

void Day::reply(engine::ReplyTo to, const CommandId&, const engine::Reply& reply) {
    if (to != 0)
        crowd_.hear(to - 1, reply);
}

void Day::publish(std::span<const Record> records) {
    if (keeping_)
        records_.emplace_back(records.begin(), records.end());
}

} // namespace usher::bench
