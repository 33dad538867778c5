// One short talk with the chip in a PC/SC reader, from power on to power off.
//
// It blocks for as long as the reader does, which may be for ever, so it runs on a thread that can
// be given up: between two commands it looks at the clock and at `givenUp`.
#pragma once

#include "kiosk/card/card_reader.h"

#include <atomic>
#include <chrono>
#include <string>
#include <variant>

namespace usher::card {

/// The line to the chip broke: it was pulled out, or its contacts are bad. The reader knows which.
struct Broken {};
using ChipOutcome = std::variant<protocol::Secret, CardFailure, Broken>;

/// How the chip is woken: as pcscd left it, or switched off and on again after a talk that broke.
enum class Wake { AsItIs, Afresh };

[[nodiscard]] ChipOutcome readChip(const std::string& reader, Wake wake,
                                   std::chrono::steady_clock::time_point deadline,
                                   const std::atomic<bool>& givenUp);

} // namespace usher::card
