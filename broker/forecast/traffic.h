// Who comes when: customers per half hour of the outlet's day, and what share of them is of which
// service and tier.
//
// Rate and mix are learned apart: a few days fill 48 half hours, not 48 for every kind of customer.
// Today may be busier than most days throughout; that factor is learned as the day goes.
#pragma once

#include "broker/outlet/floor.h"

#include <array>

namespace usher::forecast {

class Traffic {
public:
    static constexpr int slotMinutes = 30;
    static constexpr std::size_t slots = 1440 / slotMinutes;

    Traffic() = default;
    /// Half of what the counters could serve, spread evenly, until days were seen.
    explicit Traffic(const protocol::Setup& setup);
    /// What is known of a service or tier stays known under the new setup.
    void adopt(const protocol::Setup& setup);

    /// `minute` of the local day, here and below.
    void came(outlet::Index service, outlet::Index tier, int minute);
    /// Today was one of the days one learns from. Nothing: the outlet was shut.
    void dayEnded(std::optional<protocol::OpenHours> hours);

    /// Expected on a usual day.
    [[nodiscard]] double perSlot(std::size_t slot) const;
    /// How much busier today is than usual, as far as `minute` tells.
    [[nodiscard]] double today(int minute) const;
    [[nodiscard]] outlet::Index services() const {
        return static_cast<outlet::Index>(services_.size());
    }
    [[nodiscard]] outlet::Index tiers() const { return static_cast<outlet::Index>(tiers_.size()); }
    [[nodiscard]] double share(outlet::Index service, outlet::Index tier) const {
        return mix_[service * tiers_.size() + tier] / mixTotal_;
    }

    friend bool operator==(const Traffic&, const Traffic&) = default;

private:
    struct Slot {
        double customers{};
        double days{};
        std::uint32_t today{};
        friend bool operator==(const Slot&, const Slot&) = default;
    };

    std::array<Slot, slots> slots_{};
    std::vector<protocol::ServiceId> services_;
    std::vector<protocol::TierId> tiers_;
    std::vector<double> mix_; ///< service x tier
    double mixTotal_{};
};

} // namespace usher::forecast
