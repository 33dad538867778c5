// How many commands a second become durable, beside SQLite writing the same rows in the same
// groups.
#include "tests/bench/bare_journal.h"
#include "tests/bench/figures.h"
#include "tests/bench/live_broker.h"

#include "broker/transport/loop.h"
#include "broker/wire/codec.h"

#include <fmt/format.h>

#include <deque>

namespace usher::bench {

using namespace protocol;

namespace {

/// Clients without a wire: what they are told is spelt all the same, and so is the news.
class Hall : public engine::Outbox {
public:
    Hall(const std::filesystem::path& dir, const Setup& setup, std::size_t clients)
        : journal_{must(journal::SqliteJournal::open(
              dir, [this](auto task) { loop_.post(std::move(task)); }))},
          recorder_{*journal_}, crowd_{setup, clients}, works_{setup, recorder_, *this} {
        season(*journal_, dir);
        works_.engine().adopt(setup, {1, 1});
        for (Wish& wish : crowd_.opening())
            ask(std::move(wish), 0);
        loop_.post([this] { settle(); });
        loop_.run();
    }

    /// The seconds until the last of what was asked within `span` is answered.
    double play(std::chrono::milliseconds span) {
        const auto begun = Clock::now();
        closing_ = begun + span;
        for (std::size_t slot = 0; slot < crowd_.slots(); ++slot)
            ready_.push_back(slot);
        pump();
        loop_.run();
        return seconds(Clock::now() - begun);
    }
    [[nodiscard]] const std::vector<Group>& groups() const { return recorder_.groups(); }

    void reply(engine::ReplyTo to, const CommandId& id, const engine::Reply& reply) override {
        spelt_ += wire::encode(wire::Told{id, reply}).size();
        if (to == 0)
            return;
        crowd_.hear(to - 1, reply);
        ready_.push_back(to - 1);
        --underWay_;
        if (ready_.size() == 1)
            loop_.post([this] { pump(); });
    }
    void publish(std::span<const Record> records) override {
        spelt_ += wire::encodeNews(Works::epoch, records).size();
    }
    void publish(const Board& board) override { spelt_ += wire::encode(board).size(); }
    void publish(const Beat&) override {}
    [[nodiscard]] bool reaches(engine::ReplyTo) override { return true; }

private:
    void ask(Wish wish, engine::ReplyTo to) {
        const CrowdDevice& device = crowd_.devices()[wish.device];
        works_.take({device.name, device.role, wish.id, std::move(wish.command), to});
    }
    /// Those who were answered ask again, one after the other, as messages at a door would: for a
    /// millisecond, then the disk has its turn to say that it is done.
    void pump() {
        const auto until = Clock::now() + std::chrono::milliseconds{1};
        while (!ready_.empty() && Clock::now() < std::min(until, closing_)) {
            const std::size_t slot = ready_.front();
            ready_.pop_front();
            ++underWay_;
            ask(crowd_.next(slot), slot + 1);
        }
        if (Clock::now() >= closing_)
            ready_.clear();
        if (!ready_.empty())
            loop_.post([this] { pump(); });
        else if (Clock::now() >= closing_ && underWay_ == 0)
            loop_.stop();
    }
    void settle() {
        if (works_.engine().busy())
            loop_.at(Clock::now() + std::chrono::milliseconds{1}, [this] { settle(); });
        else
            loop_.stop();
    }

    transport::Loop loop_;
    std::unique_ptr<journal::SqliteJournal> journal_;
    Recorder recorder_;
    Crowd crowd_;
    Works works_;
    std::deque<std::size_t> ready_;
    std::size_t underWay_{};
    std::size_t spelt_{};
    Clock::time_point closing_;
};

/// Short turns of one and of the other, each on its own file, as long as the effort says.
template <class Broker>
Figure figure(const Effort& effort, std::string name, const std::string& way,
              const std::filesystem::path& dir, Broker& broker) {
    BareJournal ours{dir / "journal.db"};
    BareJournal bare{dir / "bare.db"};
    bare.make(ours.rows(broker.groups(), 0).schema);
    std::size_t done = 0;
    bare.season();
    (void)bare.replay(ours.rows(broker.groups(), done)); // what the opening wrote
    Sides sides;
    double answers = 0;
    done = broker.groups().size();
    const std::size_t first = done;
    for (std::size_t turn = 0; turn < effort.turns; ++turn) {
        const double took = broker.play(effort.span);
        const Rows rows = ours.rows(broker.groups(), done);
        const double bareTook = bare.replay(rows);
        const auto answered = static_cast<double>(rows.answers());
        sides.measured.push_back(answered / took);
        sides.bare.push_back(answered / bareTook);
        answers += answered;
        done = broker.groups().size();
    }
    return {
        std::move(name), quantile(sides.measured, 0.5), "commands/s", quantile(sides.bare, 0.5),
        fmt::format("bare SQLite writing the same rows in the same groups, {:.1f} commands to a "
                    "sync on average{}",
                    answers / static_cast<double>(done - first), way)};
}

} // namespace

std::vector<Figure> durableCommands(const Effort& effort) {
    const Setup setup = outletSetup();
    std::vector<Figure> figures;
    for (const std::size_t clients : effort.clients) {
        const Folder folder;
        Hall hall{folder.path(), setup, clients};
        figures.push_back(
            figure(effort, fmt::format("durable-commands-{}", clients), "", folder.path(), hall));
    }
    const Folder folder;
    LiveBroker broker{folder.path(), setup, effort.doorClients, LiveBroker::DoorIs::Open};
    figures.push_back(figure(effort, fmt::format("durable-commands-door-{}", effort.doorClients),
                             "; ours came and went over encrypted sockets", folder.path(), broker));
    return figures;
}

} // namespace usher::bench
