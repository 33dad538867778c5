// A staff device's picture: the real replica, fed over the network, asking for snapshots as the
// real link does.
#pragma once

#include "broker/replica/replica.h"
#include "tests/simulation/checks.h"
#include "tests/simulation/device.h"

namespace usher::world {

class Picture {
public:
    Picture(Nature& nature, Line& line, Checks& checks)
        : nature_{nature}, line_{line}, checks_{checks} {}

    /// The connection is new.
    void begin();
    void hear(const wire::News& news);
    void hear(const protocol::Beat& beat);
    /// The process begins again.
    void restart();

    [[nodiscard]] bool whole() const { return replica_.whole(); }
    [[nodiscard]] const outlet::Outlet& outlet() const {
        return doctored_ ? *doctored_ : replica_.outlet();
    }
    /// Compared with the checkers' outlet; in the end, always.
    void compare(bool always);

private:
    void follow(replica::NextAction action);
    void noteRepeats(const wire::News& news);
    [[nodiscard]] bool ignoresGap(const wire::News& news) const;

    Nature& nature_;
    Line& line_;
    Checks& checks_;
    replica::Replica replica_;
    bool asked_ = false;
    std::uint64_t life_ = 0;
    std::optional<outlet::Outlet> doctored_; ///< what a planted bug makes of it
    std::uint32_t extra_ = 0;
};

} // namespace usher::world
