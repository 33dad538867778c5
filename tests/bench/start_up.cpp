// From opening the journal of a million events to an outlet that stands as it did, beside reading
// the same rows.
#include "tests/bench/bare_journal.h"
#include "tests/bench/figures.h"

#include "broker/journal/schema.h"

#include <fmt/format.h>

#include <future>

namespace usher::bench {

using namespace protocol;

namespace {

constexpr std::size_t recordsAtOnce = 4000;
constexpr int logPagesMax = 8192;
constexpr std::uint64_t tenMillion = 10'000'000;
constexpr Sequence tailWanted = 9'900; ///< about as long as it can get

/// The real pen on a thread of its own, in large transactions: a hundred days in half a minute.
class Annals : public engine::Journal {
public:
    explicit Annals(const std::filesystem::path& file) : file_{file} {
        if (const auto trouble = journal::create(file))
            throw std::runtime_error{trouble->what};
        writer_ = must(journal::Writer::open(file));
    }
    ~Annals() override { write(); }

    void commit(engine::Batch batch, std::function<void(bool)> done) override {
        if (batch.snapshot) {
            write();
            lastSnapshot_ = batch.snapshot->sequence;
            pending_.snapshot = std::move(batch.snapshot);
        }
        std::move(batch.records.begin(), batch.records.end(), std::back_inserter(pending_.records));
        std::move(batch.answers.begin(), batch.answers.end(), std::back_inserter(pending_.answers));
        if (pending_.records.size() >= recordsAtOnce)
            write();
        done(true);
    }
    [[nodiscard]] std::optional<engine::Remembered> recall(const CommandId&) override {
        return std::nullopt;
    }
    void write() {
        if (writing_.valid())
            writing_.get();
        writing_ = std::async(std::launch::async, [this, batch = std::exchange(pending_, {})] {
            if (const auto trouble = writer_->write(batch))
                throw std::runtime_error{trouble->what};
            if (writer_->logPages() > logPagesMax)
                BareJournal{file_}.run("PRAGMA wal_checkpoint");
        });
    }
    [[nodiscard]] Sequence lastSnapshot() const { return lastSnapshot_; }

private:
    std::filesystem::path file_;
    std::unique_ptr<journal::Writer> writer_;
    engine::Batch pending_;
    std::future<void> writing_;
    Sequence lastSnapshot_{};
};

/// How many events came together.
Sequence writeAnnals(const std::filesystem::path& dir, Sequence events) {
    Annals annals{dir / "journal.db"};
    Day day{outletSetup(), 9, annals};
    const Sequence tail = std::min(tailWanted, events - 1);
    for (;;) {
        day.step();
        const Sequence now = day.engine().durable().sequence();
        if (now >= events && now - annals.lastSnapshot() >= tail)
            return now;
    }
}

/// Ready, as the broker's own start goes about it.
double start(const std::filesystem::path& dir, Sequence events) {
    const Setup setup = outletSetup();
    const auto begun = Clock::now();
    auto journal = must(journal::SqliteJournal::open(dir, [](auto) {}));
    const auto loaded = must(journal->archive().load());
    outlet::Outlet outlet = loaded.snapshot ? outlet::Outlet{*loaded.snapshot} : outlet::Outlet{};
    for (const Record& record : loaded.tail)
        outlet.evolve(record);
    const double took = seconds(Clock::now() - begun);
    if (outlet.sequence() != events || outlet.setup() != setup)
        throw std::runtime_error{"the journal did not come back as it was written"};
    return took;
}

double readOnly(const std::filesystem::path& dir) {
    const auto begun = Clock::now();
    if (BareJournal{dir / "journal.db"}.readTail() == 0)
        throw std::runtime_error{"the journal is empty"};
    return seconds(Clock::now() - begun);
}

} // namespace

std::vector<Figure> startUp(const Effort& effort) {
    const Folder folder;
    const Sequence events = writeAnnals(folder.path(), effort.events);
    Sides sides;
    for (std::size_t round = 0; round < 2 * effort.rounds + 1; ++round) {
        sides.measured.push_back(1e3 * start(folder.path(), events));
        sides.bare.push_back(1e3 * readOnly(folder.path()));
    }
    const auto many = static_cast<double>(events);
    const auto file = static_cast<double>(std::filesystem::file_size(folder.path() / "journal.db"));
    const auto text = static_cast<double>(BareJournal{folder.path() / "journal.db"}.textBytes());
    return {{effort.events < tenMillion ? "start-up-1m" : "start-up-10m",
             quantile(sides.measured, 0.5), "ms", quantile(sides.bare, 0.5),
             fmt::format("bare SQLite opening the same file of {} events and reading the same "
                         "snapshot and tail",
                         events)},
            {"disk-event", file / many, "bytes", text / many,
             "the event as text; ours with who asked and why, its hash, the answer that was given "
             "and the snapshots"}};
}

} // namespace usher::bench
