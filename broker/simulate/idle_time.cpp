#include "broker/simulate/idle_time.h"

#include <algorithm>
#include <cmath>

namespace usher::simulate {

using namespace protocol;
using outlet::Index;

IdleTime::IdleTime(const Scenario& scenario)
    : free_(countersOf(scenario)), desks_{scenario.desks.size()}, scale_{millisPerUnit(scenario)} {
    Index begin = 0;
    for (std::size_t i = 0; i < desks_; ++i) {
        const Desk& desk = scenario.desks[i];
        const auto end = static_cast<Index>(begin + desk.count);
        if (desk.idleWatch) {
            Watch watch{i, begin, end, {}, Millis{std::llround(desk.idleWatch->after * scale_)}, 0};
            watch.classes.resize(scenario.classes.size());
            for (const std::size_t one : desk.idleWatch->classes)
                watch.classes[one] = true;
            watches_.push_back(std::move(watch));
        }
        begin = end;
    }
}

void IdleTime::beginAt(Moment moment) {
    since_ = moment;
    for (Watch& watch : watches_)
        watch.lost = 0;
}

void IdleTime::advance(const outlet::Line& line, const outlet::Kind& kind,
                       const outlet::Standing& gone, Moment now) {
    for (Watch& watch : watches_) {
        Moment longest = watch.classes[kind.service] ? gone.arrival : now;
        for (const outlet::Row& row : line.rows())
            if (!row.empty() && watch.classes[row.kind().service])
                longest = std::min(longest, row.begin()->arrival);
        const Moment from = std::max(since_, longest + watch.after);
        for (Index counter = watch.begin; counter < watch.end; ++counter)
            watch.lost += std::max<std::int64_t>(0, (now - std::max(from, free_[counter])).count());
    }
    since_ = std::max(since_, now);
}

std::vector<double> IdleTime::perDesk() const {
    std::vector<double> all(desks_);
    for (const Watch& watch : watches_)
        all[watch.desk] = static_cast<double>(watch.lost) / scale_;
    return all;
}

} // namespace usher::simulate
