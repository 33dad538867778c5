// Whether a text is plain enough to be shown to the TOML parser at all.
//
// The parser Debian ships (toml++ 3.3) has no defined answer to some Unicode after a line that is
// continued, and goes as deep as a key has dots; what stands outside quotes and is not ASCII it
// calls by its code. No outlet needs any of it, so all three are refused before it looks.
#pragma once

#include "broker/setup/problem.h"

#include <string_view>

namespace usher::setup {

/// Text in UTF-8, in lines of bounded length, with anything but ASCII in quotes or comments; else
/// problems, false. A file of another kind is all bad lines: of those, the first few.
[[nodiscard]] bool isPlain(std::string_view text, Problems& problems);

} // namespace usher::setup
