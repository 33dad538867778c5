// How many commands a second become durable, beside SQLite writing the same rows in the same
// groups.
#include "tests/bench/bare_journal.h"
#include "tests/bench/figures.h"
#include "tests/bench/live_broker.h"

#include "broker/transport/loop.h"
#include "broker/wire/codec.h"

#include <fmt/format.h>

namespace usher::bench {

using namespace protocol;

namespace {

struct Round {
    double seconds{};
    std::size_t first{}; ///< of its groups, those before it were the opening's
    std::vector<Group> groups;
};

/// Clients without a wire: what they are told is spelt all the same, and so is the news.
class Hall : public engine::Outbox {
public:
    Hall(const std::filesystem::path& dir, const Setup& setup, std::size_t clients)
        : journal_{must(journal::SqliteJournal::open(
              dir, [this](auto task) { loop_.post(std::move(task)); }))},
          recorder_{*journal_}, crowd_{setup, clients}, works_{setup, recorder_, *this} {
        works_.engine().adopt(setup, {1, 1});
        for (Wish& wish : crowd_.opening())
            ask(std::move(wish), 0);
        loop_.post([this] { settle(); });
        loop_.run();
    }

    Round play(const Effort& effort) {
        Round round{0, recorder_.groups().size(), {}};
        const auto begun = Clock::now();
        closing_ = begun + effort.span;
        for (std::size_t slot = 0; slot < crowd_.slots(); ++slot)
            ready_.push_back(slot);
        pump();
        loop_.run();
        round.seconds = seconds(Clock::now() - begun);
        round.groups = recorder_.groups();
        return round;
    }

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

private:
    void ask(Wish wish, engine::ReplyTo to) {
        const CrowdDevice& device = crowd_.devices()[wish.device];
        works_.take({device.name, device.role, wish.id, std::move(wish.command), to});
    }
    /// Those who were answered ask again, one after the other, as messages at a door would.
    void pump() {
        const auto ready = std::exchange(ready_, {});
        if (Clock::now() < closing_)
            for (const std::size_t slot : ready) {
                ++underWay_;
                ask(crowd_.next(slot), slot + 1);
            }
        else if (underWay_ == 0)
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
    std::vector<std::size_t> ready_;
    std::size_t underWay_{};
    std::size_t spelt_{};
    Clock::time_point closing_;
};

void compare(const Round& round, const std::filesystem::path& dir, Sides& sides) {
    std::size_t answered = 0;
    for (std::size_t i = round.first; i < round.groups.size(); ++i)
        answered += round.groups[i].answers.size();
    const Rows rows = BareJournal{dir / "journal.db"}.rows();
    const double bare = replay(rows, round.groups, round.first, dir / "bare.db");
    sides.measured.push_back(static_cast<double>(answered) / round.seconds);
    sides.bare.push_back(static_cast<double>(answered) / bare);
}

template <class Play>
Figure figure(const Effort& effort, std::string name, const std::string& way, Play play) {
    Sides sides;
    std::size_t answers = 0;
    std::size_t groups = 0;
    for (std::size_t i = 0; i < effort.rounds; ++i) {
        const Folder folder;
        const Round round = play(folder.path());
        compare(round, folder.path(), sides);
        for (std::size_t g = round.first; g < round.groups.size(); ++g, ++groups)
            answers += round.groups[g].answers.size();
    }
    return {
        std::move(name), quantile(sides.measured, 0.5), "commands/s", quantile(sides.bare, 0.5),
        fmt::format("bare SQLite writing the same rows in the same groups, {:.1f} commands to a "
                    "sync on average{}",
                    static_cast<double>(answers) / static_cast<double>(groups), way)};
}

} // namespace

std::vector<Figure> durableCommands(const Effort& effort) {
    const Setup setup = outletSetup();
    std::vector<Figure> figures;
    for (const std::size_t clients : effort.clients)
        figures.push_back(figure(effort, fmt::format("durable-commands-{}", clients), "",
                                 [&](const std::filesystem::path& dir) {
                                     return Hall{dir, setup, clients}.play(effort);
                                 }));
    figures.push_back(figure(effort, fmt::format("durable-commands-door-{}", effort.doorClients),
                             "; ours came and went over encrypted sockets",
                             [&](const std::filesystem::path& dir) {
                                 LiveBroker broker{dir, setup, effort.doorClients};
                                 Round round{0, broker.groups().size(), {}};
                                 round.seconds = broker.play(effort.span);
                                 round.groups = broker.groups();
                                 return round;
                             }));
    return figures;
}

} // namespace usher::bench
