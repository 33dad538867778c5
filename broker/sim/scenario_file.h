// Reads a scenario file of usher-sim, and refuses a bad one with everything that is wrong with it.
//
// The format is in docs/simulator.md.
#pragma once

#include "broker/setup/problem.h"
#include "broker/simulate/scenario.h"

#include <filesystem>
#include <variant>

namespace usher::sim {

using ScenarioReading = std::variant<simulate::Scenario, std::vector<setup::Problem>>;

[[nodiscard]] ScenarioReading readScenario(const std::filesystem::path& path);
/// The same from text; problems name `file`.
[[nodiscard]] ScenarioReading readScenarioText(std::string_view text, std::string_view file);

} // namespace usher::sim
