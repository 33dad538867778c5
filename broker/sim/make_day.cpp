#include "broker/sim/make_day.h"

#include "broker/forecast/chance.h"
#include "broker/sim/load_profile.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace usher::sim {

using namespace protocol;
using forecast::Chance;
using rehearse::Day;
using rehearse::seconds;

namespace {

constexpr int halfHour = 30 * 60;

double minutesOf(const Service& service) {
    return static_cast<double>(service.typical.count()) / 60'000;
}

std::size_t kindOf(const Service& service) {
    return service.cash ? 0 : minutesOf(service) < profile::adviceMinutes ? 1 : 2;
}

/// One of them, with the probability of its weight; weights need not add up to 1.
std::size_t choose(const std::vector<double>& weights, Chance& chance) {
    double left = chance.uniform();
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if ((left -= weights[i] / sum) < 0)
            return i;
    return weights.size() - 1;
}

/// How the tiers of an outlet come, and for what.
class Custom {
public:
    Custom(const Setup& outlet, const std::vector<Counter>& open) : outlet_{outlet} {
        for (const Tier& tier : outlet.tiers) {
            const auto& known = profileOf(tier);
            shares_.push_back(known.share);
            auto& weights = services_.emplace_back();
            for (const Service& service : outlet.services)
                weights.push_back(anybodyTakes(open, service, tier)
                                      ? known.comesFor[kindOf(service)] * part(service)
                                      : 0);
        }
    }

    [[nodiscard]] const Tier& tier(Chance& chance) const {
        return outlet_.tiers[choose(shares_, chance)];
    }
    [[nodiscard]] const Service& service(const Tier& tier, Chance& chance) const {
        const auto& weights = services_[placeOf(tier)];
        return outlet_.services[choose(weights, chance)];
    }
    /// Of everybody.
    [[nodiscard]] double meanMinutes() const {
        double work = 0;
        double all = 0;
        for (std::size_t t = 0; t < shares_.size(); ++t) {
            double sum = 0;
            double mean = 0;
            for (std::size_t s = 0; s < services_[t].size(); ++s) {
                sum += services_[t][s];
                mean += services_[t][s] * minutesOf(outlet_.services[s]);
            }
            work += sum > 0 ? shares_[t] * mean / sum : 0;
            all += shares_[t];
        }
        return work / all;
    }
    [[nodiscard]] static const profile::Tier& profileOf(const Tier& tier) {
        for (const profile::Tier& one : profile::tiers)
            if (one.id == tier.id.view())
                return one;
        return profile::tiers.back();
    }

private:
    [[nodiscard]] std::size_t placeOf(const Tier& tier) const {
        return static_cast<std::size_t>(&tier - outlet_.tiers.data());
    }
    [[nodiscard]] static bool anybodyTakes(const std::vector<Counter>& open, const Service& service,
                                           const Tier& tier) {
        return std::any_of(open.begin(), open.end(), [&](const Counter& one) {
            return Setup::helpDelay(one, service.id, tier.id).has_value();
        });
    }
    /// Within a kind short errands are the frequent ones.
    [[nodiscard]] double part(const Service& service) const {
        double all = 0;
        for (const Service& other : outlet_.services)
            if (kindOf(other) == kindOf(service))
                all += 1 / minutesOf(other);
        return 1 / minutesOf(service) / all;
    }

    const Setup& outlet_;
    std::vector<double> shares_;                ///< by tier
    std::vector<std::vector<double>> services_; ///< by tier and service
};

/// Cards of a tier, dealt in turn: each returns after all others had theirs.
class Deck {
public:
    explicit Deck(const std::vector<rehearse::Card>& cards) {
        for (std::size_t i = 0; i < cards.size(); ++i)
            rows_[cards[i].tier].push_back(static_cast<std::uint32_t>(i + 1));
    }
    [[nodiscard]] std::uint32_t deal(const TierId& tier) {
        const auto rows = rows_.find(tier);
        if (rows == rows_.end())
            return 0;
        return rows->second[dealt_[tier]++ % rows->second.size()];
    }

private:
    std::map<TierId, std::vector<std::uint32_t>> rows_;
    std::map<TierId, std::size_t> dealt_;
};

OpenHours hoursOf(const Setup& outlet) {
    for (const auto& hours : outlet.week)
        if (hours)
            return *hours;
    return {8 * 60 + 30, 17 * 60};
}

double weightAt(int minute) {
    const int index = (minute - profile::halfHoursBegin) / 30;
    return profile::halfHours[static_cast<std::size_t>(
        std::clamp(index, 0, static_cast<int>(profile::halfHours.size()) - 1))];
}

/// When they come: a Poisson stream in each half-hour, whose rate differs from day to day and from
/// half-hour to half-hour.
std::vector<seconds> arrivals(const OpenHours& hours, double mean, std::uint64_t seed) {
    double whole = 0;
    for (int at = hours.opens; at < hours.closes; at += 30)
        whole += weightAt(at) * std::min(30, hours.closes - at) / 30;
    Chance chance{seed, 'a'};
    const double day = mean * chance.gamma(1, profile::dayCv);
    std::vector<seconds> times;
    for (int at = hours.opens; at < hours.closes; at += 30) {
        const double expected = day * weightAt(at) / whole * chance.gamma(1, profile::halfHourCv);
        const int length = std::min(30, hours.closes - at) * 60;
        for (double time = 0;;) {
            time += chance.exponential(halfHour / expected);
            if (time >= length)
                break;
            times.push_back(seconds{at * 60 + static_cast<int>(time)});
        }
    }
    return times;
}

/// Five minutes early; eats in one of four turns, and rests ten minutes, if the day is long enough.
std::vector<rehearse::Teller> tellers(const std::vector<Counter>& open, const OpenHours& hours,
                                      const std::vector<rehearse::StaffMember>& staff,
                                      std::uint64_t seed) {
    std::vector<rehearse::Teller> all;
    auto who = staff.begin();
    for (const Counter& counter : open) {
        who = std::find_if(who, staff.end(), [](const auto& one) { return one.role == "teller"; });
        const auto i = static_cast<int>(all.size());
        Chance chance{seed, static_cast<std::uint64_t>(i), 't'};
        rehearse::Teller one;
        one.staff = (who++)->id;
        one.counter = counter.id;
        one.on =
            seconds{std::max(0, hours.opens * 60 - 300 + static_cast<int>(chance.uniform() * 240))};
        one.off = seconds{hours.closes * 60 - (hours.closes == 24 * 60 ? 1 : 0)};
        one.factor = std::clamp(chance.lognormal(1, profile::tellerCv), 0.4, 2.5);
        const seconds lunch{(11 * 60 + 15 + i % 4 * 30) * 60};
        const seconds rest{(14 * 60 + 30 + i % 9 * 10) * 60};
        if (lunch > one.on && lunch + seconds{1500} < one.off)
            one.breaks.push_back({lunch, lunch + seconds{1500}, "lunch"});
        if (rest > one.on && rest + seconds{600} < one.off)
            one.breaks.push_back({rest, rest + seconds{600}, "rest"});
        all.push_back(std::move(one));
    }
    return all;
}

/// So many that the tellers, breaks and gaps left out, are busy for this share of the day.
double customersFor(double load, const std::vector<rehearse::Teller>& tellers,
                    const OpenHours& hours, const Custom& custom) {
    double minutes = 0;
    for (const rehearse::Teller& one : tellers) {
        minutes += hours.closes - hours.opens;
        for (const rehearse::Break& pause : one.breaks)
            minutes -= static_cast<double>((pause.to - pause.from).count()) / 60;
    }
    return load * minutes / (custom.meanMinutes() + profile::gapSeconds / 60);
}

seconds rounded(double length, double least, double most) {
    return seconds{std::llround(std::clamp(length, least, most))};
}

} // namespace

Day makeDay(const Setup& outlet, const std::vector<rehearse::StaffMember>& staff,
            const std::vector<rehearse::Card>& cards, const DayWish& wish) {
    std::vector<Counter> open;
    for (const Counter& one : outlet.counters)
        if (!outlet.find(one.zone)->selfService &&
            (wish.counters.empty() ||
             std::find(wish.counters.begin(), wish.counters.end(), one.id) != wish.counters.end()))
            open.push_back(one);
    const OpenHours hours = hoursOf(outlet);
    const Custom custom{outlet, open};
    Deck deck{cards};
    Day day;
    day.tellers = tellers(open, hours, staff, wish.seed);
    const double mean =
        wish.customers.value_or(customersFor(wish.load, day.tellers, hours, custom));
    for (const seconds time : arrivals(hours, mean, wish.seed)) {
        Chance chance{wish.seed, day.customers.size(), 'c'};
        const Tier& tier = custom.tier(chance);
        const Service& service = custom.service(tier, chance);
        rehearse::Customer one;
        one.arrives = time;
        one.service = service.id;
        one.assisted = tier.id == assistedTier;
        if (!one.assisted && tier.id != outlet.tiers.front().id)
            one.card = deck.deal(tier.id);
        one.patience = rounded(
            chance.lognormal(Custom::profileOf(tier).patienceMinutes * 60, profile::patienceCv), 60,
            86'400);
        one.serviceTime =
            rounded(chance.lognormal(minutesOf(service) * 60, profile::serviceCv[kindOf(service)]),
                    profile::secondsMin, profile::secondsMax);
        one.noShow = chance.uniform() < profile::noShow;
        day.customers.push_back(std::move(one));
    }
    return day;
}

} // namespace usher::sim
