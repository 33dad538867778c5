// The models of queueing theory, built from the rules of the house: a function a group.
//
// First come, strict and due-date models are the head-start rule itself with other head starts;
// accumulating priority and reservation are the rules of simulate/policies.h.
#pragma once

#include "broker/sim/reference.h"
#include "broker/sim/reference_entry.h"

namespace usher::sim {

/// Reads one row of the file; some hold several scenarios.
using Model = void (*)(Entry&, std::vector<Row>&);

/// Null if no group is called that.
[[nodiscard]] Model modelOf(std::string_view group);

} // namespace usher::sim
