// How long everybody waits, and would wait: the actual line rolled forward many times.
//
// One set of futures answers for all at once: for everyone in the line, and for a newcomer of every
// kind. The same start, model and seed give the same answer. Knows no clock: `enough` is how a
// caller with a deadline ends it early.
#pragma once

#include "broker/forecast/model.h"
#include "broker/forecast/start.h"

#include <functional>

namespace usher::forecast {

/// From the start on. Half of such waits end by `range.likely`, nine in ten by `range.surely`, one
/// in ten by `early`. All negative: unknown, since no counter that is open serves them.
struct Wait {
    protocol::Range range{protocol::Millis{-1}, protocol::Millis{-1}};
    protocol::Millis early{-1};
    protocol::Millis mean{-1};
    protocol::Millis spread{-1}; ///< standard deviation

    [[nodiscard]] bool known() const { return mean.count() >= 0; }
    friend bool operator==(const Wait&, const Wait&) = default;
};

struct Foresight {
    struct Waiting {
        protocol::TicketId ticket;
        Wait wait;
        friend bool operator==(const Waiting&, const Waiting&) = default;
    };
    std::vector<Waiting> waiting; ///< everybody in the start, by ticket
    std::vector<Wait> newcomers;  ///< service x tier
    std::vector<Wait> booked;     ///< the same with an appointment, if anybody has one
    outlet::Index tiers{};
    std::size_t futures{}; ///< rolled; 0 if everything is known without

    [[nodiscard]] const Wait* of(protocol::TicketId ticket) const;
    [[nodiscard]] const Wait& newcomer(outlet::Index service, outlet::Index tier) const {
        return newcomers[std::size_t{service} * tiers + tier];
    }
    [[nodiscard]] const Wait& expected(outlet::Index service, outlet::Index tier) const {
        return booked[std::size_t{service} * tiers + tier];
    }
    friend bool operator==(const Foresight&, const Foresight&) = default;
};

struct ForeseeOptions {
    std::size_t futures{100};
    std::uint64_t seed{1};
    bool newcomers{true};                     ///< also for those who might come
    std::optional<protocol::TicketId> only{}; ///< nobody else's wait is asked for
    std::function<bool()> enough{}; ///< asked after every future; true: make do with those rolled
};

/// Requires that start and model know the same services and tiers.
[[nodiscard]] Foresight foresee(const Start& start, const Model& model,
                                const ForeseeOptions& options = {});

} // namespace usher::forecast
