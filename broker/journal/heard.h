// Which commands may have an answer on disk, so that a new one need not be looked for there.
//
// What is not here was never heard of, or so long ago that nobody repeats it; or it was refused,
// and so were more since than are remembered: who is refused without end fills neither memory nor
// disk.
#pragma once

#include "broker/protocol/ids.h"
#include "broker/protocol/limits.h"
#include "broker/protocol/moment.h"

#include <deque>
#include <map>
#include <vector>

namespace usher::journal {

/// How long an answer stays, at least.
constexpr protocol::Millis answersKept{2 * protocol::answersKeptMs};

class Heard {
public:
    enum class Was { Answered, Refused };

    /// Whoever is too old by then is forgotten, the first two that were added: the disk drops no
    /// fewer, oldest first, so whatever it has is here.
    void add(const protocol::CommandId& id, protocol::Moment at, Was was);
    [[nodiscard]] bool has(const protocol::CommandId& id) const { return last_.count(id) != 0; }

    /// The oldest refusals, by which there are more than are kept. They stay until dropSurplus().
    [[nodiscard]] std::vector<protocol::CommandId> surplus(std::size_t atMost) const;
    /// Those are gone from the disk; nothing was added since.
    void dropSurplus(std::size_t atMost);

private:
    struct One {
        protocol::CommandId id;
        protocol::Moment at;
    };
    using InOrder = std::deque<One>;
    struct Last {
        protocol::Moment at;
        Was was;
    };
    [[nodiscard]] std::size_t beyond(std::size_t atMost) const;
    /// Asked again since, after a commit that failed, it is younger than that, or has another
    /// answer.
    [[nodiscard]] bool isLast(const One& one, Was was) const;
    void dropFirst(Was was);

    std::map<protocol::CommandId, Last> last_;
    InOrder answered_;
    InOrder refused_;
};

} // namespace usher::journal
