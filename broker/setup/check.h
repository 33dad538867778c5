// What only the whole outlet can tell: that everybody can be served, numbered and promised.
//
// Runs on parts that were read without a problem, so that one slip of the pen is reported once and
// not again as a service without a counter.
#pragma once

#include "broker/setup/draft.h"

namespace usher::setup {

void checkWhole(const Draft& draft, Problems& problems);

} // namespace usher::setup
