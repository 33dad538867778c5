// The states of the public display worth looking at, for --shot and --self-test.
#pragma once

#include "broker/link/stage.h"
#include "lobby-console/hall/hall.h"

namespace usher::hall {

/// Empty unless the stage shows a demo.
[[nodiscard]] std::vector<link::Scene> scenes(link::Stage& stage);

} // namespace usher::hall
