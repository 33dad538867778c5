#include "broker/forecast/foresee.h"

#include "broker/forecast/future.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace usher::forecast {

using namespace protocol;
using outlet::Index;
using outlet::Kind;

namespace {

/// A counter that will call again may take them some day.
bool served(const Start& start, const Kind& kind) {
    for (Index counter = 0; counter < start.floor.counters(); ++counter) {
        const AtCounter& at = start.counters[counter];
        if (at.desk != Desk::Closed && !at.closing && rules::delayAt(start.floor, counter, kind))
            return true;
    }
    return false;
}

/// Every kind of newcomer whom somebody serves; those with an appointment only where it helps.
std::vector<Kind> servedKinds(const Start& start, const Model& model) {
    std::vector<Kind> kinds;
    for (Index service = 0; service < model.traffic.services(); ++service)
        for (Index tier = 0; tier < model.traffic.tiers(); ++tier) {
            const Kind kind = start.newcomer(service, tier);
            if (!served(start, kind))
                continue;
            kinds.push_back(kind);
            if (const Kind booked = start.newcomer(service, tier, true);
                start.expected && booked != kind)
                kinds.push_back(booked);
        }
    return kinds;
}

/// Until when an arrival can change anything for those who are asked about. Whoever comes later
/// stands behind all of them wherever they may be served, and by then their help-out delays are
/// over.
Moment horizon(const Start& start, const Model& model, const std::vector<InLine>& asked,
               const std::vector<Kind>& newcomers) {
    const Millis headStart = start.greatestHeadStart();
    Millis delay{0};
    for (Index tier = 0; tier < model.traffic.tiers(); ++tier)
        for (Index service = 0; service < model.traffic.services(); ++service)
            for (Index counter = 0; counter < start.floor.counters(); ++counter)
                delay =
                    std::max(delay, start.floor.delay(counter, service, tier).value_or(Millis{0}));
    Moment until = start.now + delay;
    for (const Kind& kind : newcomers)
        until = std::max(until, start.standing({{}, kind, start.now}).key + headStart);
    for (const InLine& one : asked)
        until = std::max(until, start.standing(one).key + headStart);
    return until;
}

/// A World that writes down when those it was asked about were called: first those in the line,
/// then the newcomers.
class Watched {
public:
    Watched(Future& future, const Start& start, const std::vector<InLine>& asked,
            std::size_t newcomers, std::size_t futures)
        : future_{future}, now_{start.now}, futures_{futures}, called_{newcomers} {
        for (const InLine& one : asked) {
            tickets_.push_back(one.ticket);
            called_ += served(start, one.kind) ? 1 : 0;
        }
        waits_.resize((tickets_.size() + newcomers) * futures_, notCalled);
    }

    void begin(std::size_t number) {
        number_ = number;
        left_ = called_;
        future_.begin(number);
    }

    std::optional<Newcomer> arrival() { return future_.arrival(); }
    Moment call(const rules::Candidate& one, Index counter, Moment now) {
        const auto at = std::lower_bound(tickets_.begin(), tickets_.end(), one.standing.ticket);
        if (at != tickets_.end() && *at == one.standing.ticket)
            note(static_cast<std::size_t>(at - tickets_.begin()), now);
        return future_.call(one, counter, now);
    }
    static void left(const Kind&, const outlet::Standing&, Moment) {}
    void met(std::size_t probe, Moment now) { note(tickets_.size() + probe, now); }
    [[nodiscard]] bool enough() const { return left_ == 0; }

    /// Of one of them, in the first `futures` futures.
    [[nodiscard]] std::span<std::int64_t> waits(std::size_t subject, std::size_t futures) {
        return std::span{waits_}.subspan(subject * futures_, futures);
    }

    static constexpr std::int64_t notCalled = -1;

private:
    void note(std::size_t subject, Moment now) {
        waits_[subject * futures_ + number_] = (now - now_).count();
        --left_;
    }

    Future& future_;
    Moment now_;
    std::size_t futures_;
    std::vector<TicketId> tickets_;
    std::vector<std::int64_t> waits_; ///< subject x future
    std::size_t called_{};            ///< of them, those who will be
    std::size_t left_{};
    std::size_t number_{};
};

/// Where a next one of these, all alike, lies below with this chance: coverage is right on average
/// for any number of futures. Requires them sorted.
Millis quantile(std::span<const std::int64_t> sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() + 1) - 1;
    if (place <= 0)
        return Millis{sorted.front()};
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size())
        return Millis{sorted.back()};
    const double between = static_cast<double>(sorted[below + 1] - sorted[below]);
    return Millis{sorted[below] + std::llround((place - static_cast<double>(below)) * between)};
}

Wait summary(std::span<std::int64_t> waits) {
    std::sort(waits.begin(), waits.end());
    if (waits.empty() || waits.front() == Watched::notCalled)
        return {};
    const auto n = static_cast<double>(waits.size());
    const double mean = std::accumulate(waits.begin(), waits.end(), 0.0) / n;
    double squares = 0;
    for (const std::int64_t one : waits)
        squares += (static_cast<double>(one) - mean) * (static_cast<double>(one) - mean);
    return {{quantile(waits, 0.5), quantile(waits, 0.9)},
            quantile(waits, 0.1),
            Millis{std::llround(mean)},
            Millis{std::llround(std::sqrt(squares / std::max(1.0, n - 1)))}};
}

} // namespace

const Wait* Foresight::of(TicketId ticket) const {
    const auto at =
        std::lower_bound(waiting.begin(), waiting.end(), ticket,
                         [](const Waiting& one, TicketId id) { return one.ticket < id; });
    return at == waiting.end() || at->ticket != ticket ? nullptr : &at->wait;
}

Foresight foresee(const Start& start, const Model& model, const ForeseeOptions& options) {
    std::vector<InLine> asked = start.waiting;
    if (options.only)
        std::erase_if(asked, [&](const InLine& one) { return one.ticket != *options.only; });
    const std::vector<Kind> kinds =
        options.newcomers && !options.only ? servedKinds(start, model) : std::vector<Kind>{};
    Future future{start, model, options.seed, horizon(start, model, asked, kinds)};
    Watched world{future, start, asked, kinds.size(), options.futures};
    Roll roll{start.floor, world};
    std::size_t done = 0;
    while (done < options.futures) {
        world.begin(done);
        future.enter(roll);
        for (const Kind& kind : kinds)
            roll.probe(kind, start.standing({{}, kind, start.now}).key, start.now);
        roll.run(start.now);
        ++done;
        if (options.enough && options.enough())
            break;
    }

    Foresight foresight;
    foresight.futures = done;
    foresight.tiers = model.traffic.tiers();
    foresight.newcomers.resize(std::size_t{model.traffic.services()} * foresight.tiers);
    foresight.booked.resize(foresight.newcomers.size());
    std::size_t subject = 0;
    for (const InLine& one : asked)
        foresight.waiting.push_back({one.ticket, summary(world.waits(subject++, done))});
    for (const Kind& kind : kinds) {
        const std::size_t cell = std::size_t{kind.service} * foresight.tiers + kind.tier;
        foresight.booked[cell] = summary(world.waits(subject++, done));
        if (kind == start.newcomer(kind.service, kind.tier))
            foresight.newcomers[cell] = foresight.booked[cell];
    }
    return foresight;
}

} // namespace usher::forecast
