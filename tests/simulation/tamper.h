// What the planted bugs do to what passes by: to an outlet that was read back, to a setup, to the
// record of a call. With no plant, nothing.
#pragma once

#include "broker/outlet/outlet.h"
#include "tests/simulation/plant.h"

namespace usher::world {

[[nodiscard]] outlet::Outlet readBack(Plant plant, outlet::Outlet found);
[[nodiscard]] protocol::Setup readFile(Plant plant, protocol::Setup setup);
[[nodiscard]] std::vector<protocol::Record> written(Plant plant,
                                                    std::span<const protocol::Record> records);

} // namespace usher::world
