#include "broker/sim/call_hall.h"

#include "broker/forecast/roll.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace usher::sim {

using namespace protocol;
using forecast::Chance;
using forecast::Newcomer;
using outlet::Index;
using outlet::Kind;
using outlet::Standing;

namespace {

constexpr int priority = 2;
constexpr Millis headStart{90'000};
/// An agent who has done nothing for so long while somebody waits has left the desk.
constexpr int justNow = 60;
constexpr std::uint32_t callerTicket = 0x4000'0000;

/// The call centre as an outlet: types are services, priorities tiers, every agent takes all.
outlet::Floor floorOf(int agents) {
    Setup setup;
    const auto hall = named<ZoneId>("hall");
    setup.zones = {{hall, {}, false}};
    for (int i = 0; i < Call::types; ++i)
        setup.services.emplace_back().id = named<ServiceId>("type" + std::to_string(i));
    for (int i = 0; i < Call::priorities; ++i) {
        Tier& tier = setup.tiers.emplace_back();
        tier.id = named<TierId>("priority" + std::to_string(i));
        tier.headStart = i == priority ? headStart : Millis{0};
    }
    for (int i = 0; i < agents; ++i) {
        const auto number = static_cast<std::uint32_t>(i + 1);
        setup.counters.push_back(
            {named<CounterId>(std::to_string(number)), number, {}, hall, {{{}, {}, {}}}});
    }
    return outlet::Floor{setup};
}

Moment momentOf(double second) {
    return {std::llround(second * 1000)};
}

Newcomer caller(const Call& call, std::uint32_t ticket) {
    const Kind kind{static_cast<Index>(call.type), static_cast<Index>(call.priority)};
    const Moment arrival = momentOf(call.came);
    const Moment key = call.priority == priority ? arrival - headStart : arrival;
    return {kind, {key, arrival, {ticket}}};
}

/// A World of Roll, drawn from what was recorded.
class Calls {
public:
    Calls(const CallPicture& picture, const CallModel& model) : picture_{picture}, model_{model} {
        const auto slot = static_cast<std::size_t>(std::min(picture.now, 86'399) / 1800);
        rate_ = model.priorityCalls[static_cast<std::size_t>(picture.weekday)][slot];
        // Nobody else can be called before somebody who is here already.
        until_ = picture.caller.priority == priority ? 0 : picture.now + 90;
    }

    template <class R>
    void begin(R& roll, Chance chance) {
        chance_ = chance;
        at_ = picture_.now;
        came_ = 0;
        waited_.reset();
        roll.begin({});
        Index agent = 0;
        for (const CallAtHand& one : picture_.served)
            roll.busy(agent++,
                      momentOf(picture_.now + rest(one) + model_.gap.residual(-1, chance_)));
        for (const int since : picture_.justFinished)
            roll.busy(agent++, momentOf(picture_.now + model_.gap.residual(since, chance_)));
        std::uint32_t ticket = 0;
        for (const CallAtHand& one : picture_.waiting)
            roll.waiting(patient(caller(*one.call, ++ticket), one.elapsed));
        roll.waiting(caller(picture_.caller, callerTicket));
    }

    std::optional<Newcomer> arrival() {
        if (rate_ == 0)
            return std::nullopt;
        at_ += chance_.exponential(1 / rate_);
        if (at_ >= until_)
            return std::nullopt;
        Call other;
        other.priority = priority;
        Newcomer one = caller(other, callerTicket + ++came_);
        one.standing.arrival = momentOf(at_);
        one.standing.key = one.standing.arrival - headStart;
        return patient(one, 0);
    }

    Moment call(const rules::Candidate& one, Index, Moment now) {
        if (one.standing.ticket.value == callerTicket)
            waited_ = static_cast<double>(now.ms) / 1000 - picture_.now;
        const double service = model_.service[one.kind.service].residual(-1, chance_);
        return now + Millis{std::llround((service + model_.gap.residual(-1, chance_)) * 1000)};
    }

    static void left(const Kind&, const Standing&, Moment) {}
    static void met(std::size_t, Moment) {}
    [[nodiscard]] bool enough() const { return waited_.has_value(); }
    [[nodiscard]] double waited() const { return *waited_; }

private:
    double rest(const CallAtHand& one) {
        return model_.service[static_cast<std::size_t>(one.call->type)].residual(one.elapsed,
                                                                                 chance_);
    }
    Newcomer patient(Newcomer one, double elapsed) {
        const double leaves = model_.patience[one.kind.tier].draw(elapsed, chance_);
        if (std::isfinite(leaves))
            one.leaves = one.standing.arrival + Millis{std::llround(leaves * 1000)};
        return one;
    }

    const CallPicture& picture_;
    const CallModel& model_;
    double rate_{};
    double until_{};
    Chance chance_{};
    double at_{};
    std::uint32_t came_{};
    std::optional<double> waited_;
};

/// A wait, and how likely a caller of this kind is to stay that long.
struct Weighed {
    double waited{};
    double weight{};
};

Millis quantile(const std::vector<Weighed>& sorted, double total, double p) {
    double sum = 0;
    for (const Weighed& one : sorted)
        if ((sum += one.weight) >= p * total)
            return Millis{std::llround(one.waited * 1000)};
    return Millis{std::llround(sorted.back().waited * 1000)};
}

} // namespace

CallPicture::CallPicture(std::span<const Call> day, std::size_t index)
    : now{day[index].came}, weekday{day[index].weekday} {
    caller.type = day[index].type;
    caller.priority = day[index].priority;
    caller.came = now;
    std::map<int, int> finished; // by agent: when last
    std::map<int, bool> atWork;
    for (std::size_t i = 0; i < index; ++i) {
        const Call& one = day[i];
        if (one.queued && one.left > now) {
            waiting.push_back({&one, now - one.came});
        } else if (one.served && one.ended > now) {
            served.push_back({&one, std::max(0, now - one.begun)});
            atWork[one.agent] = true;
        } else if (one.served && one.agent >= 0) {
            int& last = finished[one.agent];
            last = std::max(last, one.ended);
        }
    }
    for (const auto& [agent, at] : finished)
        if (!atWork.contains(agent) && now - at <= justNow)
            justFinished.push_back(now - at);
}

forecast::Wait rollCalls(const CallPicture& picture, const CallModel& model, std::size_t futures,
                         std::uint64_t seed) {
    if (picture.agents() == 0)
        return {};
    const outlet::Floor floor = floorOf(picture.agents());
    Calls world{picture, model};
    forecast::Roll roll{floor, world};
    const Patience& patience = model.patience[static_cast<std::size_t>(picture.caller.priority)];
    std::vector<Weighed> waits;
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < futures; ++i) {
        world.begin(roll, Chance{seed, i});
        roll.run(momentOf(picture.now));
        const double weight = patience.survival(world.waited());
        waits.push_back({world.waited(), weight});
        total += weight;
        sum += weight * world.waited();
        squares += weight * world.waited() * world.waited();
    }
    std::sort(waits.begin(), waits.end(),
              [](const Weighed& a, const Weighed& b) { return a.waited < b.waited; });
    const double mean = sum / total;
    return {{quantile(waits, total, 0.5), quantile(waits, total, 0.9)},
            quantile(waits, total, 0.1),
            Millis{std::llround(mean * 1000)},
            Millis{std::llround(std::sqrt(std::max(0.0, squares / total - mean * mean)) * 1000)}};
}

double headOfLine(const CallPicture& picture) {
    int longest = 0;
    for (const CallAtHand& one : picture.waiting)
        longest = std::max(longest, one.elapsed);
    return longest;
}

double ticketMachine(const CallPicture& picture, const CallModel& model) {
    const auto waiting = static_cast<double>(picture.waiting.size() + 1);
    return waiting * model.meanService /
           std::max<double>(1, static_cast<double>(picture.served.size()));
}

} // namespace usher::sim
