// The rules that are compared in one lobby: policies of our own making, and other systems'.
#pragma once

#include "broker/setup/problem.h"
#include "broker/simulate/lobby.h"

#include <array>
#include <functional>
#include <optional>

namespace usher::sim {

/// What an earlier, independent simulation of the reference lobby gave; minutes and percent.
struct Earlier {
    double vipMean{};
    double vipP99{};
    double vipLate{};
    double assistedLate{};
    double goldLate{};
    double ordinaryMean{};
    double ordinaryP99{};
    double ordinaryMax{};
    double ordinaryLate{};
    double overallMean{};
    double idle{};
};

struct Contender {
    std::string name;
    bool usher{}; ///< the head-start rule
    std::optional<Earlier> earlier;
    std::string sentence; ///< what it does to people; of other systems
    std::function<simulate::Played(std::uint64_t seed, std::uint64_t day)> play;
};

/// Classes of these tiers and counters of these names must be there.
inline constexpr std::array tierNames{"vip", "assisted", "gold", "ordinary"};
inline constexpr std::array deskNames{"vip", "low", "cash", "desk", "adviser"};
/// What of them is not; empty if all is well.
[[nodiscard]] std::vector<setup::Problem> missing(const simulate::Scenario& lobby,
                                                  const std::string& file);

// Names the page refers to; Usher's default is among the policies and the other systems.
inline constexpr const char* usherDefault = "head start 30/20/10/0, help after 5";
inline constexpr const char* helpAtOnce = "head start 30/20/10/0, help at once";
inline constexpr const char* longHeadStart = "head start 60/30/15/0, help after 5";
inline constexpr const char* firstComeShared = "first come, all counters shared";
inline constexpr const char* onlyVips = "strict, VIP counter for VIPs only";
inline constexpr const char* strictShared = "strict, all counters shared";

/// `earlier` is known for 560 customers a day.
[[nodiscard]] std::vector<Contender> policies(const simulate::Scenario& lobby);
[[nodiscard]] std::vector<Contender> otherSystems(const simulate::Scenario& lobby);

/// The lobby with so many customers a day.
[[nodiscard]] simulate::Scenario withCustomers(simulate::Scenario lobby, double customers);

} // namespace usher::sim
