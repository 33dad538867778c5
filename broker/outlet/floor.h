// Who may serve whom, worked out once from the setup.
//
// Services, tiers and counters go by their place in the setup here, so that a question asked for
// every call ("may counter 3 take a gold transfer, and after how long?") is one look at a table.
#pragma once

#include "broker/protocol/setup.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace usher::outlet {

/// A place in one of the setup's lists.
using Index = std::uint16_t;
inline constexpr Index nowhere = 0xffff;

class Floor {
public:
    Floor() = default;
    explicit Floor(const protocol::Setup& setup);

    [[nodiscard]] Index of(const protocol::ServiceId& id) const;
    [[nodiscard]] Index of(const protocol::TierId& id) const;
    [[nodiscard]] Index of(const protocol::ZoneId& id) const;
    [[nodiscard]] Index of(const protocol::CounterId& id) const;

    /// How long a ticket must have waited before this counter may take it; nothing: never.
    /// A machine takes nobody: people walk up to it.
    [[nodiscard]] std::optional<protocol::Millis> delay(Index counter, Index service,
                                                        Index tier) const;
    [[nodiscard]] protocol::Millis headStart(Index tier) const { return headStarts_[tier]; }
    [[nodiscard]] Index zoneOf(Index counter) const { return zones_[counter]; }
    [[nodiscard]] bool isMachine(Index counter) const { return machines_[counter]; }
    /// How many service-tier pairs the counter takes at once: fewer is more specialised.
    [[nodiscard]] std::uint32_t breadth(Index counter) const { return breadths_[counter]; }
    [[nodiscard]] Index counters() const { return static_cast<Index>(zones_.size()); }

private:
    std::vector<protocol::ServiceId> services_;
    std::vector<protocol::TierId> tiers_;
    std::vector<protocol::ZoneId> zoneIds_;
    std::vector<protocol::CounterId> counterIds_;
    std::vector<protocol::Millis> headStarts_;
    std::vector<std::int64_t> delays_; ///< counter x service x tier; -1: never
    std::vector<Index> zones_;
    std::vector<bool> machines_;
    std::vector<std::uint32_t> breadths_;
};

} // namespace usher::outlet
