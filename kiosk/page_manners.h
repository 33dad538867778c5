// What each page of a visit puts up with: how long it waits for a touch, whether a card may come.
#pragma once

#include "broker/protocol/refusal.h"
#include "kiosk/visit.h"

namespace usher::kiosk {

/// For Welcome, as if somebody had changed how it looks.
[[nodiscard]] Patience::Limits limitsOf(Visit::State state, bool large);

/// With the line up.
[[nodiscard]] bool welcomesCards(Visit::State state, Visit::Trouble trouble);

/// A person may say here that they have read it.
[[nodiscard]] bool endsWhenRead(Visit::State state);

/// The same customer may still come by a number in this visit, with a card or without one.
[[nodiscard]] bool leavesAWayOn(Visit::Trouble trouble);

[[nodiscard]] Visit::Trouble troubleOf(card::CardFailure failure);
[[nodiscard]] Visit::Trouble troubleOf(protocol::Refusal refusal);

} // namespace usher::kiosk
