// `usher-sim day`: writes a day for an outlet, as usher-rehearse plays it.
#pragma once

#include "broker/sim/make_day.h"

namespace usher::sim {

/// The file, as rehearse::readDay reads it; `comment` comes first, a line.
[[nodiscard]] std::string toText(const rehearse::Day& day, const std::string& comment);

struct WriteDayOptions {
    std::filesystem::path outlet;
    std::filesystem::path people{"assets/demo"}; ///< a folder with staff.csv and cards.csv
    std::vector<std::string> counters;
    std::uint64_t seed{1};
    std::optional<double> customers;
    double load{0.85};
    std::filesystem::path out; ///< the day names its people relative to it
};

/// The exit code: 0; 1 if the day cannot be written; 2 for what is wrong with the wishes.
[[nodiscard]] int writeDay(const WriteDayOptions& options);

} // namespace usher::sim
