#include "tests/simulation/day.h"

#include "tests/simulation/mischief.h"
#include "tests/support/plain_rule.h"

namespace usher::world {

using namespace protocol;
using std::chrono::seconds;

namespace {

class Day {
public:
    Day(Nature& nature)
        : nature_{nature}, branch_{makeBranch(nature.dice(Part::Branch))}, file_{branch_.setup},
          network_{nature, branch_.devices.size()}, checks_{nature, branch_, file_, log_},
          broker_{nature, network_, branch_, file_, log_, checks_} {
        std::vector<Ear*> ears;
        for (std::size_t i = 0; i < branch_.devices.size(); ++i)
            ears.push_back(actors_.emplace_back(make(i)).get());
        broker_.listenedTo(ears);
    }

    void live() {
        broker_.start();
        Mischief mischief{nature_, network_, broker_, branch_, file_, checks_, actors_};
        nature_.time.runUntil(seconds{90});
        hour_ = Hour::Evening;
        mischief.calm();
        nature_.time.runUntil(seconds{120});
        hour_ = Hour::Night;
        nature_.time.runUntil(seconds{125});
        settle();
        agree();
    }
    [[nodiscard]] std::size_t records() const { return log_.records().size(); }

private:
    std::unique_ptr<Actor> make(std::size_t index) {
        const Setting setting{
            nature_,
            network_,
            checks_,
            branch_,
            [this](std::size_t device, const std::string& frame) { broker_.hear(device, frame); },
            hour_,
            actors_};
        switch (branch_.devices[index].role) {
        case Role::Counter:
            return makeTeller(setting, index);
        case Role::Lobby:
            return makeManager(setting, index);
        case Role::Kiosk:
            return makeKiosk(setting, index);
        default:
            return makeHall(setting, index);
        }
    }

    /// What happens by itself may have happened just now, and be on its way to everybody.
    void settle() {
        for (std::size_t known = ~std::size_t{0}; known != records();) {
            known = records();
            nature_.time.runUntil(nature_.time.now() + Millis{200});
        }
    }

    /// What must be so once everything works and everything was delivered.
    void agree() {
        const char* checker = "evening";
        if (!broker_.healthy())
            throw Violation{checker, "the broker is not well"};
        broker_.compare();
        checks_.replay();
        for (const auto& actor : actors_)
            if (const std::string wrong = actor->complaint(); !wrong.empty())
                throw Violation{checker, wrong};
        const outlet::Outlet& outlet = checks_.truth();
        const Moment now = std::max(branch_.wall.at(nature_.time.now()), outlet.at());
        for (const CounterState& desk : outlet.counters())
            if (desk.desk == Desk::Standby &&
                stage::firstFor(outlet, *outlet.setup().find(desk.id), now) != nullptr)
                throw Violation{checker, "somebody waits while " + desk.id.str() + " stands by"};
        nature_.count("evening in which everybody agreed");
    }

    Nature& nature_;
    Branch branch_;
    Setup file_;
    Log log_;
    Network network_;
    Checks checks_;
    Broker broker_;
    std::vector<std::unique_ptr<Actor>> actors_;
    Hour hour_ = Hour::Day;
};

} // namespace

Told live(std::uint64_t seed, Plant plant) {
    Nature nature{.seed = seed, .plant = plant};
    nature.weather = badDay(nature.dice(Part::Weather));
    Told told;
    {
        Day day{nature};
        try {
            day.live();
        } catch (const Violation& violation) {
            told.fallen = Fallen{violation.checker, violation.what()};
        }
        told.records = day.records();
    }
    told.hash = nature.story.hash();
    told.lines = nature.story.lines();
    told.last = {nature.story.last().begin(), nature.story.last().end()};
    told.counts = nature.story.counts();
    return told;
}

} // namespace usher::world
