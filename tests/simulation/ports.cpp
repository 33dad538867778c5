#include "tests/simulation/ports.h"

#include "tests/simulation/tamper.h"

#include <algorithm>

namespace usher::world {

using namespace protocol;

void WorldClock::alarm(std::optional<Moment> at) {
    steps_.step();
    at_ = at;
    ++set_;
    look();
}

void WorldClock::look() {
    if (!at_)
        return;
    const auto outlet = static_cast<double>(std::max((*at_ - now()).count(), std::int64_t{0}));
    const Millis real{static_cast<std::int64_t>(outlet / wall_.speed) + 1};
    later_(real, [this, set = set_] {
        if (set != set_ || !at_)
            return;
        if (now() < *at_)
            return look(); // the wall was set back meanwhile
        at_.reset();
        ring_();
    });
}

void WorldJournal::commit(engine::Batch batch, std::function<void(bool)> done) {
    steps_.step();
    if (underWay_)
        throw Violation{"journal", "two commits are under way"};
    underWay_ = true;
    if (std::exchange(misread_, false)) {
        nature_.count("fault: commit failed after a misread answer");
        return later_(Millis{1}, [this, done = std::move(done)] {
            underWay_ = false;
            done(false);
        });
    }
    batch.records = written(nature_.plant, batch.records);
    log_.write(batch);
    if (seen_)
        seen_(batch);
    if (nature_.plant == Plant::AckBeforeSync) {
        later_(Millis{1}, [done] { done(true); });
        done = [](bool) {};
    }
    Millis takes = dice_.between(1, 12);
    if (dice_.oneIn(nature_.weather.slowOneIn)) {
        takes = dice_.between(500, 6000);
        nature_.count("fault: slow sync");
    }
    const bool good = !sick_ && !dice_.oneIn(nature_.weather.refuseOneIn);
    later_(takes, [this, good, done = std::move(done)] { settle(good && !sick_, done); });
}

void WorldJournal::settle(bool good, const std::function<void(bool)>& done) {
    steps_.step(); // written, and nobody knows
    underWay_ = false;
    if (good) {
        log_.accept(nature_.plant == Plant::LyingDrive && dice_.oneIn(20));
        durable_();
        nature_.tell("synced to " + std::to_string(log_.records().size()));
    } else if (nature_.plant == Plant::FailedYetWritten) {
        log_.accept(false);
        durable_();
    } else {
        log_.refuse();
        nature_.tell("the disk refused a commit");
        nature_.count("fault: commit refused");
    }
    steps_.step(); // synced, and nobody was told
    done(good);
    told_();
}

std::optional<engine::Remembered> WorldJournal::recall(const CommandId& id) {
    steps_.step();
    if (dice_.oneIn(nature_.weather.misreadOneIn)) {
        misread_ = true;
        nature_.count("fault: answer misread");
        return std::nullopt;
    }
    const auto at = log_.answers().find(id);
    if (at == log_.answers().end() || at->second.serial < forgotten_)
        return std::nullopt;
    return at->second.remembered;
}

void WorldVault::check(SignOn signOn, std::function<void(Checked)> done) {
    steps_.step();
    const auto who = std::find_if(staff_.begin(), staff_.end(),
                                  [&](const Member& one) { return one.id == signOn.staff; });
    const bool right = who != staff_.end() && signOn.pin.reveal() == who->pin;
    PinChecked checked{signOn.staff, signOn.counter, right, {}, {}};
    if (right) {
        checked.name = who->name;
        checked.role = who->role;
    }
    later_(dice_.between(60, 300), [this, checked, done = std::move(done)] {
        steps_.step();
        done(checked);
    });
}

CardLookedUp WorldVault::look(const Secret& card, Moment) {
    steps_.step();
    const auto known = std::find_if(cards_.begin(), cards_.end(),
                                    [&](const Card& one) { return one.number == card.reveal(); });
    if (known == cards_.end() || dice_.oneIn(20))
        return {}; // not in the register, or it took too long
    CardLookedUp found{known->tier, "Manager-Li"};
    if (nature_.plant == Plant::CardInClear)
        found.clientManager = std::string{card.reveal()};
    return found;
}

} // namespace usher::world
