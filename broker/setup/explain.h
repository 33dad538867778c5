// A good setup in plain words, for the person who wrote it to compare with what they meant.
//
// A summary for eyes, one fact a line; nothing reads it back.
#pragma once

#include "broker/protocol/setup.h"

#include <string>

namespace usher::setup {

enum class Language { Chinese, English };

/// Several lines, each ended.
[[nodiscard]] std::string explain(const protocol::Setup& setup, Language language);

} // namespace usher::setup
