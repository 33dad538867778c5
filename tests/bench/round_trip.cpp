// How long one command takes, asked and answered over CURVE and on disk in between, beside one bare
// sync and one bare round trip.
#include "tests/bench/bare_journal.h"
#include "tests/bench/figures.h"
#include "tests/bench/live_broker.h"

namespace usher::bench {

namespace {

constexpr std::size_t typicalRow = 400; ///< bytes of an event's body

/// Commits one row at a time, each synced.
class OneRow {
public:
    explicit OneRow(const std::filesystem::path& file) : bare_{file} {
        bare_.make({"CREATE TABLE events(sequence INTEGER PRIMARY KEY, at, by, staff, cause, what, "
                    "body, hash)",
                    "CREATE TABLE answers(id, by, at, reply)"});
        row_.resize(8);
        row_[0].kind = Cell::Kind::Integer;
        row_[6] = {Cell::Kind::Text, 0, std::string(typicalRow, 'x')};
        row_[7] = {Cell::Kind::Blob, 0, std::string(32, 'x')};
        // Its log has been full once, as ours: no commit has to make the file longer first.
        bare_.run("BEGIN");
        for (int i = 0; i < 12'000; ++i, ++row_[0].integer)
            bare_.insertEvent(row_);
        bare_.run("COMMIT");
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

} // namespace

std::vector<Figure> roundTrip(const Effort& effort) {
    const Folder folder;
    LiveBroker broker{folder.path(), outletSetup(), 1};
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
    std::vector<Figure> figures;
    for (const auto& [name, q] :
         {std::pair{"round-trip-p50", 0.5}, {"round-trip-p99", 0.99}, {"round-trip-p999", 0.999}})
        figures.push_back({name, quantile(sides.measured, q), "us", quantile(sides.bare, q),
                           "one row committed by bare SQLite, synchronous=FULL, and one round trip "
                           "of bare ZeroMQ, unencrypted, of the same sizes"});
    return figures;
}

} // namespace usher::bench
