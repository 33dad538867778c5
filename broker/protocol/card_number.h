// What could be the number of a bank card, among what people type.
//
// IdentifyCard is the only way in for one, and it leaves no trace. Whatever else is typed is
// written down: so it is looked through first, and a number in it is struck out, or refused where
// it stands for a name.
#pragma once

#include "broker/protocol/command.h"
#include "broker/protocol/refusal.h"

#include <optional>
#include <string>
#include <string_view>

namespace usher::protocol {

/// Digits whose last fits the others (ISO/IEC 7812-1, Luhn).
[[nodiscard]] bool fitsCheckDigit(std::string_view digits);

/// Somewhere in it 13 to 19 digits that a bank card could have: in groups or not, parted by up
/// to three blanks or marks, also full-width; beginning as banks' do (3 to 6, 9, or 222 to 272), so
/// that a reference that begins with a date is none.
[[nodiscard]] bool holdsCard(std::string_view text);

/// Text with such digits as `*`; the rest as it was.
[[nodiscard]] std::string withoutCards(std::string_view text);

/// Strikes card numbers out of a command's texts, and blanks what a screen would obey instead of
/// showing it. A person or an appointment cannot be called so:
/// then there is none, and this is why.
[[nodiscard]] std::optional<Refusal> keepCardsOut(Command& command);

} // namespace usher::protocol
