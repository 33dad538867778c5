// The line rolled forward on a virtual clock.
//
// The rules are the live ones (rules/dispatch over outlet/Line and outlet/Floor), but for what
// needs the whole outlet: nobody is kept free for, and the floor stays as it is at the start. What
// the future brings comes from a World. Events of one millisecond happen in this order: a counter
// is free again, a help-out delay runs out, somebody gives up, somebody arrives. So one world and
// one seed make one future, whoever asks: the forecast, the simulator, what-if.
//
// A World has
//     std::optional<Newcomer> arrival();        the next one, in order of time; nothing: no more
//     Moment call(const Candidate&, Index counter, Moment now);   when that counter is free again
//     void left(const Kind&, const Standing&, Moment now);        gave up waiting
//     void met(std::size_t probe, Moment now);  see probe()
//     bool enough();                            nobody is interested in what comes later
//     void came(const Newcomer&, Moment now);   may be left out: has joined, or was called at once
// and a Rule has
//     std::optional<Candidate> operator()(const Floor&, const Line&, Index, Moment, std::size_t
//     idle) const;                              `idle`: counters with nothing to do, this one too
#pragma once

#include "broker/rules/dispatch.h"
#include "broker/rules/triage.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace usher::forecast {

inline constexpr protocol::Moment never{std::numeric_limits<std::int64_t>::max()};

struct Newcomer {
    outlet::Kind kind;
    outlet::Standing standing;
    protocol::Moment leaves{never}; ///< gives up if still waiting then
};

/// The rule of the house.
struct HeadStart {
    std::optional<rules::Candidate> operator()(const outlet::Floor& floor, const outlet::Line& line,
                                               outlet::Index counter, protocol::Moment now,
                                               std::size_t) const {
        return rules::best(floor, line, counter, now);
    }
};

template <class World, class Rule = HeadStart>
class Roll {
public:
    Roll(const outlet::Floor& floor, World& world, Rule rule = {},
         rules::IdleChoice choice = rules::IdleChoice::Specialised)
        : floor_{floor}, world_{world}, rule_{rule}, choice_{choice},
          until_(floor.counters(), never) {}

    /// As new, with these waiting for ever. What was allocated stays allocated: a forecast rolls
    /// the same line hundreds of times.
    void begin(const outlet::Line& line) {
        line_ = line;
        std::fill(until_.begin(), until_.end(), never);
        idle_.clear();
        probes_.clear();
        if (!patience_.empty())
            patience_ = {};
        next_.reset();
        wake_ = never;
    }
    /// Counters not mentioned are away for good.
    void busy(outlet::Index counter, protocol::Moment until) { until_[counter] = until; }
    void idle(outlet::Index counter, protocol::Moment since) { idle_.push_back({counter, since}); }
    void waiting(const Newcomer& one) { join(one); }
    /// A newcomer who is timed and not served: met() says when they would have been called. Their
    /// place is compared with everybody's but nobody waits for them, so that one future answers
    /// for every kind of newcomer at once. Exact for each: until one is called, nothing differs.
    void probe(const outlet::Kind& kind, protocol::Moment key, protocol::Moment arrival) {
        probes_.push_back({kind, {key, arrival, last}, probes_.size()});
    }

    /// Until nothing is left to happen or the world has seen enough.
    void run(protocol::Moment now) {
        next_ = world_.arrival();
        settle(now);
        while (!world_.enough() && step()) {
        }
    }

    [[nodiscard]] const outlet::Line& line() const { return line_; }

private:
    using Index = outlet::Index;
    using Moment = protocol::Moment;
    using Candidate = rules::Candidate;

    static constexpr protocol::TicketId last{std::numeric_limits<std::uint32_t>::max()};

    struct Probe {
        outlet::Kind kind;
        outlet::Standing standing;
        std::size_t index;
    };
    struct Patience {
        Moment leaves;
        outlet::Kind kind;
        outlet::Standing standing;
        friend bool operator>(const Patience& a, const Patience& b) {
            return std::tie(a.leaves, a.standing) > std::tie(b.leaves, b.standing);
        }
    };

    bool step() {
        const auto free = std::min_element(until_.begin(), until_.end());
        const Moment leaves = patience_.empty() ? never : patience_.top().leaves;
        const Moment arrives = next_ ? next_->standing.arrival : never;
        const Moment now = std::min({*free, wake_, leaves, arrives});
        if (now == never)
            return false;
        if (*free == now) {
            *free = never;
            release(static_cast<Index>(free - until_.begin()), now);
        } else if (wake_ == now) {
            settle(now);
        } else if (leaves == now) {
            giveUp(now);
        } else {
            const Newcomer one = *next_;
            next_ = world_.arrival();
            join(one);
            if (!idle_.empty())
                settle(now);
            if constexpr (requires { world_.came(one, now); })
                world_.came(one, now);
        }
        return true;
    }

    void join(const Newcomer& one) {
        line_.insert(one.kind, one.standing);
        if (one.leaves != never)
            patience_.push({one.leaves, one.kind, one.standing});
    }

    void giveUp(Moment now) {
        const Patience one = patience_.top();
        patience_.pop();
        if (!line_.holds(one.kind, one.standing))
            return; // called meanwhile
        line_.erase(one.kind, one.standing);
        world_.left(one.kind, one.standing, now);
    }

    void release(Index counter, Moment now) {
        if (const auto found = pick(counter, now, idle_.size() + 1)) {
            call(*found, counter, now);
            return;
        }
        idle_.push_back({counter, now});
        wakeFor(counter);
        // One more is idle: a rule that counts them may now let another counter call.
        settle(now);
    }

    /// Calls for idle counters until there is nothing to call.
    void settle(Moment now) {
        while (!idle_.empty()) {
            const auto found = rules::match(floor_, idle_, choice_, [&](Index counter) {
                return pick(counter, now, idle_.size());
            });
            if (!found)
                break;
            const Index counter = idle_[found->idle].counter;
            idle_.erase(idle_.begin() + static_cast<std::ptrdiff_t>(found->idle));
            call(found->candidate, counter, now);
        }
        wake_ = never;
        for (const rules::Idle& one : idle_)
            wakeFor(one.counter);
    }

    std::optional<Candidate> pick(Index counter, Moment now, std::size_t idle) {
        const auto found = rule_(floor_, line_, counter, now, idle);
        std::erase_if(probes_, [&](const Probe& probe) {
            if (found && found->standing < probe.standing)
                return false;
            const auto delay = rules::delayAt(floor_, counter, probe.kind);
            if (!delay || probe.standing.arrival + *delay > now)
                return false;
            world_.met(probe.index, now);
            return true;
        });
        return found;
    }

    void call(const Candidate& one, Index counter, Moment now) {
        line_.erase(one.kind, one.standing);
        until_[counter] = world_.call(one, counter, now);
    }

    void wakeFor(Index counter) {
        if (!floor_.helps(counter))
            return; // takes at once whatever it takes
        if (const auto ready = rules::readyAt(floor_, line_, counter))
            wake_ = std::min(wake_, *ready);
        for (const Probe& probe : probes_)
            if (const auto delay = rules::delayAt(floor_, counter, probe.kind))
                wake_ = std::min(wake_, probe.standing.arrival + *delay);
    }

    const outlet::Floor& floor_;
    World& world_;
    Rule rule_;
    rules::IdleChoice choice_;
    outlet::Line line_;
    std::vector<Moment> until_; ///< per counter: busy until then; never: not busy
    std::vector<rules::Idle> idle_;
    std::vector<Probe> probes_;
    std::priority_queue<Patience, std::vector<Patience>, std::greater<>> patience_;
    std::optional<Newcomer> next_;
    Moment wake_ = never;
};

} // namespace usher::forecast
