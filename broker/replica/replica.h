// A listener's picture: snapshot plus numbered events.
//
// Subscribe first, then ask for a snapshot; events at or below it are dropped, later ones taken in
// order; a gap or a new epoch asks for another snapshot. No socket and no clock in here: messages
// and moments come in as arguments, and what to do next comes out.
#pragma once

#include "broker/outlet/outlet.h"

#include <span>

namespace usher::replica {

enum class NextAction {
    Nothing,
    AskSnapshot, ///< ask once; take(StaffPicture) answers it. Ask again if no answer comes
};

class Replica {
public:
    /// The connection is new, or was lost: nothing held so far is worth keeping.
    [[nodiscard]] NextAction begin();
    [[nodiscard]] NextAction take(std::uint64_t epoch, std::span<const protocol::Record> records);
    [[nodiscard]] NextAction take(const protocol::Beat& beat);
    /// An answer of another epoch than the feed's is refused: the broker restarted in between. The
    /// feed's next word asks again.
    [[nodiscard]] NextAction take(protocol::StaffPicture picture);

    /// The picture is whole as of sequence(); while false, whatever it shows is old.
    [[nodiscard]] bool whole() const { return state_ == State::Whole; }
    [[nodiscard]] std::uint64_t epoch() const { return epoch_; }
    /// Empty before the first snapshot.
    [[nodiscard]] const outlet::Outlet& outlet() const { return outlet_; }
    /// The last beat; nothing before the first.
    [[nodiscard]] const std::optional<protocol::Beat>& beat() const { return beat_; }

private:
    enum class State { Empty, Asked, Whole };

    [[nodiscard]] NextAction resync(std::uint64_t epoch);
    /// Takes in what follows on; false at a gap.
    [[nodiscard]] bool follow(std::span<const protocol::Record> records);

    State state_ = State::Empty;
    std::uint64_t epoch_ = 0;
    outlet::Outlet outlet_;
    std::optional<protocol::Beat> beat_;
    std::vector<protocol::Record> early_; ///< came while the snapshot was on its way
};

} // namespace usher::replica
