// The [[class]] tables of a scenario file: who comes, how often, for how long.
#pragma once

#include "broker/setup/fields.h"
#include "broker/simulate/scenario.h"

namespace usher::sim {

/// What the top of the file says about everybody's arrivals.
struct Crowd {
    std::optional<double> minutes;
    std::optional<double> customers;    ///< expected in that time; classes then give their share
    std::vector<simulate::Piece> shape; ///< relative to its own mean; empty: even
};

struct ClassTables {
    std::vector<simulate::CustomerClass> classes;
    std::vector<setup::Place> places; ///< of their names
    std::vector<bool> ranked;         ///< a rank was said
};

[[nodiscard]] ClassTables readClasses(setup::Fields& top, const Crowd& crowd,
                                      setup::Problems& problems);

/// [[time, value], ...]: the first from 0, each later than the one before; not empty.
[[nodiscard]] std::vector<simulate::Piece> readSteps(setup::Fields& fields, std::string_view key,
                                                     setup::Problems& problems);

} // namespace usher::sim
