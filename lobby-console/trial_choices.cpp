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

/// Who helps out does so after this long.
std::vector<Takes> helpingAfter(std::vector<Takes> all, Millis delay) {
    for (Takes& takes : all)
        if (takes.after > Millis{0})
            takes.after = delay;
    return all;
}

/// `takes`: what the counter takes just now, degraded mode aside.
void addHelp(const View& view, const Counter& counter, const std::vector<Takes>& takes,
             std::vector<TrialChoice>& all) {
    for (const int minutes : {0, 5, 10}) {
        const Millis delay = std::chrono::minutes{minutes};
        // The rules take no delay beyond H.
        if (delay > view.setup().overtakingBound() ||
            helpingAfter(counter.takes, delay) == counter.takes)
            continue;
        TrialChoice one =
            choice(counter, QStringLiteral("help-%1").arg(minutes), Trial::What::Help);
        one.minutes = minutes;
        one.change.helpAfter = delay;
        one.takes = helpingAfter(takes, delay);
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

/// What they take at once there, besides.
std::vector<Takes> withWorkOf(const Setup& setup, const outlet::Profiles& profiles,
                              const ZoneId& zone, std::vector<Takes> all) {
    for (std::size_t i = 0; i < profiles.size(); ++i)
        if (setup.counters[i].zone == zone)
            for (const Takes& takes : profiles[i])
                if (takes.after == Millis{0} && std::count(all.begin(), all.end(), takes) == 0)
                    all.push_back(takes);
    return all;
}

void addZones(const View& view, const Setup& now, const outlet::Profiles& profiles,
              const Counter& counter, std::vector<TrialChoice>& all) {
    const std::vector<Takes>& own = profiles[view.outlet.floor().of(counter.id)];
    for (const Zone& zone : now.zones) {
        const bool more =
            std::any_of(now.counters.begin(), now.counters.end(), [&](const Counter& other) {
                return other.zone == zone.id && wouldLearn(now, counter, other);
            });
        if (zone.selfService || zone.id == counter.zone || !more)
            continue;
        TrialChoice one =
            choice(counter, QStringLiteral("zone-") + text(zone.id.view()), Trial::What::TakeOver);
        one.zone = view.say(zone.name);
        one.place = zone.id;
        one.takes = withWorkOf(now, profiles, zone.id, own);
        one.change.takes =
            view.outlet.degraded().active ? helpingAfter(one.takes, Millis{0}) : one.takes;
        all.push_back(std::move(one));
    }
}

} // namespace

std::vector<TrialChoice> choicesFor(const View& view, const CounterState& state) {
    if (view.setup().find(state.id) == nullptr || view.isMachine(state.id))
        return {};
    // Asked of the counters as they are; done so that it holds, too, once a degraded mode is over.
    const Setup now = view.outlet.inForce();
    const outlet::Profiles profiles =
        outlet::profiles(view.setup(), view.outlet.band(), view.outlet.counters());
    const Counter& counter = *now.find(state.id);
    const bool serves = view.serves(state);
    std::vector<TrialChoice> all;
    all.push_back(choice(counter, serves ? QStringLiteral("close") : QStringLiteral("open"),
                         serves ? Trial::What::Close : Trial::What::Open));
    all.back().change.open = !serves;
    addHelp(view, counter, profiles[view.outlet.floor().of(state.id)], all);
    addZones(view, now, profiles, counter, all);
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
