#include "tests/simulation/broker.h"

#include "broker/protocol/limits.h"
#include "tests/simulation/outbox.h"
#include "tests/simulation/tamper.h"

namespace usher::world {

using namespace protocol;

/// One life of the process: gone as a whole when the power goes.
class Broker::Life {
public:
    Life(Broker& broker, outlet::Outlet found, std::uint64_t epoch)
        : clock{broker.nature_, broker.branch_.wall, steps, later(broker)},
          journal{broker.nature_, broker.log_, broker.diskDice_, steps, later(broker)},
          vault{broker.nature_, broker.branch_.cards, broker.branch_.staff, broker.dice_,
                steps,          later(broker)},
          outbox{broker.nature_, broker.network_, broker.branch_, broker.checks_,
                 steps,          broker.ears_,    epoch},
          engine{std::move(found),
                 0, // this disk keeps none
                 epoch,
                 broker.branch_.wall.speed,
                 {clock, journal, vault, outbox, outlook}} {}

    std::shared_ptr<int> alive = std::make_shared<int>(0);
    Steps steps;
    WorldClock clock;
    WorldJournal journal;
    WorldVault vault;
    WorldOutbox outbox;
    engine::SimpleOutlook outlook;
    engine::Engine engine;

private:
    Later later(Broker& broker) {
        return [&broker, guard = std::weak_ptr<int>{alive}](Millis span,
                                                            const std::function<void()>& task) {
            broker.nature_.time.in(span, [&broker, guard, task] {
                if (!guard.expired())
                    broker.inside(task);
            });
        };
    }
};

Broker::Broker(Nature& nature, Network& network, const Branch& branch, const Setup& file, Log& log,
               Checks& checks)
    : nature_{nature}, network_{network}, branch_{branch}, file_{file}, log_{log}, checks_{checks},
      dice_{nature.dice(Part::Broker)}, diskDice_{nature.dice(Part::Disk)} {}

Broker::~Broker() = default;

/// Whatever happens in there may end with the power.
void Broker::inside(const std::function<void()>& act) {
    try {
        act();
    } catch (const PowerCut&) {
        nature_.count("fault: crash at a step");
        cut();
    }
}

outlet::Outlet Broker::found() const {
    outlet::Outlet outlet;
    for (const Record& record : log_.records())
        outlet.evolve(record);
    return outlet;
}

void Broker::start() {
    outlet::Outlet outlet = readBack(nature_.plant, found());
    const Sequence from = outlet.sequence();
    life_ = std::make_unique<Life>(*this, std::move(outlet), ++epoch_);
    nature_.tell("the broker starts, epoch " + std::to_string(epoch_) + ", from " +
                 std::to_string(from));
    checks_.starting(from, epoch_);
    Life& life = *life_;
    life.journal.sick(sick_);
    life.journal.remembersBefore(nature_.plant != Plant::AnswersForgotten);
    life.journal.onDurable([this] { checks_.durable(); });
    life.journal.onTold([this] { checks_.engineIs(life_->engine.durable(), false); });
    if (nature_.plant == Plant::SaidBeforeCommit)
        life.journal.onWritten(
            [&life](const engine::Batch& batch) { life.outbox.publish(batch.records); });
    life.clock.onAlarm([&life] { life.engine.tick(); });
    if (nature_.weather.crashes && dice_.oneIn(2))
        life.steps.cutAfter(1 + dice_.below(dice_.oneIn(3) ? 40 : 4000));
    inside([&] {
        const Setup setup = readFile(nature_.plant, file_);
        if (from == 0 || life.engine.durable().setup() != setup)
            life.engine.adopt(setup, {dice_.bits(), dice_.bits()});
        life.engine.tick();
    });
    if (life_)
        beat(epoch_);
}

void Broker::cut() {
    if (!life_)
        return;
    if (life_->engine.busy())
        nature_.count("crash with a commit under way");
    const auto torn = log_.torn();
    const auto unexpected = log_.unexpected();
    const auto before = log_.records().size();
    life_.reset();
    log_.powerCut(diskDice_, nature_.plant == Plant::TornTailBelieved);
    nature_.tell("power cut; the journal ends at " + std::to_string(log_.records().size()));
    if (log_.torn() != torn)
        nature_.count("fault: torn transaction");
    if (log_.unexpected() != unexpected)
        nature_.count("crash after the disk had it and before it said so");
    if (log_.records().size() < before)
        nature_.count("fault: synced records lost");
    checks_.powerCut();
    checks_.durable();
}

void Broker::sickDisk(bool sick) {
    sick_ = sick;
    if (life_)
        life_->journal.sick(sick);
}

void Broker::clockSet() {
    if (life_)
        inside([&] { life_->clock.look(); });
}

void Broker::hear(std::size_t device, const std::string& frame) {
    if (!life_)
        return;
    if (frame.empty()) // a ping
        return network_.carry(device, [ear = ears_[device]] { ear->hearPong(); });
    auto decoded = wire::decodeAsk(frame);
    auto* ask = std::get_if<wire::Ask>(&decoded);
    if (ask == nullptr)
        throw Violation{"wire", "a command cannot be read: " + frame};
    const Device& by = branch_.devices[device];
    const engine::ReplyTo to = life_->outbox.addressOf(device);
    if (!mayAsk(by.role, ask->command))
        return inside([&] { life_->outbox.reply(to, ask->id, Refusal::NotPermitted); });
    inside([&] { life_->engine.take({by.id, by.role, ask->id, std::move(ask->command), to}); });
}

bool Broker::healthy() const {
    return life_ && life_->engine.healthy();
}

bool Broker::busy() const {
    return life_ && life_->engine.busy();
}

void Broker::compare() {
    checks_.engineIs(life_->engine.durable(), true);
}

void Broker::beat(std::uint64_t epoch) {
    if (!life_ || epoch != epoch_)
        return;
    nature_.time.in(Millis{beatMs}, [this, epoch] { beat(epoch); });
    inside([&] { life_->engine.beat(); });
}

} // namespace usher::world
