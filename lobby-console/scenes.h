// The states of the console worth looking at, for --shot and --self-test.
#pragma once

#include "broker/link/stage.h"
#include "lobby-console/lobby.h"

namespace usher::lobby {

/// Empty unless the stage shows a demo.
[[nodiscard]] std::vector<link::Scene> scenes(link::Stage& stage, Lobby& lobby);

} // namespace usher::lobby
