// Every state a teller can meet, for `--shot` and `--self-test`.
#pragma once

#include "broker/link/stage.h"
#include "counter-client/demo_desk.h"
#include "counter-client/desk.h"

namespace usher::counter {

[[nodiscard]] std::vector<link::Scene> scenes(Desk& desk, DemoDesk& demo, link::Stage& stage);

} // namespace usher::counter
