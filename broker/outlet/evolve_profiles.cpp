// What counters take changes: by the hour, by a person's word, because too few are left.
#include "broker/outlet/evolution.h"

#include <algorithm>

namespace usher::outlet {

void Evolution::layOut() {
    o_.floor_ = std::make_shared<Floor>(*o_.setup_, profiles(*o_.setup_, o_.band_, o_.counters_),
                                        o_.degraded_.active);
}

void Evolution::operator()(const BandChanged& e) {
    o_.band_ = e.band;
    layOut();
}

void Evolution::operator()(const ProfileOverridden& e) {
    counter(e.counter).profile = e.profile;
    layOut();
    forgetActsOf(r_.by);
}

void Evolution::operator()(const ProfileRestored& e) {
    counter(e.counter).profile.reset();
    layOut();
    if (r_.what == "EndOverride") // not one that ran out
        forgetActsOf(r_.by);
}

// Nobody acted on the counter: who looked at it before still sees it as it is.
void Evolution::operator()(const CounterKept& e) {
    o_.counters_[o_.floor_->of(e.counter)].kept = e.kept;
}

void Evolution::operator()(const DegradedChanged& e) {
    o_.degraded_.active = e.active;
    layOut();
}

bool Evolution::shortHanded() const {
    const Setup& setup = *o_.setup_;
    if (setup.policy.degradedBelow == 0)
        return false;
    std::uint32_t open = 0;
    for (Index i = 0; i < o_.floor_->counters(); ++i) {
        const CounterState& state = o_.counters_[i];
        if (!o_.floor_->isMachine(i) && state.desk != Desk::Closed && !state.closing)
            ++open;
    }
    if (open < setup.policy.degradedBelow)
        return true;
    // Nothing is left of what machines relieve the counters of.
    for (Index service = 0; service < setup.services.size(); ++service) {
        bool made = false;
        bool works = false;
        for (Index i = 0; i < o_.floor_->counters(); ++i) {
            if (!o_.floor_->does(i, service))
                continue;
            made = true;
            const CounterState& state = o_.counters_[i];
            works = works ||
                    (state.desk != Desk::Closed && able(state.machine, setup.services[service]));
        }
        if (made && !works)
            return true;
    }
    return false;
}

void Evolution::reckon() {
    const bool needed = shortHanded();
    if (needed == o_.degraded_.needed)
        return;
    o_.degraded_.needed = needed;
    o_.degraded_.since = r_.at;
}

} // namespace usher::outlet
