// Who may serve whom, worked out once from the setup and the profiles that hold.
//
// Services, tiers and counters go by their place in the setup here, so that a question asked for
// every call ("may counter 3 take a gold transfer, and after how long?") is one look at a table.
#pragma once

#include "broker/outlet/profiles.h"

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
    /// As set up, with no band.
    explicit Floor(const protocol::Setup& setup);
    /// `atOnce`: nobody who helps out waits for the help-out delay.
    Floor(const protocol::Setup& setup, const Profiles& profiles, bool atOnce);

    [[nodiscard]] Index of(const protocol::ServiceId& id) const;
    [[nodiscard]] Index of(const protocol::TierId& id) const;
    [[nodiscard]] Index of(const protocol::ZoneId& id) const;
    [[nodiscard]] Index of(const protocol::CounterId& id) const;

    /// How long a ticket must have waited before this counter may take it; nothing: never.
    /// A machine takes nobody: people walk up to it.
    [[nodiscard]] std::optional<protocol::Millis> delay(Index counter, Index service,
                                                        Index tier) const {
        const std::int64_t delay = delays_[at(counter, service, tier)];
        if (delay == never)
            return std::nullopt;
        return protocol::Millis{delay};
    }
    /// A machine that is made for it, for anybody.
    [[nodiscard]] bool does(Index machine, Index service) const {
        return made_[std::size_t{machine} * services_.size() + service];
    }
    /// A machine that is made for it, whatever its state.
    [[nodiscard]] bool does(Index machine, Index service, Index tier) const {
        return does_[at(machine, service, tier)];
    }
    /// It takes some tickets only after they have waited.
    [[nodiscard]] bool helps(Index counter) const { return helps_[counter]; }
    [[nodiscard]] protocol::Millis headStart(Index tier) const { return headStarts_[tier]; }
    [[nodiscard]] Index zoneOf(Index counter) const { return zones_[counter]; }
    [[nodiscard]] bool isMachine(Index counter) const { return machines_[counter]; }
    /// How many service-tier pairs the counter takes at once: fewer is more specialised.
    [[nodiscard]] std::uint32_t breadth(Index counter) const { return breadths_[counter]; }
    /// What the sign above the counter says.
    [[nodiscard]] std::uint32_t number(Index counter) const { return numbers_[counter]; }
    [[nodiscard]] Index tiers() const { return static_cast<Index>(tiers_.size()); }
    [[nodiscard]] Index counters() const { return static_cast<Index>(zones_.size()); }

private:
    static constexpr std::int64_t never = -1;

    [[nodiscard]] std::size_t at(Index counter, Index service, Index tier) const {
        return (std::size_t{counter} * services_.size() + service) * tiers_.size() + tier;
    }

    std::vector<protocol::ServiceId> services_;
    std::vector<protocol::TierId> tiers_;
    std::vector<protocol::ZoneId> zoneIds_;
    std::vector<protocol::CounterId> counterIds_;
    std::vector<protocol::Millis> headStarts_;
    std::vector<std::int64_t> delays_; ///< counter x service x tier
    std::vector<bool> does_;           ///< the same of machines
    std::vector<bool> made_;           ///< machine x service
    std::vector<Index> zones_;
    std::vector<bool> machines_;
    std::vector<bool> helps_;
    std::vector<std::uint32_t> breadths_;
    std::vector<std::uint32_t> numbers_;
};

} // namespace usher::outlet
