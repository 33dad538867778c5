// The broker's figures in Prometheus' text exposition format 0.0.4.
#pragma once

#include "broker/engine/engine.h"
#include "broker/transport/door.h"
#include "broker/transport/gate.h"

#include <string>

namespace usher::house {

[[nodiscard]] std::string metricsPage(const engine::Engine& engine, bool logLeftAlone,
                                      const transport::Door::Counts& door,
                                      const transport::Gate::Counts& gate, protocol::Moment now);

} // namespace usher::house
