// Which commands may have an answer on disk, so that a new one need not be looked for there.
//
// What is not here was never heard of, or so long ago that nobody repeats it.
#pragma once

#include "broker/protocol/ids.h"
#include "broker/protocol/limits.h"
#include "broker/protocol/moment.h"

#include <deque>
#include <map>

namespace usher::journal {

/// How long an answer stays, at least.
constexpr protocol::Millis answersKept{2 * protocol::answersKeptMs};

class Heard {
public:
    /// Whoever is too old by then is forgotten, the first two that were added: the disk drops no
    /// fewer, oldest first, so whatever it has is here.
    void add(const protocol::CommandId& id, protocol::Moment at);
    [[nodiscard]] bool has(const protocol::CommandId& id) const { return last_.count(id) != 0; }

private:
    std::map<protocol::CommandId, protocol::Moment> last_;
    std::deque<std::pair<protocol::CommandId, protocol::Moment>> inOrder_;
};

} // namespace usher::journal
