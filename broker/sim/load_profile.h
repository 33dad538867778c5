// How a bank's day looks, as published, and what had to be assumed of a lobby.
//
// Shapes and ratios are those of a bank's call centre in February and August 1999 ("Anonymous
// Bank", Technion SEELab); lengths and shares are assumed. The table in assets/days/README.md says
// which is which.
#pragma once

#include <array>
#include <string_view>

namespace usher::sim::profile {

/// Arrivals by half-hour from 07:00 to 24:00; 1000 are those of 08:30 to 17:00.
inline constexpr std::array<double, 34> halfHours{
    16,   24,   36,   53.8, 53.5, 64.6, 69.3, 67.4, 63.3, 58.9, 53.6, 51.5,
    52.1, 56.6, 58.8, 60.4, 56.7, 60.6, 60.8, 58.1, 49,   45,   45,   39,
    35,   31,   28,   31,   31,   34,   32,   29,   25,   19};
inline constexpr int halfHoursBegin = 7 * 60; ///< minutes from midnight

inline constexpr double dayCv = 0.15;      ///< days differ by a gamma factor; measured .11 to .21
inline constexpr double halfHourCv = 0.19; ///< so do half-hours; measured .15 to .23
inline constexpr double tellerCv = 0.2;    ///< lognormal; measured .20 to .22
inline constexpr double patienceCv = 1;    ///< lognormal: few walk out in the first minutes
inline constexpr double noShow = 0.04;
inline constexpr double gapSeconds = 17; ///< between two customers of a teller; measured
inline constexpr double secondsMin = 20; ///< no service is shorter
inline constexpr double secondsMax = 5'400;

/// What somebody comes for: cash, other business, advice (20 minutes or more).
inline constexpr std::size_t kinds = 3;
inline constexpr double adviceMinutes = 20;
inline constexpr std::array<double, kinds> serviceCv{0.9, 1.0, 0.7}; ///< lognormal, as measured

struct Tier {
    std::string_view id;
    double share;
    double patienceMinutes; ///< mean; VIPs wait 1.7 times as long, as measured
    std::array<double, kinds> comesFor;
};
/// The last stands for the outlet's first tier, and for tiers of other names.
inline constexpr std::array<Tier, 4> tiers{{{"vip", 0.05, 50, {0.30, 0.40, 0.30}},
                                            {"assisted", 0.08, 30, {0.65, 0.33, 0.02}},
                                            {"gold", 0.17, 35, {0.45, 0.40, 0.15}},
                                            {"ordinary", 0.70, 30, {0.60, 0.37, 0.03}}}};

} // namespace usher::sim::profile
