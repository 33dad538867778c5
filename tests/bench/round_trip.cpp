// How long one command takes, asked and answered over CURVE and on disk in between, beside one bare
// sync and one bare round trip.
#include "tests/bench/bare_journal.h"
#include "tests/bench/figures.h"
#include "tests/bench/live_broker.h"

namespace usher::bench {

using namespace protocol;

namespace {

constexpr std::size_t typicalRow = 400; ///< bytes of an event's body

/// Commits one row at a time, each synced.
class OneRow {
public:
    explicit OneRow(const std::filesystem::path& file) : bare_{file} {
        bare_.make({"CREATE TABLE events(sequence INTEGER PRIMARY KEY, at, by, staff, cause, what, "
                    "body, hash)",
                    "CREATE TABLE answers(id, by, at, reply)",
                    "CREATE TABLE meta(key PRIMARY KEY, value)"});
        row_.resize(8);
        row_[0].kind = Cell::Kind::Integer;
        row_[6] = {Cell::Kind::Text, 0, std::string(typicalRow, 'x')};
        row_[7] = {Cell::Kind::Blob, 0, std::string(32, 'x')};
        bare_.season();
    }
    double once() {
        ++row_[0].integer;
        const auto begun = Clock::now();
        bare_.insertEvent(row_);
        return seconds(Clock::now() - begun);
    }

private:
    BareJournal bare_;
    Cells row_;
};

/// Gives the journal one event at a time, and hears on a loop that it is on disk.
class HandedOver {
public:
    explicit HandedOver(const std::filesystem::path& dir)
        : journal_{must(journal::SqliteJournal::open(
              dir, [this](auto task) { loop_.post(std::move(task)); }))} {
        season(*journal_, dir);
    }
    double once() {
        engine::Batch batch;
        batch.records.push_back(
            {++last_, {}, {}, {}, {}, {}, TicketLeft{{1}, std::string(typicalRow, 'x')}});
        const auto begun = Clock::now();
        journal_->commit(std::move(batch), [this](bool) { loop_.stop(); });
        loop_.run();
        return seconds(Clock::now() - begun);
    }

private:
    transport::Loop loop_;
    std::unique_ptr<journal::SqliteJournal> journal_;
    protocol::Sequence last_{};
};

/// Of the two things a round trip is made of, what each costs beside the bare one.
std::vector<Figure> parts(const Effort& effort) {
    const Folder folder;
    HandedOver handedOver{folder.path()};
    OneRow row{folder.path() / "bare.db"};
    Echo encrypted{Wire::Encrypted};
    Echo plain;
    Sides disk; // microseconds
    Sides wire;
    for (std::size_t i = 0; i < effort.rounds * effort.commands; ++i) {
        disk.measured.push_back(1e6 * handedOver.once());
        disk.bare.push_back(1e6 * row.once());
        wire.measured.push_back(1e6 * encrypted.once(typicalRow, typicalRow));
        wire.bare.push_back(1e6 * plain.once(typicalRow, typicalRow));
    }
    return {{"hand-over-p50", quantile(disk.measured, 0.5), "us", quantile(disk.bare, 0.5),
             "one row committed by bare SQLite there and then; ours given to the disk's thread, "
             "chained, and heard of on the loop's"},
            {"encryption-p50", quantile(wire.measured, 0.5), "us", quantile(wire.bare, 0.5),
             "one round trip of bare ZeroMQ, unencrypted; beside it bare ZeroMQ with CURVE"}};
}

} // namespace

std::vector<Figure> roundTrip(const Effort& effort) {
    std::vector<Figure> figures = parts(effort);
    const Folder folder;
    LiveBroker broker{folder.path(), outletSetup(), 1, LiveBroker::DoorIs::Open};
    OneRow row{folder.path() / "bare.db"};
    Echo echo;
    Sides sides; // microseconds
    for (std::size_t round = 0; round < 10 * effort.rounds; ++round) {
        std::vector<LiveBroker::Exchange> exchanges;
        for (std::size_t i = 0; i < effort.commands / 10; ++i)
            exchanges.push_back(broker.once());
        std::vector<double> syncs;
        for (std::size_t i = 0; i < exchanges.size(); ++i)
            syncs.push_back(row.once());
        for (std::size_t i = 0; i < exchanges.size(); ++i) {
            sides.measured.push_back(1e6 * exchanges[i].seconds);
            sides.bare.push_back(1e6 *
                                 (syncs[i] + echo.once(exchanges[i].asked, exchanges[i].told)));
        }
    }
    for (const auto& [name, q] :
         {std::pair{"round-trip-p50", 0.5}, {"round-trip-p99", 0.99}, {"round-trip-p999", 0.999}})
        figures.push_back({name, quantile(sides.measured, q), "us", quantile(sides.bare, q),
                           "one row committed by bare SQLite, synchronous=FULL, and one round trip "
                           "of bare ZeroMQ, unencrypted, of the same sizes"});
    return figures;
}

} // namespace usher::bench
