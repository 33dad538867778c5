#include "lobby-console/trial_choices.h"

#include "lobby-console/trial.h"

namespace usher::lobby {

using namespace protocol;

namespace {

TrialChoice choice(const Counter& counter, QString key, Trial::What what) {
    TrialChoice one;
    one.key = std::move(key);
    one.what = static_cast<int>(what);
    one.change.counter = counter.id;
    return one;
}

void addHelp(const Counter& counter, std::vector<TrialChoice>& all) {
    for (const int delay : {0, 5, 10}) {
        const bool differs =
            std::any_of(counter.takes.begin(), counter.takes.end(), [&](const Takes& takes) {
                return takes.after > Millis{0} && takes.after != std::chrono::minutes{delay};
            });
        if (!differs)
            continue;
        TrialChoice one = choice(counter, QStringLiteral("help-%1").arg(delay), Trial::What::Help);
        one.minutes = delay;
        one.change.helpAfter = std::chrono::minutes{delay};
        all.push_back(std::move(one));
    }
}

/// Somebody of that zone takes at once what this counter does not.
bool wouldLearn(const Setup& setup, const Counter& counter, const Counter& other) {
    const auto atOnce = [](const std::optional<Millis>& delay) { return delay == Millis{0}; };
    for (const Service& service : setup.services)
        for (const Tier& tier : setup.tiers)
            if (atOnce(Setup::helpDelay(other, service.id, tier.id)) &&
                !atOnce(Setup::helpDelay(counter, service.id, tier.id)))
                return true;
    return false;
}

void addZones(const View& view, const Counter& counter, std::vector<TrialChoice>& all) {
    for (const Zone& zone : view.setup().zones) {
        if (zone.selfService || zone.id == counter.zone)
            continue;
        TrialChoice one =
            choice(counter, QStringLiteral("zone-") + text(zone.id.view()), Trial::What::TakeOver);
        one.zone = view.say(zone.name);
        one.change.takes = counter.takes;
        bool more = false;
        for (const Counter& other : view.setup().counters) {
            if (other.zone != zone.id)
                continue;
            more = more || wouldLearn(view.setup(), counter, other);
            for (const Takes& takes : other.takes)
                if (takes.after == Millis{0} &&
                    std::count(one.change.takes.begin(), one.change.takes.end(), takes) == 0)
                    one.change.takes.push_back(takes);
        }
        if (more)
            all.push_back(std::move(one));
    }
}

} // namespace

std::vector<TrialChoice> choicesFor(const View& view, const CounterState& state) {
    const Counter* counter = view.setup().find(state.id);
    if (counter == nullptr || view.isMachine(state.id))
        return {};
    const bool serves = view.serves(state);
    std::vector<TrialChoice> all;
    all.push_back(choice(*counter, serves ? QStringLiteral("close") : QStringLiteral("open"),
                         serves ? Trial::What::Close : Trial::What::Open));
    all.back().change.open = !serves;
    addHelp(*counter, all);
    addZones(view, *counter, all);
    return all;
}

QHash<int, QByteArray> TrialChoices::roleNames() const {
    return {{Key, "key"}, {What, "what"}, {Minutes, "minutes"}, {Zone, "zone"}};
}

QVariant TrialChoices::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const TrialChoice& one = rows()[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case Key:
        return one.key;
    case What:
        return one.what;
    case Minutes:
        return one.minutes;
    case Zone:
        return one.zone;
    }
    return {};
}

} // namespace usher::lobby
