// Command ids for what the broker asks of itself.
#pragma once

#include "broker/protocol/ids.h"

namespace usher::house {

/// 128 bits from the kernel.
[[nodiscard]] protocol::CommandId randomCommandId();

} // namespace usher::house
