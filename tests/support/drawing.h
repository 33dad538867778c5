// The lines of a script that draw its outlet: zone, tier, service, counter, policy and the like.
#pragma once

#include "broker/protocol/setup.h"
#include "tests/support/words.h"

namespace usher::script {

/// False if the line draws nothing; what is not yet there of `verb`'s needs is added by its name.
[[nodiscard]] bool draw(protocol::Setup& setup, const std::string& verb, Words& words);

/// The takes of a counter: "cash loans of gold after 5 min, takes transfer".
[[nodiscard]] std::vector<protocol::Takes> drawnTakes(std::string words);

/// As drawn, with a hall, an ordinary tier and a service "cash" where nothing else was said.
[[nodiscard]] protocol::Setup drawn(protocol::Setup setup);

} // namespace usher::script
