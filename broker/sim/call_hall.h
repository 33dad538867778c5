// The queue of a call centre at one moment, as somebody there could have known it, rolled forward.
//
// Who is on duty is on no record: capacity is the agents who are busy or have just finished. The
// line is the production one, with the head start that priority callers were credited.
#pragma once

#include "broker/forecast/foresee.h"
#include "broker/sim/call_model.h"

namespace usher::sim {

struct CallAtHand {
    const Call* call{}; ///< waiting, or in service
    int elapsed{};      ///< seconds of that
};

/// When a caller joins the queue.
struct CallPicture {
    int now{};     ///< seconds since midnight
    int weekday{}; ///< 0 is Monday
    Call caller;   ///< only what is known: type, priority, arrival
    std::vector<CallAtHand> waiting;
    std::vector<CallAtHand> served;
    std::vector<int> justFinished; ///< seconds since, by agent

    /// `day`: all calls of the day in order of arrival; `index`: the caller among them. Reads no
    /// more of them than had happened by then.
    CallPicture(std::span<const Call> day, std::size_t index);
    [[nodiscard]] int agents() const {
        return static_cast<int>(served.size() + justFinished.size());
    }
};

/// The wait of a caller who stays until served; unknown if no agent is to be seen.
[[nodiscard]] forecast::Wait rollCalls(const CallPicture& picture, const CallModel& model,
                                       std::size_t futures, std::uint64_t seed);

/// How long the first of all has waited; 0 if the caller is alone. Seconds, as below.
[[nodiscard]] double headOfLine(const CallPicture& picture);
/// Everybody waiting, the caller too, times a mean service, over the agents at work.
[[nodiscard]] double ticketMachine(const CallPicture& picture, const CallModel& model);

} // namespace usher::sim
