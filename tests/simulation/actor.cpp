#include "tests/simulation/actor.h"

namespace usher::world {

using namespace protocol;

Actor::Actor(const Setting& setting, std::size_t index)
    : setting_{setting}, nature_{setting.nature}, dice_{nature_.dice(Part::Staff, index)},
      line_{nature_,     setting.network, setting.checks, index, setting.branch.devices[index],
            setting.door} {
    nature_.time.in(dice_.between(10, 3000), [this] { think(); });
}

void Actor::think() {
    nature_.time.in(dice_.between(300, 4000), [this] { think(); });
    if (setting_.hour == Hour::Day)
        act();
    else if (setting_.hour == Hour::Evening)
        tidy();
}

void Actor::replay() {
    const std::string& frame = dice_.pick(setting_.all)->line_.lastAnswered();
    if (!frame.empty())
        line_.replay(frame);
}

void Actor::restart() {
    nature_.count("fault: a device died");
    nature_.tell(line_.device().id.str() + " starts again");
    line_.restart();
}

std::string Actor::complaint() {
    if (line_.unanswered() != 0)
        return line_.device().id.str() + " is still not answered";
    return line_.connected() ? "" : line_.device().id.str() + " is not connected";
}

void Watcher::restart() {
    Actor::restart();
    picture_.restart();
}

std::string Watcher::complaint() {
    if (const std::string first = Actor::complaint(); !first.empty())
        return first;
    const std::string name = line_.device().id.str();
    if (!picture_.whole())
        return name + " has no whole picture";
    if (outlet().sequence() != setting_.checks.truth().sequence())
        return name + " stopped at " + std::to_string(outlet().sequence());
    picture_.compare(true);
    return {};
}

TicketId Watcher::someTicket() {
    std::vector<TicketId> all;
    for (const auto& [id, ticket] : outlet().tickets())
        if (ticket.phase < Phase::Done || dice_.oneIn(4))
            all.push_back(id);
    if (all.empty() || mistake(12))
        return {static_cast<std::uint32_t>(1 + dice_.below(30))};
    return dice_.pick(all);
}

Place Watcher::somePlace() {
    Place place;
    switch (dice_.below(3)) {
    case 0:
        place.zone = dice_.pick(setup().zones).id;
        break;
    case 1:
        place.counter = dice_.pick(setup().counters).id;
        break;
    default:
        break;
    }
    return place;
}

} // namespace usher::world
