// A span as people write it in an outlet file: minutes, with a fraction where there is one.
#pragma once

#include "broker/protocol/moment.h"

#include <string>

namespace usher::setup {

/// "30", "7.5"
[[nodiscard]] std::string minutesOf(protocol::Millis span);

} // namespace usher::setup
