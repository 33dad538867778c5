// What a refusal by itself does not say: which member of the command it is about, and why.
//
// Worked out after the broker has said no, from the outlet as it then stands, for the person who
// typed the command; nothing is decided here.
#pragma once

#include "broker/protocol/command.h"
#include "broker/protocol/refusal.h"

#include <optional>
#include <string>

namespace usher::house {

/// One sentence, without a full stop; nothing where the refusal says it all.
[[nodiscard]] std::optional<std::string> detail(protocol::Refusal refusal,
                                                const protocol::Command& command,
                                                const protocol::Snapshot& snapshot);

} // namespace usher::house
