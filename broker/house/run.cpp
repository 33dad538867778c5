#include "broker/house/run.h"

#include "broker/engine/engine.h"
#include "broker/house/clock.h"
#include "broker/house/enrolment.h"
#include "broker/house/metrics.h"
#include "broker/house/past.h"
#include "broker/house/random.h"
#include "broker/house/session_keys.h"
#include "broker/house/supervisor.h"
#include "broker/journal/files.h"
#include "broker/journal/sqlite_journal.h"
#include "broker/outlook/live_outlook.h"
#include "broker/protocol/limits.h"
#include "broker/setup/read.h"
#include "broker/transport/http.h"
#include "broker/transport/outbox.h"
#include "broker/vault/precautions.h"
#include "broker/vault/sodium_vault.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <iostream>
#include <map>

namespace usher::house {

using namespace protocol;
namespace fs = std::filesystem;

namespace {

/// What stands in the way of a start, for the person who started it.
struct Obstacle {
    std::string what;
    int exitCode{1};
};

template <class T, class... Others>
T take(std::variant<T, Others...>&& outcome) {
    if (auto* value = std::get_if<T>(&outcome))
        return std::move(*value);
    throw Obstacle{std::get<1>(outcome).what};
}

Setup readSetup(const fs::path& file) {
    auto reading = setup::read(file);
    if (auto* good = std::get_if<Setup>(&reading))
        return std::move(*good);
    std::string all;
    for (const auto& problem : std::get<1>(reading))
        all += setup::toText(problem) + "\n";
    all.pop_back();
    throw Obstacle{all, 2};
}

/// The outlet as it was left, and how far the newest snapshot reaches.
struct Found {
    outlet::Outlet outlet;
    Sequence snapshot{};
};

Found rebuild(journal::SqliteJournal& journal) {
    const auto loaded = take(journal.archive().load());
    Found found;
    if (loaded.snapshot)
        found = {outlet::Outlet{*loaded.snapshot}, loaded.snapshot->sequence};
    for (const Record& record : loaded.tail)
        found.outlet.evolve(record);
    return found;
}

void keep(journal::SqliteJournal& journal, const std::string& key, const std::string& value) {
    if (const auto trouble = journal.setMeta(key, value))
        throw Obstacle{trouble->what};
}

/// More than ever before, written down before anybody hears of it. Seconds of the clock where that
/// is more: a journal that was put back knows nothing of the epochs after it was copied.
std::uint64_t nextEpoch(journal::SqliteJournal& journal) {
    std::uint64_t last = 0;
    if (const auto kept = journal.meta("epoch"))
        std::from_chars(kept->data(), kept->data() + kept->size(), last);
    const auto epoch = std::max(last + 1, static_cast<std::uint64_t>(wallNow().ms / 1000));
    keep(journal, "epoch", std::to_string(epoch));
    return epoch;
}

/// What was found belongs together: another outlet's file would send this one's customers home, and
/// a vault made anew would know nobody.
Found ofOnePiece(Found found, const Setup& setup, const fs::path& data) {
    if (found.outlet.sequence() == 0)
        return found;
    if (found.outlet.setup().id != setup.id)
        throw Obstacle{fmt::format("this directory is of the outlet {}, and the file of {}: name "
                                   "the file or the directory that belong together",
                                   found.outlet.setup().id.view(), setup.id.view()),
                       2};
    if (!fs::exists(data / "vault.db"))
        throw Obstacle{(data / "vault.db").string() +
                       " is gone, with all devices and people: put it back, or import the "
                       "registers and enrol the devices anew"};
    return found;
}

/// How many are here for something that this setup does not have.
std::size_t withoutService(const outlet::Outlet& outlet, const Setup& setup) {
    return static_cast<std::size_t>(
        std::count_if(outlet.tickets().begin(), outlet.tickets().end(), [&](const auto& one) {
            const Phase phase = one.second.phase;
            const bool ended = phase == Phase::Done || phase == Phase::NoShow ||
                               phase == Phase::Left || phase == Phase::Voided;
            return !ended && setup.find(one.second.service) == nullptr;
        }));
}

/// Without its journal a broker that has run here would begin anew, with numbers given out before.
const fs::path& withItsJournal(const fs::path& data) {
    const fs::path file = data / journal::journalName;
    std::error_code none;
    if (!fs::exists(file, none) && take(hasRun(data)))
        throw Obstacle{file.string() +
                       " is gone, with all that happened here: put it back, or a copy of it with "
                       "usher-broker restore --data DIR FILE, or begin anew in another directory"};
    return data;
}

transport::KeyPair ownKeys(const fs::path& data, vault::DeviceRegister& devices) {
    if (!fs::exists(data / "broker.key") && !devices.keys().empty())
        throw Obstacle{(data / "broker.key").string() +
                       " is gone, by which every device knows this broker: put it back, or revoke "
                       "all devices and enrol them anew"};
    return take(transport::brokerKeys(data / "broker.key"));
}

/// Minutes from midnight.
int minuteOf(const std::string& text) {
    int hour = -1;
    int minute = -1;
    int read = 0;
    if (std::sscanf(text.c_str(), "%2d:%2d%n", &hour, &minute, &read) != 2 ||
        static_cast<std::size_t>(read) != text.size() || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59)
        throw Obstacle{"--start-at " + text + ": say an hour and minute, as 08:20", 2};
    return hour * 60 + minute;
}

Anchor anchorFor(const RunOptions& options, const Setup& setup, journal::SqliteJournal& journal) {
    const Moment wall = wallNow();
    if (options.speed == 1.0 && options.startAt.empty())
        return {wall, wall, 1.0};
    if (const auto kept = journal.meta("clock"))
        if (const auto anchor = anchorFromText(*kept); anchor && anchor->speed == options.speed)
            return *anchor;
    Moment outlet = wall;
    if (!options.startAt.empty())
        outlet = setup.timeZone.at(setup.timeZone.local(wall).date, minuteOf(options.startAt));
    const Anchor anchor{wall, outlet, options.speed};
    keep(journal, "clock", toText(anchor));
    return anchor;
}

class Broker {
public:
    explicit Broker(const RunOptions& options)
        : setup_{readSetup(options.outlet)}, journal_{take(journal::SqliteJournal::open(
                                                 withItsJournal(options.data), poster()))},
          found_{ofOnePiece(rebuild(*journal_), setup_, options.data)},
          vault_{take(vault::SodiumVault::open(options.data, poster()))},
          register_{take(vault::DeviceRegister::open(options.data))}, epoch_{nextEpoch(*journal_)},
          clock_{loop_, anchorFor(options, setup_, *journal_)},
          gate_{loop_, ownKeys(options.data, register_),
                [this](std::string_view key) { return known(key); }},
          door_{loop_, gate_, [this](engine::Asked asked) { hear(std::move(asked)); }},
          feeds_{loop_, gate_}, outbox_{door_, feeds_, epoch_}, sessionKeys_{outbox_, register_,
                                                                             *journal_},
          outlook_{poster(), [data = options.data, last = found_.outlet.sequence(),
                              now = found_.outlet] { return learnPast(data, last, now); }},
          engine_{std::move(found_.outlet),
                  found_.snapshot,
                  epoch_,
                  options.speed,
                  {clock_, *journal_, *vault_, sessionKeys_, outlook_}},
          http_{loop_,
                {[this] {
                     return metricsPage(engine_, journal_->logLeftAlone(), door_.counts(),
                                        gate_.counts(), clock_.now());
                 },
                 [this] { return engine_.healthy() && feeds_.healthy(); }}} {
        open(options);
    }

    void run() {
        clock_.onAlarm([this] { engine_.tick(); });
        outlook_.onForecast([this] { engine_.foreseen(); });
        if (clock_.notBefore(engine_.durable().at()))
            spdlog::warn("the journal was further than the clock; the outlet goes on from there");
        if (engine_.durable().sequence() == 0 || engine_.durable().setup() != setup_) {
            if (const auto lost = withoutService(engine_.durable(), setup_); lost != 0)
                spdlog::warn("the outlet file no longer offers what {} of the people here came "
                             "for: their tickets end now; tell them, or put the services back",
                             lost);
            engine_.adopt(setup_, randomCommandId());
        }
        engine_.tick();
        beat();
        loop_.run();
    }

private:
    std::function<void(std::function<void()>)> poster() {
        return [this](std::function<void()> task) { loop_.post(std::move(task)); };
    }

    std::optional<transport::KnownDevice> known(std::string_view key) {
        const auto device = register_.byKey(key);
        if (!device || device->revokedAt)
            return std::nullopt;
        return transport::KnownDevice{device->name, device->role};
    }

    void hear(engine::Asked asked) {
        if (sessionKeys_.crowds(asked))
            return outbox_.reply(asked.to, asked.id, Refusal::Unavailable);
        if (sessionKeys_.admits(asked, engine_.durable().sessionAt(asked.by)))
            engine_.take(std::move(asked));
        else
            outbox_.reply(asked.to, asked.id, Refusal::NotSignedOn);
    }

    /// From here on it ends only in its own way, also before it is up.
    void open(const RunOptions& options) {
        loop_.onSignal([this] {
            stopping_ = true;
            sayStopping();
        });
        sessionKeys_.open(engine_.durable().sessions());
        Address address = addressOf(options.data);
        address.host = options.listen;
        if (options.port)
            address.port = *options.port;
        const auto must = [](const transport::Trouble& trouble) {
            if (trouble)
                throw Obstacle{*trouble};
        };
        must(gate_.open());
        must(feeds_.open(address.staff(), address.board()));
        must(
            http_.open(options.metricsPort.value_or(static_cast<std::uint16_t>(address.port + 3))));
        must(door_.open(address.door()));
        keep(*journal_, "port", std::to_string(address.port));
        keep(*journal_, "listen", address.host);
        if (take(readyHand(options.data, register_.roleOf(hand()).has_value())))
            spdlog::warn("keys/ctl.json was gone or damaged: ctl has a new key, and the old one is "
                         "revoked");
        open_ =
            fmt::format("{} ({}): door {}, feeds {} and {}, metrics http://127.0.0.1:{}/metrics",
                        setup_.name.en, setup_.id.view(), address.door(), address.staff(),
                        address.board(), http_.port());
        spdlog::info("{}", open_);
    }

    void beat() {
        engine_.beat();
        journal_->lookAfterLog();
        dropRevoked();
        report();
        if (clock_.follow() && !clockComplained_) {
            clockComplained_ = true;
            spdlog::warn("the machine's clock was set back; the outlet's goes on as before");
        }
        if (const auto trouble = journal_->lastTrouble();
            trouble && trouble->what != lastTrouble_) {
            lastTrouble_ = trouble->what;
            spdlog::error("the journal takes nothing in: {}", trouble->what);
            sayStatus("the journal takes nothing in: " + trouble->what);
        } else if (!trouble && !lastTrouble_.empty()) {
            lastTrouble_.clear();
            spdlog::info("the journal takes events in again");
            sayStatus(open_);
        }
        if (journal_->logLeftAlone() && !std::exchange(logComplained_, true))
            spdlog::error("a sync of the journal's file failed; nothing is lost, but its log grows "
                          "until the broker is started again: look at the disk, and restart it");
        // What cannot be written was acknowledged to nobody.
        if (stopping_ && (!engine_.busy() || journal_->lastTrouble()))
            return loop_.stop();
        loop_.at(std::chrono::steady_clock::now() +
                     std::chrono::milliseconds{stopping_ ? 10 : beatMs},
                 [this] { beat(); });
    }

    /// Before its first setup is on disk an outlet can be asked for nothing, open doors or not.
    void report() {
        if (!ready_ && engine_.durable().sequence() != 0) {
            ready_ = true;
            sayStatus(open_);
            sayReady();
        }
        sayAlive();
    }

    /// libzmq asks about a key once a connection: whoever was revoked since must be thrown off.
    void dropRevoked() {
        auto now = register_.keys();
        const bool allThere =
            std::includes(now.begin(), now.end(), present_.begin(), present_.end());
        if (!allThere)
            feeds_.readmit();
        present_ = std::move(now);
        signOffStrangers();
    }

    /// A session that was not begun with its device's key of now ends once no customer is at the
    /// counter.
    void signOffStrangers() {
        const auto& outlet = engine_.durable();
        for (const Session& session : outlet.sessions()) {
            const CounterState* desk = session.counter ? outlet.find(*session.counter) : nullptr;
            if (!sessionKeys_.stands(session) && (desk == nullptr || !desk->ticket))
                return engine_.take({session.device, session.counter ? Role::Counter : Role::Lobby,
                                     randomCommandId(), SignOff{}, 0});
        }
    }

    Setup setup_;
    transport::Loop loop_;
    std::unique_ptr<journal::SqliteJournal> journal_;
    // Read before anything is written: a damaged journal is refused as it is.
    Found found_; ///< until the engine has it
    std::unique_ptr<vault::SodiumVault> vault_;
    vault::DeviceRegister register_;
    std::uint64_t epoch_;
    OutletClock clock_;
    transport::Gate gate_;
    transport::Door door_;
    transport::Feeds feeds_;
    transport::ZmqOutbox outbox_;
    SessionKeys sessionKeys_;
    outlook::LiveOutlook outlook_;
    engine::Engine engine_;
    transport::Http http_;
    std::map<DeviceId, std::string> present_;
    std::string open_; ///< what is open where, in a sentence
    std::string lastTrouble_;
    bool logComplained_ = false;
    bool ready_ = false;
    bool stopping_ = false;
    bool clockComplained_ = false;
};

} // namespace

int run(const RunOptions& options) {
    try {
        if (!vault::forbidCoreDumps())
            spdlog::warn("the kernel would not forbid core dumps");
        Broker broker{options};
        broker.run();
        spdlog::info("stopped");
        return 0;
    } catch (const Obstacle& obstacle) {
        std::cerr << obstacle.what << '\n';
        return obstacle.exitCode;
    }
}

} // namespace usher::house
