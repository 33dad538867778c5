// The published order, held to: an outlet whose minutes contradict it is refused.
#pragma once

#include "broker/protocol/precedence.h"
#include "broker/setup/draft.h"

namespace usher::setup {

/// Whatever counts for more minutes than what is published above it is a problem.
void checkOrder(const Draft& draft, Problems& problems);

} // namespace usher::setup
